"""Who or what can be a source, by the words of its noun phrase."""
