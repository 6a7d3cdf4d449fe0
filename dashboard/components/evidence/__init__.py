"""The words behind a claim, and everything needed to weigh them."""
