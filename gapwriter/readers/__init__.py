"""One file a format: `SUFFIXES` and `read(text, name) -> Document`."""
