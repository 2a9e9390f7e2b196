"""Study: degrees and subjects of a resume, with the date at which they end, and without the names of schools."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapwriter.outline.career import dated
from gapwriter.outline.entry import Entry, Piece, read_pieces
from gapwriter.outline.position import split_parts
from gapwriter.outline.timeline import find_date, find_timespan

SCHOOL = re.compile(
    r"\b(?:universit\w*|college|school|institut\w*|academy|hochschule|polytechnic|université|universidad|faculty|lyc[eé]e|gymnasium|sixth form|conservator\w+|seminary|eth|mit)\b",
    re.I,
)
_AWARD = re.compile(
    r"\b(?:diploma|degree|certificate|leaving|b\.?sc|m\.?sc|bachelor|master|apprenticeship|a[- ]levels?|gcse|abitur|baccala\w+|maturit\w+|matura)\b", re.I
)
_ONLY_DATE = re.compile(
    r"[\s(]*(?:(?:completed|graduated|class of|conferred|awarded|in|expected|anticipated|due|graduating)\s+)*(?:[^\W\d_]{3,9}\.?\s+)?[\d\s./–—-]+[\s)]*|(?:gpa|cgpa|grade|first[- ]class|2[:.][12]|distinction|merit)\b.*",
    re.I,
)
_EXPECTED = re.compile(r"\b(?:expected|anticipated|graduating|due|to be completed|candidate|in progress|ongoing|currently|will finish)\b", re.I)


def read_education(entries: Sequence[Entry], title: str) -> Iterator[Piece]:
    """Degrees and subjects without names of schools; a study carries the date at which it ends, which may lie ahead."""
    for block in _blocks(entries):
        # A line with the school and the years alone speaks for the degree above it.
        until = next((until for entry in block if (until := _ends(entry.text)) and not list(_without_schools(entry.text))), "")
        for entry in block:
            own = _ends(entry.text) or until
            if entry.bullet and not dated(entry) and not SCHOOL.search(entry.text):
                yield from (piece._replace(until=own) for piece in read_pieces(entry, "education", title))
                continue
            for text in _without_schools(entry.text):
                yield Piece(text, entry.number, "education", title, len(text.split()) <= 12, own)


def _blocks(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    block: list[Entry] = []
    for entry in entries:
        if block and (entry.apart or (find_timespan(entry.text) and any(find_timespan(earlier.text) for earlier in block))):
            yield block
            block = []
        block.append(entry)
    if block:
        yield block


def _ends(text: str) -> str:
    """When a study ends: `9999` for one that goes on, an ISO date, or nothing."""
    span = find_timespan(text)
    if span:
        return span.end or "9999"
    date = find_date(text) if _EXPECTED.search(text) else None
    return date.end if date else ""


def _without_schools(text: str) -> Iterator[str]:
    """The parts of a line that name a degree or a subject, neighbours together."""
    span = find_timespan(text)
    parts = [part for area in ((0, span.first), (span.last, len(text))) for part in split_parts(text, *area)] if span else list(split_parts(text))
    kept: list[tuple[int, int]] = []
    after_school = False
    for first, last in parts:
        words = text[first:last]
        school = bool(SCHOOL.search(words)) and not _AWARD.search(words)
        place = after_school and len(words.split()) <= 3 and words[0].isupper() and not _AWARD.search(words)
        after_school = school
        if school or place or _ONLY_DATE.fullmatch(words):
            continue
        if kept and text[kept[-1][1] : first].strip(" ,;:–—-|.") == "":
            kept[-1] = (kept[-1][0], last)
        else:
            kept.append((first, last))
    return (text[first:last] for first, last in kept)
