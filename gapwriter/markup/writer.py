"""The writer of a page's lines: where a line begins, what an empty line parts, what of a page is no text."""

from __future__ import annotations

import re

from gapwriter.document import Hidden
from gapwriter.errors import InputError
from gapwriter.markup.element import BLOCKS, CELLS, HEADINGS, LISTS, SET_APART, Element, Elements
from gapwriter.markup.letters import SPACE, TAG_CHARACTERS, spell_tags, tidy_line
from gapwriter.markup.row import APART, BULLET, JOINED, PARAGRAPH, Row, is_short, join_cells, part_by_length, with_empty_lines
from gapwriter.markup.style import Look, Sheet, look_of
from gapwriter.markup.token import ANEW, ATTRIBUTES, Token, read_attributes, read_entities

LINES = 100_000
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr keygen".split())
_NO_TEXT = frozenset("svg math template select datalist object video audio canvas rp".split())
_PRE = str.maketrans({" ": "\u00a0", "\t": "\u00a0" * 4})
_OWN_BULLET = re.compile(r"[•▪◦●‣·–—*✓✔➢➤■-]\s")
_ROLES = {"navigation": "nav", "contentinfo": "foot", "banner": "head", "complementary": "aside", "dialog": "foot", "alertdialog": "foot", "main": "main"}
_TAG_ROLES = {
    "nav": "nav",
    "footer": "foot",
    "header": "head",
    "aside": "aside",
    "main": "main",
    "article": "main",
    "li": "item",
    "tr": "row",
    "dt": "term",
    "summary": "fold",
}
_TAG_ROLES |= dict.fromkeys(HEADINGS, "heading") | dict.fromkeys(CELLS, "cell") | dict.fromkeys(LISTS, "list") | dict.fromkeys(("a", "button"), "link")


