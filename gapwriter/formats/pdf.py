"""PDF: tagged pages with bookmarks and embedded fonts. typst sets them; WeasyPrint where a script runs from right to left, whose text typst garbles."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any

from gapwriter import plugins
from gapwriter.errors import InputError
from gapwriter.language import Language
from gapwriter.prose import Blocks, runs_of
from gapwriter.report import Report
from gapwriter.sheet import Bars, Cell, Exhibit, Part, Sheet, Table, TimeLine, lay_sheet
from gapwriter.theme import Palette, Theme
from gapwriter.wording import visible

if TYPE_CHECKING:
    from typst import Compiler

SUFFIX = ".pdf"
NEEDS = ("typst", "pdf")
"""The package that it needs, and the extra of gapwriter that brings it, with WeasyPrint."""
FAMILY = "Noto Sans"
_JOINED = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ua880-\ua8df\uaa00-\uaa5f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Scripts that run from right to left, and those of India and its neighbours: their letters change place and form, and typst does not tell a reader of the text which they were."""


def render(report: Report, theme: Theme) -> bytes:
    """The report as PDF/UA-1; the same bytes for the same report. InputError where a package or a letter is missing."""
    language = theme.language(report.facts.language, report.facts.audience)
    sheet = lay_sheet(report, language)
    content = json.dumps(_lay(sheet, language, theme), ensure_ascii=False)
    if sheet.direction == "rtl" or _JOINED.search(content):
        _set_pages(content, theme)  # refuses letters that no font has, of which WeasyPrint says nothing
        return _print_html(plugins.load("formats", "html").render(report, theme), theme.light)
    return _set_pages(content, theme)


# --- typst ---------------------------------------------------------------------------------------------------------------------------

_MISSING = re.compile(r'the text `"(.*)"` could not be displayed')
_LOCK = Lock()


def _set_pages(content: str, theme: Theme) -> bytes:
    """Fonts of the machine are asked only where ours lack a letter, so that the same report has the same bytes everywhere."""
    _require("typst")
    from typst import TypstError

    folders = tuple(dict.fromkeys(str(theme.path(file).absolute().parent) for file in theme.fonts.files))
    root = str(theme.path(theme.logo.file).absolute().parent) if theme.logo else None
    for machine in (False, True):
        try:
            with _LOCK:
                pages = _compiler(folders, machine).compile(input=_template(), sys_inputs={"sheet": content}, root=root, format="pdf", pdf_standards="ua-1")
            assert isinstance(pages, bytes)
            return pages
        except TypstError as error:
            missing = _MISSING.search(error.message)
            if machine or not missing:
                raise _refusal(error.message, theme) from None
    raise AssertionError


@cache
def _compiler(folders: tuple[str, ...], machine: bool) -> Compiler:
    """One for each set of fonts, since most of the time goes into the first report."""
    from typst import Compiler, Fonts

    ours = str(files("gapwriter") / "fonts")
    return Compiler(b"", font_paths=Fonts(include_system_fonts=machine, include_embedded_fonts=False, font_paths=[*folders, ours]))


@cache
def _template() -> bytes:
    return (files("gapwriter") / "pages" / "report.typ").read_bytes()


def _refusal(message: str, theme: Theme) -> InputError:
    missing = _MISSING.search(message)
    if missing:
        letters = re.sub(r"\\u\{(\w+)\}", lambda code: f"U+{code[1].upper():>04}", missing[1])
        cure = "install the Noto fonts of that script, or name a font file in the theme"
        return InputError("PDF", "", f"the letters “{letters}” are in no font of this machine", cure)
    if theme.logo and "image" in message:
        return InputError(str(theme.path(theme.logo.file)), "", f"the logo cannot be drawn ({message})", "save it anew as PNG")
    return InputError("PDF", "", f"typst cannot set this report ({message})", "write it in another format")


def _require(package: str) -> None:
    if find_spec(package) is None:
        raise InputError("PDF", "", "writing this format needs a package more", "pip install 'gapwriter[pdf]'")


# --- what the template draws ---------------------------------------------------------------------------------------------------------

_WORDS = {
    "kind": "report.kind",
    "page_of": "page.page_of",
    "essential_mark": "page.essential_mark",
    "prerequisite_mark": "page.prerequisite_mark",
    "provenance": "provenance.title",
    "signature": "signature.title",
    "name": "signature.name",
    "date": "signature.date",
    "sign": "signature.sign",
}
_LINE, _CELL = 60, 20
"""Letters of a word that fit on a line of prose and into a cell."""
_LONG = 1000
"""Characters of a cell that may go on on the next page: a row of that many does not fit on one."""


