"""What was learnt from annotated texts: how much a word near a number speaks for a kind of fact.

``python -m tests.accuracy.learning`` writes the files of this folder.
"""
