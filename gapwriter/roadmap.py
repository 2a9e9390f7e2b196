"""Roadmap: what to learn, in which order and by when; Step: one skill of it, with a proof and resources."""

from __future__ import annotations

import heapq

from gapwriter.gap import Analysis, Gap, GapKind, is_degree
from gapwriter.match import Status
from gapwriter.polarity import Polarity
from gapwriter.record import Record
from gapwriter.requirement import Relation
from gapwriter.resource import Resource, find_resources
from gapwriter.settings import Settings
from gapwriter.skill import Catalog, Kind, Licensing, Proficiency


class Step(Record):
    """One skill to learn, from week `first` to week `last` (both included, counted from 1), in `hours`. A prerequisite that is no gap itself names in
    `serves` the gaps that it is for; `meets` are the labels of the gaps that it closes. `after` are the labels of earlier steps that it builds on."""

    order: int
    skill_id: str
    label: str
    relation: Relation
    target: Proficiency
    hours: int
    first: int
    last: int
    proof: str
    meets: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()

    @property
    def weeks(self) -> int:
        return self.last - self.first + 1


class LeftOut(Record):
    """A gap without a step in the weeks, and why: `formal` (a licence, a degree), `renewal` (it has expired), `unrecognised`, `horizon`, `emerging`; `key` is the requirement's."""

    key: str
    skill_id: str
    label: str
    relation: Relation
    reason: str
    proof: str = ""
    resources: tuple[Resource, ...] = ()
    licensing: tuple[Licensing, ...] = ()


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
    reasons = {gap.importance: _formal_reason(gap, catalog) for gap in analysis.gaps}
    goals: dict[str, list[Gap]] = {}
    for gap in analysis.gaps:
        if not reasons[gap.importance]:
            goals.setdefault(gap.skill_id, []).append(gap)
    needs = {skill_id: _needs(skill_id, _known_skills(analysis, catalog), goals, catalog) for skill_id in goals}
    chosen = _choose(goals, needs, catalog, settings)
    for gap in analysis.gaps:
        if not reasons[gap.importance] and gap.skill_id not in chosen:
            reasons[gap.importance] = "emerging" if gap.requirement.relation is Relation.EMERGING else "horizon"
    goals = {skill_id: gaps for skill_id, gaps in goals.items() if skill_id in chosen}
    return Roadmap(
        hours_per_week=settings.hours_per_week,
        horizon_weeks=settings.horizon_weeks,
        steps=tuple(_schedule(_order(goals, needs, catalog), goals, needs, catalog, settings.hours_per_week)),
        left_out=tuple(_leave_out(gap, reasons[gap.importance], catalog) for gap in analysis.gaps if reasons[gap.importance]),
    )


def _formal_reason(gap: Gap, catalog: Catalog) -> str:
    """Why a gap cannot be planned in weeks of study, if it cannot."""
    skill_id = gap.skill_id
    if skill_id not in catalog:
        return "unrecognised"
    if gap.match.said is Polarity.EXPIRED:
        return "renewal"
    if catalog[skill_id].kind is Kind.LICENCE or is_degree(skill_id, catalog) or not catalog[skill_id].hours:
        return "formal"
    return ""


def _leave_out(gap: Gap, reason: str, catalog: Catalog) -> LeftOut:
    known = gap.skill_id in catalog
    return LeftOut(
        key=gap.requirement.key,
        skill_id=gap.skill_id,
        label=gap.label,
        relation=gap.requirement.relation,
        reason=reason,
        proof=catalog[gap.skill_id].proof if known else "",
        resources=find_resources(gap.skill_id, catalog) if reason in ("formal", "renewal") else (),
        licensing=tuple(one for option in gap.requirement.options if option.skill_id in catalog for one in catalog[option.skill_id].licensing)
        if reason == "formal"
        else (),
    )


def _known_skills(analysis: Analysis, catalog: Catalog) -> set[str]:
    """What need not be learned first: the skills held or met, what they imply, and what they build on."""
    held = {one.skill_id for one in analysis.held} | {match.option.skill_id for match in analysis.matches if match.status in (Status.MET, Status.UNKNOWN)}
    held = {skill_id for skill_id in held if skill_id in catalog}
    held |= {wider for skill_id in held for wider in catalog.implied(skill_id)}
    return held.union(*(catalog.required(skill_id) for skill_id in held))


def _needs(skill_id: str, known: set[str], goals: dict[str, list[Gap]], catalog: Catalog) -> set[str]:
    """The prerequisites of a skill that nothing held shows; what is itself a gap is kept, whatever implies it."""
    found: set[str] = set()
    ahead = list(catalog[skill_id].requires)
    while ahead:
        here = ahead.pop()
        if here in found or here not in catalog or (here in known and here not in goals) or not catalog[here].hours:
            continue
        found.add(here)
        ahead += catalog[here].requires
    return found


