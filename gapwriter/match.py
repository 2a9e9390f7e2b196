"""Match: a requirement, what the resume shows of it, and the rung of the ladder at which they meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from gapwriter.evidence import Basis, Evidence
from gapwriter.polarity import Polarity
from gapwriter.record import Record
from gapwriter.requirement import Option, Requirement
from gapwriter.role import Role
from gapwriter.skill import Catalog, Kind, Proficiency, Rung, Strength


class Status(StrEnum):
    """`missing` says that the resume does not show it; `unknown` that it shows the skill and not the level asked for."""

    MET = "met"
    UNKNOWN = "unknown"
    BELOW_LEVEL = "below_level"
    MISSING = "missing"


class Match(Record):
    """How a requirement is met, or not. `option` is the skill that decided; `implied_by` the narrower skill that stands for it;
    `said` is the strongest thing that the resume says of a skill it does not show as held (learning, wants, no)."""

    requirement: Requirement
    status: Status
    option: Option
    rung: Rung | None = None
    implied_by: str | None = None
    implied_strength: Strength | None = None
    evidence: tuple[Evidence, ...] = ()
    proficiency: Proficiency | None = None
    basis: Basis | None = None
    said: Polarity | None = None

    @property
    def unproven(self) -> bool:
        """Met by a claim in a list alone; languages are always claimed, and not meant."""
        return self.status is Status.MET and self.basis is Basis.CLAIMED and self.option.kind is not Kind.HUMAN_LANGUAGE

    @property
    def inferred(self) -> bool:
        """Met by a skill that usually, not by definition, implies it."""
        return self.status is Status.MET and self.implied_strength is Strength.USUAL


_BEST = (Status.MET, Status.UNKNOWN, Status.BELOW_LEVEL, Status.MISSING)
_RUNGS = tuple(Rung)
_BASES = tuple(Basis)
_SAID = (Polarity.EXPIRED, Polarity.LEARNING, Polarity.EXPOSURE, Polarity.NO, Polarity.WANTS, Polarity.OTHERS)


def match_role(evidence: Iterable[Evidence], role: Role, catalog: Catalog) -> tuple[Match, ...]:
    """One match a requirement, in the order of the role."""
    held = group_evidence(evidence)
    wider = _implied_skills(held, catalog)
    return tuple(_match(requirement, held, wider, catalog) for requirement in role.requirements)


def group_evidence(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    """Evidence by skill."""
    by_skill: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        by_skill[one.skill_id].append(one)
    return by_skill


def is_held(evidence: Sequence[Evidence], kind: Kind | None = None) -> bool:
    """Whether one place shows the skill; a certificate or licence that is said to have expired is not held, wherever else it stands."""
    polarities = {one.polarity for one in evidence}
    if kind in (Kind.CREDENTIAL, Kind.LICENCE) and polarities & {Polarity.NO, Polarity.EXPIRED}:
        return False
    return Polarity.HAS in polarities


def _implied_skills(held: Mapping[str, list[Evidence]], catalog: Catalog) -> dict[str, tuple[str, Strength]]:
    """What the held skills imply: the wider skill with the held one (the strongest, then the first by id)."""
    reached: dict[str, tuple[str, Strength]] = {}
    for skill_id in sorted(held):
        if skill_id in catalog and is_held(held[skill_id], catalog[skill_id].kind):
            for wider, strength in catalog.implied(skill_id).items():
                if wider not in reached or (strength is Strength.STRONG and reached[wider][1] is Strength.USUAL):
                    reached[wider] = (skill_id, strength)
    return reached


def _match(requirement: Requirement, held: Mapping[str, list[Evidence]], wider: Mapping[str, tuple[str, Strength]], catalog: Catalog) -> Match:
    matches = [_match_option(requirement, option, held, wider, catalog) for option in requirement.options]
    return min(matches, key=lambda match: (_BEST.index(match.status), _RUNGS.index(match.rung) if match.rung else 9))


def _match_option(
    requirement: Requirement, option: Option, held: Mapping[str, list[Evidence]], wider: Mapping[str, tuple[str, Strength]], catalog: Catalog
) -> Match:
    direct = held.get(option.skill_id, [])
    if is_held(direct, option.kind):
        shown = [one for one in direct if one.polarity is Polarity.HAS]
        return _held(requirement, option, shown, min((one.rung for one in shown), key=_RUNGS.index))
    # What the resume says outright of a skill goes before what another skill implies.
    if _may_be_implied(option, wider) and all(one.polarity is Polarity.OTHERS for one in direct):
        narrower, strength = wider[option.skill_id]
        shown = [one for one in held[narrower] if one.polarity is Polarity.HAS]
        return _held(requirement, option, shown, Rung.NARROWER, catalog[narrower].label, strength)
    # A certificate that is listed in one place and has expired in another leaves only the words that say so.
    against = [one for one in direct if one.polarity is not Polarity.HAS]
    said = min((one.polarity for one in against), key=_SAID.index, default=None)
    return Match(requirement=requirement, status=Status.MISSING, option=option, evidence=tuple(against), said=said)


def _may_be_implied(option: Option, wider: Mapping[str, tuple[str, Strength]]) -> bool:
    """A licence is shown by what holds it by definition, never by what only usually comes with it."""
    return option.skill_id in wider and (option.kind is not Kind.LICENCE or wider[option.skill_id][1] is Strength.STRONG)


def _held(
    requirement: Requirement, option: Option, shown: list[Evidence], rung: Rung, implied_by: str | None = None, strength: Strength | None = None
) -> Match:
    level = max((one.level for one in shown if one.level), key=lambda level: level.rank, default=None) if implied_by is None else None
    asked = requirement.proficiency or (Proficiency.INTERMEDIATE if option.kind is Kind.HUMAN_LANGUAGE and level else None)
    met = asked in (None, Proficiency.BEGINNER) or (level is not None and asked is not None and level.rank >= asked.rank)
    status = Status.MET if met else Status.BELOW_LEVEL if level else Status.UNKNOWN
    return Match(
        requirement=requirement,
        status=status,
        option=option,
        rung=rung,
        implied_by=implied_by,
        implied_strength=strength,
        evidence=tuple(sorted(shown, key=lambda one: -_BASES.index(one.basis))),
        proficiency=level,
        basis=max((one.basis for one in shown), key=_BASES.index),
    )
