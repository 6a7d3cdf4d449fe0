"""What is said where the reader is looking: what failed, what was done, why nothing is there."""
