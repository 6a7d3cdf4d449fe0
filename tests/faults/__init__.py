"""Faults done to a running dashboard; docs/faults.md lists them with what is seen."""
