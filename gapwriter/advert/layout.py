"""Layout: the lines of an advertisement as a person reads them: paragraphs that were wrapped, bullets of other kinds, codes before entries, columns of crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapwriter.outline.entry import strip_bullet


class Raw(NamedTuple):
    """A line with its index; `flows` says that it goes on with the paragraph of the line before it."""

    at: int
    text: str
    flows: bool = False


_LETTER_BULLET = re.compile(r"^(\s*)o\s+(?=\S)")
_CODE = re.compile(r"^(\s*)(?:[A-Z]{1,2}\d{1,2}|\d{1,2}\.\d{1,2})[.):]?\s+(?=\S)")
_COLUMNS = re.compile(r"^.*?\b(?P<first>Essential|Desirable)\b\s{2,}(?P<second>Essential|Desirable)\b", re.I)
_CROSS = re.compile(r"\s{2,}(?P<cross>[x✓✔✗Xü•*])\s*$")
_ENDS = re.compile(r"[.!?:;][\"'”’)]*\s*$")


def read_layout(lines: Sequence[str], first: int) -> Iterator[Raw]:
    """The lines from `first` on; under a head of columns ("Essential   Desirable") by column, each under its word."""
    marks = _marks(lines)
    plain = [_unmarked(line, marks) for line in lines]
    flowing = _flowing(plain)
    at = first
    while at < len(plain):
        head = _COLUMNS.match(lines[at])
        rows = list(_rows(lines, plain, at, head)) if head else []
        if head and rows:
            for word in ("first", "second"):
                yield Raw(at, f"{head[word].title()}:")
                yield from (Raw(row, f"• {text}") for row, column, text in rows if column == word)
            at = rows[-1][0] + 1
        else:
            yield Raw(at, plain[at], at in flowing)
            at += 1


def _marks(lines: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """Marks before entries that many lines have."""
    return tuple(pattern for pattern, least in ((_LETTER_BULLET, 2), (_CODE, 4)) if sum(bool(pattern.match(line)) for line in lines) >= least)


def _unmarked(line: str, marks: Sequence[re.Pattern[str]]) -> str:
    for pattern in marks:
        if pattern.match(line):
            return pattern.sub(r"\1• ", line)
    return line


def _rows(lines: Sequence[str], plain: Sequence[str], at: int, head: re.Match[str]) -> Iterator[tuple[int, str, str]]:
    """The lines below a head of columns that have a cross, with the column that it stands in."""
    for row in range(at + 1, len(lines)):
        cross = _CROSS.search(lines[row])
        if not cross:
            if lines[row].strip():
                return
            continue
        near = {word: abs(cross.start("cross") - (head.start(word) + head.end(word)) / 2) for word in ("first", "second")}
        text = strip_bullet(plain[row])[0]
        yield row, min(near, key=lambda word: near[word]), re.sub(r"\s{2,}\S\s*$", "", text)


def _flowing(lines: Sequence[str]) -> set[int]:
    """The lines of paragraphs that were wrapped by hand: three or more in a run, long, most of them stopping in the middle of a sentence."""
    found: set[int] = set()
    run: list[int] = []
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].strip() and not strip_bullet(lines[at])[1]:
            run.append(at)
            continue
        body = [lines[one].strip() for one in run]
        long = [one for one in body[:-1] if len(one) >= 40]
        if len(long) * 4 >= 3 * (len(body) - 1) > 0 and sum(not _ENDS.search(one) for one in long) * 2 > len(long):
            full = 0.6 * max(map(len, body))
            found.update(one for one in run[1:] if len(lines[one - 1].strip()) >= full and not re.search(r":\s*$", lines[one - 1]))
        run = []
    return found
