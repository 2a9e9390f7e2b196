"""The plain sentences of a section, from the facts alone: the fallback of every report and the yardstick of a model's prose. One file a section: `write(facts)`."""

from __future__ import annotations

from gapwriter import plugins
from gapwriter.fact import Facts
from gapwriter.phrase import paragraphs, say
from gapwriter.prompt import Section
from gapwriter.prose import Block


def write_plain(facts: Facts, section: Section) -> tuple[Block, ...]:
    """A section's blocks, with placeholders for names; a section without a writer of its own states its facts one by one."""
    if section.id in plugins.names("plain"):
        return tuple(plugins.load("plain", section.id).write(facts))
    return tuple(paragraphs([say(fact.text, fact) for fact in facts.of(*section.must_state)]))
