"""Sums of money and lengths: numbers with a unit of their own."""
