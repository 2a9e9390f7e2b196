"""Findings: each sentence at fault, with its fault and what is true instead."""

from __future__ import annotations

from gapwriter.finding import Findings
from gapwriter.panel import Panel
from gapwriter.sheet import Cell, Table
from gapwriter.wording import capital, count_noun, visible


def bundle(findings: Findings) -> dict[str, str]:
    title = capital(count_noun(len(findings), "finding")) if findings else "Nothing was found"
    rows = tuple(
        (
            Cell(text=f"“{visible(one.sentence)}”" if one.span and one.sentence.strip() else ""),
            Cell(text=one.kind.replace("_", " "), mark="gap"),
            Cell(text=visible(one.message)),
            Cell(text=visible(one.section)),
        )
        for one in findings
    )
    table = Table(id="findings", title="The gravest first", head=("sentence", "fault", "what is wrong", "section"), rows=rows)
    return Panel(title=title, exhibits=(table,) if rows else ()).bundle()
