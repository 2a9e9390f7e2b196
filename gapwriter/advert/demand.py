"""Demand: a sentence or an entry of a list in an advertisement, and how strongly it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapwriter.advert.layout import Raw, read_layout
from gapwriter.advert.tier import (
    ASKS,
    EMERGING,
    LIKE_BEFORE,
    OF_THE_FIRM,
    OPEN,
    PLAIN,
    Scope,
    Tier,
    is_told,
    read_head,
    read_inline_head,
    read_tier,
    split_clauses,
)
from gapwriter.mention import split_sentences
from gapwriter.outline.entry import is_wrapped, strip_bullet, wrap_width
from gapwriter.outline.section import clean_title, is_rule


class Demand(NamedTuple):
    """`text` is what asks, `quote` the line or the sentence it stands in; `is_item` says that it is an entry of a list."""

    text: str
    quote: str
    line: int
    tier: Tier
    is_item: bool


_PROSE = 9
"""Words from which on a line without a bullet reads as prose."""
_LONGEST = 500
"""A sentence is read in pieces of so many characters: no person wrote one that long, and its reading would take ages."""


class _Line(NamedTuple):
    text: str
    number: int
    bullet: bool
    apart: bool
    last: int


def _lines_from(lines: Sequence[str], first: int) -> Iterator[Raw]:
    """Lines with their index; a heading that was pasted to the end of another line stands alone again."""
    for line in read_layout(lines, first):
        found = _HEAD_AT_END.match(line.text) if len(line.text) < _LONGEST and not line.flows else None
        if found and read_head(clean_title(found["head"])):
            yield line._replace(text=found["text"])
            yield Raw(line.at, found["head"])
        else:
            yield line


def _join_lines(lines: Sequence[str], first: int) -> Iterator[_Line]:
    """The lines with those that wrap joined, headings never."""
    width, apart, held = wrap_width(lines[first:]), True, None
    for at, line, flows in _lines_from(lines, first):
        if not line.strip() or is_rule(line):
            apart = True
            continue
        text, bullet = strip_bullet(line)
        own = not flows and (bool(read_inline_head(text, bullet=False)) or _looks_like_head(text, bullet))
        if (
            held
            and not bullet
            and not apart
            and not own
            and (flows or (not _looks_like_head(held.text, held.bullet) and is_wrapped(lines[held.last], held.bullet, line, width)))
        ):
            held = held._replace(text=f"{held.text} {text}", last=at)
        else:
            if held:
                yield held
            held = _Line(text, at + 1, bullet, apart, at)
        apart = False
    if held:
        yield held


_HEAD_AT_END = re.compile(r"^(?P<text>.*[.!?)])\s+(?P<head>[A-Z][\w' ]{3,30}:)$")


def _looks_like_head(text: str, bullet: bool) -> bool:
    return (
        not bullet
        and len(text.split()) <= 9
        and not re.search(r"[.;!,]$", text)
        and (read_head(clean_title(text)) is not None or text.endswith(":") or text.isupper())
    )


def read_demands(lines: Sequence[str], first: int) -> Iterator[Demand]:
    """Every sentence and entry from the line `first` on, with its tier; one that only refers to the one before ("so are …") asks as that does."""
    before = Tier.NONE
    for demand in _read_demands(lines, first):
        if LIKE_BEFORE.match(demand.text) and before in (Tier.ESSENTIAL, Tier.OPTIONAL, Tier.EMERGING):
            demand = demand._replace(tier=before)
        before = demand.tier
        yield demand


def _read_demands(lines: Sequence[str], first: int) -> Iterator[Demand]:
    joined = list(_join_lines(lines, first))
    guess = not _has_requirements(joined)
    scope, listed = OPEN, ""
    for at, line in enumerate(joined):
        following = joined[at + 1] if at + 1 < len(joined) else None
        head = _head(line, following, listed)
        if head is not None:
            scope, listed = head, ""
            continue
        if _ends_list(line, listed, scope):
            scope, listed = OPEN, ""
        listed = listed or ("bullets" if line.bullet else "prose" if _is_prose(line.text) else "lines")
        if guess and line.bullet and scope == OPEN:
            scope, guess = Scope(Tier.ESSENTIAL), False
        inline = read_inline_head(line.text, line.bullet)
        own = Scope(inline[0]) if inline else scope
        yield from _split_line(line, inline[1] if inline else line.text, own, is_list=line.bullet or (own.firm and not _is_prose(line.text)))


def _has_requirements(joined: Sequence[_Line]) -> bool:
    """Whether a heading says what is required; where none does, the first list below no known heading is taken for it."""
    return any(not line.bullet and len(line.text.split()) <= 9 and read_head(clean_title(line.text)) is Tier.ESSENTIAL for line in joined)


def _head(line: _Line, following: _Line | None, listed: str) -> Scope | None:
    """The scope that a line opens where it is a heading."""
    text = line.text
    if line.bullet or len(text.split()) > 9 or re.search(r"[.;,]$", text) or following is None:
        return None
    tier = read_head(clean_title(text))
    set_apart = line.apart or text.isupper() or text.endswith((":", "?"))
    if tier and (set_apart or PLAIN.fullmatch(clean_title(text))) and not read_inline_head(text, bullet=False):
        return Scope(tier)
    if text.endswith(":") and (following.bullet or text.isupper()):
        return OPEN if not tier else Scope(tier)
    if line.apart and following.apart and len(text.split()) <= 6 and text[:1].isupper() and _is_prose(following.text):
        return OPEN  # a heading of words that we do not know, over a paragraph
    # Below a list with bullets a short line that stands alone begins something else, whatever it says.
    return OPEN if line.apart and listed == "bullets" and not following.apart and not _is_prose(text) and text[:1].isupper() else None


def _ends_list(line: _Line, listed: str, scope: Scope) -> bool:
    """Whether a paragraph after a list leaves the list's heading behind."""
    if line.bullet or not line.apart:
        return False
    if listed == "prose" and scope.firm and scope.tier in (Tier.ESSENTIAL, Tier.OPTIONAL, Tier.EMERGING):
        return not EMERGING.search(line.text) if scope.tier is Tier.EMERGING else bool(OF_THE_FIRM.match(line.text)) and not ASKS.search(line.text)
    return listed == "bullets" or (listed == "lines" and _is_prose(line.text))


