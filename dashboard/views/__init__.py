"""One page of the dashboard a file; ``dashboard/sitemap.py`` lists them."""
