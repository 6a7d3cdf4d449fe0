"""Accuracy, as ratios on annotated texts: `make accuracy`. No test depends on the figures."""
