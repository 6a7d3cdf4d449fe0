"""The row of cards."""
