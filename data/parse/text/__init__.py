"""Text: an article without what is no part of it, cut into the sentences claims are quoted in."""
