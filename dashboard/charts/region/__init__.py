"""The map of the region, and what facts tell of it on a day."""
