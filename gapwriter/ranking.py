"""Ranking: many candidates for one role, by conditions first and coverage second."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from gapwriter.display import Displayed
from gapwriter.frame import make_frame
from gapwriter.gap import Analysis, GateStatus
from gapwriter.record import Record
from gapwriter.requirement import Relation
from gapwriter.wording import visible


class Rank(Record):
    """One candidate's place. Candidates whose figures are equal share a place."""

    place: int
    analysis: Analysis
    failed: tuple[str, ...]
    open: tuple[str, ...]


ROW: dict[str, type] = {"place": int, "id": str, "candidate": str, "conditions_failed": str, "conditions_open": str, "score": int}
ROW |= {f"{relation}_{part}": int for relation in Relation for part in ("met", "of")} | {"experience_months": int, "gaps": int, "essential_gaps": str}
"""The columns of a ranking as a data frame, with their types; any value may be missing."""


class Ranking(Displayed, tuple[Rank, ...]):
    """Ranks, the first place first."""

    VIEW: ClassVar[str] = "ranking"

    def to_frame(self, backend: str = "") -> Any:
        """One row a candidate, as a data frame of pandas, polars or pyarrow; lists of labels stand with semicolons in one text."""
        return make_frame(ROW, map(_row, self), backend)


def _row(rank: Rank) -> dict[str, Any]:
    analysis = rank.analysis
    return {
        "place": rank.place,
        "id": analysis.id or None,
        "candidate": analysis.candidate or None,
        "conditions_failed": "; ".join(rank.failed),
        "conditions_open": "; ".join(rank.open),
        "score": analysis.score,
        **{f"{relation}_{part}": getattr(count, part) for relation, count in analysis.coverage.items() for part in ("met", "of")},
        "experience_months": analysis.experience.months,
        "gaps": len(analysis.gaps),
        "essential_gaps": "; ".join(gap.label for gap in analysis.gaps_of(Relation.ESSENTIAL)),
    }


def rank_candidates(analyses: Iterable[Analysis]) -> Ranking:
    """By failed conditions (fewer first), open conditions, coverage score, essential requirements met; ties in the order of names.

    No score offsets a condition: who fails one stands behind all who fail none.
    """
    rows = sorted(((_figures(analysis), analysis.candidate.casefold(), analysis.id, analysis) for analysis in analyses), key=lambda row: row[:3])
    ranks: list[Rank] = []
    for number, (figures, *_, analysis) in enumerate(rows, 1):
        place = ranks[-1].place if ranks and rows[number - 2][0] == figures else number
        ranks.append(Rank(place=place, analysis=analysis, failed=_gates(analysis, GateStatus.FAIL), open=_gates(analysis, GateStatus.UNKNOWN)))
    return Ranking(ranks)


def _figures(analysis: Analysis) -> tuple[int, int, float, int]:
    points = analysis.points
    return (
        len(_gates(analysis, GateStatus.FAIL)),
        len(_gates(analysis, GateStatus.UNKNOWN)),
        -points.met / points.of if points.of else 0.0,
        -sum(count.met for count in analysis.coverage.values()),
    )


def _gates(analysis: Analysis, status: GateStatus) -> tuple[str, ...]:
    return tuple(gate.label for gate in analysis.gates if gate.status is status)


def ranking_rows(ranks: Iterable[Rank]) -> list[dict[str, Any]]:
    """The ranking as plain data, a row a candidate."""
    return [
        {
            "place": rank.place,
            "candidate": rank.analysis.candidate,
            "failed": list(rank.failed),
            "open": list(rank.open),
            "score": rank.analysis.score,
            **{str(relation): f"{count.met} of {count.of}" for relation, count in rank.analysis.coverage.items() if count.of},
            "essential_gaps": [gap.label for gap in rank.analysis.gaps_of(Relation.ESSENTIAL)],
        }
        for rank in ranks
    ]


def ranking_table(ranks: Iterable[Rank]) -> str:
    """The ranking as a table for a terminal."""
    relations = [str(relation) for relation in Relation]
    rows = [["", "candidate", *relations, "coverage", "conditions", "essential gaps"]]
    for row in ranking_rows(ranks):
        conditions = [f"not met: {', '.join(row['failed'])}"] if row["failed"] else []
        conditions += [f"not shown: {', '.join(row['open'])}"] if row["open"] else []
        gaps = row["essential_gaps"]
        shown = visible(", ".join(gaps[:3])) + (f" and {len(gaps) - 3} more" if len(gaps) > 3 else "")
        score = "–" if row["score"] is None else f"{row['score']} %"
        rows.append(
            [
                str(row["place"]),
                visible(row["candidate"]) or "(no name)",
                *(row.get(relation, "–") for relation in relations),
                score,
                "; ".join(conditions) or "all met",
                shown or "none",
            ]
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
