"""What all charts are made of: text, hover, legends, layout."""