class Writer:
    """Takes the tokens of a page and gives its lines.

    `marked` has "main" and "h1" where the page has them. A page that marks its main part loses what is set around it: menus (nav), the foot, and a head or
    an aside that is mostly links; and links that stand alone before the main part and its heading ("Skip to content", "Back to the list").
    """

    def __init__(self, look: Look, sheet: Sheet, file: str, xml: bool, marked: set[str]) -> None:
        self._elements, self._sheet, self._file, self._xml = Elements(look, file), sheet, file, xml
        self._has_main, self._awaited = "main" in marked, set(marked)
        self._rows: list[Row] = []
        self._items: list[str] = []  # of each open entry of a list: "new", "begun", "group"
        self._unseen: list[tuple[str, int, list[str]]] = []
        self._skipped, self._skipped_at, self._depth, self._attributes = "", 0, 0, 0
        self._gap, self._unseen_goes_on = JOINED, False
        self._begin_line(starts_block=True)

    def _begin_line(self, starts_block: bool) -> None:
        self._parts: list[str] = []
        self._line = self._linked = self._plain = 0
        self._starts_block = starts_block
        self._term = self._closed_inline = self._parting = False

    def take(self, token: Token) -> None:
        if self._skipped:
            if token.name == self._skipped and not token.text.endswith("/"):
                self._depth += {"open": 1, "close": -1}.get(token.kind, 0)
                self._skipped = self._skipped if self._depth else ""
        elif token.kind == "text":
            self._text(token)
        elif token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token.name)

    def finish(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Hidden, ...]]:
        """Lines, their places, and what nobody sees."""
        if self._skipped:
            raise InputError(self._file, f"line {self._skipped_at}", f"the <{self._skipped}> that begins here has no end", ANEW)
        for element in self._elements.all_ended():
            self._end(element)
        self._flush(ends_block=True)
        lines = with_empty_lines(self._rows)
        told = ((line, tidy_line("".join(parts), self._file), how) for how, line, parts in self._unseen)
        hidden = tuple(Hidden(place=f"line {line}", text=text, how=how) for line, text, how in told if text)
        return tuple(text for text, _ in lines), tuple(place for _, place in lines), hidden

    # --- tags ---------------------------------------------------------------------------------------------------------------------

    def _open(self, token: Token) -> None:
        name = token.name
        for element in self._elements.ended_by_opening(name):
            self._end(element)
        if name in _NO_TEXT or (name == "button" and not any(self._elements.roles[role] for role in ("heading", "fold", "term"))):
            if not (token.text.endswith("/") and (self._xml or name in ("svg", "math"))):
                self._skipped, self._skipped_at, self._depth = name, token.line, 1
            return
        attributes = read_attributes(token.text)
        self._attributes += len(attributes)
        if self._attributes > ATTRIBUTES:
            raise InputError(self._file, "", f"the page has more than {ATTRIBUTES:,} attributes", "give the resume or the advertisement alone")
        if name in _VOID:
            self._void(name)
            return
        styles = self._sheet.find(name, attributes)
        look = look_of(self._elements.look, name, styles)
        shown = styles.get("display", "")
        block = name in BLOCKS or shown in ("block", "flex", "grid", "list-item", "table", "table-row")
        element = Element(name, look, block, self._role(name, attributes))
        if block:
            self._begin_block(element)
        elif self._closed_inline and ("class" in attributes or "style" in attributes):
            self._parting = True
        if self._xml and token.text.endswith("/"):
            self._end(element)
        else:
            self._elements.push(element, token.line)

    def _role(self, name: str, attributes: dict[str, str]) -> str:
        role = _ROLES.get(attributes.get("role", "")) or ("main" if "JobPosting" in attributes.get("itemtype", "") else _TAG_ROLES.get(name, ""))
        around = self._has_main and not self._elements.roles["main"]
        if role == "nav":
            return "furniture" if self._has_main else ""
        if role in ("foot", "aside", "head"):
            return ("furniture" if role == "foot" else role) if around else ""
        return role

    def _void(self, name: str) -> None:
        if name == "hr":
            self._part(APART)
        elif name == "br":
            self._break()

    def _break(self) -> None:
        """A new line; one without text is an empty one."""
        if self._line:
            self._flush(ends_block=False)
        else:
            self._part(APART)

    def _begin_block(self, element: Element) -> None:
        if element.name == "dd" and self._term and self._line:
            before = "".join(self._parts).rstrip(SPACE)
            self._parts = [before, " " if before.endswith(":") else ": "]
            return
        self._part(JOINED if element.role == "list" else _margin(element))
        self._awaited -= {element.role, element.name}
        if element.role == "heading" and self._items and self._items[-1] == "new":
            self._items[-1] = "group"
            self._part(APART)
        elif element.role == "item":
            self._items.append("new")
            self._gap = JOINED
        row = self._elements.innermost("row") if element.role == "cell" else None
        if row:
            row.cells.append((len(self._rows), element.name))
        element.first, element.apart = len(self._rows), self._gap

    def _close(self, name: str) -> None:
        if name == "br":
            self._break()
            return
        for element in self._elements.ended_by_closing(name):
            self._end(element)

    def _end(self, element: Element) -> None:
        if element.role == "term" and self._line:
            self._term = True
            return
        if not element.block:
            self._closed_inline = True
            return
        self._flush(ends_block=True, heading=element.role == "heading")
        if element.role == "item" and self._items:
            self._items.pop()
        elif element.role == "row":
            if element.cells and join_cells(self._rows, element.cells, element.apart):
                self._gap = JOINED
        elif element.role in ("aside", "head") and self._is_beside(element):
            del self._rows[element.first :]
        self._part(_margin(element))

    def _is_beside(self, element: Element) -> bool:
        """Whether what an aside or a head holds is mostly links. A name stands in the head of a resume, or in an aside before all else."""
        rows = self._rows[element.first :]
        named = any(row.heading for row in rows) if element.role == "head" else not element.first
        return not named and 2 * sum(row.linked for row in rows) >= sum(len(row.text) for row in rows)

    def _part(self, apart: int) -> None:
        """End the line; what follows is parted from it unless it is a heading, or they are in one entry of a list."""
        self._flush(ends_block=True)
        if not self._in_item() and self._rows and not self._rows[-1].heading:
            self._gap = max(self._gap, apart)

    def _in_item(self) -> bool:
        return bool(self._items) and self._items[-1] != "group"

    # --- text ---------------------------------------------------------------------------------------------------------------------

    def _text(self, token: Token) -> None:
        look = self._elements.look
        if not look.space and not token.text.strip(SPACE):
            self._parts += [" "] if self._line else []
            self._closed_inline = False
            return
        if self._elements.roles["furniture"]:
            return
        text = TAG_CHARACTERS.sub(lambda found: self._spell(found[0], token.line), read_entities(token.text))
        how = look.how
        if how:
            self._set_apart(text, token.line, how)
        elif not look.space:
            self._write(text, token.line, look)
        else:
            self._write_typed(text, token.line, look)

    def _spell(self, characters: str, line: int) -> str:
        self._unseen.append(("in characters that no font shows", line, [spell_tags(characters)]))
        return ""

    def _set_apart(self, text: str, line: int, how: str) -> None:
        if not (self._unseen_goes_on and self._unseen[-1][0] == how):
            self._unseen.append((how, line + text[: len(text) - len(text.lstrip(SPACE))].count("\n"), []))
        self._unseen[-1][2].append(text)
        self._unseen_goes_on = bool(self._unseen[-1][2])

    def _write_typed(self, text: str, line: int, look: Look) -> None:
        """Text whose own line ends count."""
        for found in re.finditer(r"[^\n]+|\n+", text):
            piece = found[0]
            if piece[0] == "\n":
                for _ in range(min(2, len(piece))):
                    self._break()
                line += len(piece)
            else:
                self._write(piece.translate(_PRE) if look.space == "pre" else piece, line, look)

    def _write(self, text: str, line: int, look: Look) -> None:
        bare = text.lstrip(SPACE)
        if not bare:
            return
        if not self._line:
            self._line = line + text.count("\n", 0, len(text) - len(bare))
        elif self._parting and text is bare and bare[0].isalnum() and (self._parts[-1][-1:].isalnum() or self._parts[-1][-1:] in ("+", "#", ")", ".")):
            self._parts.append(3 * "\u00a0")  # labels side by side that only their styles part
        self._parts.append(text)
        self._closed_inline = self._parting = self._unseen_goes_on = False
        self._linked += len(bare) if self._elements.roles["link"] else 0
        self._plain += 0 if look.bold else len(bare)

    def _flush(self, ends_block: bool, heading: bool = False) -> None:
        text = tidy_line("".join(self._parts), self._file) if self._line else ""
        if self._unseen_goes_on:
            self._unseen[-1][2].append(" ")
        blank = bool(self._line) and not text
        if text:
            self._add(text, ends_block, heading or bool(self._elements.roles["heading"]))
        self._begin_line(starts_block=ends_block)
        if blank:  # a paragraph with a fixed space alone
            self._part(APART)

    def _add(self, text: str, ends_block: bool, heading: bool) -> None:
        if len(self._rows) == LINES:
            raise InputError(self._file, "", f"the page has more than {LINES:,} lines", "give the resume or the advertisement alone")
        if self._awaited and not heading and self._linked >= len(text) and "@" not in text:
            return
        before = self._rows[-1] if self._rows else None
        gap = self._gap
        if self._in_item():
            text = text if _OWN_BULLET.match(text) else (BULLET if self._items[-1] == "new" else "  ") + text
            self._items[-1], gap, ends_block = "begun", JOINED, False
        elif self._starts_block and before and not before.heading and not heading:
            heading = not self._plain and len(text.split()) <= 10 and not self._elements.roles["cell"]
            gap = max(gap, APART if heading else part_by_length(text))
        if gap == PARAGRAPH and before and is_short(before.text) and is_short(text):
            gap = JOINED
        self._rows.append(Row(text, self._line, gap, heading, self._linked, not self._plain))
        self._gap = part_by_length(text) if ends_block and not heading else JOINED


def _margin(element: Element) -> int:
    return PARAGRAPH if element.name == "p" else APART if element.name in SET_APART else JOINED
