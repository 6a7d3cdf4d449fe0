"""Files and links to take away."""
