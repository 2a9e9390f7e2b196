"""Ranking: the candidates in their places, conditions before coverage."""

from __future__ import annotations

from gapwriter.panel import Panel
from gapwriter.ranking import Ranking, ranking_rows
from gapwriter.requirement import Relation
from gapwriter.sheet import Cell, Note, Table
from gapwriter.wording import capital, count_noun, visible

DECIDES = Note(label="A person decides", text="conditions come first and no score offsets one; a place is no recommendation to hire or to reject.")


def bundle(ranking: Ranking) -> dict[str, str]:
    relations = [str(relation) for relation in Relation]
    named = any(rank.analysis.id for rank in ranking)
    head = ("", *(["id"] if named else []), "candidate", "not met", "not shown", *relations, "coverage", "essential gaps")
    rows = tuple(
        (
            Cell(text=str(rank.place)),
            *([Cell(text=visible(rank.analysis.id))] if named else []),
            Cell(text=visible(row["candidate"]) or "(no name)"),
            Cell(text=visible(", ".join(rank.failed)), mark="gap" if rank.failed else ""),
            Cell(text=visible(", ".join(rank.open)), mark="open" if rank.open else ""),
            *(Cell(text=row.get(relation, "")) for relation in relations),
            Cell(text="" if row["score"] is None else f"{row['score']} %"),
            Cell(text=visible(", ".join(row["essential_gaps"]))),
        )
        for rank, row in zip(ranking, ranking_rows(ranking), strict=True)
    )
    numeric = (0, *range(head.index(relations[0]), len(head) - 1))
    table = Table(id="ranking", title="Conditions first, then coverage", head=head, rows=rows, numeric=numeric)
    title = capital(count_noun(len(ranking), "candidate")) + (f": {visible(ranking[0].analysis.role.title)}" if ranking else "")
    return Panel(title=title, exhibits=(*([table] if rows else []), DECIDES)).bundle()
