"""Roadmap: what to learn, in which order and by when; Step: one skill of it, with a proof and resources."""

from __future__ import annotations

import heapq

from gapwriter.gap import Analysis, Gap, GapKind, is_degree, required_skills
from gapwriter.match import Status
from gapwriter.record import Record
from gapwriter.resource import Resource, find_resources
from gapwriter.role import Relation
from gapwriter.settings import Settings
from gapwriter.skill import Catalog, Kind, Proficiency


class Step(Record):
    """One skill to learn, from week `first` to week `last` (both included, counted from 1), in `hours`. A prerequisite that is no gap itself names in
    `serves` the gaps that it is for; `meets` is the label of the gap that it closes, "" for a prerequisite. `after` are the labels of earlier steps that it builds on."""

    order: int
    skill_id: str
    label: str
    relation: Relation
    target: Proficiency
    hours: int
    first: int
    last: int
    proof: str
    meets: str = ""
    serves: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()

    @property
    def weeks(self) -> int:
        return self.last - self.first + 1


class LeftOut(Record):
    """A gap without a step in the weeks, and why: `formal` (a licence, a degree), `unrecognised`, `horizon`, `emerging`."""

    skill_id: str
    label: str
    relation: Relation
    reason: str
    proof: str = ""
    resources: tuple[Resource, ...] = ()


class Roadmap(Record):
    """`hours` and `weeks` are the sums over the steps."""

    hours_per_week: int
    horizon_weeks: int
    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def hours(self) -> int:
        return sum(step.hours for step in self.steps)

    @property
    def weeks(self) -> int:
        return self.steps[-1].last if self.steps else 0


def plan_roadmap(analysis: Analysis, catalog: Catalog, settings: Settings) -> Roadmap:
    """A step for every essential gap and for each optional gap that ends within the horizon, prerequisites first; every other gap with the reason.

    Ties are broken by relation, then importance, then label. Each step begins in a new week, so the weeks add up.
    """
    planned, left_out = [], []
    for gap in analysis.gaps:
        reason = _formal_reason(gap, catalog)
        if reason:
            left_out.append(_leave_out(gap, reason, catalog))
        else:
            planned.append(gap)
    known = _known_skills(analysis, catalog)
    chosen = _with_needed([gap for gap in planned if gap.requirement.relation is Relation.ESSENTIAL], planned, known, catalog)
    plan = _order(chosen, known, catalog, settings.hours_per_week)
    for gap in planned:
        if gap in chosen or gap.requirement.relation is Relation.EMERGING:
            continue
        more = _with_needed([*chosen, gap], planned, known, catalog)
        longer = _order(more, known, catalog, settings.hours_per_week)
        if longer[-1].last <= settings.horizon_weeks:
            chosen, plan = more, longer
    left_out += [_leave_out(gap, "emerging" if gap.requirement.relation is Relation.EMERGING else "horizon", catalog) for gap in planned if gap not in chosen]
    return Roadmap(hours_per_week=settings.hours_per_week, horizon_weeks=settings.horizon_weeks, steps=tuple(plan), left_out=tuple(left_out))


def _with_needed(chosen: list[Gap], planned: list[Gap], known: set[str], catalog: Catalog) -> list[Gap]:
    """The chosen gaps, and the other gaps that are prerequisites of one of them."""
    by_skill = {gap.skill_id: gap for gap in planned}
    needed = set().union(*(_needs(gap.skill_id, known, by_skill, catalog) for gap in chosen)) if chosen else set()
    return [*chosen, *(gap for gap in planned if gap not in chosen and gap.skill_id in needed)]


def _known_skills(analysis: Analysis, catalog: Catalog) -> set[str]:
    """What need not be learned first: the skills held or met, what they imply, and what they build on."""
    held = {one.skill_id for one in analysis.held} | {match.option.skill_id for match in analysis.matches if match.status in (Status.MET, Status.UNKNOWN)}
    held = {skill_id for skill_id in held if skill_id in catalog}
    held |= {wider for skill_id in held for wider in catalog.implied(skill_id)}
    return held.union(*(required_skills(skill_id, catalog) for skill_id in held))


def _formal_reason(gap: Gap, catalog: Catalog) -> str:
    """Why a gap cannot be planned in weeks of study, if it cannot."""
    skill_id = gap.skill_id
    if skill_id not in catalog:
        return "unrecognised"
    if catalog[skill_id].kind is Kind.LICENCE or is_degree(skill_id) or not catalog[skill_id].hours:
        return "formal"
    return ""


