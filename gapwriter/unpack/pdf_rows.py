"""Rows: the words of a PDF page that stand on one line, and what is told from a row alone: its cells, bullets and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

WIDE = 0.9
"""The least gap between two columns, in letter heights; between two words of one line it is a third of that."""
UNKNOWN = "\ufffd"
"""Stands for a picture in a font, and for a letter that the file does not name."""
_BULLETS = frozenset("•▪◦●‣■□○∙⁃➢➤►▸·*✓✔»>–—-" + UNKNOWN)


_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    "januar|februar|märz|mai|juni|juli|okt(?:ober)?|dez(?:ember)?|spring|summer|autumn|fall|winter"
)
_DATE = re.compile(rf"[\W\d_]*(?:{_MONTHS}|present|today|now|current|ongoing|since|until|to|heute|seit|bis)?[\W\d_]*", re.I)


class Word(NamedTuple):
    """A word with its box; `base` grows downwards, `size` is the height of its letters, `bold` stands for any heavier type."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    apart: bool = True


Row = list[Word]


def find_rows(words: Sequence[Word]) -> list[Row]:
    """Words that stand on one baseline, from left to right; a smaller word beside a larger one belongs to its row."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda one: one.base):
        if rows and _stands_in(word, rows[-1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    rows.sort(key=lambda row: max(one.base for one in row) - 1.1 * max(one.size for one in row))  # a name comes before what stands beside it in small
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _stands_in(word: Word, row: Row) -> bool:
    if abs(word.base - row[-1].base) < 0.08 * word.size:
        return True
    top = word.base - 0.7 * word.size
    shares = (min(word.base, one.base) - max(top, one.base - 0.7 * one.size) for one in row)
    if not any(share >= 0.35 * min(word.size, one.size) for share, one in zip(shares, row, strict=True)):
        return False
    return not any(word.left < one.right and one.left < word.right and abs(word.base - one.base) > 0.08 * word.size for one in row)


def join_pieces(row: Row) -> Row:
    """The pieces of a word, which a file may place one by one, as one word; letters set apart in a heading too."""
    words: Row = []
    for piece in row:
        last = words[-1] if words else None
        begins = (
            last and piece.bold != last.bold and (last.text[-1].islower() or last.text[-1] in ".,)") and not piece.text[0].islower() and piece.text[0].isalnum()
        )
        if last and not piece.apart and not begins and piece.left - last.right < 0.15 * max(last.size, piece.size):
            words[-1] = last._replace(text=last.text + piece.text, right=max(last.right, piece.right))
        elif not (last and piece.text == last.text and piece.left - last.left < 0.1 * piece.size):  # bold by printing twice
            words.append(piece)
    if len(words) > 1 and words[0].text == "o" and words[1].left - words[0].right > 0.6 * words[0].size:
        words[0] = words[0]._replace(text="•")  # a bullet of Word's second level
    return _join_letters(words)


def _join_letters(words: Row) -> Row:
    """`E X P E R I E N C E` as a word: four letters or more at one distance."""
    joined: Row = []
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and len(words[end].text) == len(words[at].text) == 1 and words[end].text.isalpha() and words[at].text.isalpha():
            gaps = [after.left - before.right for before, after in pairwise(words[at : end + 1])]
            if max(gaps) > 1.5 * min(gaps) + 0.05 * words[at].size:
                break
            end += 1
        end = end if end - at >= 4 else at + 1
        wide = words[at + 1].left - words[at].right if end > at + 1 else 0.0  # between two such words the distance is as much larger
        joined.append(words[at]._replace(text="".join(word.text for word in words[at:end]), right=words[end - 1].right + wide))
        at = end
    return joined


def cells(row: Row, size: float) -> list[Row]:
    """A row cut where it is empty for longer than between two words; a bullet stays with what follows it."""
    gaps = sorted(after.left - before.right for before, after in pairwise(row))
    usual = WIDE * size
    wide = max(usual, 2.5 * gaps[len(gaps) // 2] if len(gaps) >= 5 else 0.0)  # sentences of a line that is spread to the margin stand apart too
    dates = next((at for at in range(len(row)) if is_date(row[at:])), len(row))
    parts: list[Row] = []
    for at, word in enumerate(row):
        last = parts[-1][-1] if parts else None
        limit = 0.55 * size if at == dates else wide if last and last.bold == word.bold else usual
        if last and (word.left - last.right <= limit or (len(parts[-1]) == 1 and last.text in _BULLETS)):
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def is_marked(cell: Row) -> bool:
    """Whether a bullet stands before a text; a dash before a date is none."""
    return len(cell) > 1 and cell[0].text in _BULLETS and not (cell[0].text in "–—-" and _DATE.fullmatch(cell[1].text))


def is_date(row: Row, whole: bool = False) -> bool:
    """Whether words are a date or a part of one, or a whole span of time."""
    return all(_DATE.fullmatch(word.text) for word in row) and (not whole or any(word.text in ("–", "—", "-", "to", "bis") for word in row[1:-1]))


def has_room(row: Row, word: Word, edge: float) -> bool:
    """Whether a word would have fitted at the end of a row, after a space as wide as those before it."""
    gaps = sorted(after.left - before.right for before, after in pairwise(row))
    space = min(max(gaps[len(gaps) // 2] if gaps else 0.25 * word.size, 0.2 * word.size), 0.4 * word.size)
    return row[-1].right + space + word.right - word.left <= edge
