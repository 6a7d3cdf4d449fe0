"""A visitor's review: what the rules saw, to reject or to correct."""
