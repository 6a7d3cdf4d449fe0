"""Texts nobody would write: `make fuzz`. A small version of it is in tests/data/parse."""
