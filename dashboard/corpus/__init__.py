"""The facts that the server shows: read once, and again when a file changes."""
