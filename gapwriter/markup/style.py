"""Look: how a piece of a page is shown, as far as the page itself says it, and why nobody sees it where nobody does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from gapwriter.errors import InputError

RULES = 30_000
"""The most style rules read."""
_TINY = 2.0
"""Letters smaller than so many pixels are no letters."""
_FAR = 900.0
"""A text moved by so many pixels is moved out of the page."""
_NEAR = 24
"""Colours that differ by no more in red, green and blue are one to the eye."""

Color = tuple[int, int, int] | str
"""Red, green and blue; or the words of the style where they are none that we know ("navy"); "" for what lets the colour behind it through."""
_WHITE = (255, 255, 255)


class Look(NamedTuple):
    """`gone` tells why an element and all inside it is not seen; the rest an inner element may set anew. `space` is "pre" or "line" where line ends count."""

    gone: str = ""
    invisible: bool = False
    color: Color = (0, 0, 0)
    behind: Color | None = _WHITE
    size: float = 16.0
    space: str = ""
    bold: bool = False

    @property
    def how(self) -> str:
        """Why nobody sees text of this look; empty where it is seen."""
        if self.gone or self.invisible:
            return self.gone or "made invisible"
        if self.size < _TINY:
            return "in tiny letters"
        if self.color == "":
            return "transparent"
        if self.behind is None or not _is_same(self.color, self.behind):
            return ""
        return "white" if _is_same(self.color, _WHITE) else "in the colour of its background"


class Sheet:
    """The rules of a page's own <style> blocks that name one tag, one class or one id."""

    def __init__(self, texts: Iterable[str], file: str) -> None:
        self._rules: dict[str, tuple[int, dict[str, str]]] = {}
        for number, (selectors, body) in enumerate(_read_rules("\n".join(texts))):
            if number == RULES:
                raise InputError(file, "", f"the page has more than {RULES:,} style rules", "give the resume or the advertisement alone")
            declared = read_declarations(body)
            for selector in selectors.split(",") if declared else ():
                key = selector.strip().lower()
                if _SIMPLE.fullmatch(key):
                    self._rules[key] = (number, self._rules.get(key, (0, {}))[1] | declared)
        self._named = {key.partition(".")[2] for key in self._rules}

    def find(self, tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """What holds for an element: its attributes, the rules from the general to the special, its own style, and what is marked important."""
        styles = _from_attributes(tag, attributes)
        if self._rules:
            marks = list({f".{name[0]}": "" for name in re.finditer(r"\S+", attributes.get("class", "").lower()) if name[0] in self._named})
            ids = [f"#{attributes['id'].strip().lower()}"] if "id" in attributes else []
            for keys in ([tag], marks, [tag + mark for mark in marks], ids, [tag + mark for mark in ids]):
                for _, declared in sorted((self._rules[key] for key in keys if key in self._rules), key=lambda rule: rule[0]):
                    styles |= declared
        styles |= read_declarations(attributes["style"]) if "style" in attributes else {}
        return styles | {name[1:]: value for name, value in styles.items() if name[0] == "!"}


_SIMPLE = re.compile(r"(?:[a-z][\w-]*)?(?:[.#][\w-]+)?")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_ON_SCREEN = re.compile(r"@media\s*(?:only\s+)?(?:screen|all)?(?:\s*(?:and\s*)?\(min-width:\s*\d{1,3}px\))?|@(?:layer|supports)\b[^{}]{0,200}", re.I)
_PROPERTIES = frozenset(
    "display visibility opacity color -webkit-text-fill-color background background-color background-clip -webkit-background-clip font font-size font-weight position left right "
    "top bottom text-indent margin-left margin-top clip clip-path transform width height max-width max-height overflow text-decoration text-decoration-line white-space".split()
)


def _read_rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of what holds on a screen of usual width."""
    css = _COMMENT.sub("", css)
    around: list[str] = []
    start = 0
    for found in re.finditer(r"[{}]", css):
        piece, start = css[start : found.start()], found.end()
        if found[0] == "{":
            around.append(piece.rpartition(";")[2].strip())
        elif around:
            selectors = around.pop()
            if not selectors.startswith("@") and len(around) < 4 and all(_ON_SCREEN.fullmatch(outer) for outer in around):
                yield selectors, piece


@lru_cache(maxsize=4096)
def read_declarations(text: str) -> dict[str, str]:
    """The properties of a style that decide what is seen, in small letters; one marked important has its name with a "!" before it."""
    found: dict[str, str] = {}
    for one in _COMMENT.sub("", text).lower().split(";"):
        name, _, value = one.partition(":")
        if name.strip() in _PROPERTIES:
            value, important, _ = value.partition("!")
            found[("!" if important else "") + name.strip()] = value.strip()[:200]
    return found


def _from_attributes(tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
    styles = {"display": "none"} if "hidden" in attributes or (tag == "dialog" and "open" not in attributes) else {}
    if tag == "font" and "color" in attributes:
        styles["color"] = attributes["color"].lower()
    if tag == "body" and "text" in attributes:
        styles["color"] = attributes["text"].lower()
    if "bgcolor" in attributes:
        styles["background-color"] = attributes["bgcolor"].lower()
    return styles


# --- what a style says of what is seen ---------------------------------------------------------------------------------------------

_BOLD_TAGS, _STRUCK_TAGS = frozenset(["b", "strong"]), frozenset(["s", "del", "strike"])
_SPACES = {"pre": "pre", "pre-wrap": "pre", "break-spaces": "pre", "pre-line": "line", "normal": "", "nowrap": ""}


def look_of(parent: Look, tag: str, styles: Mapping[str, str]) -> Look:
    """The look of an element inside one that looks like `parent`."""
    gone = parent.gone or ("struck out" if tag in _STRUCK_TAGS else "")
    bold = parent.bold or tag in _BOLD_TAGS
    space = "pre" if tag in ("pre", "listing") else parent.space
    if not styles:
        return parent if (gone, bold, space) == (parent.gone, parent.bold, parent.space) else parent._replace(gone=gone, bold=bold, space=space)
    weight = styles.get("font-weight", "")
    behind = _behind(styles, parent.behind)
    color = _read_color(styles.get("-webkit-text-fill-color") or styles.get("color") or "inherit", parent.color)
    if "text" in (styles.get("background-clip"), styles.get("-webkit-background-clip")):
        color, behind = parent.color, None  # letters cut out of a coloured ground
    return Look(
        gone=gone or _gone(styles),
        invisible=styles["visibility"] in ("hidden", "collapse") if styles.get("visibility", "inherit") != "inherit" else parent.invisible,
        color=color,
        behind=behind,
        size=_read_size(styles.get("font-size") or styles.get("font", ""), parent.size),
        space=_SPACES.get(styles.get("white-space", ""), space),
        bold=bold if not weight else weight in ("bold", "bolder", "600", "700", "800", "900"),
    )


def _gone(styles: Mapping[str, str]) -> str:
    if styles.get("display") == "none":
        return "not displayed"
    if re.fullmatch(r"[+-]?(?:0*\.?0+|0?\.0\d*)%?", styles.get("opacity", "1")):
        return "made invisible"
    if _is_outside(styles):
        return "outside the page"
    if _is_clipped(styles):
        return "cut to nothing"
    return "struck out" if "line-through" in styles.get("text-decoration", "") + styles.get("text-decoration-line", "") else ""


def _is_outside(styles: Mapping[str, str]) -> bool:
    moves = [styles.get(name, "") for name in ("text-indent", "margin-left", "margin-top")]
    moves += re.findall(r"translate[xy3d]*\(([^)]*)", styles.get("transform", ""))
    if styles.get("position") in ("absolute", "fixed", "relative"):
        moves += [styles.get(name, "") for name in ("left", "top", "right", "bottom")]
    return any(abs(pixels) >= _FAR for move in moves for length in move.split(",") if (pixels := _pixels(length, 0.0)) is not None)


def _is_clipped(styles: Mapping[str, str]) -> bool:
    if re.match(r"rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)", styles.get("clip", "")):
        return True
    if re.match(r"inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*0[\s,0]*\)", styles.get("clip-path", "")) or "scale(0)" in styles.get("transform", ""):
        return True
    sides = [_pixels(styles.get(name, ""), 0.0) for name in ("width", "height", "max-width", "max-height")]
    return styles.get("overflow", "").startswith(("hidden", "clip")) and any(side is not None and side <= 1 for side in sides)


_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "vw": 12.8, "vh": 7.2}
_LENGTH = re.compile(r"\s*([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(%|[a-z]*)")


def _pixels(text: str, percent: float) -> float | None:
    found = _LENGTH.match(text)
    if not found:
        return None
    unit = percent / 100 if found[2] == "%" else _UNITS.get(found[2])
    return None if unit is None else float(found[1]) * unit


def _read_size(text: str, parent: float) -> float:
    """A size of letters in pixels; what cannot be told is as the parent has it."""
    found = re.search(r"(?:^|\s)([+-]?\d*\.?\d+)(%|[a-z]*)(?=$|[\s/])", text[:100])
    if not found or (found[2] == "" and float(found[1]) != 0):  # "font: 700 12px Arial" begins with a weight
        found = re.search(r"(?:^|\s)(\d*\.?\d+)(px|pt|em|rem|%)", text[:100])
    if not found:
        return parent
    if found[2] in ("em", "%"):
        return parent * float(found[1]) / (100 if found[2] == "%" else 1)
    pixels = _pixels(found[1] + found[2], parent)
    return parent if pixels is None else pixels


# --- colours -----------------------------------------------------------------------------------------------------------------------

_NAMES: dict[str, Color] = {"white": _WHITE, "black": (0, 0, 0), "transparent": ""}
_NAMES |= dict.fromkeys("snow ivory ghostwhite floralwhite mintcream azure whitesmoke".split(), (250, 250, 250))


def _behind(styles: Mapping[str, str], parent: Color | None) -> Color | None:
    """The colour behind the text; None where a picture or a play of colours is."""
    given = styles.get("background-color") or styles.get("background") or ""
    if re.search(r"url\(|gradient|image|var\(", given + styles.get("background", "")):
        return None
    if not given or re.match(r"(?:none|inherit|initial|unset|transparent|0\b)", given):
        return parent
    color = _read_color(given if "(" in given else given.split()[0], "")
    return color if color != "" else parent


@lru_cache(maxsize=1024)
def _read_color(text: str, parent: Color) -> Color:
    if text in ("inherit", "initial", "unset", "currentcolor", "revert"):
        return parent if text in ("inherit", "currentcolor", "unset") else (0, 0, 0)
    if text in _NAMES:
        return _NAMES[text]
    found = re.match(r"#([0-9a-f]{3,8})", text)
    if found:
        digits = found[1] if len(found[1]) > 4 else "".join(2 * one for one in found[1])
        return "" if digits[6:8] == "00" else (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6] or "0", 16))
    numbers = [float(number) * (2.55 if percent else 1) for number, percent in re.findall(r"(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})(%?)", text)]
    if text.startswith("rgb") and len(numbers) >= 3:
        return "" if numbers[3:] and numbers[3] <= 0.05 else (int(numbers[0]), int(numbers[1]), int(numbers[2]))
    if text.startswith("hsl") and len(numbers) >= 3 and (numbers[1] == 0 or numbers[2] in (0, 255)):
        return "" if numbers[3:] and numbers[3] <= 0.05 else (int(numbers[2]),) * 3
    return text


def _is_same(one: Color, other: Color) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
