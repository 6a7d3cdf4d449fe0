"""As what kind of fact those counted are told, by their noun, their fate and the words around."""
