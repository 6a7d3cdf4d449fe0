"""What one visitor adds, and what people say about it."""
