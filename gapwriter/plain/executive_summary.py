"""The plain sentences of the Executive Summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import are, join_labels, labels_of, paragraphs, pick, say, sentences, with_value
from gapwriter.prose import Block, Sentence
from gapwriter.wording import with_article, write_number


def write(facts: Facts) -> Iterator[Block]:
    yield from paragraphs([*_opening(facts), *_essential(facts), *_other_counts(facts)], [*_conditions(facts), *_length(facts)])


def _opening(facts: Facts) -> Iterator[Sentence]:
    subject, years, latest = facts.one("subject"), facts.one("experience.years"), facts.one("position.latest")
    assert subject and years
    role = "the role of ROLE at COMPANY" if subject.value["company"] else "the role of ROLE"
    if not years.written:
        yield say(f"CANDIDATE is considered for {role}; the resume gives no dates from which professional experience could be counted.", subject, years)
    elif years.value["stated"]:
        yield say(f"CANDIDATE is considered for {role}; by a person's correction the professional experience is {years.written}.", subject, years)
    elif not latest:
        yield say(f"CANDIDATE is considered for {role}, with {years.written} of professional experience.", subject, years)
    elif not latest.value["title"]:
        text = f"CANDIDATE is considered for {role}; the resume documents {years.written} of professional experience, most recently at {latest.written}."
        yield say(text, subject, years, latest)
    else:
        wordings = (
            "CANDIDATE is considered for {role}; the resume documents {years} of professional experience, most recently as {latest}.",
            "This report compares CANDIDATE, most recently {latest} and with {years} of documented professional experience, with {role}.",
            "CANDIDATE, whose latest documented position is {latest}, is considered for {role}, with {years} of professional experience.",
        )
        yield say(pick(years, *wordings).format(role=role, years=years.written, latest=latest.written), subject, years, latest)


def _essential(facts: Facts) -> Iterator[Sentence]:
    count, gaps, open_levels = facts.one("count.essential"), facts.of("gap.essential"), _essential_open(facts)
    if not count:
        return
    met, of, shown = count.value["met"], count.value["of"], facts.of("met.essential")
    assert isinstance(met, int) and isinstance(of, int)
    if of == 1:
        asked = facts.of("requirement.essential")
        states = {
            "is met": bool(met),
            "is shown without the level asked for": bool(open_levels),
            "is shown below the level asked for": bool(with_value(gaps, kind="below_level")),
        }
        state = next((words for words, holds in states.items() if holds), "is not shown")
        yield say(f"The one essential requirement, {labels_of(asked)[0]}, {state}.", count, *asked, *shown, *gaps, *open_levels)
        return
    yield say(_met_words(count, met, of, labels_of(shown)), count, *(shown if 0 < met <= 4 and met < of else ()))
    yield from _essential_gaps(gaps, facts.one("count.gaps_beyond_five"))
    if open_levels:
        yield say(f"Whether {join_labels(labels_of(open_levels))} {'reaches' if len(open_levels) == 1 else 'reach'} the level asked for is open.", *open_levels)


def _met_words(count: Fact, met: int, of: int, labels: list[str]) -> str:
    total = write_number(of)
    if met == of:
        return f"All {total} essential requirements are met." if of > 2 else "Both essential requirements are met."
    if met == 0:
        return pick(count, f"Of the {total} essential requirements the resume meets none.", f"The resume meets none of the {total} essential requirements.")
    if met == 1:
        return f"Of the {total} essential requirements the resume meets one, {labels[0]}."
    names = f": {join_labels(labels)}" if met <= 4 else ""
    return pick(
        count,
        f"Of the {total} essential requirements the resume meets {write_number(met)}{names}.",
        f"The resume meets {write_number(met)} of the {total} essential requirements{names}.",
        f"{write_number(met)} of the {total} essential requirements are met{names}.",
    )


def _essential_open(facts: Facts) -> list[Fact]:
    return with_value(facts.of("open.level"), relation="essential")


def _essential_gaps(gaps: Sequence[Fact], rest: Fact | None) -> Iterator[Sentence]:
    """All by name, or the first five and the count of the rest."""
    named = gaps[:5] if rest else gaps
    expired = with_value(named, said="expired")
    missing = [gap for gap in with_value(named, kind="missing") if gap not in expired]
    below = with_value(named, kind="below_level")
    if missing:
        wordings = ("{labels} {are} not shown.", "Not shown {are} {labels}.", "The resume gives no evidence of {either}.")
        wording = pick(missing[0], *wordings)
        yield say(wording.format(labels=join_labels(labels_of(missing)), are=are(missing), either=join_labels(labels_of(missing), "or")), *missing)
    if expired:
        yield say(f"{join_labels(labels_of(expired))} {'has' if len(expired) == 1 else 'have'} expired.", *expired)
    if below:
        yield say(f"{join_labels(labels_of(below))} {are(below)} shown below the level asked for.", *below)
    if rest:
        yield say(f"{rest.written} {'is' if rest.value['gaps'] == 1 else 'are'} named below.", rest, *gaps[5:])


def _other_counts(facts: Facts) -> Iterator[Sentence]:
    counts = [count for count in (facts.one("count.optional"), facts.one("count.emerging")) if count]
    if len(counts) == 2 and all(count.value["met"] == 0 for count in counts):
        optional, emerging = (_of(count) for count in counts)
        one = "one" in (optional, emerging)
        wording = "No optional and no emerging requirement is met." if one else f"None of the {optional} optional and {emerging} emerging requirements is met."
        yield say(wording, *counts)
    elif counts:
        yield say("; ".join(_met_of(count) for count in counts) + ".", *counts)


def _of(count: Fact) -> str:
    of = count.value["of"]
    assert isinstance(of, int)
    return write_number(of)


def _met_of(count: Fact) -> str:
    """ "two of the six optional requirements are met", "the one emerging requirement is not met"."""
    met, of, relation = count.value["met"], count.value["of"], count.kind.rpartition(".")[2]
    assert isinstance(met, int) and isinstance(of, int)
    if of == 1:
        return f"the one {relation} requirement is {'met' if met else 'not met'}"
    if of == 2:
        return f"{('neither', 'one', 'both')[met]} of the two {relation} requirements {'are' if met == 2 else 'is'} met"
    if met == of:
        return f"all {write_number(of)} {relation} requirements are met"
    return f"{write_number(met) if met else 'none'} of the {write_number(of)} {relation} requirements {'is' if met < 2 else 'are'} met"


def _conditions(facts: Facts) -> Iterator[Sentence]:
    gates = facts.of("gate")
    passed, other = with_value(gates, status="pass"), [gate for gate in gates if gate.value["status"] != "pass"]
    count = facts.one("count.conditions")
    if len(other) > 1 and count:
        yield say(pick(count, "{} stand apart from skills.", "{} are separate from skills.").format(count.written), count)
    for number, gate in enumerate(other):
        yield _open_condition(gate, facts, "The role also asks for" if number else "The role asks for")
    if passed:
        names = join_labels([_condition_name(gate) for gate in passed])
        one = len(passed) == 1
        lead = "the other condition" if other else "the condition"
        yield say(f"{lead}{'' if one else 's'}, {names}, {'is' if one else 'are'} met.", *passed)


def _condition_name(gate: Fact) -> str:
    kind = gate.kind.rpartition(".")[2]
    return {"years": f"{gate.written} of experience", "leadership": "leading people", "architecture": "designing systems"}.get(kind) or with_article(
        gate.about[0]
    )


def _open_condition(gate: Fact, facts: Facts, asks: str) -> Sentence:
    kind, failed = gate.kind.rpartition(".")[2], gate.value["status"] == "fail"
    if kind == "years":
        short, years = facts.one("shortfall.years"), facts.one("experience.years")
        shown = "a person states" if years and years.value.get("stated") else "the resume documents"
        if short:
            return say(f"{asks} {gate.written} of experience, {short.written} more than {shown}.", gate, short)
        return say(f"{asks} {gate.written} of experience, which cannot be checked without dates.", gate)
    if kind in ("leadership", "architecture"):
        what = {"leadership": "experience in leading people", "architecture": "experience in designing systems"}[kind]
        return say(f"{asks} {what}" + (", and the resume says that there is none." if failed else ", of which the resume gives no example."), gate)
    label, level, asked = gate.about[0], gate.value["level"], gate.value["asked"]
    if level:
        return say(f"{asks} {label} at {asked} level, and the resume shows it at {level} level.", gate)
    if asked:
        return say(f"{asks} {label} at {asked} level, and the resume names none.", gate)
    why = "which the resume says is not held" if failed else pick(gate, "which the resume does not show", "and the resume does not show it")
    return say(f"{asks} {with_article(label)}, {why}.", gate)


def _length(facts: Facts) -> Iterator[Sentence]:
    weeks, pace, essential = facts.one("roadmap.weeks"), facts.one("roadmap.pace"), facts.one("roadmap.essential")
    outside = [fact for fact in facts.of("left_out.formal", "left_out.unrecognised", "left_out.renewal") if fact.value["relation"] == "essential"]
    if not weeks or not pace:
        if outside:
            yield from sentences(outside, "No weeks of study are planned: {labels} {are} not learned on a course.", "Nor {are} {labels}.")
        return
    if not essential:
        yield say(f"At {pace.written} a week the roadmap, which holds no essential gap, takes {weeks.written}.", weeks, pace)
    elif essential.value["week"] == weeks.value["weeks"]:
        all_of = "what can be studied of the essential gaps" if outside else "every essential gap"
        yield say(
            pick(
                weeks,
                f"At {pace.written} a week the roadmap covers {all_of} in {weeks.written}.",
                f"The roadmap takes {weeks.written} at {pace.written} a week, and covers {all_of}.",
            ),
            weeks,
            pace,
            essential,
        )
    else:
        yield say(f"At {pace.written} a week the roadmap takes {weeks.written}; its essential steps end with {essential.written}.", weeks, pace, essential)
    if outside:
        yield from sentences(outside, "{labels} {are} outside these weeks.", "So {are} {labels}.")
