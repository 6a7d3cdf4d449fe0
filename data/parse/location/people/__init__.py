"""What the people of a number tell of its place: whose they are, where they set out and end up."""
