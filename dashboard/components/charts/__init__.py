"""Charts on the page, wired to the selection."""
