"""What belongs to one visitor's session: the corpus they see, the selection, the log of runs."""
