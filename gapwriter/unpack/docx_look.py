"""How text in a Word file looks: its size, its colour and what lies behind it, by its styles and its own setting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap

W = f"{{{nsmap['w']}}}"
_SMALLEST = 4
"""Half-points: what is set smaller than 2 points, nobody reads."""
_NEAR = 24
"""Steps of 255 in red, green and blue between two colours that nobody tells apart."""
_DEEPEST = 12
"""Styles that one may be based on through others; Word itself allows fewer."""
_LINE = 152_400
"""EMU (1/914,400 inch) of one line of 12 points."""
_MARGINS = (CONTENT_TYPE.WML_HEADER, CONTENT_TYPE.WML_FOOTER)
_RGB = re.compile(r"[\dA-F]{6}", re.I)
_SLOTS = dict(
    pair.split()
    for pair in "background1 lt1,light1 lt1,bg1 lt1,text1 dk1,dark1 dk1,tx1 dk1,background2 lt2,light2 lt2,bg2 lt2,text2 dk2,dark2 dk2,tx2 dk2".split(",")
)
_SLOTS |= {"hyperlink": "hlink", "followedHyperlink": "folHlink"}
"""The theme's colours have one name in text, one in drawings and one in the theme."""


class Look(NamedTuple):
    """`size` is in half-points; `colour` and `behind` are RGB, "" where Word chooses, or where a picture or a pattern lies."""

    gone: bool = False
    clear: bool = False
    size: float = 20
    colour: str = ""
    behind: str = "FFFFFF"

    def hidden(self) -> str:
        """Why nobody sees the text, "" where it is seen."""
        if self.gone:
            return "marked as hidden"
        if self.clear:
            return "transparent"
        if self.size < _SMALLEST:
            return "in tiny letters"
        if not near(self.colour, self.behind):
            return ""
        return "white" if near(self.colour, "FFFFFF") else "in the colour of its background"


class Style(NamedTuple):
    """A style with those that it is based on, the farthest first, and what of them bears on how text looks; whether it makes headings or items of a list."""

    chain: tuple[Any, ...] = ()
    marks: tuple[Any, ...] = ()
    heading: bool = False
    item: bool = False


@cache
def _path(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))


def children(element: Any) -> Iterator[tuple[str, Any]]:
    """The elements in an element, each with its name without the namespace."""
    return ((child.tag.rpartition("}")[2], child) for child in (() if element is None else element) if isinstance(child.tag, str))


def child(element: Any, path: str) -> Any:
    """The first element of Word's at a path of names ("pPr/numPr"), or None."""
    return None if element is None else element.find(_path(path))


def value(element: Any, path: str = "", attribute: str = "val") -> str:
    """An attribute of an element, or of what lies at a path in it; "" where there is none."""
    found = child(element, path) if path else element
    return "" if found is None else str(found.get(W + attribute, ""))


def near(one: str, other: str) -> bool:
    """Whether two colours look alike; one that is not known looks like none."""
    return bool(one and other) and all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _NEAR for at in (0, 2, 4))


