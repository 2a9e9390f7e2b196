"""JSON: the whole report as data, for programs."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

from gapwriter.match import Match
from gapwriter.report import Report
from gapwriter.resource import Resource
from gapwriter.theme import Theme

SUFFIX = ".json"
SCHEMA = "gapwriter.report/1"


def render(report: Report, theme: Theme) -> str:
    """The report with its facts, in UTF-8 JSON; `schema` names the version of this shape."""
    sections = [section.model_dump(mode="json") for section in report.sections]
    writing = report.writing.model_dump(mode="json") if report.writing else None
    data = {"schema": SCHEMA, "writer": report.writer, "writing": writing, "sections": sections, **facts_data(report)}
    return to_json(data, indent=1).decode() + "\n"


def facts_data(report: Report) -> dict[str, Any]:
    """What `gapwriter facts` prints: the computed facts in a shape that programs can rely on; names stand in `cast` alone, quotes as they are in the resume."""
    analysis, roadmap = report.analysis, report.roadmap
    experience = analysis.experience
    required = analysis.role.years
    return {
        "as_of": analysis.as_of.isoformat(),
        "role": {"title": analysis.role.title, "company": analysis.role.company, "origin": analysis.role.origin}
        | ({"market": analysis.role.survey.model_dump(mode="json")} if analysis.role.survey else {}),
        "requirements": [_requirement(match) for match in analysis.matches],
        "experience": {
            "months": experience.months,
            "required_years": required,
            "gate": next((str(gate.status) for gate in analysis.gates if gate.kind == "years"), None),
        },
        "leadership": {"shown": experience.leadership.shown, "evidence": _shown(experience.leadership)},
        "architecture": {"shown": experience.architecture.shown, "evidence": _shown(experience.architecture)},
        "gates": [gate.model_dump(mode="json") for gate in analysis.gates],
        "coverage": {
            **{str(relation): {"met": count.met, "of": count.of} for relation, count in analysis.coverage.items()},
            "score": {"percent": analysis.score, "met": analysis.points.met, "of": analysis.points.of},
        },
        "gaps": [
            {
                "skill": gap.requirement.asked,
                "label": gap.label,
                "relation": str(gap.requirement.relation),
                "kind": str(gap.kind),
                "importance": gap.importance,
                "builds": list(gap.builds),
                "bridges": list(gap.bridges),
            }
            for gap in analysis.gaps
        ],
        "held": [{"skill": held.label, "level": held.level, "basis": str(held.basis), "asked": held.asked} for held in analysis.held],
        "roadmap": [
            {
                "skill": step.label,
                "order": step.order,
                "weeks": step.weeks,
                "first_week": step.first,
                "last_week": step.last,
                "hours": step.hours,
                "serves": list(step.serves),
                "proof": step.proof,
                "resources": [_resource(resource) for resource in step.resources],
            }
            for step in roadmap.steps
        ],
        "left_out": [
            {"skill": gap.label, "relation": str(gap.relation), "reason": gap.reason, "resources": [_resource(one) for one in gap.resources]}
            | ({"licensing": [one.model_dump(mode="json") for one in gap.licensing]} if gap.licensing else {})
            for gap in roadmap.left_out
        ],
        "unrecognised": list(
            dict.fromkeys(
                [*(option.label for match in analysis.matches for option in match.requirement.options if not option.known), *analysis.role.unrecognised]
            )
        ),
        "unplaced": {"resume": [list(line) for line in analysis.unplaced], "role": [list(line) for line in analysis.role.unplaced]},
        "hidden": {"resume": [one.model_dump() for one in analysis.hidden], "role": [one.model_dump() for one in analysis.role.hidden]},
        "attributions": list(analysis.attributions),
        "cast": report.cast.names,
        "facts": [fact.model_dump(mode="json") for fact in report.facts],
    }


def _requirement(match: Match) -> dict[str, Any]:
    requirement = match.requirement
    return {
        "skill": requirement.asked,
        "label": requirement.label,
        "any_of": [option.asked for option in requirement.options] if len(requirement.options) > 1 else None,
        "relation": str(requirement.relation),
        "kind": str(match.option.kind),
        "proficiency": requirement.proficiency,
        "known": requirement.known,
        "source": requirement.source,
        "quote": requirement.quote,
        "status": str(match.status),
        "rung": match.rung,
        "by": match.option.label if match.rung else None,
        "implied_by": match.implied_by,
        "shown_proficiency": match.proficiency,
        "basis": match.basis,
        "evidence": [{"quote": one.quote, "source": one.source, "polarity": str(one.polarity)} for one in match.evidence],
    }


def _shown(shown: Any) -> list[dict[str, str]]:
    return [{"quote": shown.quote, "source": shown.source}] if shown.quote else []


def _resource(resource: Resource) -> dict[str, Any]:
    return resource.model_dump(mode="json")
