"""Where a number is whose ground no name beside it tells."""