def _lay(sheet: Sheet, language: Language, theme: Theme) -> dict[str, Any]:
    """Everything that the template draws, as data. The prose comes first with its charts; all tables stand in the appendix."""
    role = language.say("report.for_role", role=sheet.role)
    company = language.say("report.at_company", company=sheet.company) if sheet.company else ""
    tables = [one for part in sheet.parts for one in part.exhibits if isinstance(one, Table)]
    parts = [part.model_copy(update={"exhibits": tuple(one for one in part.exhibits if not isinstance(one, Table))}) for part in sheet.parts]
    appendix = sheet.appendix.model_copy(update={"exhibits": (*tables, *sheet.appendix.exhibits)})
    ours = bool(theme.fonts.files)
    return {
        "title": _drawn(sheet.title),
        "heading": _fit(sheet.who or role, _LINE // 3),
        "subject": _fit(" ".join(filter(None, (role if sheet.who else "", company))), _LINE // 2),
        "status": sheet.status,
        "as_of": sheet.as_of,
        "language": sheet.language,
        "parts": [_part(part, language) for part in parts],
        "appendix": _part(appendix, language),
        "provenance": [(label, _fit(text)) for label, text in sheet.provenance],
        "say": {name: language.choices(key)[0] for name, key in _WORDS.items()},
        "palette": theme.light.model_dump(),
        "text_fonts": [family for family in (theme.fonts.text if ours else "", FAMILY) if family],
        "heading_fonts": [family for family in (theme.fonts.heading if ours else "", theme.fonts.text if ours else "", FAMILY) if family],
        "logo": {"path": "/" + theme.path(theme.logo.file).name, "alt": theme.logo.alt} if theme.logo else None,
    }


def _part(part: Part, language: Language) -> dict[str, Any]:
    return {"title": part.title, "runs": list(_runs(part.blocks)), "exhibits": [_exhibit(one, language) for one in part.exhibits]}


def _runs(blocks: Blocks) -> Iterator[dict[str, Any]]:
    for shape, run in runs_of(blocks):
        texts = [(_fit(block.head), _fit(" ".join(sentence.text for sentence in block.sentences))) for block in run]
        yield {"shape": str(shape), "texts": texts}


def _exhibit(one: Exhibit, language: Language) -> dict[str, Any]:
    if isinstance(one, Table):
        last = len(one.rows) - 1 if one.total else -1
        rows = [[_cell(cell, language.say("report.none") if number != last else "", language) for cell in row] for number, row in enumerate(one.rows)]
        return {"kind": "table", "id": one.id, "title": one.title, "head": one.head, "rows": rows, "numeric": one.numeric, "total": one.total}
    if isinstance(one, Bars):
        bars = [(bar.label, bar.met, bar.of, bar.words) for bar in one.bars]
        return {"kind": "bars", "title": one.title, "bars": bars, "alt": _alt(one.title, (f"{bar.label}: {bar.words}" for bar in one.bars))}
    if isinstance(one, TimeLine):
        spans = [
            {"label": _fit(f"{span.order} {span.label}", _CELL), "when": span.when, "first": span.first, "weeks": span.weeks, "required": span.required}
            for span in one.spans
        ]
        return {
            "kind": "line",
            "title": one.title,
            "weeks": one.weeks,
            "tick": one.tick,
            "spans": spans,
            "alt": _alt(one.title, (span.words for span in one.spans)),
        }
    return {"kind": "note", "label": one.label + one.colon, "text": _fit(one.text), "items": [_fit(item) for item in one.items]}


def _cell(cell: Cell, none: str, language: Language) -> dict[str, Any]:
    text = language.say("report.quote", text=cell.quote) if cell.quote else cell.text or none
    return {
        "text": _fit(text, _CELL),
        "source": _fit(cell.source, _CELL),
        "more": _fit(cell.more, _CELL),
        "url": cell.url,
        "strong": cell.strong,
        "mark": cell.mark,
        "long": len(text) > _LONG,
    }


def _alt(title: str, words: Iterable[str]) -> str:
    return _drawn(f"{title}. {'; '.join(words)}")


Pieces = str | list[str | list[str]]
"""A text, or its pieces: a list of one piece stays on one line, one of several may be broken between them."""


def _fit(text: str, most: int = _LINE) -> Pieces:
    """A hyphen, a slash or a dash inside a word is no place to end a line; a word of more letters than a line holds has to end somewhere."""
    text = _drawn(text)
    pieces: list[str | list[str]] = []
    at = 0
    for word in _KEPT.finditer(text):
        if len(word[0]) > most:
            pieces += [text[at : word.start()], re.findall(r"[^-/._@]{1,12}[-/._@]?|[-/._@]", word[0])]
        elif word[1]:
            pieces += [text[at : word.start()], [word[0]]]
        else:
            continue
        at = word.end()
    return [*pieces, text[at:]] if pieces else text


_KEPT = re.compile(r"\S*\w[-/–](?=(\w))\S*|\S{20,}")


def _drawn(text: str) -> str:
    """Without what no font draws: letters of private use are bullets and icons of somebody's own font, and a soft hyphen would divide a name."""
    return visible(text) if text.isascii() else _UNDRAWN.sub("\N{REPLACEMENT CHARACTER}", visible(text).replace("\N{SOFT HYPHEN}", ""))


_UNDRAWN = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")


# --- WeasyPrint ----------------------------------------------------------------------------------------------------------------------


def _print_html(page: str, palette: Palette) -> bytes:
    """The HTML report on paper; nothing is loaded but what it holds."""
    _require("weasyprint")
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except OSError:
        raise InputError("PDF", "", "WeasyPrint, which prints this script, finds no Pango on this machine", "install Pango, see docs/pdf.md") from None

    fetcher, fonts = URLFetcher(allowed_protocols={"data"}), FontConfiguration()
    head, _, body = re.sub(r"<script>.*?</script>", "", page, flags=re.S).partition("</head>")
    chart = _chart_style(palette)
    parts = re.split(r"(<svg\b[^>]*>)(.*?</svg>)", body, flags=re.S)
    parts[::3] = [_WORD.sub(_fit_word, part) for part in parts[::3]]
    parts[1::3] = [opening + chart for opening in parts[1::3]]
    style = (files("gapwriter") / "pages" / "print.css").read_text("utf-8")
    written = HTML(string=f"{head}<style>{style}</style></head>{''.join(parts)}", url_fetcher=fetcher).write_pdf(
        stylesheets=[CSS(string=_faces(), url_fetcher=fetcher, font_config=fonts)],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(page.encode()).digest()[:16],
    )
    assert isinstance(written, bytes)
    return written


_WORD = re.compile(r"(?<=[>\s])[^<>\s]*(?:\w[-/–](?=\w)[^<>\s]*|[^<>\s]{31})[^<>\s]*(?=[<\s])(?![^<]*>)")
_CHUNK = re.compile(r"(?:&#?\w+;|[^&]){12}")


def _fit_word(word: re.Match[str]) -> str:
    """The same as `_fit`, in HTML."""
    return f'<span class="whole">{word[0]}</span>' if len(word[0]) <= 30 else _CHUNK.sub(r"\g<0><wbr>", word[0])


@cache
def _faces() -> str:
    faces = []
    for file, more in (("Regular", ""), ("Bold", "font-weight: bold;"), ("Italic", "font-style: italic;")):
        font = base64.b64encode((files("gapwriter") / "fonts" / f"NotoSans-{file}.ttf").read_bytes()).decode()
        faces.append(f'@font-face {{ font-family: "{FAMILY}"; {more} src: url("data:font/ttf;base64,{font}"); }}')
    return "\n".join(faces)


def _chart_style(palette: Palette) -> str:
    """Inside a drawing WeasyPrint knows no style of the page."""
    return (
        f"<style>rect {{ fill: {palette.line}; }} rect.on {{ fill: {palette.met}; }} rect.goal, rect.need {{ stroke: {palette.accent}; stroke-width: 1.5; }}"
        f"rect.goal {{ fill: {palette.accent}; }} rect.need {{ fill: {palette.paper}; }} .grid {{ stroke: {palette.line}; stroke-width: 1; }}"
        f".link {{ fill: none; stroke: {palette.muted}; stroke-width: 1; stroke-dasharray: 2 2; }} text {{ fill: {palette.ink}; font-size: 13px; }}"
        f".step {{ font-weight: 600; }} .when, .tick {{ fill: {palette.muted}; }} .tick {{ font-size: 12px; }}</style>"
    )