def _is_prose(text: str) -> bool:
    return (len(text.split()) >= _PROSE and text.rstrip().endswith((".", "!", "?"))) or len(text.split()) > 25


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for first, last in split_sentences(text):
        while last - first > _LONGEST:
            cut = max(text.rfind(" ", first, first + _LONGEST), first + 1)
            yield first, text[first:cut].strip()
            first = cut
        yield first, text[first:last].strip()


def _split_line(line: _Line, text: str, scope: Scope, is_list: bool) -> Iterator[Demand]:
    for first, sentence in _sentences(text):
        # "Informatica. We have spent two years on getting rid of it." is an entry with a remark.
        item = is_list and (first == 0 or not _is_prose(sentence)) and not (first > 0 and OF_THE_FIRM.match(sentence))
        if is_list and first > 0 and (OF_THE_FIRM.match(sentence) or is_told(sentence)) and not ASKS.search(sentence):
            yield Demand(sentence, line.text, line.number, Tier.NONE, False)
            continue
        for number, clause in enumerate(split_clauses(sentence)):
            tier = Tier.NONE if number and item and is_told(clause) else read_tier(clause, scope, item)
            # What a soft heading stands over names a skill even in a whole sentence ("remote monitoring will start next year").
            short = scope.firm and scope.tier in (Tier.OPTIONAL, Tier.EMERGING) and len(clause.split()) <= 14
            yield Demand(clause, line.text if is_list else sentence, line.number, tier, item or short)