def _choose(goals: dict[str, list[Gap]], needs: dict[str, set[str]], catalog: Catalog, settings: Settings) -> set[str]:
    """Every essential goal, and each optional one with which the weeks still end within the horizon; always with the goals that they need."""
    chosen: set[str] = set()
    for skill_id, gaps in goals.items():
        more = chosen | {skill_id} | (needs[skill_id] & goals.keys())
        steps = more.union(*(needs[one] for one in more))
        weeks = sum(_weeks(_step_hours(one, goals.get(one, []), catalog), settings.hours_per_week) for one in steps)
        relation = _relation(gaps)
        if relation is Relation.ESSENTIAL or (relation is Relation.OPTIONAL and weeks <= settings.horizon_weeks):
            chosen = more
    return chosen


def _relation(gaps: list[Gap]) -> Relation:
    return min((gap.requirement.relation for gap in gaps), key=tuple(Relation).index)


def _order(goals: dict[str, list[Gap]], needs: dict[str, set[str]], catalog: Catalog) -> list[str]:
    """The goals and what they need, prerequisites first; of what is ready, the one that the most pressing gap waits for."""
    todo = set(goals).union(*(needs[skill_id] for skill_id in goals))
    before = {skill_id: {one for one in catalog.required(skill_id) if one in todo and one != skill_id} for skill_id in todo}
    ready = [(_rank(skill_id, goals, needs, catalog), skill_id) for skill_id in todo if not before[skill_id]]
    heapq.heapify(ready)
    done: list[str] = []
    while ready:
        _, skill_id = heapq.heappop(ready)
        done.append(skill_id)
        for other in todo:
            if skill_id in before[other]:
                before[other].discard(skill_id)
                if not before[other]:
                    heapq.heappush(ready, (_rank(other, goals, needs, catalog), other))
    return done


def _rank(skill_id: str, goals: dict[str, list[Gap]], needs: dict[str, set[str]], catalog: Catalog) -> tuple[int, str]:
    """Importance runs over all gaps, essential ones first; a prerequisite stands where the most pressing gap stands that needs it."""
    return min(gap.importance for gap in _waiting(skill_id, goals, needs)), catalog[skill_id].label.casefold()


def _waiting(skill_id: str, goals: dict[str, list[Gap]], needs: dict[str, set[str]]) -> list[Gap]:
    """The gaps that a step closes or is needed for."""
    return [gap for other, gaps in goals.items() if other == skill_id or skill_id in needs[other] for gap in gaps]


def _schedule(order: list[str], goals: dict[str, list[Gap]], needs: dict[str, set[str]], catalog: Catalog, hours_per_week: int) -> list[Step]:
    steps: list[Step] = []
    week = 1
    for number, skill_id in enumerate(order, 1):
        gaps, waiting = goals.get(skill_id, []), _waiting(skill_id, goals, needs)
        hours, required = _step_hours(skill_id, gaps, catalog), catalog.required(skill_id)
        last = week + _weeks(hours, hours_per_week) - 1
        steps.append(
            Step(
                order=number,
                skill_id=skill_id,
                label=catalog[skill_id].label,
                relation=_relation(gaps or waiting),
                target=_target(gaps),
                hours=hours,
                first=week,
                last=last,
                proof=catalog[skill_id].proof,
                meets=tuple(gap.label for gap in gaps),
                serves=() if gaps else tuple(sorted({gap.label for gap in waiting}, key=str.casefold)),
                after=tuple(step.label for step in steps if step.skill_id in required),
                resources=find_resources(skill_id, catalog),
            )
        )
        week = last + 1
    return steps


def _target(gaps: list[Gap]) -> Proficiency:
    """The level to reach: the highest asked for, intermediate where none is said, beginner for a prerequisite."""
    asked = [gap.requirement.proficiency or Proficiency.INTERMEDIATE for gap in gaps]
    return max(asked, key=lambda level: level.rank, default=Proficiency.BEGINNER)


def _step_hours(skill_id: str, gaps: list[Gap], catalog: Catalog) -> int:
    hours, held = catalog[skill_id].hours, [gap.match.proficiency for gap in gaps if gap.kind is GapKind.BELOW_LEVEL]
    return _hours(hours, _target(gaps)) - max((_hours(hours, level) for level in held), default=0)


def _weeks(hours: int, hours_per_week: int) -> int:
    return max(1, -(-hours // hours_per_week))


def _hours(hours: dict[Proficiency, int], level: Proficiency | None) -> int:
    """Hours from nothing to a level. The catalog's estimates end at advanced; from there to expert counts as far as from intermediate to advanced."""
    if level is None:
        return 0
    if level is Proficiency.EXPERT:
        return 2 * hours[Proficiency.ADVANCED] - hours[Proficiency.INTERMEDIATE]
    return hours[level]
