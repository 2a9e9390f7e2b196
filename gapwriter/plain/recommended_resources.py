"""The plain sentences of the Recommended Resources."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import paragraph, tell
from gapwriter.prose import Block, Sentence, Shape
from gapwriter.wording import capital


def write(facts: Facts) -> Iterator[Block]:
    words, records, none = facts.words, facts.of("resource.record"), facts.of("resource.none")
    if not records and not none:
        yield paragraph([tell(words, "plain.resources.none_needed", *facts.of("count"))])
        return
    unverified = [fact for fact in records if not fact.value["checked_on"]]
    if unverified:
        yield paragraph([tell(words, "plain.resources.unverified", *unverified)])
    by: dict[str, list[Fact]] = {}
    for fact in (*records, *none):
        by.setdefault(fact.about[0], []).append(fact)
    order = [fact.about[0] for fact in facts.of("step.gap", "step.prerequisite", "left_out.formal")]
    ranks = {fact.about[0]: int(str(fact.value.get("order", 999))) for fact in facts.of("step.gap", "step.prerequisite")}
    for label in sorted(by, key=lambda label: (ranks.get(label, 999), order.index(label) if label in order else 999)):
        sentences = [_resource(fact, facts) for fact in by[label]]
        yield Block(shape=Shape.ITEM, head=capital(label), sentences=tuple(sentences))


def _resource(fact: Fact, facts: Facts) -> Sentence:
    if fact.kind == "resource.none":
        return tell(facts.words, "plain.resources.none", fact, label=fact.about[0])
    kind = facts.words.say(f"kind.{fact.value['kind']}")
    return tell(facts.words, "plain.resources.record", fact, title=fact.value["title"], provider=fact.value["provider"], kind=kind, about=fact.written)
