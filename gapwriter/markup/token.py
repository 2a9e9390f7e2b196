"""Token: a piece of HTML: a tag with its attributes, the text between two tags, or the content of a script or a style.

The parser of the standard library takes time that grows with the square of a broken tag's length; here every character is looked at once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from gapwriter.errors import InputError

TAGS = 60_000
"""The most tags read: a resume has some hundreds, a saved page of a job board some thousands."""
ATTRIBUTES = 200_000
ANEW = "save the page anew from the browser, or save its text"


class Token(NamedTuple):
    """`kind` is "open", "close", "text" or "raw" (what stands inside a script, a style, a title); `text` are a tag's attributes as written, else the text."""

    kind: str
    name: str
    text: str
    line: int


_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|(?!["'])[^\s>]*+))?+"""
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[\s/]++|{_ATTRIBUTE})*+)(?P<over>>?)")
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.S)
_DECLARATION = re.compile(r"<[!?/][^>]*>")
_START = re.compile(r"<(?=[a-zA-Z!?/])")
_NAMED = re.compile(r"""(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"?|'(?P<single>[^']*+)'?|(?P<bare>[^\s>]*+)))?+""")
_RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in _RAW}
_LONG_NUMBER = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{7,});?")
"""Beyond Unicode, and longer than Python reads a number."""


def read_tokens(text: str, file: str, xml: bool = False) -> Iterator[Token]:
    """The tags and texts of a page in order; InputError for more tags than a page has, and for one that never ends: it would swallow all that follows."""
    at, line, counted = 0, 1, 0
    for number in range(TAGS + 1):
        found = _START.search(text, at)
        start = found.start() if found else len(text)
        if start > at:
            yield Token("text", "", text[at:start], line)
        if not found:
            return
        if number == TAGS:
            raise InputError(file, "", f"the page has more than {TAGS:,} tags", "give the resume or the advertisement alone")
        line, counted = line + text.count("\n", counted, start), start
        tag = _TAG.match(text, start)
        end = (tag if tag and tag["over"] else None) or (not tag and (_COMMENT if text.startswith("<!--", start) else _DECLARATION).match(text, start)) or None
        if end is None:
            raise InputError(file, f"line {line}", f"{'the tag' if tag else 'the comment'} that begins here has no end", ANEW)
        at = end.end()
        if tag:
            name = tag["name"].lower()
            yield Token("close" if tag["end"] else "open", name, tag["rest"], line)
            if name in _RAW and not tag["end"] and not (xml and tag["rest"].endswith("/")):
                raw = _raw_end(text, at, name, tag["rest"], file, line)
                yield Token("raw", name, text[at:raw], line)
                at = raw


def _raw_end(text: str, at: int, name: str, rest: str, file: str, line: int) -> int:
    found = _RAW_END[name].search(text, at)
    if found:
        return found.start()
    if rest.endswith("/"):
        return at
    raise InputError(file, f"line {line}", f"the <{name}> that begins here has no end", ANEW)


def read_attributes(text: str) -> dict[str, str]:
    """The attributes of a tag by name; the first of two with one name counts."""
    found: dict[str, str] = {}
    if text and not text.isspace():
        for one in _NAMED.finditer(text):
            value = one["double"] or one["single"] or one["bare"] or ""
            found.setdefault(one["name"].lower(), read_entities(value) if "&" in value else value)
    return found


def read_entities(text: str) -> str:
    """The text with its entities (`&amp;`) as the characters that they stand for."""
    return html.unescape(_LONG_NUMBER.sub("\N{REPLACEMENT CHARACTER}", text)) if "&" in text else text
