"""Articles that a visitor adds: taken in, described, listed, lost."""
