"""Word files as lines: paragraphs and tables in their order, the header first, boxes where they stand, notes and the footer last; what nobody sees is set apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count, groupby, repeat
from typing import Any

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from gapwriter.unpack import Line, Refused
from gapwriter.unpack.docx_look import Look, Looks, W, child, children, value
from gapwriter.unpack.docx_package import broken, open_word
from gapwriter.unpack.docx_table import Row, read_rows

LONGEST = 50_000
"""Characters of one line; a resume has a tenth of that in all."""
MOST = 10_000
"""Lines; a long resume has a few hundred."""
_TOP = 3
"""Lines at the top, among which the name stands."""
_ALONE = "give the resume alone"
_CUT = "deleted, with the deletion tracked"
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_TAGS = re.compile("([\U000e0020-\U000e007e]+)")
"""Characters that spell ASCII and that no font shows."""
_SPACES = re.compile(r"[ \t\n\r]+")
_AS_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NO_TEXT = {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr", "sectPr", "instrText", "delInstrText", "moveFrom", "rt", "fldData", "softHyphen"}
_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings")
_PAGE_NUMBER = re.compile(r"(?:page|seite|p\.)?\s*[-–]?\s*\d{1,2}(?:\s*(?:of|/|von|\|)\s*\d{1,2})?\s*[-–]?", re.I)


def unpack(content: bytes) -> Iterator[Line]:
    """The lines of a Word file; Refused where it is damaged, hostile, or holds what cannot be read."""
    last = Line("", "")
    try:
        for number, line in enumerate(_Reader(open_word(content)).read()):
            if number >= MOST:
                raise Refused(line.place, f"it has more than {MOST:,} lines, and a resume has a few hundred", _ALONE)
            if len(line.text) > LONGEST:
                raise Refused(line.place, f"one line has {len(line.text):,} characters, and a resume has a tenth of that in all", _ALONE)
            if line.text or last.text:
                last = line if not line.hidden else last
                yield line._replace(text=unicodedata.normalize("NFC", line.text))
    except SyntaxError as error:  # a part that is parsed when it is needed: notes, the theme, a header
        raise broken("", error) from None


class _Reader:
    """Walks the trees of one file and counts what it passes."""

    def __init__(self, word: Word) -> None:
        self._word, self._looks = word, Looks(word)
        self._tables, self._boxes = count(1), count(1)
        self._anchored: list[tuple[Any, Look, bool]] = []
        self._told = 0
        self._patience = 0 if any(self._is_heading(one) for one in word.element.body.iter(f"{W}p")) else _TOP
        """After how many lines a box waits for a heading."""
        self._covered = 0
        """Lines that may still lie on a drawing behind the text."""

    def read(self) -> Iterator[Line]:
        headers, footers = self._margins("header"), self._margins("footer")
        seen: set[str] = set()
        yield from self._read_margins(headers[:1], "header", seen)
        self._told = 0
        yield from self._read_story(self._word.element.body, (f"paragraph {number}" for number in count(1)), self._looks.first)
        for kind in ("footnote", "endnote"):
            yield from self._read_notes(kind)
        yield from self._read_margins(headers[1:], "header", seen)
        yield from self._read_margins(footers, "footer", seen)
        yield from (line._replace(hidden="a comment") for line in self._read_notes("comment") if line.text)

    # --- parts besides the body --------------------------------------------------------------------------------------------------

    def _margins(self, kind: str) -> list[Any]:
        """Headers or footers, that of the first page first."""
        sections = list(self._word.element.iter(f"{W}sectPr"))
        names = ["default", "even"] if child(self._word.settings.element, "evenAndOddHeaders") is not None else ["default"]
        found = []
        for section in sections:
            wanted = ["first", *names] if child(section, "titlePg") is not None else names
            named = {value(one, attribute="type"): one.get(qn("r:id")) for name, one in children(section) if name == f"{kind}Reference"}
            found += [self._word.part.related_parts[named[name]] for name in wanted if named.get(name) in self._word.part.related_parts]
        return [parse_xml(part.blob) for part in dict.fromkeys(found)]

    def _read_margins(self, margins: list[Any], name: str, seen: set[str]) -> Iterator[Line]:
        """Headers or footers without what an earlier one says and without the numbers of pages."""
        for margin in margins:
            yield Line("", name)
            for line in list(self._read_story(margin, repeat(name), self._looks.first)):
                text = "\t".join(part for part in line.text.split("\t") if not _PAGE_NUMBER.fullmatch(part.strip())).strip()
                if text not in seen:
                    yield line._replace(text=text)
                seen.update([text] if text else [])
            yield Line("", name)

    def _read_notes(self, kind: str) -> Iterator[Line]:
        """Footnotes, endnotes or comments; those with a type are the lines that part them from the text."""
        try:
            part = self._word.part.part_related_by(getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S"))
        except KeyError:
            return
        notes = [note for name, note in children(parse_xml(part.blob)) if name == kind and not value(note, attribute="type")]
        for number, note in enumerate(notes, 1):
            yield Line("", "")
            yield from self._read_story(note, repeat(f"{kind} {number}"), self._looks.first)

    # --- blocks ------------------------------------------------------------------------------------------------------------------

    def _read_blocks(self, container: Any, places: Iterator[str], look: Look) -> Iterator[Line]:
        for name, block in children(container):
            if name == "p":
                yield from self._read_paragraph(block, places, look)
            elif name == "tbl":
                yield from self._read_table(block, look)
            elif name == "AlternateContent":
                yield from self._read_blocks(_alternative(block), places, look)
            elif name == "altChunk":
                raise Refused("", "a part of this file is kept in another format inside it", "open it in Word and save it anew as .docx")
            elif name in _WRAPPERS:
                yield from self._read_blocks(block, places, look)

    def _read_story(self, container: Any, places: Iterator[str], look: Look) -> Iterator[Line]:
        """A body, a header, a cell, a box or a note with the boxes anchored in it."""
        outer, self._anchored = self._anchored, []
        yield from self._read_blocks(container, places, look)
        yield from self._read_boxes()
        self._anchored = outer

    def _read_paragraph(self, paragraph: Any, places: Iterator[str], look: Look) -> Iterator[Line]:
        style = value(paragraph, "pPr/pStyle")
        own = self._looks.shaded(self._looks.styled(look, style), child(paragraph, "pPr/shd"))
        self._covered = max(self._covered - 1, self._looks.drawn_behind(paragraph))
        if self._covered:
            own = own._replace(behind="")
        runs = [(text, how) for text, how in _without_unseen(self._read_runs(paragraph, own)) if text]
        shown = [line.strip() for line in "".join(text for text, how in runs if not how).split("\n")]
        shown = [line for line in shown if line]
        place = next(places) if any(text.strip() for text, _ in runs) else ""
        heading, number = self._is_heading(paragraph), value(paragraph, "pPr/numPr/numId")
        if heading:
            yield from self._read_boxes()
        if heading or not runs:
            yield Line("", place)
        mark = "• " if not heading and (number != "0" if number else self._looks.style(style).item) else ""
        yield from (Line((mark if number == 0 else "  " if mark else "") + text, place) for number, text in enumerate(shown))
        for how, parts in groupby((run for run in runs if run[1]), key=lambda run: run[1]):
            text = " ".join("".join(text for text, _ in parts).split())
            if text:
                yield Line(text, place, how)
        if any(True for _ in paragraph.iter(f"{W}drawing", f"{W}pict", f"{W}object")):
            self._anchored += [(box, look, floats) for box, floats in self._boxes_in(paragraph)]
        self._told += len(shown)
        if self._told <= self._patience or not all(floats for _, _, floats in self._anchored):
            yield from self._read_boxes()

    def _is_heading(self, paragraph: Any) -> bool:
        level = value(paragraph, "pPr/outlineLvl")
        return level != "9" if level else self._looks.style(value(paragraph, "pPr/pStyle")).heading

    def _read_boxes(self) -> Iterator[Line]:
        """The boxes that wait. One that floats beside the text waits for the next heading, so that it does not cut what it stands beside in two."""
        waiting, self._anchored = self._anchored, []
        covered, self._covered = self._covered, 0
        for box, look, _ in waiting:
            drawn = box.get(qn("r:dm"))
            lines = list(self._read_diagram(drawn) if drawn else self._read_story(box, repeat("box"), self._looks.boxed(look, box)))
            name = f"text box {next(self._boxes)}" if any(line.text for line in lines) else ""
            yield from (line._replace(place=name if line.place in ("box", "") else line.place) for line in [Line("", ""), *lines, Line("", "")])
        self._covered = covered

    def _read_diagram(self, relation: str) -> Iterator[Line]:
        """The labels of a diagram, whose text lies in a part of its own."""
        if relation in self._word.part.related_parts:
            for paragraph in parse_xml(self._word.part.related_parts[relation].blob).iter(qn("a:p")):
                yield Line("".join(text.text or "" for text in paragraph.iter(qn("a:t"))).strip(), "box")

    def _boxes_in(self, element: Any, floats: bool = True) -> Iterator[tuple[Any, bool]]:
        """The text boxes and diagrams of a paragraph, and whether they float beside the text."""
        for name, one in children(element):
            if name in ("txbxContent", "relIds"):
                yield one, floats
            elif name == "AlternateContent":
                yield from self._boxes_in(_alternative(one), floats)
            elif name not in _NO_TEXT:
                yield from self._boxes_in(one, floats and name != "inline")

    # --- tables ------------------------------------------------------------------------------------------------------------------

    def _read_table(self, table: Any, look: Look) -> Iterator[Line]:
        number = next(self._tables)
        rows = list(_unwrapped(table, "tr"))
        yield Line("", "")
        yield from read_rows([self._read_row(table, row, look, f"table {number}, row {at + 1}", (at, len(rows))) for at, row in enumerate(rows)])
        yield Line("", "")

    def _read_row(self, table: Any, row: Any, look: Look, place: str, where: tuple[int, int]) -> Row:
        read = []
        cells = list(_unwrapped(row, "tc"))
        dropped = _CUT if child(row, "trPr/del") is not None else "marked as hidden" if child(row, "trPr/hidden") is not None else ""
        for column, cell in enumerate(cells):
            places = (f"{place}, cell {column + 1}, paragraph {number}" for number in count(1))
            merged = child(cell, "tcPr/vMerge") is not None and value(cell, "tcPr/vMerge") != "restart"
            how = dropped or ("in a cell that another covers" if merged else "")
            lines = self._read_story(cell, places, self._cell_look(table, cell, look, where, (column, len(cells))))
            read.append([line._replace(hidden=line.hidden or how) for line in lines if line.text or not how])
        return Row(place, read)

    def _cell_look(self, table: Any, cell: Any, look: Look, row: tuple[int, int], column: tuple[int, int]) -> Look:
        """A look on the shading of a cell, by the style of its table and by its own."""
        style = value(table, "tblPr/tblStyle")
        (at, rows), (beside, columns) = row, column
        parts = {"firstRow": at == 0, "lastRow": at == rows - 1, "firstCol": beside == 0, "lastCol": beside == columns - 1}
        parts |= {"band1Horz": at % 2 == 1, "band2Horz": at % 2 == 0, "band1Vert": beside % 2 == 1, "band2Vert": beside % 2 == 0}
        if style:
            look = self._looks.styled(look, style)
            for one in self._looks.style(style).chain:
                for name, part in children(one):
                    if name == "tblStylePr" and parts.get(value(part, attribute="type"), False):
                        look = self._looks.shaded(look, child(part, "tcPr/shd"))
        return self._looks.shaded(self._looks.shaded(look, child(table, "tblPr/shd")), child(cell, "tcPr/shd"))

    # --- runs --------------------------------------------------------------------------------------------------------------------

    def _read_runs(self, element: Any, look: Look) -> Iterator[tuple[str, str]]:
        """The texts in a paragraph, each with why nobody sees it; boxes are kept for later."""
        for name, one in children(element):
            if name in _NO_TEXT:
                continue
            if name in ("t", "delText"):
                yield _SPACES.sub(" ", one.text or ""), look.hidden()
            elif name in _AS_TEXT:
                yield _AS_TEXT[name], ""
            elif name == "sym":
                yield "•" if value(one, attribute="font").casefold().startswith(_SYMBOL_FONTS) else _symbol(value(one, attribute="char")), look.hidden()
            elif name == "r":
                properties = child(one, "rPr")
                styled = value(properties, "rStyle")
                yield from self._read_runs(one, self._looks.set(self._looks.styled(look, styled) if styled else look, properties))
            elif name == "del":
                yield from ((text, _CUT) for text, _ in self._read_runs(one, look) if text.strip())
            elif name == "AlternateContent":
                yield from self._read_runs(_alternative(one), look)
            elif name not in ("drawing", "pict", "object"):
                yield from self._read_runs(one, look)


# --- pieces --------------------------------------------------------------------------------------------------------------------------


def _alternative(choices: Any) -> Any:
    """The one of several forms of the same content that is read: the first with a text."""
    forms = [form for _, form in children(choices)]
    return next((form for form in forms if any(True for _ in form.iter(f"{W}t"))), forms[0] if forms else None)


def _unwrapped(element: Any, kind: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for name, one in children(element):
        if name == kind:
            yield one
        elif name in _WRAPPERS:
            yield from _unwrapped(one, kind)


def _symbol(code: str) -> str:
    return chr(int(code, 16)) if re.fullmatch(r"[\dA-Fa-f]{2,4}", code) and not 0xD800 <= int(code, 16) < 0xF900 else "•"


def _without_unseen(runs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Texts without characters of no width; those that spell something are set apart."""
    for text, how in runs:
        for part in _TAGS.split(_UNSEEN.sub("", text)):
            yield ("".join(chr(ord(one) - 0xE0000) for one in part), "in characters that no font shows") if _TAGS.match(part) else (part, how)
