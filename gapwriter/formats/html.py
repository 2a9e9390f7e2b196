"""HTML: one page that holds everything it needs, with the facts and the exact line behind each sentence at hand."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from gapwriter import __version__
from gapwriter.prose import Sentence, runs_of
from gapwriter.report import Report
from gapwriter.sheet import Backing, Sheet, Span, Table, TimeLine, find_backings, lay_sheet
from gapwriter.theme import Palette, Theme

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

SUFFIX = ".html"


def render(report: Report, theme: Theme) -> str:
    """The report as HTML 5. Nothing is loaded from anywhere, and its own policy forbids it; names and quotes are escaped by the template."""
    language = theme.language(report.facts.language, report.facts.audience)
    sheet = lay_sheet(report, language)
    style, style_hash = _style(theme)
    script, script_hash = _script()
    return template("report.html").render(
        sheet=sheet,
        theme=theme,
        say=language.say,
        for_role=language.say("report.for_role", role=sheet.role),
        version=__version__,
        style=style,
        style_hash=style_hash,
        script=script,
        script_hash=script_hash,
        logo=_logo(theme),
        numbers=_Numbers(),
        notes=list(enumerate(_notes(sheet, find_backings(report)), 1)),
        runs=runs_of,
        zip=zip,
        columns_of=_columns,
        draw_time_line=_draw_time_line,
    )


class _Numbers:
    """The number of each sentence, in the order in which the template comes to them."""

    def __init__(self) -> None:
        self._count = count(1)

    def next(self) -> int:
        return next(self._count)


class _Note(NamedTuple):
    text: str
    origin: str
    backings: tuple[Backing, ...]


def _notes(sheet: Sheet, backings: dict[str, Backing]) -> Iterator[_Note]:
    for part in sheet.parts:
        for block in part.blocks:
            for sentence in block.sentences:
                yield _note(sentence, backings)


def _note(sentence: Sentence, backings: dict[str, Backing]) -> _Note:
    return _Note(sentence.text, str(sentence.origin), tuple(backings[fact] for fact in sentence.facts if fact in backings))


def _columns(table: Table) -> list[tuple[Markup, Markup]]:
    """The head of each column, escaped once for all rows, and its class."""
    from markupsafe import Markup, escape

    return [(escape(head), Markup(' class="n"') if number in table.numeric else Markup()) for number, head in enumerate(table.head)]


# --- the time line -------------------------------------------------------------------------------------------------------------------

_WIDTH, _ROW, _TOP = 760, 38, 22
_LETTER = 7.2
"""Units of a letter at the size of the chart's text, wide ones counted in: enough to keep a label inside the chart."""


class _Row(NamedTuple):
    span: Span
    x: float
    y: float
    width: float
    text: float
    end: bool


class _Drawing(NamedTuple):
    width: int
    height: int
    ticks: list[tuple[float, int]]
    links: list[str]
    rows: list[_Row]


def _draw_time_line(line: TimeLine) -> _Drawing:
    """Where everything stands: a row a step, its label above its bar, dashed lines from the steps that it builds on."""
    left, scale = 12, (_WIDTH - 24) / line.weeks
    rows = []
    for number, span in enumerate(line.spans):
        x, width = left + (span.first - 1) * scale, max(3, span.weeks * scale - 1)
        end = x + _LETTER * len(f"{span.order} {span.label} {span.when}") > _WIDTH - 12
        rows.append(_Row(span, round(x, 1), _TOP + number * _ROW, round(width, 1), round(_WIDTH - 12 if end else x, 1), end))
    place = {row.span.order: row for row in rows}
    links = [
        f"M{place[before].x + place[before].width - 2:.1f} {place[before].y + 29}V{row.y + 24.5}H{row.x}"
        for row in rows
        for before in row.span.after
        if before in place
    ]
    ticks = [(round(left + week * scale, 1), week) for week in range(0, line.weeks + 1, line.tick)]
    return _Drawing(_WIDTH, _TOP + len(rows) * _ROW, ticks, links, rows)


# --- what all pages share ------------------------------------------------------------------------------------------------------------


@cache
def template(name: str) -> Template:
    """A page of the folder `pages`, which escapes everything that it is given."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string(_page(name))


def _page(name: str) -> str:
    return (files("gapwriter") / "pages" / name).read_text("utf-8")


@cache
def _script() -> tuple[Markup, str]:
    return _sealed(_page("report.js"))


def _style(theme: Theme) -> tuple[Markup, str]:
    return _style_of(theme.light, theme.dark, theme.fonts.text, theme.fonts.heading)


@cache
def _style_of(light: Palette, dark: Palette, text: str, heading: str) -> tuple[Markup, str]:
    ours = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'
    text = f'"{text}", {ours}' if text else ours
    heading = f'"{heading}", {text}' if heading else text
    screen = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {variables(dark)} }} }}"
    return _sealed(f":root {{ {variables(light)} --text: {text}; --heading: {heading}; }}\n{screen}\n{_page('report.css')}")


def variables(palette: Palette) -> str:
    """The colours as properties of a style sheet."""
    return " ".join(f"--{name}: {colour};" for name, colour in palette.model_dump().items())


def _sealed(text: str) -> tuple[Markup, str]:
    """A style or script as the page holds it, and the hash by which the page's policy admits it and no other."""
    from markupsafe import Markup

    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), f"sha256-{digest}"  # noqa: S704 - our own files and checked colours


def _logo(theme: Theme) -> str:
    if not theme.logo:
        return ""
    content = theme.path(theme.logo.file).read_bytes()
    kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
