"""How text on a PDF page looks, and whether a person sees it: the page is drawn with and without its text, and the two are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_double, c_int, c_uint, create_string_buffer
from functools import cache
from math import atan2, ceil, cos, degrees, hypot, radians, sin, sqrt
from operator import sub
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from gapwriter.unpack.pdf_rows import UNKNOWN, Word

_FAINT = 20
"""Of 255 shades: what differs less from its ground is not seen."""
_DOTS, _MOST_DOTS = 900, 3_000_000
"""How finely a page is drawn: dots along its shorter side, and in all."""
_MOST_FIGURES = 500
"""Small figures of a page that can be bullets; with more, they are a drawing."""
_STROKED, _FILLED, _NOT_DRAWN = (1, 5), (0, 4), (3, 7)
"""Render modes of text: its border, its inside, nothing."""
_SPACES = frozenset([0, 9, 10, 13, 32, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000])
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf06e\uf071\uf0a8")
"""Bullets of the fonts Symbol and Wingdings, which have no other names."""
_TAGS = re.compile("[\U000e0020-\U000e007e]")
_HEAVY = (b"bold", b"heavy", b"black", b"semi", b"demi")


Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


class Style(NamedTuple):
    """How a text object is drawn: `size` is the height of its letters and `width` their scale across; `shade` is its grey, -1 where it has no plain colour."""

    size: float
    width: float
    angle: int
    bold: bool
    shade: int
    how: str
    own_font: bool


class Piece(NamedTuple):
    """Letters in one place, in the coordinates of the page: left, bottom, right, top; `apart` where a space comes before them. `unseen` is what the file
    says that its signs stand for, and that none of them can show."""

    text: str
    unseen: str
    box: Box
    start: tuple[float, float]
    style: Style
    apart: bool


class Sight(NamedTuple):
    """A page drawn with and without its text, in grey bytes; `least` is the height under which letters are too small for it."""

    full: bytes
    bare: bytes
    stride: int
    width: int
    height: int
    scale: float
    left: float
    top: float
    least: float


# --- letters -----------------------------------------------------------------------------------------------------------------------


def find_pieces(text: Any) -> Iterator[Piece]:
    """The letters of a page as they are drawn, cut at spaces and where the drawing begins anew."""
    box, styles = raw.FS_RECTF(), dict[int, Style]()
    at_box, handle = byref(box), text.raw
    signs: list[str] = []
    apart, drawn, first = True, 0, 0
    begin = left, bottom, right, top = 0.0, 0.0, 0.0, 0.0

    def piece() -> Piece:
        return Piece(*_spell(handle, first, signs), (left, bottom, right, top), _origin(handle, first), styles[drawn], apart)

    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, at)
        drawing = None if code in _SPACES else raw.FPDFText_GetTextObject(handle, at)
        if not drawing:
            if signs:
                yield piece()
            signs, apart = [], (apart and not signs) or (code in _SPACES and not raw.FPDFText_IsGenerated(handle, at))
            continue
        raw.FPDFText_GetLooseCharBox(handle, at, at_box)
        key = addressof(drawing.contents)
        if signs and key == drawn and begin == (box.left, box.bottom, box.right, box.top):
            signs[-1] += chr(code)  # one sign that stands for several letters
            continue
        if signs and (key != drawn or (styles[key].angle == 0 and not -0.5 < (box.left - right) / (styles[key].size or 1) < 0.15)):
            yield piece()
            signs, apart = [], False
        if not signs:
            first, drawn = at, key
            left, bottom, right, top = box.left, box.bottom, box.right, box.top
            if key not in styles:
                styles[key] = _read_style(handle, at, drawing)
        else:
            left, bottom, right, top = min(left, box.left), min(bottom, box.bottom), max(right, box.right), max(top, box.top)
        begin = box.left, box.bottom, box.right, box.top
        signs.append(chr(code))
    if signs:
        yield piece()


def _origin(handle: Any, at: int) -> tuple[float, float]:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(handle, at, byref(x), byref(y))
    return x.value, y.value


def _spell(handle: Any, first: int, signs: list[str]) -> tuple[str, str]:
    """The letters that signs stand for, UNKNOWN where the file names none; and apart those that they cannot show: more than a ligature has, or tags."""
    if raw.FPDFText_HasUnicodeMapError(handle, first) == 1:
        return UNKNOWN * len(signs), ""
    whole = [sign.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") for sign in signs]
    unseen = "".join(
        sign if len(sign) > 3 else _TAGS.sub(lambda tag: chr(ord(tag[0]) - 0xE0000), sign) for sign in whole if len(sign) > 3 or _TAGS.search(sign)
    )
    return "".join(_letter(letter) for sign in whole if len(sign) <= 3 for letter in sign), unseen


@cache
def _letter(sign: str) -> str:
    """A letter as it is written in text: ligatures and letters of fancy alphabets resolved, a hyphen at a line's end plain, what no font shows left out."""
    if sign == "\x02":
        return "-"
    kind = unicodedata.category(sign)
    if kind == "Co":
        return "•" if sign in _BULLETS else UNKNOWN
    if kind[0] == "L" or kind == "Nd":
        return unicodedata.normalize("NFKC", sign)
    return "" if kind in ("Cc", "Cf", "Cs") and sign != "\xad" else sign


