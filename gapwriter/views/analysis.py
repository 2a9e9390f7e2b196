"""Analysis: coverage, conditions and gaps of one candidate."""

from __future__ import annotations

from gapwriter.gap import Analysis, Gap
from gapwriter.language import read_language
from gapwriter.match import Status
from gapwriter.panel import Panel
from gapwriter.sheet import Cell, Note, Table, lay_comparison
from gapwriter.wording import count_noun, visible, write_date, write_months


def bundle(analysis: Analysis) -> dict[str, str]:
    language = read_language()
    gaps = Table(
        id="gaps",
        title="Gaps, the most important first",
        head=("", "requirement", "relation", "state", "related skills shown", "evidence"),
        rows=tuple(_gap(gap) for gap in analysis.gaps),
        numeric=(0,),
    )
    found = gaps if analysis.gaps else Note(label="Gaps", text="no requirement is missing or below the level asked for")
    return Panel(title=_title(analysis), lead=_lead(analysis), exhibits=(*lay_comparison(analysis, language), found)).bundle()


def _title(analysis: Analysis) -> str:
    who = visible(analysis.candidate) or visible(analysis.id) or "A candidate without a name"
    at = f", {visible(analysis.role.company)}" if analysis.role.company else ""
    return f"{who}: {visible(analysis.role.title)}{at}"


def _lead(analysis: Analysis) -> str:
    months = analysis.experience.months
    shown = f"{write_months(months)} of experience" if months else "no dated experience"
    open_levels = sum(match.status is Status.UNKNOWN for match in analysis.matches)
    beside = f"; the level of {count_noun(open_levels, 'requirement')} is open" if open_levels else ""
    return f"{shown[0].upper()}{shown[1:]}, {count_noun(len(analysis.held), 'skill')} and {count_noun(len(analysis.gaps), 'gap')} as of {write_date(analysis.as_of)}{beside}."


def _gap(gap: Gap) -> tuple[Cell, ...]:
    say, first = read_language().say, gap.match.evidence[0] if gap.match.evidence else None
    return (
        Cell(text=str(gap.importance)),
        Cell(text=visible(gap.label), strong=True),
        Cell(text=say(f"relation.{gap.requirement.relation}")),
        Cell(text=say(f"status.{gap.match.status}"), mark="open" if gap.match.status is Status.BELOW_LEVEL else "gap"),
        Cell(text=visible(", ".join(gap.bridges))),
        Cell(quote=visible(first.quote), source=first.source) if first else Cell(),
    )