def _leave_out(gap: Gap, reason: str, catalog: Catalog) -> LeftOut:
    known = gap.skill_id in catalog
    return LeftOut(
        skill_id=gap.skill_id,
        label=gap.label,
        relation=gap.requirement.relation,
        reason=reason,
        proof=catalog[gap.skill_id].proof if known else "",
        resources=find_resources(gap.skill_id, catalog) if reason == "formal" else (),
    )


def _order(gaps: list[Gap], known: set[str], catalog: Catalog, hours_per_week: int) -> list[Step]:
    """The steps for some gaps with the prerequisites that nobody has shown yet, in prerequisite order, with their weeks."""
    by_skill = {gap.skill_id: gap for gap in gaps}
    needs = {skill_id: _needs(skill_id, known, by_skill, catalog) for skill_id in by_skill}
    todo = set(by_skill) | set().union(*needs.values()) if needs else set()
    serves = {skill_id: sorted((gap.label for other, gap in by_skill.items() if skill_id in needs[other]), key=str.casefold) for skill_id in todo}
    before = {skill_id: {one for one in required_skills(skill_id, catalog) if one in todo and one != skill_id} for skill_id in todo}

    def rank(skill_id: str) -> tuple[int, int, str]:
        """A prerequisite stands where the most pressing gap stands that needs it."""
        for_gaps = [gap for other, gap in by_skill.items() if other == skill_id or skill_id in needs[other]]
        first = min(for_gaps, key=lambda gap: (tuple(Relation).index(gap.requirement.relation), gap.importance))
        return tuple(Relation).index(first.requirement.relation), first.importance, catalog[skill_id].label.casefold()

    ready = [(rank(skill_id), skill_id) for skill_id in todo if not before[skill_id]]
    heapq.heapify(ready)
    done: list[str] = []
    while ready:
        _, skill_id = heapq.heappop(ready)
        done.append(skill_id)
        for other in todo:
            if skill_id in before[other]:
                before[other].discard(skill_id)
                if not before[other]:
                    heapq.heappush(ready, (rank(other), other))
    return _schedule(done, by_skill, serves, catalog, hours_per_week)


def _needs(skill_id: str, known: set[str], by_skill: dict[str, Gap], catalog: Catalog) -> set[str]:
    """The prerequisites of a skill that nothing held shows; what is itself a gap is kept, whatever implies it."""
    found: set[str] = set()
    ahead = list(catalog[skill_id].requires)
    while ahead:
        here = ahead.pop()
        if here in found or here not in catalog or (here in known and here not in by_skill) or not catalog[here].hours:
            continue
        found.add(here)
        ahead += catalog[here].requires
    return found


def _schedule(order: list[str], by_skill: dict[str, Gap], serves: dict[str, list[str]], catalog: Catalog, hours_per_week: int) -> list[Step]:
    steps: list[Step] = []
    week = 1
    for number, skill_id in enumerate(order, 1):
        skill, gap = catalog[skill_id], by_skill.get(skill_id)
        target = (gap.requirement.proficiency if gap else None) or (Proficiency.INTERMEDIATE if gap else Proficiency.BEGINNER)
        hours = _hours(skill.hours, target) - (_hours(skill.hours, gap.match.proficiency) if gap and gap.kind is GapKind.BELOW_LEVEL else 0)
        last = week + max(1, -(-hours // hours_per_week)) - 1
        required = required_skills(skill_id, catalog)
        steps.append(
            Step(
                order=number,
                skill_id=skill_id,
                label=skill.label,
                relation=gap.requirement.relation
                if gap
                else min((by_skill[other].requirement.relation for other in by_skill if by_skill[other].label in serves[skill_id]), key=tuple(Relation).index),
                target=target,
                hours=hours,
                first=week,
                last=last,
                proof=skill.proof,
                meets=gap.label if gap else "",
                serves=() if gap else tuple(serves[skill_id]),
                after=tuple(step.label for step in steps if step.skill_id in required),
                resources=find_resources(skill_id, catalog),
            )
        )
        week = last + 1
    return steps


def _hours(hours: dict[Proficiency, int], level: Proficiency | None) -> int:
    """Hours from nothing to a level. The catalog's estimates end at advanced; from there to expert counts as far as from intermediate to advanced."""
    if level is None:
        return 0
    if level is Proficiency.EXPERT:
        return 2 * hours[Proficiency.ADVANCED] - hours[Proficiency.INTERMEDIATE]
    return hours[level]