def find_overprinted(pieces: dict[int, Piece]) -> set[int]:
    """The numbers of the pieces over which other words were printed later, by the order in which they were."""
    lines: dict[int, list[int]] = {}
    for number, piece in pieces.items():
        if len(piece.text) >= 3:
            lines.setdefault(round(piece.start[1] / 3), []).append(number)
    found = set()
    for line in lines.values():
        line.sort(key=lambda number: pieces[number].box[0])
        covered: dict[int, float] = {}
        for at, one in enumerate(line):
            for other in line[at + 1 : at + 20]:
                under, over = (pieces[number] for number in sorted((one, other)))
                shared = min(under.box[2], over.box[2]) - max(under.box[0], over.box[0])
                if shared <= 0:
                    break
                if under.text not in over.text and over.text not in under.text:
                    covered[min(one, other)] = covered.get(min(one, other), 0.0) + shared / (under.box[2] - under.box[0])
        found |= {number for number, share in covered.items() if share > 0.6}
    return found


def _read_style(handle: Any, at: int, drawing: Any) -> Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, at, byref(matrix))
    size = raw.FPDFText_GetFontSize(handle, at)
    name = create_string_buffer(100)
    raw.FPDFText_GetFontInfo(handle, at, name, 100, byref(c_int()))
    mode = raw.FPDFTextObj_GetTextRenderMode(drawing)
    red, green, blue, alpha = (c_uint() for _ in range(4))
    read_colour = raw.FPDFPageObj_GetStrokeColor if mode in _STROKED else raw.FPDFPageObj_GetFillColor
    plain = read_colour(drawing, byref(red), byref(green), byref(blue), byref(alpha)) and mode in _STROKED + _FILLED
    shade = (30 * red.value + 59 * green.value + 11 * blue.value) // 100 if plain else -1
    return Style(
        size=size * hypot(matrix.c, matrix.d),
        width=size * hypot(matrix.a, matrix.b),
        angle=round(degrees(atan2(matrix.b, matrix.a))) % 360,
        bold=raw.FPDFText_GetFontWeight(handle, at) >= 600 or any(word in name.value.lower() for word in _HEAVY),
        shade=shade,
        how="drawn invisibly" if mode in _NOT_DRAWN else "transparent" if plain and alpha.value < _FAINT else "",
        own_font=raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(drawing)) == 1,
    )


