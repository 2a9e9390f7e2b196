"""PDF: the lines of its pages in reading order, and apart from them what nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from gapwriter.unpack import Line, Refused
from gapwriter.unpack.pdf_columns import read_blocks
from gapwriter.unpack.pdf_lines import write_lines
from gapwriter.unpack.pdf_look import Piece, find_bullets, find_overprinted, find_pieces, look_at, turn, why_hidden
from gapwriter.unpack.pdf_rows import UNKNOWN, Word, join_pieces

PAGES = 40
LETTERS = 250_000
"""The most pages and characters read: a resume has a tenth of either."""
_HYPHENATING = ("tex", "typst", "indesign", "scribus", "quark")
"""Programs that break words at the ends of lines without being told to; those of offices and browsers do not."""


def unpack(content: bytes) -> Iterator[Line]:
    """The lines of all pages in reading order, then what nobody sees, with the reason."""
    document = _open(content)
    seen: list[list[list[Word]]] = []
    hidden: list[Line] = []
    room = LETTERS
    for number in range(len(document)):
        place = f"page {number + 1}"
        page = _load(document, number, place)
        text = page.get_textpage()
        room -= text.count_chars()
        if room < 0:
            raise Refused(place, "up to here there is more text than a resume or an advertisement has", "give the resume or the advertisement alone")
        words, unseen = _read_page(page, text, place)
        seen.append(words)
        hidden += unseen
    maker = " ".join(document.get_metadata_value(key) for key in ("Creator", "Producer")).lower()
    yield from write_lines(read_blocks(seen), any(name in maker for name in _HYPHENATING))
    yield from hidden


# --- opening -----------------------------------------------------------------------------------------------------------------------


def _open(content: bytes) -> Any:
    try:
        document = pdfium.PdfDocument(content)
        count = len(document)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Refused("", "this PDF is locked with a password", "save it without one") from None
        raise Refused("", "this is no whole PDF", "export it anew, or give the text") from None
    if not count:
        raise Refused("", "this PDF has no pages", "export it anew, or give the text")
    if count > PAGES:
        raise Refused("", f"this PDF has {count} pages, and {PAGES} are read at most", "give the resume or the advertisement alone")
    document.init_forms()
    return document


def _load(document: Any, number: int, place: str) -> Any:
    """A page as it is shown, with the values of form fields and the notes typed on it, not turned."""
    try:
        page = document[number]
        if raw.FPDFPage_GetAnnotCount(page):
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[number]
    except pdfium.PdfiumError:
        raise Refused(place, "this page cannot be read", "export it anew, or give the text") from None
    page.set_rotation(0)
    return page


# --- one page ----------------------------------------------------------------------------------------------------------------------


def _read_page(page: Any, text: Any, place: str) -> tuple[list[list[Word]], list[Line]]:
    """The words seen, apart by the direction in which they run, and the lines not seen. Refused where the page is a picture or its letters are unknown."""
    pieces = list(find_pieces(text))
    sight, pictured, figures = look_at(page)
    reasons = [why_hidden(piece, sight) for piece in pieces]
    for number in find_overprinted({number: piece for number, piece in enumerate(pieces) if not reasons[number]}):
        reasons[number] = "under other words"
    directions: dict[int, list[Word]] = {}
    for piece, how in zip(pieces, reasons, strict=True):
        if not how and piece.text:
            directions.setdefault(piece.style.angle, []).append(turn(piece))
    if 0 in directions:
        directions[0] += find_bullets(directions[0], figures)
    hidden = list(_tell_hidden(pieces, reasons, place))
    seen = sorted(directions.values(), key=len, reverse=True)
    letters = sum(len(word.text) for words in seen for word in words)
    if letters < 30 and pictured >= 0.5:
        problem = "this page is a picture, and the text behind it is not seen" if hidden else "this page is a picture without text"
        raise Refused(place, problem, "let text recognition (OCR) save it as text or Word, or give the text")
    if sum(word.text.count(UNKNOWN) for words in seen for word in words) > max(0.2 * letters, 20):
        raise Refused(place, "its fonts do not tell which letters they show", "export it anew from the program that wrote it, or give the text")
    return seen, hidden


def _tell_hidden(pieces: list[Piece], reasons: list[str], place: str) -> Iterator[Line]:
    """What nobody sees, a line for what stands on one line for one reason."""
    for piece in pieces:
        if piece.unseen:
            yield Line(piece.unseen, place, "in characters that no font shows")
    told = [(piece, how) for piece, how in zip(pieces, reasons, strict=True) if how]
    for (how, _), group in groupby(told, key=lambda one: (one[1], round(turn(one[0]).base))):
        yield Line(" ".join(word.text for word in join_pieces([turn(piece) for piece, _ in group])), place, how)
