"""One file a format: `SUFFIXES` and `read(content, name) -> Document`, content being the bytes of the file."""