def turn(piece: Piece) -> Word:
    """A piece in coordinates in which its text runs to the right and lines follow downwards."""
    angle, size = piece.style.angle, piece.style.size
    x, y = piece.start
    across, down = cos(radians(angle)), sin(radians(angle))
    left, base = x * across + y * down, x * down - y * across
    corners = [horizontal * across + vertical * down for horizontal in piece.box[::2] for vertical in piece.box[1::2]]
    right = max(corners) if angle % 90 == 0 else max(corners) - size
    return Word(piece.text, left, max(right, left), base, size, piece.style.bold, piece.apart)


# --- sight -------------------------------------------------------------------------------------------------------------------------


def look_at(page: Any) -> tuple[Sight, float, list[Box]]:
    """A page with and without its text, how much of it pictures cover, and the boxes of its small figures."""
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    scale = min(_DOTS / min(width, height), sqrt(_MOST_DOTS / (width * height)))
    full = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    pictured, figures = 0.0, []
    for drawing in page.get_objects():
        if drawing.type == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFPageObj_SetIsActive(drawing, False)
        elif drawing.type in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
            box = drawing.get_bounds()
            across, upwards = box[2] - box[0], box[3] - box[1]
            if drawing.type == raw.FPDF_PAGEOBJ_IMAGE:
                pictured += across * upwards / (width * height)
            elif 0.8 < across < 8 and 0.6 < upwards / across < 1.6:
                figures.append(box)
    bare = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    sight = Sight(bytes(full.buffer), bytes(bare.buffer), full.stride, full.width, full.height, scale, left, top, min(width, height) / 200)
    return sight, pictured, figures


def find_bullets(words: Sequence[Word], figures: Sequence[Box]) -> Iterator[Word]:
    """Bullets that are drawn as small figures before words: a figure that no other stands beside, in the middle of a word's height, a little before it."""
    for box in figures if len(figures) <= _MOST_FIGURES else ():
        middle = -(box[1] + box[3]) / 2
        if any(other is not box and abs(other[1] - box[1]) < 2 and -12 < other[0] - box[0] < 12 for other in figures):
            continue
        beside = [word for word in words if 0.1 * word.size < word.base - middle < 0.6 * word.size and 0 < word.left - box[2] < 2.5 * word.size]
        word = min(beside, key=lambda one: one.left, default=None)
        if word and not word.bold and 0.15 * word.size < box[2] - box[0] < 0.6 * word.size:
            yield Word("•", box[0], box[2], word.base, word.size)


def why_hidden(piece: Piece, sight: Sight) -> str:
    """Why nobody sees a piece of text, empty where it is seen: its letters change what the page looks like, and stand out from their ground."""
    style = piece.style
    if style.how:
        return style.how
    left, bottom, right, top = piece.box
    across, down = (left + right) / 2 - sight.left, sight.top - (bottom + top) / 2
    if not (0 <= across * sight.scale < sight.width and 0 <= down * sight.scale < sight.height):
        return "off the page"
    if style.size < sight.least or style.width < 0.3 * sight.least:
        return "in tiny letters"
    first, last = max(int((left - sight.left) * sight.scale), 0), min(ceil((right - sight.left) * sight.scale) + 1, sight.width)
    rows = range(max(int((sight.top - top) * sight.scale), 0), min(ceil((sight.top - bottom) * sight.scale) + 1, sight.height))
    spans = [(row * sight.stride + first, row * sight.stride + last) for row in rows]
    if style.shade >= 0 and all(style.shade - min(sight.bare[a:b]) < _FAINT and max(sight.bare[a:b]) - style.shade < _FAINT for a, b in spans):
        return "white" if style.shade >= 235 else "in the colour of its ground"
    if any(sight.full[a:b] != sight.bare[a:b] and max(map(abs, map(sub, sight.full[a:b], sight.bare[a:b]))) >= _FAINT for a, b in spans):
        return ""
    if not style.own_font and not piece.text.isascii():
        return ""  # the reader of the file has a font that this machine may lack
    return "covered or not drawn"
