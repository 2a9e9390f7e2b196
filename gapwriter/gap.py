"""Gap: a requirement that the resume does not meet; Analysis: everything that the comparison of one candidate with one role found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

from gapwriter.display import Displayed
from gapwriter.document import Hidden
from gapwriter.errors import InputError
from gapwriter.evidence import Basis, Evidence, find_evidence
from gapwriter.experience import Experience, Shown, lead_evidence, read_experience
from gapwriter.frame import make_frame
from gapwriter.match import Match, Status, group_evidence, is_held, match_role
from gapwriter.polarity import Polarity
from gapwriter.record import Record
from gapwriter.requirement import Relation, Requirement
from gapwriter.resume import PRESENT, Resume, Work, read_resume
from gapwriter.role import Role, read_role
from gapwriter.settings import Settings, read_settings
from gapwriter.skill import Catalog, Kind, Proficiency, read_catalog


class GapKind(StrEnum):
    MISSING = "missing"
    BELOW_LEVEL = "below_level"


class Gap(Record):
    """A requirement not met. `importance` counts from 1 over all gaps; `builds` are the labels of other gaps that build on this one;
    `bridges` the labels of held skills that are related, which shorten the way and are never counted as met."""

    match: Match
    kind: GapKind
    importance: int
    builds: tuple[str, ...] = ()
    bridges: tuple[str, ...] = ()

    @property
    def requirement(self) -> Requirement:
        return self.match.requirement

    @property
    def label(self) -> str:
        return self.requirement.label

    @property
    def skill_id(self) -> str:
        """The skill to learn: the first of an any-of group, or the one held below the level."""
        return self.match.option.skill_id


class Held(Record):
    """A skill that the resume shows. `asked` says that the role names it, `stands_in` that a requirement is met through it; `level_words` are the resume's own."""

    skill_id: str
    label: str
    kind: Kind
    level: Proficiency | None
    basis: Basis
    evidence: tuple[Evidence, ...]
    asked: bool
    stands_in: bool
    level_words: str = ""


class GateStatus(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    UNKNOWN = "unknown"


class Gate(Record):
    """A condition that no score can offset: years, leadership, architecture, licence, degree, language.

    `required` and `shown` are months for years; for the rest the levels asked for and shown, empty unless the level is what stands in the way.
    """

    kind: str
    label: str
    status: GateStatus
    required: str = ""
    shown: str = ""
    quote: str = ""
    source: str = ""


class Count(Record):
    """`met` of `of` requirements."""

    met: int
    of: int


WEIGHTS = {Relation.ESSENTIAL: 3, Relation.OPTIONAL: 1, Relation.EMERGING: 0}
"""Points a requirement is worth in the coverage score: three optional ones weigh as much as one essential; emerging ones do not count yet."""


ROW: dict[str, type] = dict.fromkeys(
    "id candidate role requirement asked relation status rung by implied_by proficiency_asked proficiency_shown basis".split(), str
)
ROW |= {"importance": int, "evidence": str, "source": str}
"""The columns of an analysis as a data frame, with their types; any value may be missing."""


class Analysis(Displayed, Record):
    """The comparison. `candidate` is the name in full; `coverage` counts by relation; `score` is met points of possible points in whole percent;
    `attributions` are what the makers of imported skills and roles ask to be printed; `id` is what the caller calls the candidate, empty without."""

    VIEW: ClassVar[str] = "analysis"

    candidate: str
    pronouns: str | None
    role: Role
    as_of: date
    matches: tuple[Match, ...]
    gaps: tuple[Gap, ...]
    held: tuple[Held, ...]
    experience: Experience
    gates: tuple[Gate, ...]
    coverage: dict[Relation, Count]
    points: Count
    jobs: tuple[tuple[str, str], ...] = ()
    records: tuple[tuple[str, str], ...] = ()
    unplaced: tuple[tuple[str, str], ...] = ()
    hidden: tuple[Hidden, ...] = ()
    attributions: tuple[str, ...] = ()
    id: str = ""

    @property
    def score(self) -> int | None:
        """Whole percent, rounded half up, but 0 and 100 only where they are exact; None where the role asks for emerging skills alone."""
        met, of = self.points.met, self.points.of
        return None if not of else met * 100 // of if met in (0, of) else min(99, max(1, (200 * met + of) // (2 * of)))

    def gaps_of(self, relation: Relation) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if gap.requirement.relation == relation)

    def rows(self) -> Iterator[dict[str, Any]]:
        """One row a requirement, in the order of the role: how it is met, or not, with the first line that shows it; `importance` is that of the gap."""
        importance = {(gap.requirement.relation, gap.requirement.key): gap.importance for gap in self.gaps}
        for match in self.matches:
            requirement, first = match.requirement, match.evidence[0] if match.evidence else None
            yield {
                "id": self.id or None,
                "candidate": self.candidate or None,
                "role": self.role.title,
                "requirement": requirement.label,
                "asked": requirement.asked,
                "relation": str(requirement.relation),
                "status": str(match.status),
                "rung": _word(match.rung),
                "by": match.option.label if match.rung else None,
                "implied_by": match.implied_by,
                "proficiency_asked": _word(requirement.proficiency),
                "proficiency_shown": _word(match.proficiency),
                "basis": _word(match.basis),
                "importance": importance.get((requirement.relation, requirement.key)),
                "evidence": first.quote if first else None,
                "source": first.source if first else None,
            }

    def to_frame(self, backend: str = "") -> Any:
        """The rows as a data frame of pandas, polars or pyarrow; the first that is installed where none is named (needs the extra `frames`)."""
        return make_frame(ROW, self.rows(), backend)


