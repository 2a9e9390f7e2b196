"""The plain sentences of the Recommended Resources."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import paragraph, say
from gapwriter.prose import Block, Sentence, Shape
from gapwriter.wording import capital


def write(facts: Facts) -> Iterator[Block]:
    records, none = facts.of("resource.record"), facts.of("resource.none")
    if not records and not none:
        yield paragraph([say("No step needs a resource.", *facts.of("count"))])
        return
    unverified = [fact for fact in records if not fact.value["checked_on"]]
    if unverified:
        yield paragraph([say("Where no date is given, access has not been verified; ask the provider before relying on it.", *unverified)])
    by: dict[str, list[Fact]] = {}
    for fact in (*records, *none):
        by.setdefault(fact.about[0], []).append(fact)
    order = [fact.about[0] for fact in facts.of("step.gap", "step.prerequisite", "left_out.formal")]
    ranks = {fact.about[0]: int(str(fact.value.get("order", 999))) for fact in facts.of("step.gap", "step.prerequisite")}
    for label in sorted(by, key=lambda label: (ranks.get(label, 999), order.index(label) if label in order else 999)):
        sentences = [_resource(fact) for fact in by[label]]
        yield Block(shape=Shape.ITEM, head=capital(label), sentences=tuple(sentences))


def _resource(fact: Fact) -> Sentence:
    if fact.kind == "resource.none":
        return say(f"None in the catalog for {fact.about[0]}.", fact)
    return say(f"“{fact.value['title']}” ({fact.value['provider']}, {fact.value['kind']}): {fact.written}.", fact)
