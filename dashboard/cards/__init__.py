"""The cards of the overview: what each shows, and what it says."""
