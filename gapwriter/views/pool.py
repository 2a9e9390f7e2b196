"""Pool: the candidates in the order in which they came, and the rows that could not be read."""

from __future__ import annotations

from gapwriter.gap import GateStatus
from gapwriter.panel import Panel
from gapwriter.pool import Pool
from gapwriter.requirement import Relation
from gapwriter.sheet import Cell, Exhibit, Note, Table
from gapwriter.wording import capital, count_noun, visible


def bundle(pool: Pool) -> dict[str, str]:
    relations = tuple(Relation)
    rows = tuple(
        (
            Cell(text=visible(one.id)),
            Cell(text=visible(one.candidate) or "(no name)"),
            Cell(text=f"{sum(gate.status is GateStatus.PASS for gate in one.gates)} of {len(one.gates)}"),
            *(Cell(text=f"{one.coverage[relation].met} of {one.coverage[relation].of}") for relation in relations),
        )
        for one in pool
    )
    exhibits: list[Exhibit] = []
    if rows:
        head = ("id", "candidate", "conditions met", *map(str, relations))
        exhibits.append(Table(id="pool", title="In the order given", head=head, rows=rows, numeric=(2, 3, 4, 5)))
    if pool.faults:
        exhibits.append(Note(label="Not read", text=count_noun(len(pool.faults), "row"), items=tuple(visible(str(fault)) for fault in pool.faults)))
    title = capital(count_noun(len(pool), "candidate")) + (f": {visible(pool[0].role.title)}" if pool else "")
    return Panel(title=title, exhibits=tuple(exhibits)).bundle()
