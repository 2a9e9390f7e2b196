"""The plain sentences of the Market Requirements Analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import MOST, are, chunks, join_labels, labels_of, paragraphs, pick, rotate, say, sentences
from gapwriter.prose import Block, Sentence
from gapwriter.wording import join_words, with_article, write_number


def write(facts: Facts) -> Iterator[Block]:
    origin = facts.one("market.origin")
    assert origin
    dated = f", dated {origin.value['date']}" if origin.value["date"] else ""
    wordings = ("The requirements come from {origin}{dated}.", "What follows is taken from {origin}{dated}.")
    first = say(pick(origin, *wordings).format(origin=origin.written, dated=dated), origin)
    yield from paragraphs(
        [first, *_asked(facts, "essential"), *_asked_levels(facts), *_shares(facts, "essential")],
        [*_asked(facts, "optional"), *_shares(facts, "optional"), *_asked(facts, "emerging"), *_shares(facts, "emerging"), *_growth(facts)],
        [*_conditions(facts), *_salary(facts), *_unrecognised(facts)],
    )


_WORDINGS = {
    "essential": ("Essential {are} {labels}.", "The role calls for {labels} as essential.", "{labels} {are} essential to it."),
    "optional": ("Optional {are} {labels}.", "Welcome, though not required, {are} {labels}.", "{labels} {are} welcome, but optional."),
    "emerging": ("On the horizon {are} {labels}.", "The role sees {labels} as emerging.", "{labels} {are} named as emerging."),
}


def _asked(facts: Facts, relation: str) -> Iterator[Sentence]:
    requirements = facts.of(f"requirement.{relation}")
    if not requirements:
        return
    if len(requirements) <= MOST:
        wording = pick(requirements[0], *_WORDINGS[relation])
        yield from sentences(requirements, wording, "")
        return
    count, number = facts.one(f"count.{relation}"), write_number(len(requirements))
    runs = list(chunks(requirements))
    yield say(f"Of its {number} {relation} requirements the first are {join_labels(labels_of(runs[0]))}.", *runs[0], *([count] if count else []))
    for run, wording in zip(
        runs[1:], rotate([run[0] for run in runs[1:]], "Then come {labels}.", "{labels} follow.", "The list goes on with {labels}."), strict=True
    ):
        yield say(wording.format(labels=join_labels(labels_of(run))), *run)


def _asked_levels(facts: Facts) -> Iterator[Sentence]:
    by: dict[str, list[Fact]] = {}
    for fact in facts.of("requirement"):
        if fact.value["level"]:
            by.setdefault(str(fact.value["level"]), []).append(fact)
    for level, asked in by.items():
        for run in chunks(asked):
            article = "an" if level[0] in "aei" else "a"
            yield say(f"For {join_labels(labels_of(run))} {article} {level} level is asked.", *run)


def _shares(facts: Facts, relation: str) -> Iterator[Sentence]:
    """How many of the advertisements ask for each, seven at a time: "Python is asked for in 38 of the 42 advertisements, SQL in 35 and Docker in nine"."""
    for run in chunks(facts.of(f"market.share.{relation}")):
        yield say(f"{join_words([run[0].text.removesuffix('.'), *(f'{fact.about[0]} in {fact.written}' for fact in run[1:])])}.", *run)


def _growth(facts: Facts) -> Iterator[Sentence]:
    for fact in facts.of("market.growth"):
        yield say(fact.text, fact)


def _salary(facts: Facts) -> Iterator[Sentence]:
    fact = facts.one("market.salary")
    if fact:
        yield say(fact.text, fact)


def _conditions(facts: Facts) -> Iterator[Sentence]:
    gates = facts.of("gate")
    names = [_condition(gate) for gate in gates]
    for number, (run, labels) in enumerate(zip(chunks(gates), _runs(names), strict=True)):
        wordings = ("Whatever else is shown, the role requires {names}.", "Conditions that no other strength offsets {are} {names}.")
        wording = pick(run[0], *wordings) if not number else "The same holds for {names}."
        yield say(wording.format(names=join_labels(labels), are=are(run)), *run)


def _runs(names: Sequence[str]) -> Iterator[Sequence[str]]:
    runs = -(-len(names) // MOST)
    for run in range(runs):
        yield names[run * len(names) // runs : (run + 1) * len(names) // runs]


def _condition(gate: Fact) -> str:
    kind = gate.kind.rpartition(".")[2]
    fixed = {"years": f"{gate.written} of experience", "leadership": "experience in leading people", "architecture": "experience in designing systems"}
    return fixed.get(kind) or with_article(gate.about[0])


def _unrecognised(facts: Facts) -> Iterator[Sentence]:
    unknown = facts.of("limit.unrecognised")
    if unknown:
        was = "was" if len(unknown) == 1 else "were"
        yield from sentences(unknown, f"The catalog does not know {{labels}}, which {was} compared by label alone.", "Nor does it know {labels}.")
