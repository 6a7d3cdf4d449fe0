"""Parties to the conflict: which of them names and stand-ins mean."""