class Looks:
    """The styles and the colours of one file."""

    def __init__(self, word: Word) -> None:
        styles = word.styles.element
        self._styles = {value(style, attribute="styleId"): style for name, style in children(styles) if name == "style"}
        self._open: list[str] = []
        self._usual = next((value(style, attribute="styleId") for style in self._styles.values() if _is_usual(style)), "")
        self._theme = {"lt1": "FFFFFF", "dk1": "000000"} | dict(_theme_colours(word))
        background = child(word.element, "background")
        shown = child(word.settings.element, "displayBackgroundShape") is not None
        page = self._colour(background, "color") if shown and background is not None else ""
        parts = [word.element, *(parse_xml(part.blob) for part in word.part.related_parts.values() if part.content_type in _MARGINS)]
        self._drawn = [_extent(anchor) for part in parts for anchor in part.iter("{*}anchor") if self._is_painted(anchor)]
        self.first = self.set(Look(behind=page or "FFFFFF"), child(styles, "docDefaults/rPrDefault/rPr"))
        self.style, self.styled = cache(self._style), cache(self._styled)

    def _style(self, name: str) -> Style:
        name = name or self._usual
        style = self._styles.get(name)
        if style is None or name in self._open or len(self._open) == _DEEPEST:
            return Style()
        self._open.append(name)
        base = self.style(value(style, "basedOn")) if child(style, "basedOn") is not None else Style()
        self._open.pop()
        called, level, number = value(style, "name").casefold(), value(style, "pPr/outlineLvl"), value(style, "pPr/numPr/numId")
        heading = called.startswith("heading") or (level != "9" if level else base.heading)
        item = number != "0" if number else base.item or called.startswith(("list bullet", "list number"))
        marks = [one for path in ("rPr", "pPr/shd", "tblPr/shd", "tcPr/shd") if (one := child(style, path)) is not None]
        return Style((*base.chain, style), (*base.marks, *marks), heading, item and not heading)

    def _styled(self, look: Look, name: str) -> Look:
        """A look in a style of paragraphs, of characters or of tables."""
        for mark in self.style(name).marks:
            look = self.shaded(look, mark) if mark.tag == f"{W}shd" else self.set(look, mark)
        return look

    def set(self, look: Look, properties: Any) -> Look:
        """A look after the properties of a run."""
        for name, one in children(properties):
            if name in ("vanish", "specVanish"):
                look = look._replace(gone=value(one) not in ("0", "false", "off"))
            elif name == "color":
                look = look._replace(colour=self._colour(one, "val"))
            elif name == "sz" and (size := re.match(r"\d+(?:\.\d+)?", value(one))):
                look = look._replace(size=float(size[0]) * (2 if value(one).endswith("pt") else 1))
            elif name == "highlight" and value(one) != "none":
                look = look._replace(behind="FFFFFF" if value(one) == "white" else "")
            elif name == "shd":
                look = self.shaded(look, one)
            elif name == "textFill":
                fill = self.filled(one)
                glassy = any("100000" in alpha.attrib.values() for alpha in one.iter("{*}alpha"))
                look = look._replace(clear=fill is None or glassy, colour=fill or "")
        return look

    def shaded(self, look: Look, shading: Any) -> Look:
        """A look on a shading; one that says "auto" lets through what lies behind it."""
        kind = value(shading)
        if kind not in ("clear", "nil", "solid", ""):
            return look._replace(behind="")
        fill = self._colour(shading, "color") if kind == "solid" else self._colour(shading, "fill", "Fill")
        return look._replace(behind=fill) if fill else look

    def _colour(self, element: Any, attribute: str, of: str = "Color") -> str:
        """RGB of an element of Word's: the theme's colour goes before the one that is written out."""
        themed = value(element, attribute=f"theme{of}")
        plain = value(element, attribute=attribute).upper()
        rgb = self._theme.get(_SLOTS.get(themed, themed), "") or (plain if _RGB.fullmatch(plain) else "")
        part = of.removesuffix("Color")
        shade, tint = (value(element, attribute=f"theme{part}{how}") for how in ("Shade", "Tint"))
        if not themed or not rgb:
            return rgb
        for written, towards in ((shade, 0), (tint, 255)):
            if re.fullmatch(r"[\dA-Fa-f]{2}", written):
                share = int(written, 16) / 255
                rgb = "".join(f"{round(int(rgb[at : at + 2], 16) * share + towards * (1 - share)):02X}" for at in (0, 2, 4))
        return rgb

    def filled(self, shape: Any) -> str | None:
        """What fills a drawn shape or a letter: RGB, "" for a picture, a pattern or a mixed colour, None where nothing does."""
        for name, fill in children(shape):
            if name == "solidFill":
                for _, colour in children(fill):
                    written = next((str(text) for key, text in colour.attrib.items() if key.rpartition("}")[2] == "val"), "")
                    changed = any(name != "alpha" for name, _ in children(colour))
                    return "" if changed else self._theme.get(_SLOTS.get(written, written), written.upper() if _RGB.fullmatch(written) else "")
            elif name.endswith("Fill") and name != "noFill":
                return ""
        return None

    def boxed(self, look: Look, box: Any) -> Look:
        """A look in a text box: on what fills it, or on a drawing of its size that it may lie on."""
        drawing = next(box.iterancestors("{*}anchor", "{*}inline"), None)
        fill = self._fill_of(box.getparent().getparent())
        if drawing is None:
            return look if fill is None else look._replace(behind=fill)
        width, height = _extent(drawing)
        if fill is None and any(9 * width <= 10 * wide and 9 * height <= 10 * high for wide, high in self._drawn):
            fill = ""
        gone = look.gone or any(named.get("hidden") in ("1", "true") for named in drawing.iterfind("{*}docPr"))
        return look._replace(gone=gone, behind=look.behind if fill is None else fill)

    def _fill_of(self, shape: Any) -> str | None:
        """What fills the shape around a text box: RGB, "" for what cannot be told, None where nothing does."""
        fill = str(shape.get("fillcolor", "")).lstrip("#")[:6].upper()
        if fill:
            return None if shape.get("filled") in ("f", "false") else fill if _RGB.fullmatch(fill) else ""
        for name, properties in children(shape):
            if name == "spPr" and any(kind.endswith("Fill") for kind, _ in children(properties)):
                return self.filled(properties)
        styles = [reference for name, style in children(shape) if name == "style" for kind, reference in children(style) if kind == "fillRef"]
        return "" if any(reference.get("idx") != "0" for reference in styles) else None

    def drawn_behind(self, paragraph: Any) -> int:
        """How many lines from here on may lie on a drawing behind the text: a banner with the name in white is none to report."""
        behind = (anchor for anchor in paragraph.iter("{*}anchor") if anchor.get("behindDoc") in ("1", "true") and self._is_painted(anchor))
        return max((_extent(anchor)[1] // _LINE + 1 for anchor in behind), default=0)

    def _is_painted(self, anchor: Any) -> bool:
        """Whether a drawing shows a picture or a colour that is not the paper's."""
        fills = [self.filled(properties) for properties in anchor.iter("{*}spPr")]
        return any(True for _ in anchor.iter("{*}blip")) or any(fill is not None and not near(fill, "FFFFFF") for fill in fills)


def _extent(drawing: Any) -> tuple[int, int]:
    """Width and height of a drawing in EMU."""
    sizes = [str(extent.get(side, "")) for extent in drawing.iterfind("{*}extent") for side in ("cx", "cy")]
    return (int(sizes[0]), int(sizes[1])) if len(sizes) == 2 and all(size.isdecimal() and len(size) < 12 for size in sizes) else (0, 0)


def _is_usual(style: Any) -> bool:
    return value(style, attribute="type") == "paragraph" and value(style, attribute="default") in ("1", "true", "on")


def _theme_colours(word: Word) -> Iterator[tuple[str, str]]:
    try:
        theme = parse_xml(word.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    except KeyError:
        return
    for scheme in theme.iter("{*}clrScheme"):
        for name, slot in children(scheme):
            for _, colour in children(slot):
                written = str(colour.get("lastClr") or colour.get("val"))
                if _RGB.fullmatch(written):
                    yield name, written.upper()
