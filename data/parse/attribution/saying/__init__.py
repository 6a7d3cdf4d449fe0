"""What sources a sentence names itself, by its verbs and nouns of saying and its signs."""
