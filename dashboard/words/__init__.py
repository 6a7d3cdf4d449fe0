"""What is known in words that people read: facts, claims, kinds, places, bounds."""
