"""Which grounds of a sentence belong to which of its numbers."""
