"""Number expressions, what range each claims, and which count nothing."""
