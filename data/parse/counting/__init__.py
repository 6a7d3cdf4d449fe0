"""What numbers count: the facts they state."""
