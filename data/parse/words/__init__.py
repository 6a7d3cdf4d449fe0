"""Words: a text cut into tokens, and the entries of word lists found in them."""
