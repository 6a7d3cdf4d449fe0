"""What was learnt from annotated texts: how much a word near a number speaks for a kind of fact.

``make learn`` writes the weights.
"""
