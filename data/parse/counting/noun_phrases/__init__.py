"""The noun phrase at a number: its nouns, where it stops, what stands inside and behind it."""
