"""Likelihood: as what kind of fact a number is told where such words stand around it."""
