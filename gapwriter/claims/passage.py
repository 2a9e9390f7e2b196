"""Passage: a text as sections, blocks and sentences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Sentence(NamedTuple):
    """A sentence, or an item of a list; `lead` is the line that a list stands under ("Essential requirements:"), `is_item` whether a bullet or a number opens it.

    `start` and `end` are character offsets in the whole text; `ends_block` says that nothing follows it in its paragraph or item; `is_row` that it is the row of a table, which names things and claims nothing.
    """

    text: str
    start: int
    end: int
    section: str
    block: int
    is_item: bool
    lead: str
    ends_block: bool
    number: int
    is_row: bool = False


class Heading(NamedTuple):
    """A heading with the place of its words; `level` counts its marks; a line in bold is 2, below other headings 3."""

    text: str
    start: int
    end: int
    level: int


class Passage(NamedTuple):
    """The parts of a text in order."""

    text: str
    headings: tuple[Heading, ...]
    sentences: tuple[Sentence, ...]


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$|\*\*([^*:.]{3,60})\*\*[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–‣·]|(\d{1,2})[.)]|\([a-z0-9]\))[ \t]+")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_END = re.compile(r"[.!?…。][\"'”’»)\]*_]*(?=\s+[^\s]|$)|[。]")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|approx|no|vs|mr|mrs|ms|dr|st|prof|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|inc|ltd|co|cf|al|resp|yrs?|hrs?|wks?)|(?<![\w'])[A-Z])\.$",
    re.I,
)


def read_passage(text: str, section: str | None = None, spans: tuple[tuple[int, int], ...] = ()) -> Passage:
    """Split a text. `section` names the section of what stands before the first heading; `spans` are names inside which no sentence ends."""
    headings: list[Heading] = []
    sentences: list[Sentence] = []
    here, block, lead, at, fenced = section or "", 0, "", 0, False
    bold = 3 if section or re.search(r"^##\s", text, re.M) else 2
    inside = {place for start, end in spans for place in range(start, end)}
    for line in text.splitlines(keepends=True):
        start, stripped = at, line.strip()
        at += len(line)
        first = start + len(line) - len(line.lstrip())
        if not stripped:
            block += 1
            continue
        found = _HEADING.match(stripped)
        if found and not fenced:
            words = (found[2] if found[2] is not None else found[3]).strip().strip("*_")
            place = text.index(words, first) if words else first
            level = len(found[1]) if found[1] else bold
            headings.append(Heading(words, place, place + len(words), level))
            if level <= 2:
                here = words
            lead, block = (words if level > 2 else ""), block + 1
            continue
        if re.fullmatch(r"[-*_=\s|:]{3,}", stripped):
            continue
        if _TABLE.match(line):
            sentences.append(Sentence(stripped, first, first + len(stripped), here, block, True, "", True, 0, True))
            continue
        item = _ITEM.match(line)
        body = start + item.end() if item else first
        if item:
            block += 1
        elif sentences and sentences[-1].is_item and not line[:1].isspace():
            lead = ""
        last = start + len(line.rstrip())
        parts = list(_parts(text, body, last, inside))
        for number, (a, b) in enumerate(parts):
            sentences.append(
                Sentence(text[a:b], a, b, here, block, item is not None, lead if item else "", number == len(parts) - 1, int(item[1] or 0) if item else 0)
            )
        if not item:
            lead = text[parts[-1][0] : parts[-1][1]] if parts and stripped.rstrip("*_").endswith(":") else ""
    return Passage(text, tuple(headings), tuple(sentences))


def _parts(text: str, start: int, end: int, inside: set[int]) -> Iterator[tuple[int, int]]:
    at = start
    for found in _END.finditer(text, start, end):
        if found.start() in inside and found.start() + 1 in inside:
            continue
        if text[found.end() :].lstrip(" ")[:1] == "(":
            continue  # "How? (a book)": what stands in brackets belongs to the title before it
        named = found.start() - 1 in inside and found.start() not in inside
        if not named and text[found.start()] == "." and _ABBREVIATED.search(text, max(start, found.start() - 8), found.start() + 1) and found.end() < end:
            continue
        if at < found.end():
            yield at, found.end()
        at = found.end()
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield at, end
