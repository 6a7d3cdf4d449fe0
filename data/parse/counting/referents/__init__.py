"""What a number counts, be its noun behind it, in front of it or in another sentence."""