def _word(value: StrEnum | None) -> str | None:
    return None if value is None else str(value)


def analyze(
    resume: str | Path | Mapping[str, Any] | Resume,
    role: str | Path | Mapping[str, Any] | Role,
    settings: Settings | None = None,
    catalog: Catalog | None = None,
) -> Analysis:
    """Compare a candidate with a role; paths, mappings or objects. Raises InputError for input that would give a report from nothing."""
    settings = settings or read_settings()
    catalog = catalog or read_catalog(settings.catalog)
    resume, role = read_resume(resume), read_role(role, catalog)
    evidence = find_evidence(resume, catalog, settings.as_of, role)
    experience = read_experience(resume, settings.as_of)
    evidence = (*evidence, *lead_evidence(experience, role))
    if not any(one.polarity is Polarity.HAS for one in evidence):
        raise InputError(resume.file, "", "no known skill is found in it", "check that this is a resume and that it says what the candidate can do")
    return find_gaps(resume, role, match_role(evidence, role, catalog), evidence, experience, catalog, settings.as_of)


def find_gaps(
    resume: Resume, role: Role, matches: Sequence[Match], evidence: Sequence[Evidence], experience: Experience, catalog: Catalog, as_of: date
) -> Analysis:
    """Gaps in order of importance, with the skills held, the gates and the coverage."""
    held = _held_skills(evidence, matches, role, catalog)
    coverage = {relation: _count(matches, relation) for relation in Relation}
    return Analysis(
        candidate=resume.name,
        pronouns=resume.stated.pronouns,
        role=role,
        as_of=as_of,
        matches=tuple(matches),
        gaps=_order_gaps([m for m in matches if m.status in (Status.MISSING, Status.BELOW_LEVEL)], held, catalog),
        held=held,
        experience=experience,
        gates=tuple(_gates(role, matches, experience, catalog)),
        coverage=coverage,
        points=Count(
            met=sum(WEIGHTS[relation] * count.met for relation, count in coverage.items()),
            of=sum(WEIGHTS[relation] * count.of for relation, count in coverage.items()),
        ),
        jobs=_jobs(resume),
        records=tuple(_records(resume)),
        unplaced=resume.unplaced,
        hidden=resume.hidden,
        attributions=_attributions(role, held, catalog),
    )


def _attributions(role: Role, held: Sequence[Held], catalog: Catalog) -> tuple[str, ...]:
    """Of the skills that a report may name: those asked for, what they build on, and those held; and of a role of the catalog."""
    asked = {option.skill_id for requirement in role.requirements for option in requirement.options}
    used = asked.union({one.skill_id for one in held}, *map(catalog.required, asked))
    return catalog.attributions(used, role.title if role.origin == "built-in" else "")


def _records(resume: Resume) -> Iterator[tuple[str, str]]:
    """Schools, studies, projects and certificates in the resume's own words: names that a text about the candidate may use, whether the role asks for them or not."""
    for study in resume.education:
        yield "school", study.institution
        yield "study", " in ".join(part for part in (study.study_type, study.area) if part)
    yield from (("project", project.name) for project in resume.projects)
    yield from (("certificate", certificate.name) for certificate in resume.certificates)
    yield from (("employer", post.organization or post.name) for post in resume.volunteer)


def _jobs(resume: Resume) -> tuple[tuple[str, str], ...]:
    """Title and employer of each position, the latest first: those that go on, then by end and start; undated ones last, in the order of the resume."""

    def latest(job: Work) -> tuple[bool, str, str]:
        return bool(job.start_date), "9999" if job.end_date.strip().casefold() in PRESENT else job.end_date, job.start_date

    return tuple((job.position.strip(), job.name.strip()) for job in sorted(resume.work, key=latest, reverse=True))


def _count(matches: Sequence[Match], relation: Relation) -> Count:
    asked = [match for match in matches if match.requirement.relation is relation]
    return Count(met=sum(match.status is Status.MET for match in asked), of=len(asked))


def _held_skills(evidence: Sequence[Evidence], matches: Sequence[Match], role: Role, catalog: Catalog) -> tuple[Held, ...]:
    options = {option.skill_id: option for requirement in role.requirements for option in requirement.options}
    stand_ins = {one.skill_id for match in matches if match.implied_by for one in match.evidence}
    held = []
    for skill_id, places in group_evidence(evidence).items():
        kind = catalog[skill_id].kind if skill_id in catalog else options[skill_id].kind
        if is_held(places, kind):
            shown = tuple(one for one in places if one.polarity is Polarity.HAS)
            best = max((one for one in shown if one.level), key=lambda one: one.level.rank if one.level else 0, default=None)
            held.append(
                Held(
                    skill_id=skill_id,
                    label=catalog[skill_id].label if skill_id in catalog else options[skill_id].label,
                    kind=kind,
                    level=best.level if best else None,
                    level_words=best.level_words if best else "",
                    basis=max((one.basis for one in shown), key=tuple(Basis).index),
                    evidence=shown,
                    asked=skill_id in options,
                    stands_in=skill_id in stand_ins,
                )
            )
    return tuple(held)


