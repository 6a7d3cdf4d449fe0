"""Names of places and actors, and the codes they stand for."""
