"""Facts, claims and captures as tables and lists."""
