"""Printed: the text of a report that was printed, as a PDF or a word processor gives it, put into the Markdown that the checker reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gapwriter.fault import APPENDIX, OWN
from gapwriter.finding import Examination
from gapwriter.language import read_language

_TITLES = frozenset((*OWN, APPENDIX))
_EXHIBITS = ("coverage.title", "requirements.title", "roadmap.time_line")
"""The titles with which charts and tables of our reports begin, behind the prose of a section."""


class Printed(NamedTuple):
    """The Markdown, and for each of its characters the place in the text that it came from."""

    text: str
    places: list[int]

    def restore(self, examination: Examination) -> Examination:
        """What was found, at its places in the text as it was given."""
        return Examination(
            findings=tuple(one.model_copy(update={"span": self._span(one.span)}) if one.span else one for one in examination.findings),
            judgements=tuple(one.model_copy(update={"span": self._span(one.span), "sentence": self._span(one.sentence)}) for one in examination.judgements),
        )

    def _span(self, span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        return self.places[start], self.places[max(start, end - 1)] + 1


class _Line(NamedTuple):
    text: str
    start: int


_MARKED = re.compile(r"^#{1,6}[ \t]", re.M)
_PAGE = re.compile(r"\W*(?:page )?\d{1,3}(?: ?(?:/|of) ?\d{1,3})\W*", re.I)
_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_FULL = 0.92
"""Of the letters of the longest line: letters differ in width."""
_ITEM = re.compile(r"(?:[-*+•–‣·]|\d{1,2}[.)])\s+\S")


def read_printed(text: str) -> Printed | None:
    """A text without marks of headings, in which titles of sections stand on lines of their own; None for any other.

    Lines of a sentence are joined, numbers of pages left out. What follows the title of a chart in a section, and the appendix, become the rows of tables;
    what goes before the first section without ending a sentence is the title of the report.
    """
    if _MARKED.search(text):
        return None
    lines = list(_lines(text))
    if len({line.text for line in lines} & _TITLES) < 2:
        return None
    parts: list[str] = []
    places: list[int] = []

    def put(words: str, place: int, own: bool = False) -> None:
        parts.append(words)
        places.extend(range(place, place + len(words)) if own else [place] * len(words))

    for title, run in _sections(lines):
        if title:
            put("\n\n## ", title.start)
            put(title.text, title.start, own=True)
            put("\n\n", title.start + len(title.text) - 1)
        prose = _prose(title, run)
        width = max((len(line.text) for line in run[:prose]), default=0)
        for number, line in enumerate(run):
            before, behind = _prose_marks(number, run, width) if number < prose else _row_marks(number == prose, bool(title))
            put(before, line.start)
            put(line.text, line.start, own=True)
            put(behind, line.start + len(line.text) - 1)
    return Printed("".join(parts), places)


def _prose_marks(number: int, run: list[_Line], width: int) -> tuple[str, str]:
    """What goes before and behind a line of prose: a line ends where the sentence does and the next word would have had room on it, or before an item of a list."""
    if not number:
        return "", ""
    last, line = run[number - 1].text, run[number].text
    ended = _END.search(last) and len(last) + 1 + len(line.split()[0]) < _FULL * width
    return "\n" if ended or _ITEM.match(line) else " ", ""


def _row_marks(first: bool, titled: bool) -> tuple[str, str]:
    """The same for a row of a table, or for a line of the report's title."""
    if titled:
        return "\n\n| " if first else "\n| ", " |"
    return "\n\n# " if first else " ", ""


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words and not _PAGE.fullmatch(words):
            yield _Line(words, at + len(line) - len(line.lstrip()))
        at += len(line)


def _sections(lines: list[_Line]) -> Iterator[tuple[_Line | None, list[_Line]]]:
    title: _Line | None = None
    run: list[_Line] = []
    for line in lines:
        if line.text in _TITLES:
            yield title, run
            title, run = line, []
        else:
            run.append(line)
    yield title, run


def _prose(title: _Line | None, run: list[_Line]) -> int:
    """The number of lines that are prose."""
    if not title:
        return next((number for number in range(len(run), 0, -1) if _END.search(run[number - 1].text)), 0)
    charts = {read_language().say(key) for key in _EXHIBITS}
    return 0 if title.text == APPENDIX else next((number for number, line in enumerate(run) if line.text in charts), len(run))
