"""Plain text and Markdown: lines as they are, with Markdown's marks taken off."""

from __future__ import annotations

import re

from gapwriter.document import Document

SUFFIXES = (".txt", ".md", ".text", ".markdown")
_MARKS = re.compile(r"^\s*#{1,6}\s+|\*\*|__|(?<=\w)\s*\\$")


def read(text: str, name: str) -> Document:
    """Every line keeps its number; zero-width characters, which no reader sees, are taken out."""
    visible = re.sub("[\u200b-\u200d\u2060\ufeff\u00ad]", "", text)
    return Document(name=name, lines=tuple(_MARKS.sub("", line).rstrip() for line in visible.split("\n")))
