"""Snapshots: what a start found out, kept for the next one.

Checking every word list takes longer than reading an article. What was found is taken up again
where all that it follows from is byte for byte what it was: the program, and the files that were
read. Else it is found out anew, so that a start shows what the files say now. Snapshots are a
cache: they may be deleted at any time.
"""
