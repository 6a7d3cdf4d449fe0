"""Snapshots: what a start found out, kept for the next one.

Reading every article anew, checking every word list and drawing the first page's charts takes
longer than anything else about a start. What was found is taken up again where all that it follows
from is byte for byte what it was: the program with its word lists, and the files that were read.
Else it is found out anew, so that a start shows what the files say now. Snapshots are a cache: they
may be deleted at any time.
"""
