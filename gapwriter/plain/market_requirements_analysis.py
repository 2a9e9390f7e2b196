"""The plain sentences of the Market Requirements Analysis."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.language import Texts
from gapwriter.phrase import MOST, chunks, join_labels, labels_of, number_of, paragraphs, pick, rotate, say, tell, tell_all
from gapwriter.prose import Block, Sentence


def write(facts: Facts) -> Iterator[Block]:
    origin = facts.one("market.origin")
    assert origin
    how = "dated" if origin.value["date"] else "undated"
    first = tell(facts.words, f"plain.market.{how}", origin, origin=origin.written, date=origin.value["date"])
    yield from paragraphs(
        [first, *_asked(facts, "essential"), *_asked_levels(facts), *_shares(facts, "essential")],
        [*_asked(facts, "optional"), *_shares(facts, "optional"), *_asked(facts, "emerging"), *_shares(facts, "emerging"), *_growth(facts)],
        [*_conditions(facts), *_salary(facts), *_unrecognised(facts)],
    )


def _asked(facts: Facts, relation: str) -> Iterator[Sentence]:
    words, requirements = facts.words, facts.of(f"requirement.{relation}")
    if len(requirements) <= MOST:
        yield from tell_all(words, f"plain.market.{relation}", "plain.market.further", requirements)
        return
    count, runs = facts.one(f"count.{relation}"), list(chunks(requirements))
    values: Texts = {"number": words.number(len(requirements)), "relation": words.say(f"relation.{relation}"), "labels": join_labels(words, labels_of(runs[0]))}
    yield tell(words, "plain.market.first", *runs[0], *([count] if count else []), **values)
    for run, choice in zip(runs[1:], rotate([run[0] for run in runs[1:]]), strict=True):
        yield tell(words, "plain.market.further", *run, choice=choice, labels=join_labels(words, labels_of(run)))


def _asked_levels(facts: Facts) -> Iterator[Sentence]:
    by: dict[str, list[Fact]] = {}
    for fact in facts.of("requirement"):
        if fact.value["level"]:
            by.setdefault(str(fact.value["level"]), []).append(fact)
    for level, asked in by.items():
        for run in chunks(asked):
            yield tell(facts.words, f"plain.market.level.{level}", *run, labels=join_labels(facts.words, labels_of(run)))


def _shares(facts: Facts, relation: str) -> Iterator[Sentence]:
    """How many of the advertisements ask for each, seven at a time: "Python is asked for in 38 of the 42 advertisements, SQL in 35 and Docker in nine"."""
    words = facts.words
    for run in chunks(facts.of(f"market.share.{relation}")):
        others = [words.say("plain.market.share_too", label=fact.about[0], count=fact.written) for fact in run[1:]]
        yield say(f"{words.join([run[0].text.removesuffix('.'), *others])}.", *run)


def _growth(facts: Facts) -> Iterator[Sentence]:
    for fact in facts.of("market.growth"):
        yield say(fact.text, fact)


def _salary(facts: Facts) -> Iterator[Sentence]:
    fact = facts.one("market.salary")
    if fact:
        yield say(fact.text, fact)


def _conditions(facts: Facts) -> Iterator[Sentence]:
    words, gates = facts.words, facts.of("gate")
    for number, run in enumerate(chunks(gates)):
        names = [_condition(gate, facts) for gate in run]
        choice = 0 if number else pick(gates[0])
        key = "plain.market.conditions_too" if number else "plain.market.conditions"
        yield tell(words, key, *run, choice=choice, many=number_of(names), labels=join_labels(words, names))


def _condition(gate: Fact, facts: Facts) -> str:
    words, kind = facts.words, gate.kind.rpartition(".")[2]
    if kind == "years":
        return words.say("plain.market.condition.years", years=gate.written)
    if kind in ("leadership", "architecture"):
        return words.say("plain.market.condition.activity", activity=words.say(f"activity.{kind}"))
    return words.noun(gate.about[0])


def _unrecognised(facts: Facts) -> Iterator[Sentence]:
    yield from tell_all(facts.words, "plain.market.unrecognised", "plain.market.unrecognised_too", facts.of("limit.unrecognised"))
