"""What is selected: the day, the filters, the chips that let go of it."""
