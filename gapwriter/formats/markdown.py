"""Markdown: the prose of the sections, with the tables that code makes: requirements against evidence, coverage, roadmap, limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapwriter.language import Language
from gapwriter.prose import Block, Shape
from gapwriter.report import Report
from gapwriter.sheet import Cell, Note, Part, Table, lay_sheet
from gapwriter.theme import Theme
from gapwriter.wording import visible

SUFFIX = ".md"


def render(report: Report, theme: Theme) -> str:
    """The report in CommonMark with tables; every name and quote is escaped, so that it stays text."""
    language = theme.language(report.facts.language, report.facts.audience)
    sheet = lay_sheet(report, language)
    parts = [f"# {escape(sheet.title)}", f"{escape(sheet.status)} · {escape(sheet.as_of)}"]
    for part in (*sheet.parts, sheet.appendix):
        parts += [f"## {escape(part.title)}", *_blocks(part.blocks), *_exhibits(part, language)]
    return "\n\n".join(parts) + "\n"


_PLAIN = re.compile(r"[^\W\d_][\w ,.;:()%/’'“”–…-]*")
"""Most texts: a letter, then nothing that Markdown could read as a mark, where there is no underscore."""


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    text = visible(text)
    if "_" not in text and _PLAIN.fullmatch(text):
        return text
    text = re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", text)
    text = re.sub(r"&(?=#?\w+;)", r"\\&", text)
    text = re.sub(r"(?<=\s)(?=#+$)", r"\\", text)
    return re.sub(
        r"^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=[- ]*$)|=(?==*$)|\d+(?=[.)](?:\s|$)))",
        lambda found: found[0] + "\\" if found[0][0].isdigit() else "\\" + found[0],
        text,
    )


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    run: list[str] = []
    for block in blocks:
        text = escape(" ".join(sentence.text for sentence in block.sentences))
        if block.shape is Shape.PARAGRAPH:
            if run:
                yield "\n".join(run)
                run = []
            yield text
        elif block.shape is Shape.STEP:
            run.append(f"{len(run) + 1}. **{escape(block.head)}**: {text}")
        else:
            run.append(f"- **{escape(block.head)}**: {text}")
    if run:
        yield "\n".join(run)


def _exhibits(part: Part, language: Language) -> Iterator[str]:
    """Tables and notes; a chart shows what a table says too."""
    for one in part.exhibits:
        if isinstance(one, Table):
            yield draw_table(one, language)
        elif isinstance(one, Note):
            label = f"**{escape(one.label)}**{one.colon}"
            yield f"{label} {escape(one.text)}" + ("\n\n" + "\n".join(f"- {escape(item)}" for item in one.items) if one.items else "")


def draw_table(table: Table, language: Language) -> str:
    """A table of pipes."""
    lines = [[escape(head) for head in table.head], ["---"] * len(table.head), *([_cell(cell, language) for cell in row] for row in table.rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(cell: Cell, language: Language) -> str:
    text = escape(cell.text)
    if cell.quote:
        text = f"{language.say('report.quote', text=escape(cell.quote))} (`{cell.source}`)"
    elif cell.url:
        text = f"[{text}](<{cell.url.replace('<', '%3C').replace('>', '%3E').replace('|', '%7C')}>)"
    elif cell.strong:
        text = f"**{text}**"
    return f"{text} {escape(cell.more)}" if cell.more else text or language.say("report.none")
