"""Who speaks across sentences: whom "he" means, whose account goes on, whose words a text is."""
