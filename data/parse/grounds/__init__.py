"""The places of a sentence as grounds of what it tells, by the words that lead to them."""
