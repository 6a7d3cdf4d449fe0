"""One page of the dashboard a file; ``app.py`` lists them."""
