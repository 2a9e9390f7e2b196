"""Theme: the colours, fonts, logo and wording in which reports are drawn."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationError

from gapwriter.errors import InputError
from gapwriter.language import Language, flatten, read_language
from gapwriter.record import Record

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Family = Annotated[str, StringConstraints(pattern=r"^[\w .-]{1,60}$")]


class Palette(Record):
    """Colours as `#rrggbb`. Text is `ink` or `muted` on `paper` or `panel`; `accent` marks links, headings and what can be used; `met`, `open` and `gap`
    go with the words of a state; `line` rules tables."""

    paper: Colour
    panel: Colour
    ink: Colour
    muted: Colour
    accent: Colour
    line: Colour
    met: Colour
    open: Colour
    gap: Colour

    def faults(self) -> Iterator[str]:
        """Pairs that are too near to each other to be read (WCAG 2.2, 1.4.3: 4.5 to 1)."""
        for ground in ("paper", "panel"):
            for text in ("ink", "muted", "accent", "met", "open", "gap"):
                ratio = contrast(getattr(self, text), getattr(self, ground))
                if ratio < 4.5:
                    yield f"{text} on {ground} has a contrast of {ratio:.1f} to 1"


class Logo(Record):
    """A PNG or JPEG beside the theme's file, and what it shows, for those who do not see it."""

    file: str
    alt: str = Field(min_length=1)


class Fonts(Record):
    """Families for text and headings, which the reader's machine must have (`files` for PDF: TTF or OTF beside the theme's file); without them ours are used."""

    text: Family = ""
    heading: Family = ""
    files: tuple[str, ...] = ()


class Theme(Record):
    """`wording` replaces texts by their key in `gapwriter/languages` (of the groups in WORDED); `template` is a Word file beside the theme's. `folder` is where its files are."""

    name: str
    light: Palette
    dark: Palette
    fonts: Fonts = Fonts()
    logo: Logo | None = None
    wording: dict[str, str] = {}
    template: str = ""
    folder: str = ""

    def language(self, code: str, audience: str) -> Language:
        """A language in the wording of this theme."""
        return Language(code, audience, self.wording) if self.wording else read_language(code, audience)

    def path(self, name: str) -> Path:
        """A file of the theme; InputError where it is not there."""
        path = Path(self.folder, name)
        if not path.is_file():
            raise InputError(str(path), "", "there is no such file", f"check what the theme {self.name!r} or --template names")
        return path


WORDED = ("report", "coverage", "conditions", "requirements", "status", "roadmap", "resources", "licences", "notes", "provenance", "signature", "page")
"""The groups of texts that a theme may word: labels around the facts, never a sentence that states one."""

SHIPPED = "quiet"


@cache
def themes() -> tuple[str, ...]:
    """The names of the themes that are shipped."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in (files("gapwriter") / "themes").iterdir() if file.name.endswith(".toml")))


def read_theme(of: str = "", template: str = "") -> Theme:
    """A theme by the name of a shipped one, or from a .toml, .yaml or .yml file; what a file leaves out is as in ours. `template` is a Word file that goes
    before the theme's. InputError for what cannot be used."""
    theme = _named(of)
    if template:
        theme = theme.model_copy(update={"template": str(Path(template).absolute())})
        theme.path(theme.template)
    return theme


def _named(of: str) -> Theme:
    if of in ("", *themes()):
        return _shipped(of or SHIPPED)
    path = Path(of)
    if path.suffix.lower() not in (".toml", ".yaml", ".yml"):
        raise InputError("theme", "", f"{of!r} is no theme of ours", f"use one of {', '.join(themes())}, or a .toml or .yaml file")
    return _read(path)


@cache
def _shipped(name: str) -> Theme:
    return Theme.model_validate({"name": name, **tomllib.loads((files("gapwriter") / "themes" / f"{name}.toml").read_text("utf-8"))})


def _read(path: Path) -> Theme:
    data, ours = _parse(path), _shipped(SHIPPED)
    merged: dict[str, Any] = {"name": path.stem, "folder": str(path.parent), **data}
    for palette in ("light", "dark"):
        if isinstance(data.get(palette, {}), Mapping):
            merged[palette] = getattr(ours, palette).model_dump() | dict(data.get(palette, {}))
    if isinstance(data.get("wording"), Mapping):
        merged["wording"] = flatten(data["wording"])
    try:
        theme = Theme.model_validate(merged)
    except ValidationError as error:
        fault = error.errors()[0]
        place, problem = ".".join(map(str, fault["loc"])), fault["msg"].removeprefix("Value error, ")
        if "pattern" in problem:
            problem = f"{fault['input']!r} is no colour like #1f5f8b" if place.startswith(("light", "dark")) else f"{fault['input']!r} is no font family"
        raise InputError(str(path), place, problem, "see docs/themes.md") from None
    _judge(theme, path)
    return theme


def _parse(path: Path) -> dict[str, Any]:
    import yaml

    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text) if path.suffix.lower() == ".toml" else yaml.safe_load(text)
    except FileNotFoundError:
        raise InputError(str(path), "", "there is no such file", "check the path") from None
    except (OSError, UnicodeDecodeError):
        raise InputError(str(path), "", "this cannot be read as UTF-8 text", "check its permissions, and save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, yaml.YAMLError) as error:
        raise InputError(str(path), "", f"this cannot be read ({' '.join(str(error).split())[:120]})", "correct it there") from None
    if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
        raise InputError(str(path), "", "this holds no theme", "see docs/themes.md")
    return data


def _judge(theme: Theme, path: Path) -> None:
    """What a theme may not do: be unreadable, reword a statement, name files that are not there."""
    for name in ("light", "dark"):
        for fault in getattr(theme, name).faults():
            raise InputError(str(path), name, fault, "take colours that differ by 4.5 to 1 at least")
    known = read_language().keys
    for key in theme.wording:
        if key not in known or key.partition(".")[0] not in WORDED:
            raise InputError(str(path), f"wording.{key}", "this text is not there, or not a theme's to word", "see docs/themes.md")
        foreign = set(re.findall(r"\{(\w+)\}", theme.wording[key])) - set(re.findall(r"\{(\w+)\}", read_language().choices(key)[0]))
        if foreign:
            raise InputError(str(path), f"wording.{key}", f"{{{min(foreign)}}} is not known here", "leave it out")
    for file in (*theme.fonts.files, *((theme.logo.file,) if theme.logo else ()), *((theme.template,) if theme.template else ())):
        theme.path(file)
    if theme.logo and not theme.path(theme.logo.file).read_bytes().startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise InputError(str(path), "logo.file", "this is neither PNG nor JPEG", "save the logo as PNG")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, after WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
