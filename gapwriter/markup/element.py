"""Element: what a tag opens, and what HTML leaves unsaid of where it ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gapwriter.errors import InputError
from gapwriter.markup.style import Look
from gapwriter.markup.token import ANEW

DEPTH = 512
"""The deepest nesting that browsers build."""

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
SET_APART = HEADINGS | frozenset(
    "p section article header footer main nav aside blockquote pre listing table dl ul ol menu dir figure fieldset form details hr".split()
)
"""What an empty line parts from the text before and after it."""
BLOCKS = SET_APART | frozenset(
    "html body div li dt dd tr td th thead tbody tfoot caption figcaption legend summary address center hgroup search dialog optgroup".split()
)
"""What begins a line of its own."""
LISTS = frozenset(["ul", "ol", "menu", "dir"])
CELLS = frozenset(["td", "th"])
_TABLE = CELLS | frozenset(["table", "caption"])
_IN_TABLE = frozenset(["tr", "td", "th", "tbody", "thead", "tfoot", "caption"])
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_ENDS: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "li": (("li",), LISTS | _TABLE),
    "dt": (("dt", "dd"), frozenset(["dl"]) | _TABLE),
    "dd": (("dt", "dd"), frozenset(["dl"]) | _TABLE),
    "tr": (("tr",), frozenset(["table"])),
    "td": (("td", "th"), frozenset(["table", "tr"])),
    "th": (("td", "th"), frozenset(["table", "tr"])),
    "a": (("a",), BLOCKS),
    "button": (("button",), _TABLE),
} | dict.fromkeys(("thead", "tbody", "tfoot"), (("thead", "tbody", "tfoot"), frozenset(["table"])))
"""What an opening tag ends though no closing tag says so, and how far out it looks for it."""


class Element:
    """An open element. `role` is what the page's writer takes it for, `first` the number of lines before it, `apart` what was to part it from them,
    `cells` where the cells of a row begin."""

    __slots__ = ("apart", "block", "cells", "first", "look", "name", "role")

    def __init__(self, name: str, look: Look, block: bool, role: str) -> None:
        self.name, self.look, self.block, self.role = name, look, block, role
        self.first = self.apart = 0
        self.cells: list[tuple[int, str]] = []


class Elements:
    """The open elements, outermost first; `names` and `roles` count them."""

    def __init__(self, look: Look, file: str) -> None:
        self._open: list[Element] = []
        self._outside, self._file = look, file
        self.names: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()

    @property
    def look(self) -> Look:
        return self._open[-1].look if self._open else self._outside

    def innermost(self, role: str) -> Element | None:
        return next((element for element in reversed(self._open) if element.role == role), None) if self.roles[role] else None

    def push(self, element: Element, line: int) -> None:
        if len(self._open) == DEPTH:
            raise InputError(self._file, f"line {line}", f"the tags are nested more than {DEPTH} deep", ANEW)
        self._open.append(element)
        self.names[element.name] += 1
        self.roles[element.role] += 1

    def ended_by_opening(self, name: str) -> Iterator[Element]:
        """What ends where an element of that name begins, innermost first."""
        if self.names["p"] and name in BLOCKS and name not in ("html", "body"):
            yield from self._pop_from(self._find(("p",), _TABLE))
        if name in HEADINGS and self._open and self._open[-1].name in HEADINGS:
            yield self._pop()
        if name in _ENDS:
            yield from self._pop_from(self._find(*_ENDS[name]))

    def ended_by_closing(self, name: str) -> Iterator[Element]:
        """What ends with the closing tag of that name, innermost first; nothing where none is open here."""
        if name in _IN_TABLE:
            bounds = frozenset(["table"])
        elif name == "li":
            bounds = LISTS | _TABLE
        else:
            bounds = _TABLE if name in BLOCKS or name in _FORMATTING else BLOCKS
        yield from self._pop_from(self._find(tuple(HEADINGS) if name in HEADINGS else (name,), bounds))

    def all_ended(self) -> Iterator[Element]:
        yield from self._pop_from(0)

    def _pop_from(self, at: int) -> Iterator[Element]:
        while 0 <= at < len(self._open):
            yield self._pop()

    def _find(self, names: tuple[str, ...], bounds: frozenset[str]) -> int:
        """The index of the innermost element of one of the names, -1 where a bound comes before it."""
        if not any(self.names[name] for name in names):
            return -1
        for at in range(len(self._open) - 1, -1, -1):
            name = self._open[at].name
            if name in names:
                return at
            if name in bounds:
                return -1
        return -1

    def _pop(self) -> Element:
        element = self._open.pop()
        self.names[element.name] -= 1
        self.roles[element.role] -= 1
        return element
