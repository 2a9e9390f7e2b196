"""The rows of PDF columns as lines of text, each wrapped text whole: a row goes on with the one before it where that had no room for its first word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from gapwriter.unpack import Line
from gapwriter.unpack.pdf_columns import Block
from gapwriter.unpack.pdf_rows import UNKNOWN, Row, cells, has_room, is_date, is_marked

_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of)\b")
_UNFINISHED = re.compile(
    r"(?:[,|·&/–—(-]|\([^)]*|\b(?:and|or|of|the|a|an|with|in|for|to|by|at|from|on|my|our|not|no|never|without|than|as|und|mit|der|die|das|ohne|nicht|kein))$",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LABEL = re.compile(r"[^\W\d_a-zà-ÿ][\w /&-]{0,30}: ")
_SUFFIX = re.compile(
    r"(?:a?tions?|sions?|ments?|mental|ness|ings?|[mntdlp]ings?|it(?:y|ies)|i?cal|c?ally|[ea]nc(?:e|es|y)|ers|ly|b(?:le|ly)|[ts]ives?|tures?|[mtzs]ations?|n?i[sz]ations?)\b"
)
"""Ends of words that are no words, so that no compound has them for its second part."""
_COMPOUNDS = frozenset(
    "air all anti award back based bench best building built business by centred centric check city class client close cloud co colour computer cost counter "
    "cross customer data day decision deep design desk detail down drive driven eight end english entry event ever evidence ex face facing fast field first "
    "five flow focused follow four free friendly front full further gas german goal good great group half hand hands hard head heavy high home hour house "
    "human in intensive inter key know large last lead learning led level life light line live load local long low machine made making man market medium "
    "mid mini minded model month multi near needs new nine non north object off office old on one open oriented out over paid paper part party pay peer "
    "people per performance person plan point post pre price pro problem product profit project quality quick re ready real related results risk role run "
    "safety sales scale second self semi server service set seven short side site six skilled small so social software solution solving south specific "
    "speed staff stack standing start state step stop strong sub super surgical system take task team tech ten term test the third three time to top "
    "touch trade trained two under up user value water web week weekly well west wide winning word work world year".split()
)
"""Words of which compounds are made: "third-party" broken after its hyphen keeps it."""
_OPEN_DATE = re.compile(r"(?:[–—-]|\b(?:to|until|bis|since|[^\W\d_]{3,9}\.?))\s*$", re.I)
_SIGNS = dict.fromkeys("▪◦●‣■□○∙⁃➢➤►▸", "•")


class Column(NamedTuple):
    """A column and what is usual in it: the height of its letters, the distance of its rows, where they end and how many reach that end; `listed` are
    the numbers of rows that list things, a row each, without marks; `spaced` says whether paragraphs stand further apart than rows."""

    block: Block
    size: float
    step: float
    edge: float
    full: int
    listed: frozenset[int]
    spaced: bool = False


class Part(NamedTuple):
    """A cell of a line: its text, where that begins, and the words of its last row."""

    text: str
    left: float
    last: Row


class Entry(NamedTuple):
    """A line on its way, whose last row stands at `base`."""

    parts: list[Part]
    place: str
    base: float


def write_lines(blocks: Sequence[Block], hyphenates: bool) -> Iterator[Line]:
    """The lines of all columns, an empty one between what stands apart; `hyphenates` says that words may be broken at their ends."""
    words = Counter(found.casefold() for block in blocks for row in block.rows for word in row for found in _WORD.findall(word.text))
    numbers: Counter[int] = Counter()
    entry: Entry | None = None
    before: Block | None = None
    for column in _measure_all(blocks):
        block = column.block
        for at, row in enumerate(block.rows):
            numbers[block.page] += 1
            follows = bool(at) or _follows(before, block)
            turned = not at and before is not None and before.page != block.page and before.side == block.side
            if entry and at:
                entry, row = _take_date(entry, row, column.size)
            if entry and row and follows and (part := _find_open(entry, row, at, column)) is not None:
                entry = _join(entry, part, row, column.size, words, hyphenates)
                row = []
            if not row:
                continue
            place = f"page {block.page + 1}, line {numbers[block.page]}"
            if entry:
                yield _line(entry)
                if (not at and not turned) or _stands_apart(entry, row, at, column):
                    yield Line("", place)
            *whole, entry = _entries(row, column.size, place)
            yield from map(_line, whole)
        before = block
    if entry:
        yield _line(entry)


def _follows(before: Block | None, block: Block) -> bool:
    """Whether the text of a column may go on in the next: on the next page in the same place, on the same page in a column as wide."""
    if before is None or before.side != block.side:
        return False
    (left, right), (left_now, right_now) = ((min(row[0].left for row in one.rows), max(row[-1].right for row in one.rows)) for one in (before, block))
    return abs(left - left_now) < 30 if before.page != block.page else abs(right - left - right_now + left_now) < 0.2 * (right - left)


def _line(entry: Entry) -> Line:
    return Line(unicodedata.normalize("NFC", "   ".join(part.text for part in entry.parts).replace("\xad", "-")), entry.place)


def _stands_apart(entry: Entry, row: Row, at: int, column: Column) -> bool:
    """Whether more than the usual distance lies between a line and the next row; on a new page, whether a larger title begins."""
    if not at:
        return row[0].size > 1.1 * column.size
    scale = max(1.0, (0.75 * row[0].size + 0.25 * entry.parts[0].last[0].size) / column.size)
    return row[0].base - entry.base > 1.6 * column.step * scale


# --- what is usual -----------------------------------------------------------------------------------------------------------------


def _measure_all(blocks: Sequence[Block]) -> list[Column]:
    """The columns with what is usual in each; paragraphs are spaced where some are and next to none begins at the distance of a row."""
    columns = [_measure(block) for block in blocks]
    far, near = 0, 0
    for column in columns:
        for before, after in pairwise(column.block.rows):
            if max(abs(row[0].size - column.size) for row in (before, after)) < 0.1 * column.size and not is_marked(after):
                distance = (after[0].base - before[0].base) / column.step
                far += 1.08 < distance < 1.9
                near += distance <= 1.08 and not before[0].bold and has_room(before, after[0], column.edge - 2 * column.size)
    most = max(columns, key=lambda column: len(column.block.rows), default=None)
    steps = [min(column.step, most.step / most.size * column.size) if most and len(column.block.rows) < 8 else column.step for column in columns]
    return [column._replace(spaced=near * 5 < far, step=step) for column, step in zip(columns, steps, strict=True)]


def _measure(block: Block) -> Column:
    rows = block.rows
    size = median(word.size for row in rows for word in row)
    steps = sorted(after[0].base - before[0].base for before, after in pairwise(rows) if max(abs(row[0].size - size) for row in (before, after)) < 0.05 * size)
    step = min(max(steps[len(steps) // 10] if steps else 0.0, size), 2.2 * size)
    ends = sorted((row[-1].right for row in rows if row[-1].size < 1.15 * size and len(row) > 1), reverse=True) or [0.0]
    edge = next((end for end in ends[:3] if sum(end - 2 * size <= other <= end for other in ends) >= 4), ends[0])
    near = min(max(2 * size, 0.2 * (edge - min(row[0].left for row in rows))), 4 * size)
    return Column(block, size, step, edge, sum(row[-1].right > edge - near for row in rows), frozenset(_find_listed(rows, size, step, edge)))


def _find_listed(rows: list[Row], size: float, step: float, edge: float) -> Iterator[int]:
    """Rows that stand close together and of which one ends early without a full stop: each of them is a thing of its own."""
    group, early = [0], False
    for at, (before, row) in enumerate([*pairwise(rows), (rows[-1], None)], 1):
        if row and not is_marked(row) and row[0].base - before[0].base < 1.08 * step and before[-1].bold == row[0].bold:
            early = early or (
                has_room(before, row[0], edge) and len(cells(before, size)) == 1 and before[-1].text[-1] not in ".,;:!?" and not _LABEL.match(_text(row))
            )
            group.append(at)
        else:
            yield from group if early else ()
            group, early = [at], False


# --- wrapped lines -----------------------------------------------------------------------------------------------------------------


def _take_date(entry: Entry, row: Row, size: float) -> tuple[Entry, Row]:
    """A line whose date had no room in its cell ("October 2023 –"), with the rest of it from the row below; and what else that row has."""
    parts, below = list(entry.parts), cells(row, size)
    for end in (0, -1):
        part, cell = parts[end], below[end]
        beneath = min(abs(cell[0].left - part.last[0].left), abs(cell[-1].right - part.last[-1].right)) < 0.5 * size
        if len(parts) > 1 and beneath and is_date(part.last) and is_date(cell) and _OPEN_DATE.search(part.text) and cell[0].base - part.last[0].base < 2 * size:
            parts[end] = part._replace(text=f"{part.text} {_text(cell)}", last=cell)
            return entry._replace(parts=parts), [word for word in row if word not in cell]
    return entry, row


def _find_open(entry: Entry, row: Row, at: int, column: Column) -> int | None:
    """The part of a line that a row goes on with, or the number of parts for one more: it stands below, and there was no room for its first word."""
    size = column.size
    cell, *more = cells(row, size)
    alone, end, first = len(entry.parts) == 1, entry.parts[-1], row[0]
    step = column.step * max(1.0, first.size / size)
    dash = first.text in ("–", "—") and not entry.parts[0].text.startswith(("–", "—"))
    if (is_marked(row) and not dash) or (at and first.base - entry.base > 1.5 * step) or (more and not (alone and len(more) == 1 and is_date(more[0]))):
        return None
    if is_date(row, alone) and (alone or is_date(end.last)):
        full, unfinished = not has_room(end.last, first, column.edge), bool(_UNFINISHED.search(end.text[-200:]))
        if (full and not unfinished) if alone else (full or unfinished):
            return len(entry.parts) - (not alone)
    for number, part in enumerate(entry.parts):
        below = (-2.5 if alone else -0.8) * size <= first.left - part.left <= 0.8 * size or (not at and alone)
        limit = entry.parts[number + 1].left - 1.5 * size if part is not end else column.edge if alone else _edge(column, part.left)
        distance = (first.base - part.last[0].base) / step if at else 0.0
        if below and distance < 1.25 and not has_room(part.last, first, limit):
            return number if _is_open(part, cell, at, column, distance, alone) else None
    return None


def _edge(column: Column, left: float) -> float:
    """Where the rows end that have a cell at one place, as in a column of a table."""
    rows = (row for row in column.block.rows if any(abs(cell[0].left - left) < 0.3 * column.size for cell in cells(row, column.size)))
    return max((row[-1].right for row in rows), default=0.0)


def _is_open(part: Part, row: Row, at: int, column: Column, distance: float, alone: bool) -> bool:
    """Whether a full row is the middle of a text: by its end, by the next word, or by its length and the distance of the next row."""
    first, last = row[0], part.last[-1]
    if abs(first.size - last.size) > 0.15 * column.size:
        return False
    width = (last.right - part.last[0].left) / column.size
    long = width > 20
    parted = bool(re.search("[,;:•]", part.text[:400]))
    if _UNFINISHED.search(part.text[-200:]):
        return width > 12 or column.full >= 2
    if "@" in first.text + last.text or (alone and at in column.listed and not long and not (parted and column.full >= 2)):
        return False
    if first.text[0].islower() or first.text[0] == "(":
        return width > 12 or column.full >= 2
    labels = bool(_LABEL.match(part.text) and _LABEL.match(_text(row))) and not (long and column.spaced)
    if not at or distance > 1.08 or first.bold != last.bold or labels:
        return False
    return column.spaced or not alone or first.size > 1.15 * column.size or long or (column.full >= 3 and parted)


def _join(entry: Entry, at: int, row: Row, size: float, words: Counter[str], hyphenates: bool) -> Entry:
    cell, *more = cells(row, size)
    parts = [*entry.parts, *(Part(_text(other), other[0].left, other) for other in more)]
    if at == len(entry.parts):
        parts.append(Part(_text(cell), cell[0].left, cell))
    else:
        parts[at] = parts[at]._replace(text=_glue(parts[at].text, _text(cell), words, hyphenates), last=cell)
    return entry._replace(parts=parts, base=cell[0].base)


def _glue(head: str, tail: str, words: Counter[str], hyphenates: bool) -> str:
    """Two parts of a line as one. A hyphen between them goes only where it was a soft one, the file also writes the word without it, what follows is no
    word, or the program that made the file breaks words and neither part is one of which compounds are made."""
    if head.endswith("\xad"):
        return head.rstrip("\xad") + tail
    if re.search(r"\w/$|\d[–-]$", head[-2:]):
        return head + tail
    broken = re.search(r"[^\W\d_]+-$", head[-60:])
    after = _WORD.match(tail)
    if not broken or not after or _SUSPENDED.match(tail):
        return f"{head} {tail}"
    first, second = broken[0][:-1], after[0]
    if not second.islower() or words[f"{first}-{second}".casefold()]:
        return head + tail
    parts = {first.casefold(), second}
    whole = words[(first + second).casefold()] or _SUFFIX.fullmatch(second) or (hyphenates and not parts & _COMPOUNDS)
    return (head[:-1] if whole else head) + tail


# --- text --------------------------------------------------------------------------------------------------------------------------


def _entries(row: Row, size: float, place: str) -> list[Entry]:
    """The lines of a row: one, or one for each bullet."""
    entries: list[Entry] = []
    for cell in cells(row, size):
        marked = is_marked(cell)
        part = Part(_text(cell), cell[1 if marked else 0].left, cell)
        if entries and not marked:
            entries[-1].parts.append(part)
        else:
            entries.append(Entry([part], place, cell[0].base))
    return entries


def _text(cell: Row) -> str:
    """The words of a cell; its bullet is one of text, and a picture that no font names is left out, or is the bullet of plain text."""
    first, *rest = (word.text for word in cell)
    if not rest:
        return first
    if first == UNKNOWN and not all(word.bold for word in cell[1:]):
        first = "•"
    return " ".join(word for word in (_SIGNS.get(first, first), *rest) if word != UNKNOWN)
