"""The statements about one candidate and one role: every fact that a report may make, from the analysis and the roadmap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gapwriter.cast import free_date, free_labels, free_levels
from gapwriter.evidence import Basis
from gapwriter.fact import Fact, Facts, Value
from gapwriter.gap import Analysis, Gap, GapKind, Gate, GateStatus, Held
from gapwriter.language import read_language
from gapwriter.match import Match, Status
from gapwriter.polarity import Polarity
from gapwriter.question_statement import state_questions
from gapwriter.requirement import Option, Relation
from gapwriter.roadmap import Roadmap
from gapwriter.roadmap_statement import Mask, state_roadmap
from gapwriter.role import Role, Survey
from gapwriter.skill import Kind, Rung
from gapwriter.wording import capital, count_noun, join_words, write_date, write_months, write_number

ORIGINS = {
    "advertisement": "this one advertisement",
    "description": "the description of the role that was given",
    "built-in": "the built-in role of the catalog",
}


def state_facts(analysis: Analysis, roadmap: Roadmap) -> Facts:
    """All facts of a comparison, in the order of a report; ids are stable: the same subject has the same id in every report."""
    mask = _mask_labels(analysis)
    return Facts(
        facts=(
            *_subject_facts(analysis),
            *_count_facts(analysis),
            *(fact for gate in analysis.gates for fact in _gate_facts(gate, mask)),
            *_experience_facts(analysis),
            *_held_facts(analysis, mask),
            *_credential_facts(analysis),
            *_requirement_facts(analysis, mask),
            *(fact for gap in analysis.gaps for fact in _gap_facts(gap, mask)),
            *state_roadmap(analysis, roadmap, mask),
            *_limit_facts(analysis, mask),
            *state_questions(analysis, roadmap, mask, read_language()),
        )
    )


def _mask_labels(analysis: Analysis) -> Mask:
    """A label that no catalog vouches for goes by a placeholder, also inside "A or B"; every other label stays as it is."""
    masks = {label: f"SKILL_{number}" for number, label in enumerate(free_labels(analysis), 1)}
    for requirement in analysis.role.requirements:
        masks[requirement.label] = join_words([option.label if option.known else masks[option.label] for option in requirement.options], "or")
    return lambda label: masks.get(label, label)


def _subject_facts(analysis: Analysis) -> Iterator[Fact]:
    role = analysis.role
    yield Fact(
        id="subject",
        kind="subject",
        value={"company": bool(role.company)},
        text="CANDIDATE is considered for the role of ROLE" + (" at COMPANY." if role.company else "."),
        source="resume, role",
    )
    if analysis.jobs and (analysis.jobs[0][0] or analysis.jobs[0][1]):
        title, employer = analysis.jobs[0]
        words = " at ".join(part for part, given in (("TITLE_1", title), ("EMPLOYER_1", employer)) if given)
        yield Fact(
            id="position.latest",
            kind="position.latest",
            value={"title": bool(title), "employer": bool(employer)},
            written=words,
            text=f"The latest position in the resume is {words}.",
            source="resume: work",
        )
    if analysis.pronouns:
        yield Fact(
            id="pronouns",
            kind="pronouns",
            value={"pronouns": analysis.pronouns},
            text=f"The recruiter gave the pronouns {analysis.pronouns}.",
            source="resume: meta.gapwriter.pronouns",
        )


def _count_facts(analysis: Analysis) -> Iterator[Fact]:
    for relation, count in analysis.coverage.items():
        if count.of:
            words, of = write_number(count.met) if count.met else "none", write_number(count.of)
            text = f"The resume meets {words} of {count_noun(count.of, f'{relation} requirement')}."
            yield _count(f"count.{relation}", f"count.{relation}", {"met": count.met, "of": count.of}, f"{words} of {of}", text)
    for relation in Relation:
        yield from _gap_counts(relation, len(analysis.gaps_of(relation)))
    open_gates = sum(gate.status is not GateStatus.PASS for gate in analysis.gates)
    if open_gates:
        conditions = count_noun(open_gates, "condition")
        text = f"{capital(conditions)} {'is' if open_gates == 1 else 'are'} not met or not shown."
        yield _count("count.conditions", "count.conditions", {"open": open_gates, "of": len(analysis.gates)}, conditions, text)
    if analysis.score is not None:
        met, possible = analysis.points.met, analysis.points.of
        text = f"Coverage is {analysis.score} %: {met} of {possible} points, three for an essential and one for an optional requirement."
        yield _count("score", "score", {"percent": analysis.score, "met": met, "of": possible}, f"{analysis.score} %", text)


def _gap_counts(relation: Relation, gaps: int) -> Iterator[Fact]:
    if gaps:
        text = f"There {'is' if gaps == 1 else 'are'} {count_noun(gaps, f'{relation} gap')}."
        yield _count(f"count.gaps.{relation}", "count.gaps", {"relation": str(relation), "gaps": gaps}, write_number(gaps), text)
    # More than seven are not all named in a summary: the first five, and how many there are besides.
    if relation is Relation.ESSENTIAL and gaps > 7:
        rest = count_noun(gaps - 5, "further essential gap")
        yield _count("count.gaps_beyond_five", "count.gaps_beyond_five", {"gaps": gaps - 5}, rest, f"Beyond the five most important there are {rest}.")


def _count(fact_id: str, kind: str, value: Value, written: str, text: str) -> Fact:
    return Fact(id=fact_id, kind=kind, value=value, written=written, text=text, source="computed from the requirements")


def _experience_facts(analysis: Analysis) -> Iterator[Fact]:
    experience = analysis.experience
    if experience.months is None:
        yield Fact(
            id="experience.years",
            kind="experience.years",
            value={"months": None},
            text="The resume gives no dates from which professional experience could be counted.",
            source="resume: work",
        )
    else:
        source = "resume: meta.gapwriter.years" if "years" in experience.stated else "resume: work"
        yield Fact(
            id="experience.years",
            kind="experience.years",
            value={"months": experience.months, "positions": experience.positions, "stated": "years" in experience.stated},
            written=write_months(experience.months),
            text=f"The resume documents {write_months(experience.months)} of professional experience, all paid positions counted.",
            source=source,
        )
    for kind, shown, what in (("leadership", experience.leadership, "leading people"), ("architecture", experience.architecture, "designing systems")):
        words = {
            True: f"The resume shows {what}.",
            False: f"A person states that there is no experience of {what}."
            if kind in experience.stated
            else f"The resume says that there is no experience of {what}.",
            None: f"The resume gives no example of {what}.",
        }[shown.shown]
        yield Fact(
            id=f"experience.{kind}",
            kind=f"experience.{kind}",
            value={"shown": shown.shown, "stated": kind in experience.stated},
            text=words,
            source=f"resume: {shown.source}" if shown.source else "resume",
        )


def _gate_facts(gate: Gate, mask: Mask) -> Iterator[Fact]:
    status = gate.status
    if gate.kind == "years":
        required = int(gate.required)
        short = required - int(gate.shown) if gate.shown else 0
        value: Value = {"status": str(status), "required": required, "shown": int(gate.shown) if gate.shown else None, "short": max(0, short)}
        words = {
            GateStatus.PASS: f"The role asks for {write_months(required)} of experience, and the resume documents them.",
            GateStatus.FAIL: f"The role asks for {write_months(required)} of experience, {write_months(max(0, short))} more than the resume documents.",
            GateStatus.UNKNOWN: f"The role asks for {write_months(required)} of experience, which the resume gives no dates to check.",
        }[status]
        yield Fact(id="gate.years", kind="gate.years", value=value, written=write_months(required), text=words, source="role: experience.years")
        if status is GateStatus.FAIL:
            missing = write_months(short)
            yield Fact(
                id="shortfall.years",
                kind="shortfall.years",
                value={"months": short},
                written=missing,
                text=f"The documented experience is {missing} short of what the role asks for.",
                source="computed from the years",
            )
        return
    label = mask(gate.label)
    words = {
        GateStatus.PASS: f"The role asks for {label}, and the resume shows it.",
        GateStatus.FAIL: f"The role asks for {label}, and the resume says that it is not held.",
        GateStatus.UNKNOWN: f"The role asks for {label}, which the resume does not show.",
    }[status]
    if gate.shown:
        words = f"The role asks for {label} at {gate.required} level, and the resume shows it at {gate.shown} level."
    elif gate.required:
        words = f"The role asks for {label} at {gate.required} level, and the resume shows it without a level."
    about = () if gate.kind in ("leadership", "architecture") else (label,)
    yield Fact(
        id=f"gate.{gate.kind}" + (f".{slug(label)}" if about else ""),
        kind=f"gate.{gate.kind}",
        about=about,
        value={"status": str(status), "level": gate.shown or None, "asked": gate.required or None},
        text=words,
        source=f"resume: {gate.source}" if gate.source else "role",
    )


def _credential_facts(analysis: Analysis) -> Iterator[Fact]:
    if not any(held.kind in (Kind.CREDENTIAL, Kind.LICENCE) for held in analysis.held):
        yield Fact(
            id="credential.none", kind="credential.none", text="The resume lists no certificate, degree or licence that the catalog knows.", source="resume"
        )


def slug(label: str) -> str:
    """A label as a part of an id."""
    return re.sub(r"[^\w+#]+", "-", label.casefold()).strip("-")


def _held_facts(analysis: Analysis, mask: Mask) -> Iterator[Fact]:
    free = {words: f"LEVEL_{number}" for number, words in enumerate(free_levels(analysis), 1)}
    for held in analysis.held:
        yield _held_fact(held, mask, free.get(held.level_words, held.level_words))


def _held_fact(held: Held, mask: Mask, words: str) -> Fact:
    basis = {
        Basis.CLAIMED: "names",
        Basis.DEMONSTRATED: "shows",
        Basis.CERTIFIED: "documents",
        Basis.STATED: "is stated to include",
    }[held.basis]
    label = mask(held.label)
    level = f" ({words})" if held.level else ""
    sources = list(dict.fromkeys(one.source for one in held.evidence))
    value: Value = {
        "level": str(held.level) if held.level else None,
        "level_words": held.level_words or None,
        "basis": str(held.basis),
        "asked": held.asked,
        "kind": str(held.kind),
        "places": len(sources),
    }
    return Fact(
        id=f"skill.{held.skill_id}",
        kind="skill.asked" if held.asked else "skill.stands_in" if held.stands_in else "skill.extra",
        about=(label,),
        value=value,
        text=f"The resume {basis} {label}{level}.",
        source="resume: " + ", ".join(sources),
    )


def _requirement_facts(analysis: Analysis, mask: Mask) -> Iterator[Fact]:
    role = analysis.role
    origin, dated = _origin(analysis)
    yield Fact(
        id="market.origin",
        kind="market.origin",
        value={"origin": role.origin, "date": _days(role.survey) if role.survey else _written_date(role.date)},
        written=origin,
        text=f"The requirements come from {origin}{dated and ', dated '}{dated}.",
        source=role.source or "role",
    )
    if role.survey:
        yield from _survey_facts(role, role.survey, mask)
    for match in analysis.matches:
        requirement = match.requirement
        label = mask(requirement.label)
        level = f" at {requirement.proficiency} level" if requirement.proficiency else ""
        value: Value = {
            "relation": str(requirement.relation),
            "status": str(match.status),
            "level": str(requirement.proficiency) if requirement.proficiency else None,
            "kind": str(match.option.kind),
            "known": requirement.known,
        }
        yield Fact(
            id=f"requirement.{requirement.key}",
            kind=f"requirement.{requirement.relation}",
            about=(label,),
            value=value,
            text=f"{label}{level} is {_a(requirement.relation)} {requirement.relation} requirement.",
            source=f"role: {requirement.source}",
        )
        if match.status in (Status.MET, Status.UNKNOWN):
            yield _met_fact(match, label, mask)


def _origin(analysis: Analysis) -> tuple[str, str]:
    """Where the requirements come from, and of which day or days."""
    role, survey = analysis.role, analysis.role.survey
    if survey:
        return count_noun(survey.advertisements, "advertisement"), _days(survey)
    return ORIGINS[role.origin], "DATE_1" if free_date(analysis) else _written_date(role.date)


def _days(survey: Survey) -> str:
    """ "2 March 2026 to 30 October 2026", one day alone, "" where no advertisement is dated."""
    first, last = _written_date(survey.first), _written_date(survey.last)
    return first if first == last else f"{first} to {last}"


def _survey_facts(role: Role, survey: Survey, mask: Mask) -> Iterator[Fact]:
    """How many advertisements name each skill, what grew, and what those that state a salary state; each with their number and their days."""
    number, days = survey.advertisements, _days(survey)
    ads = count_noun(number, "advertisement")
    base: Value = {"of": number, "days": days}
    for requirement in role.requirements:
        label = mask(requirement.label)
        if requirement.count:
            whole = requirement.count == number
            count = "all" if whole else write_number(requirement.count)
            yield Fact(
                id=f"market.share.{requirement.key}",
                kind=f"market.share.{requirement.relation}",
                about=(label,),
                value={"count": requirement.count, **base},
                written=count,
                text=f"{label} is asked for in {count} {'' if whole else 'of the '}{ads}.",
                source=f"role: {requirement.source}",
            )
        if requirement.grown:
            (early, late), (before, after) = requirement.grown, (survey.earlier, survey.later)
            grown = f"{_none(early)} of the {write_number(before)} earlier and in {_none(late)} of the {write_number(after)} later advertisements"
            yield Fact(
                id=f"market.growth.{requirement.key}",
                kind="market.growth",
                about=(label,),
                value={"earlier": early, "earlier_of": before, "later": late, "later_of": after, **base},
                written=f"in {grown}",
                text=f"{label} is asked for in {grown}.",
                source=f"role: {requirement.source}",
            )
    if survey.salary:
        pay = survey.salary
        ends = f"{pay.low:,} to {pay.high:,}" if pay.high > pay.low else f"{pay.low:,}"
        paid = f"{ends} {pay.currency} {'an' if pay.period == 'hour' else 'a'} {pay.period}"
        yield Fact(
            id="market.salary",
            kind="market.salary",
            value={"stated": pay.stated, "low": pay.low, "high": pay.high, "currency": pay.currency, "period": pay.period, **base},
            written=paid,
            text=f"A salary is stated in {write_number(pay.stated)} of the {ads}, in the median {paid}.",
            source="role: market.salary",
        )


def _none(number: int) -> str:
    return write_number(number) if number else "none"


def _written_date(text: str) -> str:
    """A date as a person writes it; what is no ISO date stays as it is."""
    try:
        return write_date(date.fromisoformat(text))
    except ValueError:
        return text


def _a(word: str) -> str:
    return "an" if word[0] in "aeio" else "a"


def _met_fact(match: Match, label: str, mask: Mask) -> Fact:
    by = mask(match.option.label) if len(match.requirement.options) > 1 else ""
    how = f" through {match.implied_by}" if match.rung is Rung.NARROWER else f" by {by}" if by else ""
    value: Value = {
        "relation": str(match.requirement.relation),
        "rung": str(match.rung) if match.rung else None,
        "implied_by": match.implied_by,
        "by": by or None,
        "level": str(match.proficiency) if match.proficiency else None,
        "asked": str(match.requirement.proficiency) if match.requirement.proficiency else None,
        "basis": str(match.basis),
        "unproven": match.unproven,
        "inferred": match.inferred,
    }
    source = "resume: " + ", ".join(dict.fromkeys(one.source for one in match.evidence))
    if match.status is Status.UNKNOWN:
        return Fact(
            id=f"open.{match.requirement.key}",
            kind="open.level",
            about=(label,),
            value=value,
            text=f"{label} is shown{how}, but not at which level; the role asks for {match.requirement.proficiency}.",
            source=source,
        )
    return Fact(
        id=f"met.{match.requirement.key}", kind=f"met.{match.requirement.relation}", about=(label,), value=value, text=f"{label} is met{how}.", source=source
    )


def _said(match: Match) -> str | None:
    """What the resume says of a skill that it does not show as held; "struck" where a person says it."""
    if match.said is Polarity.NO and all(one.basis is Basis.STATED for one in match.evidence):
        return "struck"
    return str(match.said) if match.said and match.said is not Polarity.OTHERS else None


def _gap_facts(gap: Gap, mask: Mask) -> Iterator[Fact]:
    label, match = mask(gap.label), gap.match
    value: Value = {
        "kind": str(gap.kind),
        "importance": gap.importance,
        "level": str(match.proficiency) if match.proficiency else None,
        "assumed": gap.requirement.proficiency is None,
        "asked": str(gap.requirement.proficiency or ("intermediate" if gap.kind is GapKind.BELOW_LEVEL else "")) or None,
        "said": _said(match),
        "builds": [mask(one) for one in gap.builds],
        "bridges": list(gap.bridges),
    }
    if gap.kind is GapKind.BELOW_LEVEL:
        asks = "names no level, for which intermediate is assumed" if value["assumed"] else f"asks for {value['asked']}"
        text = f"{label} is shown at {match.proficiency} level; the role {asks}."
    else:
        text = {
            Polarity.NO: f"{label} is not held: {'a person' if value['said'] == 'struck' else 'the resume'} says so.",
            Polarity.EXPIRED: f"{label} has expired, as the resume says.",
            Polarity.LEARNING: f"{label} is not shown yet; the resume says that it is being learned.",
            Polarity.EXPOSURE: f"{label} is not shown; the resume speaks of exposure to it.",
            Polarity.WANTS: f"{label} is not shown; the resume names it as a wish.",
        }.get(match.said or Polarity.HAS, f"The resume does not show {label}.")
    key = gap.requirement.key
    yield Fact(id=f"gap.{key}", kind=f"gap.{gap.requirement.relation}", about=(label,), value=value, text=text, source=f"role: {gap.requirement.source}")
    if gap.builds:
        builds = [mask(one) for one in gap.builds]
        yield Fact(
            id=f"order.{key}",
            kind=f"gap.order.{gap.requirement.relation}",
            about=(label, *builds),
            text=f"{join_words(builds)} {'builds' if len(builds) == 1 else 'build'} on {label}.",
            source="catalog: requires",
        )
    if gap.bridges:
        yield Fact(
            id=f"bridge.{key}",
            kind="gap.bridge",
            about=(label, *gap.bridges),
            text=f"{join_words(gap.bridges)} {'is' if len(gap.bridges) == 1 else 'are'} related to {label}, and {'does' if len(gap.bridges) == 1 else 'do'} not count as met.",
            source="catalog: related",
        )


def _limit_facts(analysis: Analysis, mask: Mask) -> Iterator[Fact]:
    unknown: dict[str, tuple[Option, Match]] = {}
    for match in analysis.matches:
        for option in match.requirement.options:
            if not option.known:
                unknown.setdefault(option.skill_id, (option, match))
    for option, match in unknown.values():
        yield Fact(
            id=f"limit.{option.skill_id}",
            kind="limit.unrecognised",
            about=(mask(option.label),),
            text=f"{mask(option.label)} is not in the catalog and was compared by its label alone.",
            source=f"role: {match.requirement.source}",
        )
    if analysis.unplaced:
        lines = count_noun(len(analysis.unplaced), "line")
        yield Fact(
            id="limit.unplaced",
            kind="limit.unplaced",
            value={"lines": len(analysis.unplaced)},
            written=lines,
            text=f"{lines.capitalize()} of the resume could not be placed.",
            source="resume",
        )
