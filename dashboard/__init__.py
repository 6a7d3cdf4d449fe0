"""Shapes and facts -> screen, link, file."""
