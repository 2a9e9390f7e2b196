"""The plain sentences of the Executive Summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapwriter.fact import Fact, Facts
from gapwriter.language import Texts
from gapwriter.phrase import join_labels, labels_of, number_of, paragraphs, pick, tell, tell_all, with_value
from gapwriter.prose import Block, Sentence


def write(facts: Facts) -> Iterator[Block]:
    yield from paragraphs([*_opening(facts), *_essential(facts), *_other_counts(facts)], [*_conditions(facts), *_length(facts)])


def _opening(facts: Facts) -> Iterator[Sentence]:
    words, subject, years, latest = facts.words, facts.one("subject"), facts.one("experience.years"), facts.one("position.latest")
    assert subject and years
    role = words.say("plain.summary.role_company" if subject.value["company"] else "plain.summary.role")
    if not years.written:
        yield tell(words, "plain.summary.opening.undated", subject, years, role=role)
    elif years.value["stated"]:
        yield tell(words, "plain.summary.opening.stated", subject, years, role=role, years=years.written)
    elif not latest:
        yield tell(words, "plain.summary.opening.no_position", subject, years, role=role, years=years.written)
    else:
        how = "full" if latest.value["title"] else "no_title"
        values: Texts = {"role": role, "years": years.written, "latest": latest.written}
        yield tell(words, f"plain.summary.opening.{how}", subject, years, latest, choice=pick(years), **values)


def _essential(facts: Facts) -> Iterator[Sentence]:
    words, count, gaps, open_levels = facts.words, facts.one("count.essential"), facts.of("gap.essential"), _essential_open(facts)
    if not count:
        return
    met, of, shown = count.value["met"], count.value["of"], facts.of("met.essential")
    assert isinstance(met, int) and isinstance(of, int)
    if of == 1:
        asked = facts.of("requirement.essential")
        states = {"met": bool(met), "level_open": bool(open_levels), "below_level": bool(with_value(gaps, kind="below_level"))}
        state = next((state for state, holds in states.items() if holds), "missing")
        yield tell(words, f"plain.summary.the_one.{state}", count, *asked, *shown, *gaps, *open_levels, label=labels_of(asked)[0])
        return
    whole, part = "both" if of == 2 else "all", ("none", "one", "named", "named", "named")[met] if met <= 4 else "many"
    how = whole if met == of else part
    named = shown if how in ("one", "named") else []
    values: Texts = {"met": words.number(met), "of": words.number(of), "labels": join_labels(words, labels_of(named))}
    yield tell(words, f"plain.summary.essential.{how}", count, *named, **values)
    yield from _essential_gaps(facts, gaps, facts.one("count.gaps_beyond_five"))
    if open_levels:
        labels = labels_of(open_levels)
        yield tell(words, "plain.summary.gaps.level_open", *open_levels, many=number_of(labels), labels=join_labels(words, labels))


def _essential_open(facts: Facts) -> list[Fact]:
    return with_value(facts.of("open.level"), relation="essential")


def _essential_gaps(facts: Facts, gaps: Sequence[Fact], rest: Fact | None) -> Iterator[Sentence]:
    """All by name, or the first five and the count of the rest."""
    words, named = facts.words, gaps[:5] if rest else gaps
    expired = with_value(named, said="expired")
    missing = [gap for gap in with_value(named, kind="missing") if gap not in expired]
    for how, some in (("missing", missing), ("expired", expired), ("below_level", with_value(named, kind="below_level"))):
        if some:
            labels = labels_of(some)
            either = join_labels(words, labels, "or")
            yield tell(words, f"plain.summary.gaps.{how}", *some, many=number_of(labels), labels=join_labels(words, labels), either=either)
    if rest:
        yield tell(words, "plain.summary.gaps.further", rest, *gaps[5:], gaps=rest.written)


def _other_counts(facts: Facts) -> Iterator[Sentence]:
    words = facts.words
    counts = [count for count in (facts.one("count.optional"), facts.one("count.emerging")) if count]
    if len(counts) == 2 and all(count.value["met"] == 0 for count in counts):
        optional, emerging = (int(str(count.value["of"])) for count in counts)
        how = "no_one_of_both" if 1 in (optional, emerging) else "none_of_both"
        yield tell(words, f"plain.summary.{how}", *counts, optional=words.number(optional), emerging=words.number(emerging))
    elif len(counts) == 2:
        first, second = (_met_of(facts, count) for count in counts)
        yield tell(words, "plain.summary.counts", *counts, first=first, second=second)
    elif counts:
        yield tell(words, "plain.summary.one_count", *counts, count=_met_of(facts, counts[0]))


def _met_of(facts: Facts, count: Fact) -> str:
    """ "two of the six optional requirements are met", "the one emerging requirement is not met"."""
    words, met, of = facts.words, count.value["met"], count.value["of"]
    assert isinstance(met, int) and isinstance(of, int)
    if of == 1:
        how = "one_met" if met else "one_open"
    elif of == 2:
        how = ("neither", "one_of_two", "all_of_two")[met]
    else:
        how = "all" if met == of else "some" if met else "none"
    relation = words.say(f"relation.{count.kind.rpartition('.')[2]}")
    return words.say(f"plain.summary.count.{how}", many=met, met=words.number(met), of=words.number(of), relation=relation)


def _conditions(facts: Facts) -> Iterator[Sentence]:
    words, gates = facts.words, facts.of("gate")
    passed, other = with_value(gates, status="pass"), [gate for gate in gates if gate.value["status"] != "pass"]
    count = facts.one("count.conditions")
    if len(other) > 1 and count:
        yield tell(words, "plain.summary.conditions", count, conditions=count.written)
    for number, gate in enumerate(other):
        yield _open_condition(gate, facts, words.say("plain.summary.asks_also" if number else "plain.summary.asks"))
    if passed:
        names = join_labels(words, [_condition_name(gate, facts) for gate in passed])
        key = "plain.summary.other_conditions_met" if other else "plain.summary.conditions_met"
        yield tell(words, key, *passed, many=len(passed), conditions=names)


def _condition_name(gate: Fact, facts: Facts) -> str:
    words, kind = facts.words, gate.kind.rpartition(".")[2]
    if kind == "years":
        return words.say("plain.summary.condition.years", years=gate.written)
    return words.say(f"activity.{kind}") if kind in ("leadership", "architecture") else words.noun(gate.about[0])


def _open_condition(gate: Fact, facts: Facts, asks: str) -> Sentence:
    words, kind, failed = facts.words, gate.kind.rpartition(".")[2], gate.value["status"] == "fail"
    if kind == "years":
        short, years = facts.one("shortfall.years"), facts.one("experience.years")
        if not short:
            return tell(words, "plain.summary.condition.undated", gate, asks=asks, years=gate.written)
        how = "short_stated" if years and years.value.get("stated") else "short"
        return tell(words, f"plain.summary.condition.{how}", gate, short, asks=asks, years=gate.written, short=short.written)
    if kind in ("leadership", "architecture"):
        how = "activity_denied" if failed else "activity_open"
        return tell(words, f"plain.summary.condition.{how}", gate, asks=asks, activity=words.say(f"activity.{kind}"))
    label, level, asked = gate.about[0], gate.value["level"], gate.value["asked"]
    if asked:
        levels: Texts = {"asked": words.say(f"level.{asked}"), "level": words.say(f"level.{level}") if level else ""}
        return tell(words, "plain.summary.condition.level_below" if level else "plain.summary.condition.level_open", gate, asks=asks, label=label, **levels)
    return tell(words, "plain.summary.condition.denied" if failed else "plain.summary.condition.open", gate, asks=asks, label=words.noun(label))


def _length(facts: Facts) -> Iterator[Sentence]:
    words, weeks, pace, essential = facts.words, facts.one("roadmap.weeks"), facts.one("roadmap.pace"), facts.one("roadmap.essential")
    outside = [fact for fact in facts.of("left_out.formal", "left_out.unrecognised", "left_out.renewal") if fact.value["relation"] == "essential"]
    if not weeks or not pace:
        yield from tell_all(words, "plain.summary.length.only_outside", "plain.summary.length.only_outside_too", outside)
        return
    values: Texts = {"weeks": weeks.written, "pace": pace.written}
    if not essential:
        yield tell(words, "plain.summary.length.no_essential", weeks, pace, **values)
    elif essential.value["week"] == weeks.value["weeks"]:
        yield tell(words, "plain.summary.length.studied" if outside else "plain.summary.length.essential", weeks, pace, essential, **values)
    else:
        yield tell(words, "plain.summary.length.part", weeks, pace, essential, week=essential.written, **values)
    yield from tell_all(words, "plain.summary.length.outside", "plain.summary.length.outside_too", outside)
