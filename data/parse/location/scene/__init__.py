"""A number fact with its sentence and those around, and the country that they are set in."""
