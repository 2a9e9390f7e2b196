"""The plain sentences of a section, from the facts alone: the fallback of every report and the yardstick of a model's prose. One file a section: `write(facts)`."""

from __future__ import annotations

from gapwriter import plugins
from gapwriter.fact import Fact, Facts
from gapwriter.phrase import join_labels, say
from gapwriter.prompt import Section
from gapwriter.prose import Block, Shape
from gapwriter.wording import capital


def write_plain(facts: Facts, section: Section) -> tuple[Block, ...]:
    """A section's blocks, with placeholders for names; a section without a writer of its own states its facts one by one, under what they are about."""
    if section.id in plugins.names("plain"):
        return tuple(plugins.load("plain", section.id).write(facts))
    return tuple(_item(fact, facts) for fact in facts.of(*section.must_state))


def _item(fact: Fact, facts: Facts) -> Block:
    head = capital(join_labels(facts.words, fact.about))
    return Block(shape=Shape.ITEM if head else Shape.PARAGRAPH, head=head, sentences=(say(fact.text, fact),))
