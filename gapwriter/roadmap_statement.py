"""The statements about a roadmap: its steps, their proofs and resources, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gapwriter.fact import Fact, Value
from gapwriter.gap import Analysis, GateStatus
from gapwriter.language import Language, Texts
from gapwriter.requirement import Relation
from gapwriter.resource import Access, Resource
from gapwriter.roadmap import LeftOut, Roadmap, Step

Mask = Callable[[str], str]


def state_roadmap(analysis: Analysis, roadmap: Roadmap, mask: Mask, words: Language) -> Iterator[Fact]:
    """The facts of a roadmap; `mask` puts a placeholder in place of a label that no catalog vouches for."""
    if roadmap.steps:
        yield from _sums(roadmap, words)
    for step in roadmap.steps:
        yield from _step_facts(step, mask, words)
    formal: dict[str, LeftOut] = {}
    for gap in roadmap.left_out:
        yield from _left_out_facts(gap, roadmap.horizon_weeks, mask, words)
        if gap.reason in ("formal", "renewal"):
            formal.setdefault(gap.skill_id, gap)
    for gap in formal.values():
        yield from _resource_facts(gap.skill_id, mask(gap.label), gap.resources, words)
    for kind in ("leadership", "architecture"):
        if any(gate.kind == kind and gate.status is not GateStatus.PASS for gate in analysis.gates):
            text = words.say("facts.roadmap.beyond", condition=words.say(f"conditions.{kind}"))
            yield Fact(id=f"roadmap.beyond.{kind}", kind="roadmap.beyond", value={"gate": kind}, text=text, source="role: experience")


def _sums(roadmap: Roadmap, words: Language) -> Iterator[Fact]:
    hours, weeks, pace = words.count(roadmap.hours, "hour"), words.count(roadmap.weeks, "week"), words.count(roadmap.hours_per_week, "hour")
    steps, computed = words.count(len(roadmap.steps), "step"), "computed from the steps"
    yield _sum("weeks", {"weeks": roadmap.weeks}, weeks, words.say("facts.roadmap.weeks", weeks=weeks), computed)
    yield _sum("hours", {"hours": roadmap.hours}, hours, words.say("facts.roadmap.hours", hours=hours), computed)
    yield _sum("pace", {"hours_per_week": roadmap.hours_per_week}, pace, words.say("facts.roadmap.pace", hours=pace), "settings: hours_per_week")
    yield _sum("steps", {"steps": len(roadmap.steps)}, steps, words.say("facts.roadmap.steps", steps=steps), computed)
    essential = [step.last for step in roadmap.steps if step.relation is Relation.ESSENTIAL]
    if essential:
        week = words.weeks(max(essential), max(essential))
        yield _sum("essential", {"week": max(essential)}, week, words.say("facts.roadmap.essential", week=week), computed)


def _sum(name: str, value: Value, written: str, text: str, source: str) -> Fact:
    return Fact(id=f"roadmap.{name}", kind=f"roadmap.{name}", value=value, written=written, text=text, source=source)


def _step_facts(step: Step, mask: Mask, words: Language) -> Iterator[Fact]:
    weeks = words.weeks(step.first, step.last)
    hours = words.count(step.hours, "hour")
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
    values: Texts = {"order": step.order, "label": step.label, "weeks": weeks, "hours": hours, "serves": words.join(serves)}
    yield Fact(
        id=f"step.{step.skill_id}",
        kind="step.prerequisite" if serves else "step.gap",
        about=(step.label,),
        value=value,
        written=words.say("facts.step.when", weeks=weeks, hours=hours),
        text=words.say("facts.step.serves" if serves else "facts.step.plain", **values),
        source="catalog: hours, requires",
    )
    yield Fact(
        id=f"proof.{step.skill_id}",
        kind="step.proof",
        about=(step.label,),
        written=step.proof,
        text=words.say("facts.step.proof", label=step.label, proof=step.proof),
        source=f"catalog: {step.skill_id}",
    )
    yield from _resource_facts(step.skill_id, step.label, step.resources, words)


def _left_out_facts(gap: LeftOut, horizon: int, mask: Mask, words: Language) -> Iterator[Fact]:
    label = mask(gap.label)
    yield Fact(
        id=f"left-out.{gap.key}",
        kind=f"left_out.{gap.reason}",
        about=(label,),
        value={"relation": str(gap.relation), "reason": gap.reason, "horizon": horizon},
        written=gap.proof,
        text=words.say(f"facts.left_out.{gap.reason}", label=label, horizon=words.count(horizon, "week")),
        source="computed from the gaps",
    )


def _resource_facts(skill_id: str, label: str, resources: tuple[Resource, ...], words: Language) -> Iterator[Fact]:
    for resource in resources:
        low, high = resource.hours
        hours = words.say("facts.resource.hours", low=low, high=high) if low != high else words.count(low, "hour")
        day = resource.checked_on
        about = words.say("facts.resource.checked", date=words.date(day)) if day else words.say("facts.resource.not_verified")
        if day or resource.access is not Access.UNKNOWN:
            about = words.say("facts.resource.access", access=words.say(f"access.{resource.access}"), checked=about)
        if resource.kind not in ("register", "certification", "exam"):  # the hours of an entry in a register or of an exam say nothing of the way there
            about = words.say("facts.resource.long", hours=hours, access=about)
        named: Texts = {"title": resource.title, "provider": resource.provider, "kind": words.say(f"kind.{resource.kind}")}
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
            written=about,
            text=words.say("facts.resource.record", label=label, about=about, **named),
            source=f"catalog: {resource.id}",
        )
    if not resources:
        yield Fact(id=f"resource.{skill_id}.none", kind="resource.none", about=(label,), text=words.say("facts.resource.none", label=label), source="catalog")
