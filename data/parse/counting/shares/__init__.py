"""What a percentage is a percentage of, and who holds it."""
