"""The statements about a roadmap: its steps, their proofs and resources, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gapwriter.fact import Fact, Value
from gapwriter.gap import Analysis, GateStatus
from gapwriter.requirement import Relation
from gapwriter.resource import Access, Resource
from gapwriter.roadmap import LeftOut, Roadmap, Step
from gapwriter.wording import count_noun, join_words, write_date

Mask = Callable[[str], str]

ACCESS_WORDS = {
    Access.FREE: "free",
    Access.FREE_ACCOUNT: "free with an account",
    Access.FREE_AUDIT_PAID_CERTIFICATE: "free to audit, paid certificate",
    Access.FREEMIUM: "free in part",
    Access.SUBSCRIPTION: "by subscription",
    Access.ONE_OFF_FEE: "for a fee",
    Access.EXAM_FEE: "with an exam fee",
    Access.EMPLOYER_OR_STATE_FUNDED: "funded by the employer or the state",
    Access.UNKNOWN: "access unknown",
}


def state_roadmap(analysis: Analysis, roadmap: Roadmap, mask: Mask) -> Iterator[Fact]:
    """The facts of a roadmap; `mask` puts a placeholder in place of a label that no catalog vouches for."""
    if roadmap.steps:
        yield from _sums(roadmap)
    for step in roadmap.steps:
        yield from _step_facts(step, mask)
    formal: dict[str, LeftOut] = {}
    for gap in roadmap.left_out:
        yield from _left_out_facts(gap, roadmap.horizon_weeks, mask)
        if gap.reason in ("formal", "renewal"):
            formal.setdefault(gap.skill_id, gap)
    for gap in formal.values():
        yield from _resource_facts(gap.skill_id, mask(gap.label), gap.resources)
    for kind in ("leadership", "architecture"):
        if any(gate.kind == kind and gate.status is not GateStatus.PASS for gate in analysis.gates):
            text = f"The roadmap has no step for {kind}, which is shown at work and not by a course."
            yield Fact(id=f"roadmap.beyond.{kind}", kind="roadmap.beyond", value={"gate": kind}, text=text, source="role: experience")


def _sums(roadmap: Roadmap) -> Iterator[Fact]:
    hours, weeks, pace = count_noun(roadmap.hours, "hour"), count_noun(roadmap.weeks, "week"), count_noun(roadmap.hours_per_week, "hour")
    steps, computed = count_noun(len(roadmap.steps), "step"), "computed from the steps"
    yield _sum("weeks", {"weeks": roadmap.weeks}, weeks, f"The roadmap takes {weeks}.", computed)
    yield _sum("hours", {"hours": roadmap.hours}, hours, f"The roadmap takes {hours}.", computed)
    yield _sum("pace", {"hours_per_week": roadmap.hours_per_week}, pace, f"The roadmap counts on {pace} a week.", "settings: hours_per_week")
    yield _sum("steps", {"steps": len(roadmap.steps)}, steps, f"The roadmap has {steps}.", computed)
    essential = [step.last for step in roadmap.steps if step.relation is Relation.ESSENTIAL]
    if essential:
        week = f"week {max(essential)}"
        yield _sum("essential", {"week": max(essential)}, week, f"The last essential step ends with {week}.", computed)


def _sum(name: str, value: Value, written: str, text: str, source: str) -> Fact:
    return Fact(id=f"roadmap.{name}", kind=f"roadmap.{name}", value=value, written=written, text=text, source=source)


def _step_facts(step: Step, mask: Mask) -> Iterator[Fact]:
    weeks = f"week {step.first}" if step.first == step.last else f"weeks {step.first} to {step.last}"
    hours = count_noun(step.hours, "hour")
    serves = [mask(one) for one in step.serves]
    value: Value = {
        "order": step.order,
        "relation": str(step.relation),
        "target": str(step.target),
        "hours": step.hours,
        "weeks": step.weeks,
        "first": step.first,
        "last": step.last,
        "meets": [mask(one) for one in step.meets],
        "serves": serves,
        "after": list(step.after),
    }
    for_gap = f" It is needed for {join_words(serves)}." if serves else ""
    yield Fact(
        id=f"step.{step.skill_id}",
        kind="step.prerequisite" if serves else "step.gap",
        about=(step.label,),
        value=value,
        written=f"{weeks} ({hours})",
        text=f"Step {step.order} is {step.label}, {weeks}, {hours}.{for_gap}",
        source="catalog: hours, requires",
    )
    yield Fact(
        id=f"proof.{step.skill_id}",
        kind="step.proof",
        about=(step.label,),
        written=step.proof,
        text=f"Proof of {step.label}: {step.proof}.",
        source=f"catalog: {step.skill_id}",
    )
    yield from _resource_facts(step.skill_id, step.label, step.resources)


def _left_out_facts(gap: LeftOut, horizon: int, mask: Mask) -> Iterator[Fact]:
    label = mask(gap.label)
    text = {
        "formal": f"{label} is granted by its issuing body, which sets the conditions; no weeks are planned for it.",
        "renewal": f"{label} has expired and needs a renewal; no weeks are planned for it.",
        "unrecognised": f"{label} is not in the catalog, so no hours can be planned for it.",
        "horizon": f"{label} does not fit into the horizon of {count_noun(horizon, 'week')}.",
        "emerging": f"{label} counts as emerging and stays outside the plan.",
    }[gap.reason]
    yield Fact(
        id=f"left-out.{gap.key}",
        kind=f"left_out.{gap.reason}",
        about=(label,),
        value={"relation": str(gap.relation), "reason": gap.reason, "horizon": horizon},
        written=gap.proof,
        text=text,
        source="computed from the gaps",
    )


def _resource_facts(skill_id: str, label: str, resources: tuple[Resource, ...]) -> Iterator[Fact]:
    for resource in resources:
        low, high = resource.hours
        hours = f"{low} to {high} hours" if low != high else count_noun(low, "hour")
        if resource.kind in ("register", "certification", "exam"):
            hours = ""  # the hours of an entry in a register or of an exam say nothing of the way there
        checked = f"checked {write_date(resource.checked_on)}" if resource.checked_on else "access not verified"
        access = ACCESS_WORDS[resource.access]
        about = f"{access}, {checked}" if resource.checked_on or resource.access is not Access.UNKNOWN else checked
        value: Value = {
            "title": resource.title,
            "provider": resource.provider,
            "url": resource.url,
            "kind": resource.kind,
            "access": str(resource.access),
            "low": low,
            "high": high,
            "checked_on": resource.checked_on.isoformat() if resource.checked_on else None,
            "skill": skill_id,
        }
        yield Fact(
            id=f"resource.{skill_id}.{resource.id}",
            kind="resource.record",
            about=(label,),
            value=value,
            written=f"about {hours}; {about}" if hours else about,
            text=f"For {label} the catalog has “{resource.title}” ({resource.provider}, {resource.kind}, {f'about {hours}; {about}' if hours else about}).",
            source=f"catalog: {resource.id}",
        )
    if not resources:
        yield Fact(id=f"resource.{skill_id}.none", kind="resource.none", about=(label,), text=f"For {label} the catalog has no resource.", source="catalog")
