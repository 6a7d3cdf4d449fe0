"""What is selected, what may be, and which facts that keeps in view."""
