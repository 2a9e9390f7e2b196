"""The plain sentences of the Market Requirements Analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import MOST, are, chunks, join_labels, labels_of, paragraphs, pick, say, sentences
from gapwriter.prose import Block, Sentence


def write(facts: Facts) -> Iterator[Block]:
    origin = facts.one("market.origin")
    assert origin
    dated = f", dated {origin.value['date']}" if origin.value["date"] else ""
    first = say(pick(origin, f"The requirements come from {origin.written}{dated}.", f"What follows is taken from {origin.written}{dated}."), origin)
    essential, optional, emerging = (facts.of(f"requirement.{relation}") for relation in ("essential", "optional", "emerging"))
    yield from paragraphs(
        [first, *_asked(essential, "essential"), *_asked_levels(facts)],
        [*_asked(optional, "optional"), *_asked(emerging, "emerging")],
        [*_asked_conditions(facts), *_unrecognised(facts)],
    )


def _asked(requirements: Sequence[Fact], relation: str) -> Iterator[Sentence]:
    if not requirements:
        return
    wordings = {
        "essential": ("The role calls for {labels} as essential.", "Essential {are} {labels}.", "{labels} {are} taken as essential."),
        "optional": ("{labels} {are} optional.", "Welcome, but optional, {are} {labels}.", "Among the optional requirements {are} {labels}."),
        "emerging": ("{labels} {are} named as emerging.", "On the horizon {are} {labels}.", "The role sees {labels} as emerging."),
    }[relation]
    first = pick(requirements[0], *(wordings if len(requirements) <= MOST else wordings[1:2]))
    yield from sentences(
        requirements,
        first,
        {"essential": "{labels} {are} essential too.", "optional": "{labels} {are} optional as well.", "emerging": "So {are} {labels}."}[relation],
    )


def _asked_levels(facts: Facts) -> Iterator[Sentence]:
    by: dict[str, list[Fact]] = {}
    for fact in facts.of("requirement"):
        if fact.value["level"]:
            by.setdefault(str(fact.value["level"]), []).append(fact)
    for level, asked in by.items():
        for run in chunks(asked):
            yield say(f"{join_labels(labels_of(run))} {are(run)} asked for at {level} level.", *run)


def _asked_conditions(facts: Facts) -> Iterator[Sentence]:
    years, lead = facts.one("gate.years"), facts.of("gate.leadership", "gate.architecture")
    parts = ([f"{years.written} of experience"] if years else []) + [
        {"leadership": "leadership", "architecture": "the design of systems"}[gate.kind.rpartition(".")[2]] for gate in lead
    ]
    if parts:
        yield say(
            pick(
                years or lead[0],
                f"Beside skills the role sets {join_labels(parts)} as a condition.",
                f"Apart from skills the role requires {join_labels(parts)}.",
            ),
            *([years] if years else []),
            *lead,
        )
    else:
        return


def _unrecognised(facts: Facts) -> Iterator[Sentence]:
    unknown = facts.of("limit.unrecognised")
    if unknown:
        yield from sentences(unknown, "{labels} {are} not in the catalog and compared by label alone.", "Nor {are} {labels}.")
