"""Text to facts: articles, the fact schema, the parser and its lexicon.

This package knows nothing of maps or screens; it answers with codes, never with shapes.
"""
