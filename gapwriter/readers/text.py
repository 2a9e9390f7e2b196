"""Plain text and Markdown: lines as they are, with Markdown's marks taken off."""

from __future__ import annotations

import re

from gapwriter.document import Document, Hidden, decode_text

SUFFIXES = (".txt", ".md", ".text", ".markdown")
_MARKS = re.compile(r"^\s*#{1,6}\s+|\*\*|__|(?<=\w)\s*\\$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_WORD = re.compile(r"\S+")
_NO_WIDTH = frozenset("\u200b\u2060")
"""Characters that no script needs and nobody sees; joiners are letters of some scripts."""
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
"""Characters that spell ASCII and that no font shows."""


def read(content: bytes, name: str) -> Document:
    """Every line keeps its number; what nobody sees is set apart: comments of Markdown, text in zero-width or tag characters."""
    text = decode_text(content, name)
    hidden: list[Hidden] = []

    def take(found: re.Match[str], told: str, how: str) -> str:
        hidden.append(Hidden(place=f"line {text.count(chr(10), 0, found.start()) + 1}", text=told, how=how))
        return "\n" * found[0].count("\n")

    text = _COMMENT.sub(lambda found: take(found, found[0][4:-3].strip(), "a comment"), text)
    text = _TAGS.sub(lambda found: take(found, "".join(chr(ord(one) - 0xE0000) for one in found[0]), "in characters that no font shows"), text)
    for found in _WORD.finditer(text) if not _NO_WIDTH.isdisjoint(text) else ():
        if not _NO_WIDTH.isdisjoint(found[0]):
            take(found, _UNSEEN.sub("", found[0]), "zero-width characters in it")
    return Document(name=name, lines=tuple(_MARKS.sub("", _UNSEEN.sub("", line)).rstrip() for line in text.split("\n")), hidden=tuple(hidden))
