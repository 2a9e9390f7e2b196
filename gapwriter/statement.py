"""The statements about one candidate and one role: every fact that a report may make, from the analysis and the roadmap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gapwriter.cast import free_date, free_labels, free_levels
from gapwriter.evidence import Basis
from gapwriter.fact import Fact, Facts, Value
from gapwriter.gap import Analysis, Gap, GapKind, Gate, GateStatus, Held
from gapwriter.language import Language, Texts, read_language
from gapwriter.match import Match, Status
from gapwriter.polarity import Polarity
from gapwriter.question_statement import state_questions
from gapwriter.requirement import Option, Relation
from gapwriter.roadmap import Roadmap
from gapwriter.roadmap_statement import Mask, state_roadmap
from gapwriter.role import Role, Survey
from gapwriter.skill import Kind, Rung
from gapwriter.wording import capital


def state_facts(analysis: Analysis, roadmap: Roadmap, language: str = "en") -> Facts:
    """All facts of a comparison, in the order of a report; ids are stable: the same subject has the same id in every report and language."""
    words = read_language(language)
    mask = _mask_labels(analysis, words)
    return Facts(
        language=language,
        facts=(
            *_subject_facts(analysis, words),
            *_count_facts(analysis, words),
            *(fact for gate in analysis.gates for fact in _gate_facts(gate, mask, words)),
            *_experience_facts(analysis, words),
            *_held_facts(analysis, mask, words),
            *_credential_facts(analysis, words),
            *_requirement_facts(analysis, mask, words),
            *(fact for gap in analysis.gaps for fact in _gap_facts(gap, mask, words)),
            *state_roadmap(analysis, roadmap, mask, words),
            *_limit_facts(analysis, mask, words),
            *state_questions(analysis, roadmap, mask, words),
        ),
    )


def _mask_labels(analysis: Analysis, words: Language) -> Mask:
    """A label that no catalog vouches for goes by a placeholder, also inside "A or B"; every other label stays as it is."""
    masks = {label: f"SKILL_{number}" for number, label in enumerate(free_labels(analysis), 1)}
    for requirement in analysis.role.requirements:
        masks[requirement.label] = words.join([option.label if option.known else masks[option.label] for option in requirement.options], "or")
    return lambda label: masks.get(label, label)


def _subject_facts(analysis: Analysis, words: Language) -> Iterator[Fact]:
    role = analysis.role
    yield Fact(
        id="subject",
        kind="subject",
        value={"company": bool(role.company)},
        text=words.say("facts.subject_company" if role.company else "facts.subject"),
        source="resume, role",
    )
    if analysis.jobs and (analysis.jobs[0][0] or analysis.jobs[0][1]):
        title, employer = analysis.jobs[0]
        position = words.say("facts.title_at_employer") if title and employer else "TITLE_1" if title else "EMPLOYER_1"
        yield Fact(
            id="position.latest",
            kind="position.latest",
            value={"title": bool(title), "employer": bool(employer)},
            written=position,
            text=words.say("facts.latest", position=position),
            source="resume: work",
        )
    if analysis.pronouns:
        yield Fact(
            id="pronouns",
            kind="pronouns",
            value={"pronouns": analysis.pronouns},
            text=words.say("facts.pronouns", pronouns=analysis.pronouns),
            source="resume: meta.gapwriter.pronouns",
        )


def _count_facts(analysis: Analysis, words: Language) -> Iterator[Fact]:
    for relation, count in analysis.coverage.items():
        if count.of:
            met, of = words.number(count.met) if count.met else words.say("facts.none"), words.number(count.of)
            text = words.say("facts.count", many=count.of, met=met, of=of, relation=words.say(f"relation.{relation}"))
            written = words.say("facts.met_of", met=met, of=of)
            yield _count(f"count.{relation}", f"count.{relation}", {"met": count.met, "of": count.of}, written, text)
    for relation in Relation:
        yield from _gap_counts(relation, len(analysis.gaps_of(relation)), words)
    open_gates = sum(gate.status is not GateStatus.PASS for gate in analysis.gates)
    if open_gates:
        conditions = words.count(open_gates, "condition")
        text = capital(words.say("facts.conditions", many=open_gates, conditions=conditions))
        yield _count("count.conditions", "count.conditions", {"open": open_gates, "of": len(analysis.gates)}, conditions, text)
    if analysis.score is not None:
        points = analysis.points
        score = words.say("coverage.percent", percent=analysis.score)
        text = words.say("facts.score", score=score, met=points.met, of=points.of)
        yield _count("score", "score", {"percent": analysis.score, "met": points.met, "of": points.of}, score, text)


def _gap_counts(relation: Relation, gaps: int, words: Language) -> Iterator[Fact]:
    if gaps:
        text = words.say("facts.gaps", many=gaps, number=words.number(gaps), relation=words.say(f"relation.{relation}"))
        yield _count(f"count.gaps.{relation}", "count.gaps", {"relation": str(relation), "gaps": gaps}, words.number(gaps), text)
    # More than seven are not all named in a summary: the first five, and how many there are besides.
    if relation is Relation.ESSENTIAL and gaps > 7:
        rest = words.count(gaps - 5, "further_gap")
        yield _count("count.gaps_beyond_five", "count.gaps_beyond_five", {"gaps": gaps - 5}, rest, words.say("facts.gaps_beyond_five", gaps=rest))


def _count(fact_id: str, kind: str, value: Value, written: str, text: str) -> Fact:
    return Fact(id=fact_id, kind=kind, value=value, written=written, text=text, source="computed from the requirements")


def _experience_facts(analysis: Analysis, words: Language) -> Iterator[Fact]:
    experience = analysis.experience
    if experience.months is None:
        yield Fact(
            id="experience.years",
            kind="experience.years",
            value={"months": None},
            text=words.say("facts.years.undated"),
            source="resume: work",
        )
    else:
        source = "resume: meta.gapwriter.years" if "years" in experience.stated else "resume: work"
        yield Fact(
            id="experience.years",
            kind="experience.years",
            value={"months": experience.months, "positions": experience.positions, "stated": "years" in experience.stated},
            written=words.months(experience.months),
            text=words.say("facts.years.shown", years=words.months(experience.months)),
            source=source,
        )
    for kind, shown in (("leadership", experience.leadership), ("architecture", experience.architecture)):
        how = {True: "shown", False: "struck" if kind in experience.stated else "denied", None: "open"}[shown.shown]
        yield Fact(
            id=f"experience.{kind}",
            kind=f"experience.{kind}",
            value={"shown": shown.shown, "stated": kind in experience.stated},
            text=words.say(f"facts.activity.{how}", activity=words.say(f"activity.{kind}")),
            source=f"resume: {shown.source}" if shown.source else "resume",
        )


def _gate_facts(gate: Gate, mask: Mask, words: Language) -> Iterator[Fact]:
    status = gate.status
    if gate.kind == "years":
        required = int(gate.required)
        short = required - int(gate.shown) if gate.shown else 0
        value: Value = {"status": str(status), "required": required, "shown": int(gate.shown) if gate.shown else None, "short": max(0, short)}
        years, missing = words.months(required), words.months(max(0, short))
        text = words.say(f"facts.gate.years_{status}", years=years, short=missing)
        yield Fact(id="gate.years", kind="gate.years", value=value, written=years, text=text, source="role: experience.years")
        if status is GateStatus.FAIL:
            yield Fact(
                id="shortfall.years",
                kind="shortfall.years",
                value={"months": short},
                written=missing,
                text=words.say("facts.gate.shortfall", short=missing),
                source="computed from the years",
            )
        return
    about = () if gate.kind in ("leadership", "architecture") else (mask(gate.label),)
    label = about[0] if about else words.say(f"conditions.{gate.kind}")
    levels: Texts = {name: words.say(f"level.{level}") if level else "" for name, level in (("asked", gate.required), ("level", gate.shown))}
    how = "level_below" if gate.shown else "level_open" if gate.required else str(status)
    yield Fact(
        id=f"gate.{gate.kind}" + (f".{slug(label)}" if about else ""),
        kind=f"gate.{gate.kind}",
        about=about,
        value={"status": str(status), "level": gate.shown or None, "asked": gate.required or None},
        text=words.say(f"facts.gate.{how}", label=label, **levels),
        source=f"resume: {gate.source}" if gate.source else "role",
    )


def _credential_facts(analysis: Analysis, words: Language) -> Iterator[Fact]:
    if not any(held.kind in (Kind.CREDENTIAL, Kind.LICENCE) for held in analysis.held):
        yield Fact(id="credential.none", kind="credential.none", text=words.say("facts.no_credential"), source="resume")


def slug(label: str) -> str:
    """A label as a part of an id."""
    return re.sub(r"[^\w+#]+", "-", label.casefold()).strip("-")


def _held_facts(analysis: Analysis, mask: Mask, words: Language) -> Iterator[Fact]:
    free = {level: f"LEVEL_{number}" for number, level in enumerate(free_levels(analysis), 1)}
    for held in analysis.held:
        yield _held_fact(held, mask, free.get(held.level_words, held.level_words), words)


def _held_fact(held: Held, mask: Mask, level: str, words: Language) -> Fact:
    label = mask(held.label)
    shown = words.say("facts.skill.at_level", label=label, level=level) if held.level else label
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
        text=words.say(f"facts.skill.{held.basis}", label=shown),
        source="resume: " + ", ".join(sources),
    )


def _requirement_facts(analysis: Analysis, mask: Mask, words: Language) -> Iterator[Fact]:
    role = analysis.role
    origin, dated = _origin(analysis, words)
    yield Fact(
        id="market.origin",
        kind="market.origin",
        value={"origin": role.origin, "date": _days(role.survey, words) if role.survey else _written_date(role.date, words)},
        written=origin,
        text=words.say("facts.origin.dated" if dated else "facts.origin.undated", origin=origin, date=dated),
        source=role.source or "role",
    )
    if role.survey:
        yield from _survey_facts(role, role.survey, mask, words)
    for match in analysis.matches:
        requirement = match.requirement
        label = mask(requirement.label)
        level = words.say(f"level.{requirement.proficiency}") if requirement.proficiency else ""
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
            text=words.say(f"facts.requirement.{requirement.relation}{'_level' if level else ''}", label=label, level=level),
            source=f"role: {requirement.source}",
        )
        if match.status in (Status.MET, Status.UNKNOWN):
            yield _met_fact(match, label, mask, words)


def _origin(analysis: Analysis, words: Language) -> tuple[str, str]:
    """Where the requirements come from, and of which day or days."""
    role, survey = analysis.role, analysis.role.survey
    if survey:
        return words.count(survey.advertisements, "advertisement"), _days(survey, words)
    return words.say(f"facts.origin.{role.origin}"), "DATE_1" if free_date(analysis) else _written_date(role.date, words)


def _days(survey: Survey, words: Language) -> str:
    """ "2 March 2026 to 30 October 2026", one day alone, "" where no advertisement is dated."""
    first, last = _written_date(survey.first, words), _written_date(survey.last, words)
    return first if first == last else words.say("facts.origin.days", first=first, last=last)


def _survey_facts(role: Role, survey: Survey, mask: Mask, words: Language) -> Iterator[Fact]:
    """How many advertisements name each skill, what grew, and what those that state a salary state; each with their number and their days."""
    number, days = survey.advertisements, _days(survey, words)
    ads = words.count(number, "advertisement")
    base: Value = {"of": number, "days": days}
    for requirement in role.requirements:
        label = mask(requirement.label)
        if requirement.count:
            whole = requirement.count == number
            count = words.say("facts.market.all") if whole else _among(requirement.count, words)
            yield Fact(
                id=f"market.share.{requirement.key}",
                kind=f"market.share.{requirement.relation}",
                about=(label,),
                value={"count": requirement.count, **base},
                written=count,
                text=words.say("facts.market.share_all" if whole else "facts.market.share", many=number, label=label, count=count, advertisements=ads),
                source=f"role: {requirement.source}",
            )
        if requirement.grown:
            (early, late), (before, after) = requirement.grown, (survey.earlier, survey.later)
            parts = {"early": early, "before": before, "late": late, "after": after}
            named: Texts = {name: _among(part, words) for name, part in parts.items()}
            shares = words.say("facts.market.shares", **named)
            yield Fact(
                id=f"market.growth.{requirement.key}",
                kind="market.growth",
                about=(label,),
                value={"earlier": early, "earlier_of": before, "later": late, "later_of": after, **base},
                written=words.say("facts.market.in_shares", shares=shares),
                text=words.say("facts.market.growth", label=label, shares=shares),
                source=f"role: {requirement.source}",
            )
    if survey.salary:
        pay = survey.salary
        paid = words.say("facts.market.pay", ends=words.pay(pay.low, pay.high), currency=pay.currency, period=words.say(f"notes.period.{pay.period}"))
        yield Fact(
            id="market.salary",
            kind="market.salary",
            value={"stated": pay.stated, "low": pay.low, "high": pay.high, "currency": pay.currency, "period": pay.period, **base},
            written=paid,
            text=words.say("facts.market.salary", stated=_among(pay.stated, words), advertisements=ads, pay=paid),
            source="role: market.salary",
        )


def _among(number: int, words: Language) -> str:
    """How many of several advertisements: "none", "nine"."""
    return words.say("facts.market.count", many=number, number=words.number(number)) if number else words.say("facts.market.none")


def _written_date(text: str, words: Language) -> str:
    """A date as a person writes it; what is no ISO date stays as it is."""
    try:
        return words.date(date.fromisoformat(text))
    except ValueError:
        return text


def _met_fact(match: Match, label: str, mask: Mask, words: Language) -> Fact:
    by = mask(match.option.label) if len(match.requirement.options) > 1 else ""
    how = "through" if match.rung is Rung.NARROWER else "by" if by else "plain"
    values: Texts = {"label": label, "narrower": match.implied_by, "option": by}
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
            text=words.say(f"facts.open_level.{how}", level=words.say(f"level.{match.requirement.proficiency}"), **values),
            source=source,
        )
    text = words.say(f"facts.met.{how}", **values)
    return Fact(id=f"met.{match.requirement.key}", kind=f"met.{match.requirement.relation}", about=(label,), value=value, text=text, source=source)


def _said(match: Match) -> str | None:
    """What the resume says of a skill that it does not show as held; "struck" where a person says it."""
    if match.said is Polarity.NO and all(one.basis is Basis.STATED for one in match.evidence):
        return "struck"
    return str(match.said) if match.said and match.said is not Polarity.OTHERS else None


def _gap_facts(gap: Gap, mask: Mask, words: Language) -> Iterator[Fact]:
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
        how = "assumed" if value["assumed"] else "below_level"
        levels: Texts = {name: words.say(f"level.{value[name]}") for name in ("level", "asked")}
        text = words.say(f"facts.gap.{how}", label=label, **levels)
    else:
        text = words.say(f"facts.gap.{value['said'] or 'missing'}", label=label)
    key = gap.requirement.key
    yield Fact(id=f"gap.{key}", kind=f"gap.{gap.requirement.relation}", about=(label,), value=value, text=text, source=f"role: {gap.requirement.source}")
    if gap.builds:
        builds = [mask(one) for one in gap.builds]
        yield Fact(
            id=f"order.{key}",
            kind=f"gap.order.{gap.requirement.relation}",
            about=(label, *builds),
            text=words.say("facts.gap.order", many=len(builds), builds=words.join(builds), label=label),
            source="catalog: requires",
        )
    if gap.bridges:
        yield Fact(
            id=f"bridge.{key}",
            kind="gap.bridge",
            about=(label, *gap.bridges),
            text=words.say("facts.gap.bridge", many=len(gap.bridges), bridges=words.join(gap.bridges), label=label),
            source="catalog: related",
        )


def _limit_facts(analysis: Analysis, mask: Mask, words: Language) -> Iterator[Fact]:
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
            text=words.say("facts.unrecognised", label=mask(option.label)),
            source=f"role: {match.requirement.source}",
        )
    if analysis.unplaced:
        lines = words.count(len(analysis.unplaced), "line")
        yield Fact(
            id="limit.unplaced",
            kind="limit.unplaced",
            value={"lines": len(analysis.unplaced)},
            written=lines,
            text=capital(words.say("facts.unplaced", many=len(analysis.unplaced), lines=lines)),
            source="resume",
        )
