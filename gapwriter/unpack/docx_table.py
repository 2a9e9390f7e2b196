"""Rows of a table in a Word file as lines: a table of facts is read row by row, one that only sets columns side by side is read cell after cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapwriter.unpack import Line

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PERSONAL = re.compile(r"(?:full )?name|address|(?:tele)?phone|mobile|e-?mail|date of birth|born|nationality|website|linkedin|github", re.I)


class Row(NamedTuple):
    """The lines of each of its cells."""

    place: str
    cells: Sequence[Sequence[Line]]


def read_rows(rows: Sequence[Row]) -> Iterator[Line]:
    """The rows of one table. Where each cell is one line, a label goes with its list ("Tools: Docker, Git"); else a label heads what stands beside it."""
    facts = all(len(cell) <= 1 for row in rows for cell in _seen(row))
    for row in rows:
        cells = _seen(row)
        told = [cell for cell in cells if not _is_date(cell)]
        if len(cells) == 2 and _is_label(cells[0], cells[1]):
            yield from [Line(f"{cells[0][0].text}: {cells[1][0].text}", row.place)] if facts else _one_by_one(row)
        elif cells and all(len(cell) == 1 for cell in cells):
            yield Line(" | ".join(cell[0].text for cell in cells), row.place)
        elif len(told) == 1 < len(cells):
            yield Line("", row.place)
            yield Line("\t".join(cell[0].text if cell is told[0] else " ".join(line.text for line in cell) for cell in cells), told[0][0].place)
            yield from told[0][1:]
            yield Line("", row.place)
        else:
            yield from _one_by_one(row)
        yield from (line for cell in row.cells for line in cell if line.hidden)


def _seen(row: Row) -> list[list[Line]]:
    """The lines with text that a person sees, of the cells that have any."""
    cells = [[line for line in cell if line.text and not line.hidden] for cell in row.cells]
    return [cell for cell in cells if cell]


def _one_by_one(row: Row) -> Iterator[Line]:
    for cell in row.cells:
        yield Line("", row.place)
        yield from (line for line in cell if not line.hidden)
    yield Line("", row.place)


def _is_date(cell: Sequence[Line]) -> bool:
    """Whether a cell holds the dates of what stands beside it, perhaps with a place."""
    return len(cell) <= 3 and all(len(line.text) <= 40 for line in cell) and any(_YEAR.search(line.text) for line in cell)


def _is_label(cell: Sequence[Line], beside: Sequence[Line]) -> bool:
    """Whether a cell says what the list, the sentence or the lines beside it are about ("Tools" beside "Docker, Git", "Phone" beside a number)."""
    text, other = cell[0].text, beside[0].text
    if len(cell) > 1 or len(text.split()) > 4 or _YEAR.search(text) or text[-1] in ".,;:!?":
        return False
    return bool(_PERSONAL.fullmatch(text)) or ((len(beside) > 1 or "," in other or "·" in other or len(other.split()) >= 5) and "@" not in other)
