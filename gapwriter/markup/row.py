"""Row: a line of a page, and what parts it from the line before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

BULLET = "• "
JOINED, WEAK, PARAGRAPH, APART = range(4)
"""How much parts a line from the one before it: nothing, its length, the margin of a paragraph (not between two short ones), or anything else."""
_SHORT, _LONG = 50, 120
"""Below so many characters a block is a line, above a paragraph, whatever its tag."""
_WRAPPED = 160
"""Where no line is longer than this the readers of lines may take two for one that was wrapped: there whatever is not short stands apart."""


class Row(NamedTuple):
    """A line with the number of the source line where it begins; `linked` is how much of it are links."""

    text: str
    line: int
    apart: int = JOINED
    heading: bool = False
    linked: int = 0
    bold: bool = False


def part_by_length(text: str) -> int:
    """How much the length alone of a block parts it from its neighbours."""
    return JOINED if len(text) < _SHORT else WEAK if len(text) < _LONG else APART


def is_short(text: str) -> bool:
    """Whether a paragraph is a line of its own rather than a sentence."""
    return len(text) < _SHORT and not text.endswith((".", "!", "?", ";", ":", ","))


def with_empty_lines(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The lines with their places, an empty line before what stands apart."""
    least = WEAK if max((len(row.text) for row in rows), default=0) <= _WRAPPED else PARAGRAPH
    lines: list[tuple[str, str]] = []
    for row in rows:
        place = f"line {row.line}"
        lines += [("", place), (row.text, place)] if row.apart >= least and lines else [(row.text, place)]
    return lines


def join_cells(rows: list[Row], cells: Sequence[tuple[int, str]], apart: int) -> bool:
    """Set the cells of a table's row as one line; False for cells of more than a line each, which are no table and follow one another.

    `cells` are the index of the first line of each and its tag; they end where the next begins.
    """
    ends = [first for first, _ in cells[1:]] + [len(rows)]
    filled = [(rows[first:end], name) for (first, name), end in zip(cells, ends, strict=True) if end > first]
    if any(len(held) > 1 or held[0].text.startswith(BULLET) or len(held[0].text) > _WRAPPED for held, _ in filled):
        for before, at in zip((first for first, _ in cells), ends[:-1], strict=False):
            if before < at < len(rows):
                rows[at] = rows[at]._replace(apart=APART if before + 1 < at else JOINED)  # one line heads what stands beside it
        return False
    if filled:
        texts = [held[0].text for held, _ in filled]
        text = f"{texts[0].rstrip(':')}: {texts[1]}" if _is_labelled([held[0] for held, _ in filled], [name for _, name in filled]) else " | ".join(texts)
        rows[cells[0][0] :] = [filled[0][0][0]._replace(text=text, apart=apart, linked=sum(held[0].linked for held, _ in filled))]
    return True


def _is_labelled(cells: Sequence[Row], tags: Sequence[str]) -> bool:
    """Whether the first of two cells says what stands in the other ("Skills", "Python, SQL")."""
    if len(cells) != 2 or cells[1].bold:
        return False
    label, value = cells[0].text, cells[1].text
    listed = "," in value and not any(character.isdigit() for character in value)
    return list(tags) == ["th", "td"] or label.endswith(":") or (cells[0].bold and len(label.split()) <= 3 and listed)