def _order_gaps(matches: Sequence[Match], held: Sequence[Held], catalog: Catalog) -> tuple[Gap, ...]:
    """By relation, then by how many other gaps build on it (emerging ones are not planned and do not count), then by label: the order of the role's list changes nothing."""
    labels = {match.option.skill_id: match.requirement.label for match in matches if match.requirement.relation is not Relation.EMERGING}
    required = {skill_id: catalog.required(skill_id) for skill_id in labels}
    builds = {
        match.option.skill_id: sorted((label for other, label in labels.items() if match.option.skill_id in required[other]), key=str.casefold)
        for match in matches
    }
    ordered = sorted(
        matches,
        key=lambda m: (tuple(Relation).index(m.requirement.relation), -len(builds[m.option.skill_id]), m.requirement.label.casefold()),
    )
    return tuple(
        Gap(
            match=match,
            kind=GapKind(match.status),
            importance=number,
            builds=tuple(builds[match.option.skill_id]),
            bridges=_bridges(match, held, catalog),
        )
        for number, match in enumerate(ordered, 1)
    )


def _bridges(match: Match, held: Sequence[Held], catalog: Catalog) -> tuple[str, ...]:
    """Held skills from which a missing one is nearer: related by either side's record, or wider ones that it would imply; three at most, demonstrated ones first."""
    wanted = {option.skill_id for option in match.requirement.options if option.known}
    near: set[str] = set()
    for skill_id in wanted:
        near |= {*catalog[skill_id].related, *catalog[skill_id].implies, *catalog[skill_id].broader}
    bridges = [
        one for one in held if one.skill_id not in wanted and one.skill_id in catalog and (one.skill_id in near or wanted & set(catalog[one.skill_id].related))
    ]
    bridges.sort(key=lambda one: (-tuple(Basis).index(one.basis), one.label.casefold()))
    return tuple(one.label for one in bridges[:3])


_GATE_KINDS = {Kind.LICENCE: "licence", Kind.HUMAN_LANGUAGE: "language"}


def _gates(role: Role, matches: Sequence[Match], experience: Experience, catalog: Catalog) -> list[Gate]:
    gates = []
    if role.years is not None:
        gates.append(_years_gate(role.years, experience))
    for kind, asked, shown in (("leadership", role.leadership, experience.leadership), ("architecture", role.architecture, experience.architecture)):
        if asked:
            gates.append(_shown_gate(kind, shown))
    for match in matches:
        of_kind = _GATE_KINDS.get(match.option.kind) or ("degree" if is_degree(match.option.skill_id, catalog) else None)
        if of_kind and match.requirement.relation is Relation.ESSENTIAL:
            gates.append(_requirement_gate(of_kind, match))
    return gates


_DEGREES = frozenset({"bachelors-degree", "masters-degree", "doctorate", "associate-degree", "high-school-diploma"})


def is_degree(skill_id: str, catalog: Catalog) -> bool:
    """Whether a credential of the catalog is an academic degree, or holds one."""
    return skill_id in catalog and catalog[skill_id].kind is Kind.CREDENTIAL and bool(_DEGREES & {skill_id, *catalog.implied(skill_id)})


def _years_gate(years: float, experience: Experience) -> Gate:
    required, months = round(years * 12), experience.months
    status = GateStatus.UNKNOWN if months is None else GateStatus.PASS if months >= required else GateStatus.FAIL
    return Gate(kind="years", label="years of experience", status=status, required=str(required), shown="" if months is None else str(months))


def _shown_gate(kind: str, shown: Shown) -> Gate:
    status = {True: GateStatus.PASS, False: GateStatus.FAIL, None: GateStatus.UNKNOWN}[shown.shown]
    return Gate(kind=kind, label=kind, status=status, quote=shown.quote, source=shown.source)


def _requirement_gate(kind: str, match: Match) -> Gate:
    """A licence, degree or language asked for: passed when met, failed when the resume says no or shows a lower level, otherwise open."""
    if match.status is Status.MET:
        status = GateStatus.PASS
    else:
        status = GateStatus.FAIL if match.status is Status.BELOW_LEVEL or match.said in (Polarity.NO, Polarity.EXPIRED) else GateStatus.UNKNOWN
    first = match.evidence[0] if match.evidence else None
    asked = str(match.requirement.proficiency or Proficiency.INTERMEDIATE) if match.status in (Status.BELOW_LEVEL, Status.UNKNOWN) else ""
    return Gate(
        kind=kind,
        label=match.requirement.label,
        status=status,
        required=asked,
        shown=str(match.proficiency or "") if asked else "",
        quote=first.quote if first else "",
        source=first.source if first else "",
    )
