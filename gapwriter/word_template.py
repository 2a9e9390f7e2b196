"""Word template: a company's own Word file, filled with a report. The names that it may use are in docs/word-templates.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gapwriter import wordml
from gapwriter.errors import InputError
from gapwriter.language import Language
from gapwriter.prose import Shape
from gapwriter.report import Report
from gapwriter.requirement import Relation
from gapwriter.sheet import Bars, Cell, Note, Part, Sheet, Table, TimeLine
from gapwriter.wording import visible

if TYPE_CHECKING:
    from docx.document import Document as Word

TABLES = ("coverage", "conditions", "requirements", "roadmap", "resources", "licences", "sources")
"""The ids of tables; a template finds each, with no rows where a report has nothing to show."""
LARGEST = 20_000_000
"""Bytes of a template."""
_DOCS = "see docs/word-templates.md"
_ANEW = "open it in Word and save it anew as .docx"
_STEPS = ("order", "label", "weeks", "week_count", "hours", "after", "serves")
"""The columns of the roadmap by the names that a template has for them."""
_RESOURCES = ("skill", "title", "provider", "access", "checked")


def fill_template(path: Path, report: Report, sheet: Sheet, language: Language) -> bytes:
    """The report in a template; InputError where the template cannot be used, asks for what is not there, or leaves out what must be said."""
    context = template_context(report, sheet, language)
    word = _filled(path, _read(path), context)
    text = _text_of(word)
    for name, needed in (("status", (sheet.status,)), ("decides", (language.say("notes.decides"), language.say("notes.decides_text")))):
        if not all(" ".join(part.split()) in text for part in needed):
            raise InputError(str(path), "", f"the template leaves out {_LEFT_OUT[name]}", f"put {{{{ {name} }}}} into it")
    return wordml.pack(word, sheet.title, language, report.analysis.as_of)


_LEFT_OUT = {"status": "that the report is a draft", "decides": "that a person decides"}


def template_context(report: Report, sheet: Sheet, language: Language) -> dict[str, Any]:
    """What a template can use: texts, numbers, lists and mappings, and nothing that could be called."""
    parts = (*sheet.parts, sheet.appendix)
    exhibits = [one for part in parts for one in part.exhibits]
    tables = {one.id: one for one in exhibits if isinstance(one, Table)}
    notes = [one for one in exhibits if isinstance(one, Note) and one.label != language.say("notes.decides")]
    steps = _rows(tables.get("roadmap"), _STEPS, language)
    spans = [span for one in exhibits if isinstance(one, TimeLine) for span in one.spans]
    score = report.analysis.score if report.facts.audience != "candidate" else None
    return {
        "title": sheet.title,
        "kind": language.say("report.kind"),
        "who": sheet.who,
        "role": sheet.role,
        "company": sheet.company,
        "status": sheet.status,
        "as_of": sheet.as_of,
        "language": language.tag,
        "decides": f"{language.say('notes.decides')} {language.say('notes.decides_text')}",
        "sections": [_section(part) for part in sheet.parts],
        "coverage": [{"label": bar.label, "met": bar.met, "of": bar.of, "words": bar.words} for one in exhibits if isinstance(one, Bars) for bar in one.bars],
        "score": "" if score is None else language.say("coverage.percent", percent=score),
        "tables": {name: _table(tables.get(name), language) for name in TABLES},
        "steps": [
            {**step, "when": span.when, "first": span.first, "last": span.last, "required": span.required, "words": span.words}
            for step, span in zip(steps, spans, strict=False)
        ],
        "gaps": {str(relation): [visible(gap.label) for gap in report.analysis.gaps_of(relation)] for relation in Relation},
        "resources": _rows(tables.get("resources"), _RESOURCES, language),
        "notes": [{"label": note.label, "text": note.text, "items": list(note.items)} for note in notes],
        "provenance": [{"label": label, "text": text} for label, text in sheet.provenance],
        "signature": {name: language.say(f"signature.{name}") for name in ("title", "name", "date", "sign")},
    }


def _section(part: Part) -> dict[str, Any]:
    blocks = [{"shape": str(block.shape), "head": block.head, "text": " ".join(one.text for one in block.sentences)} for block in part.blocks]
    return {
        "id": part.id,
        "title": part.title,
        "blocks": blocks,
        "paragraphs": [block["text"] for block in blocks if block["shape"] == Shape.PARAGRAPH],
        "items": [{"head": block["head"], "text": block["text"]} for block in blocks if block["shape"] != Shape.PARAGRAPH],
    }


def _table(one: Table | None, language: Language) -> dict[str, Any]:
    if not one:
        return {"title": "", "head": [], "rows": []}
    none, last = language.say("report.none"), len(one.rows) - 1 if one.total else -1
    rows = [[_words(cell, language) or ("" if order == last else none) for cell in row] for order, row in enumerate(one.rows)]
    return {"title": one.title, "head": list(one.head), "rows": rows}


def _rows(one: Table | None, names: tuple[str, ...], language: Language) -> list[dict[str, Any]]:
    """The rows of a table by the names of its columns, without the sum below."""
    rows = one.rows[: len(one.rows) - one.total] if one else ()
    return [
        {name: _words(cell, language) for name, cell in zip(names, row, strict=True)} | {"url": next((cell.url for cell in row if cell.url), "")}
        for row in rows
    ]


def _words(cell: Cell, language: Language) -> str:
    """A cell in one text."""
    text = f"{language.say('report.quote', text=cell.quote)} ({cell.source})" if cell.quote else cell.text
    return " ".join(part for part in (text, cell.more) if part)


def _read(path: Path) -> bytes:
    """The bytes of a template, weighed before anything in it is parsed."""
    from gapwriter.unpack import Refused
    from gapwriter.unpack.docx_package import read_parts

    try:
        if path.stat().st_size > LARGEST:
            raise InputError(str(path), "", f"this template is larger than {LARGEST // 1_000_000} MB", "make its pictures smaller")
        content = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), "", f"this template cannot be read ({error.strerror})", "check its permissions") from None
    if not content.startswith(b"PK\x03\x04"):
        raise InputError(str(path), "", "this is no Word file", "save the template as .docx")
    try:
        read_parts(content)
    except Refused as refused:
        place, problem, _ = refused.told
        raise InputError(str(path), place, problem, _ANEW) from None
    return content


def _filled(path: Path, content: bytes, context: Mapping[str, Any]) -> Word:
    """The template with its names filled in, once, each escaped."""
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup, escape

    class Plain(SandboxedEnvironment):
        """Names of a mapping are its keys: `section.items` is what the report has under it and no method."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, dict):
                return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
            return super().getattr(obj, attribute)

    class Template(DocxTemplate):  # type: ignore[misc]
        """Properties are no XML, and what stands in them is not escaped."""

        def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
            super().render_properties(context, jinja_env.overlay(autoescape=False, finalize=None))

    def write(value: Any) -> Any:
        if isinstance(value, dict | list):
            raise TemplateError("a list or a group stands where a text must; name one of its parts")
        if isinstance(value, str):
            value = type(value)(wordml.legible(value))
        if isinstance(value, str) and not isinstance(value, Markup) and re.search(r"\{_[{%]|[}%]_\}", value):
            # docxtpl makes braces of these, after it has filled in the names.
            return Markup(str(escape(value)).replace("_", "&#95;"))  # noqa: S704 - escaped in the same breath
        return value

    environment = Plain(undefined=StrictUndefined, finalize=write)
    template = Template(BytesIO(content))
    try:
        template.init_docx()
        if template.docx.element.body is None:
            raise ValueError
    except Exception:  # python-docx and lxml raise whatever they stumble over
        raise InputError(str(path), "", "this is no Word document, or one that is damaged", _ANEW) from None
    try:
        template.render(dict(context), environment, autoescape=True)
    except UndefinedError as error:
        name = (re.findall(r"'([^']*)'", str(error)) or ["?"])[-1]
        raise InputError(str(path), "", f"{name!r} is not known here", _DOCS) from None
    except TemplateSyntaxError as error:
        raise InputError(str(path), "", f"a command in braces cannot be read ({error.message})", f"correct it there; {_DOCS}") from None
    except SecurityError:
        raise InputError(str(path), "", "a command in braces asks for what no template may", _DOCS) from None
    except Exception as error:  # what a template computes can fail in any way
        raise InputError(str(path), "", f"the template cannot be filled in ({str(error) or type(error).__name__})", _DOCS) from None
    word: Word = template.docx
    return word


def _text_of(word: Word) -> str:
    """What a reader sees in the document, its headers and its footers."""
    from lxml.etree import XPath

    paragraphs, texts = (XPath(path, namespaces=wordml.NAMESPACES) for path in (".//w:p", ".//w:t[not(ancestor::w:r/w:rPr/w:vanish)]/text()"))
    parts = [relation.target_part for relation in word.part.rels.values() if relation.reltype.endswith(("/header", "/footer"))]
    roots = [word.element, *(part.element for part in parts)]
    return " ".join(" ".join("".join(texts(one)) for root in roots for one in paragraphs(root)).split())
