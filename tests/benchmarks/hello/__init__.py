"""Apps that do next to nothing, to compare ours with under the same settings."""
