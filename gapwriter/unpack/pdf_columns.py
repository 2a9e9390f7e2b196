"""Columns: the rows of PDF pages in reading order.

Columns are told from rows by who goes on by themselves: two columns each begin lines that the other has no partner for, or go on while the other
begins anew; dates at a margin, labels of a table and bullets always stand in the row of what they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from gapwriter.unpack.pdf_rows import UNKNOWN, Row, Word, cells, find_rows, has_room, is_date, is_marked, join_pieces


class Block(NamedTuple):
    """Rows of one column of one page; `side` where it is the narrow column beside the main one."""

    page: int
    rows: list[Row]
    side: bool = False


class Gutter(NamedTuple):
    """A column border: the second column begins at `x`, in rows `first` to `last`."""

    x: float
    first: int
    last: int
    score: float


# --- pages -------------------------------------------------------------------------------------------------------------------------

_ADDRESS = re.compile(r"\w@\w|\w/\w|\w\.\w")
_NUMBER = re.compile(r"\W*(?:(?:page|seite|p\.?)\s*)?(\d{1,2})(?:\s*(?:of|von|/)\s*(\d{1,2}))?\W*", re.I)


def read_blocks(pages: Sequence[Sequence[Sequence[Word]]]) -> list[Block]:
    """The columns of all pages in reading order; each page holds its words apart by direction. A side column is read at a stretch over all pages."""
    blocks: list[Block] = []
    for number, directions in enumerate(pages):
        for words in directions:
            rows = [row for row in map(join_pieces, find_rows(words)) if any(word.text != UNKNOWN for word in row)]
            found = find_blocks([word for row in _without_number(rows, number + 1, len(pages)) for word in row], number)
            blocks += [block._replace(side=block.side or _goes_on_aside(block, blocks)) for block in found]
    sides = [block for block in blocks if block.side]
    others = [block for block in blocks if not block.side]
    begins = bool(sides) and any(block.page == sides[0].page for block in blocks[blocks.index(sides[0]) :] if not block.side)
    at = blocks.index(sides[0]) if begins else len(others)
    return others[:at] + sides + others[at:]


def _goes_on_aside(block: Block, before: list[Block]) -> bool:
    """Whether all of a block stands where the side column of the page before it stood."""
    asides = [[word for row in one.rows for word in row] for one in before if one.side and one.page == block.page - 1]
    words = [word for row in block.rows for word in row]
    return any(
        min(word.left for word in aside) - 2 < min(word.left for word in words) and max(word.right for word in words) < max(word.right for word in aside) + 15
        for aside in asides
    )


def _without_number(rows: list[Row], page: int, pages: int) -> list[Row]:
    """The rows of a page without the one that tells its number, at its head or foot."""
    for end in (-1, 0):
        told = _NUMBER.fullmatch(" ".join(word.text for word in rows[end])) if rows else None
        if told and int(told[1]) == page and (not told[2] or int(told[2]) == pages):
            rows = rows[:-1] if end else rows[1:]
    return rows


# --- columns -----------------------------------------------------------------------------------------------------------------------


def find_blocks(words: Sequence[Word], page: int, whole: bool = True) -> list[Block]:
    """The columns of a page, or of a part of it, in reading order."""
    if not words:
        return []
    rows = find_rows(words)
    gutter = _find_gutter(rows)
    if not gutter:
        return [Block(page, rows)]
    above, left, right, below = _cut(rows, gutter)
    widths = [max(word.right for word in part) - min(word.left for word in part) for part in (left, right)]
    threads = whole and min(widths) < 0.75 * max(widths) and gutter.last - gutter.first + 1 >= 0.6 * len(rows) and len(below) <= 2
    columns = [
        [block._replace(side=threads and width == min(widths)) for block in find_blocks(part, page, False)]
        for part, width in zip((left, right), widths, strict=True)
    ]
    if page == 0 and _largest(right) > 1.2 * max(_largest(left), _largest([word for row in above for word in row])):
        columns.reverse()  # the name stands there
    around = [find_blocks([word for row in part for word in row], page, False) for part in (above, below)]
    return [*around[0], *columns[0], *columns[1], *around[1]]


def _largest(words: Sequence[Word]) -> float:
    return max((word.size for word in words), default=0.0)


def _cut(rows: list[Row], gutter: Gutter) -> tuple[list[Row], list[Word], list[Word], list[Row]]:
    """The rows above and below two columns, and the words of each."""
    inside = rows[gutter.first : gutter.last + 1]
    left = [word for row in inside for word in row if word.left < gutter.x]
    right = [word for row in inside for word in row if word.left >= gutter.x]
    return rows[: gutter.first], left, right, rows[gutter.last + 1 :]


def _find_gutter(rows: list[Row]) -> Gutter | None:
    """The border that most rows keep to, of those with text of its own on both sides."""
    if len(rows) < 2:
        return None
    size = median(word.size for row in rows for word in row)
    parts = [cells(row, size) for row in rows]
    starts = sorted(cell[0].left for row in parts for cell in row)
    found = []
    for at, start in enumerate(starts):
        if at and start - starts[at - 1] < 0.3 * size:
            continue
        if sum(start <= other < start + 0.3 * size for other in starts[at : at + 200]) >= 2:
            found += [gutter for first, last in _open_rows(parts, start, size) if (gutter := _judge(parts, start, first, last, size))]
    return max(found, key=lambda one: one.score, default=None)


def _open_rows(parts: list[list[Row]], x: float, size: float) -> Iterator[tuple[int, int]]:
    """The stretches of rows in which no text runs across `x`."""
    first = None
    for at, row in enumerate([*parts, None]):
        crossed = row is None or any(_crosses(cell, x, size) for cell in row)
        if crossed and first is not None:
            if at - first >= 2:
                yield first, at - 1
            first = None
        elif not crossed and first is None:
            first = at


def _crosses(cell: Row, x: float, size: float) -> bool:
    """Whether the text of a cell runs across `x`; a title may come close to what stands beside it in other letters, an address that cannot be broken
    may stick out."""
    before = [word for word in cell if word.left < x - 0.1 * size]
    after = cell[len(before) :]
    if not before or (len(before) == 1 and _ADDRESS.search(before[0].text)):
        return False
    return before[-1].right > x or (bool(after) and abs(before[-1].size - after[0].size) < 0.15 * size)


def _judge(parts: list[list[Row]], x: float, first: int, last: int, size: float) -> Gutter | None:
    """Whether `x` is a column border in these rows."""
    sides = [[[word for cell in row for word in cell if (word.left >= x - 0.1 * size) == right] for row in parts[first : last + 1]] for right in (False, True)]
    first, last, sides = _trim(sides, first, last, size, last + 1 < len(parts))
    full = [[row for row in side if row] for side in sides]
    headed = bool(sides[0]) and all(_is_title(side[:3], other[0], size) for side, other in (sides, sides[::-1]))
    if min(map(len, full)) < (2 if headed else 3) or not _stand_alone(sides, size):
        return None
    gap = x - sorted(row[-1].right for row in full[0])[9 * len(full[0]) // 10]
    return Gutter(x - 0.1 * size, first, last, (last - first + 1) * min(max(gap, 0.1 * size), 3 * size))


def _trim(sides: list[list[Row]], first: int, last: int, size: float, ended: bool) -> tuple[int, int, list[list[Row]]]:
    """Rows at the ends that only one side has, and that stand apart, are no part of the columns."""
    bases = [(one or other)[0].base for one, other in zip(*sides, strict=True)]
    both = [[at for at, row in enumerate(side) if row] for side in sides]
    if not all(both):
        return first, last, sides
    start, end = 0, len(bases)
    steps = sorted(after - before for before, after in pairwise(bases))
    step = 1.6 * max(steps[len(steps) // 2], size)
    for at in range(1, max(one[0] for one in both) + 1):
        if bases[at] - bases[at - 1] > step:
            start = at
    for at in range(min(one[-1] for one in both) + 1, len(bases) if ended else 0):
        if bases[at] - bases[at - 1] > step:
            end = at
            break
    return first + start, first + end - 1, [side[start:end] for side in sides]


def _stand_alone(sides: list[list[Row]], size: float) -> bool:
    """Whether each side is a column: by titles over its text, by lines that it begins alone, or goes on with where the other begins one."""
    if any(_are_dates(side, size) for side in sides):
        return False
    begun = [[bool(row) and not on for row, on in zip(side, _goes_on(side), strict=True)] for side in sides]
    alone, over, titled = [0, 0], [0, 0], [0, 0]
    for me, other in ((0, 1), (1, 0)):
        for at, (row, beside) in enumerate(zip(sides[me], sides[other], strict=True)):
            alone[me] += begun[me][at] and not beside and not _is_heading(row, size)
            over[me] += bool(row and beside) and not begun[me][at] and begun[other][at]
            titled[me] += _is_title(sides[me][at : at + 3], beside, size)
    return min(alone) >= 2 or (min(over) >= 1 and sum(over) >= 3) or (any(titled) and all(one or two for one, two in zip(alone, titled, strict=True)))


def _is_title(rows: list[Row], beside: Row, size: float) -> bool:
    """Whether a row stands over the next one as a title, while something else goes on beside it; two titles in bold may head a table."""
    below = next((row for row in rows[1:] if row), None)
    if not rows[0] or not below or not beside or is_date(rows[0]) or is_date(below) or not _is_heading(rows[0], size) or _is_heading(below, size):
        return False
    return not _is_heading(beside, size) or _is_heading([word._replace(bold=False) for word in rows[0]], size)


def _goes_on(side: list[Row]) -> list[bool]:
    """Whether each row of a column goes on with the line before it: that had no room for its first word, or it begins with a small letter."""
    edge = max((row[-1].right for row in side if row), default=0.0)
    on = [False]
    for before, row in pairwise(side):
        on.append(bool(before) and bool(row) and not is_marked(row) and (row[0].text[0].islower() or not has_room(before, row[0], edge)))
    return on


def _is_heading(row: Row, size: float) -> bool:
    text = " ".join(word.text for word in row)
    return all(word.bold for word in row) or row[0].size > 1.1 * size or (text.isupper() and len(text) > 3)


def _are_dates(side: list[Row], size: float) -> bool:
    """Whether the text of a column, its titles aside, is dates for a good part, which belong to what stands beside them."""
    texts = [row for row in side if row and (is_date(row) or not _is_heading(row, size))]
    return sum(map(is_date, texts)) > 0.4 * len(texts)
