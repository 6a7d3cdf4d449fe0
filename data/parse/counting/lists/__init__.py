"""Numbers of a list or a table, by the heading, the label or the column they stand under."""
