"""A requirement given the wrong relation: essential for optional, or the other way."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.claim import read_tier
from gapwriter.fault import fault, skill_of
from gapwriter.finding import Finding
from gapwriter.table import in_tables
from gapwriter.world import World

FLAGS = (
    "It would be wrong to call PyTorch essential.",
    "PyTorch is merely preferred.",
    "Docker is mandatory.",
)
ALLOWS = (
    "It would be wrong to call Docker essential.",
    "PyTorch is essential.",
    "Docker would be a plus.",
    "Docker is welcome, but not required.",
    "AWS and computer vision form part of the optional group, and prompt engineering is one of the emerging requirements.",
)


_THOSE = re.compile(
    r"\W*(?P<which>both|all|each|neither|none|two|three|four|five|these|those|they|this|it)(?: (?:of )?(?:these|those|them|two|three|four|five|are|is))*\b[^,;:A-Z]{0,20}\b(?:is|are|counts?|ranks?|rated|classed|listed|named)\b"
)
_CONDITION = re.compile(r"\b(?:optional|emerging|preferred|desirable) (?:[a-z]+ )?conditions?\b")


def _of_those_before(before: Said, said: Said, world: World) -> str:
    """What is wrong where a sentence without a name ranks those that the one before it names ("Both of these are optional")."""
    if before.sentence.block != said.sentence.block or any(group.kind in "SCRUQ" for group in said.line.groups.values()) or said.counts:
        return ""
    found = _THOSE.match(said.text)
    tier = read_tier(said.text) if found and not lexicon.NEGATORS.search(said.text) else ""
    skills = [world.skills[key] for entity in before.entities for key in entity.keys[:1] if key in world.skills]
    relations = {skill.relation for skill in skills if skill.relation}
    if not tier or not relations or tier in relations:
        return ""
    return f"{skills[-1].label} is {skills[-1].relation}, not {tier}" if skills[-1].relation else f"none of these is {tier}"


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("wrong_tier", reading, world)
    for before, said in itertools.pairwise([None, *reading.said]):
        if said and before and (wrong := _of_those_before(before, said, world)):
            yield fault("wrong_tier", said, None, wrong, [])
        if said and (condition := _CONDITION.search(said.text)) and not lexicon.NEGATORS.search(said.text):
            yield fault("wrong_tier", said, said.span(*condition.span()), "a condition is neither optional nor emerging", [])
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if claim.kind != "tier" or not skill or not skill.relation:
                continue
            if claim.value != skill.relation and not (claim.value == "emerging" and skill.relation != "optional"):
                yield fault("wrong_tier", said, claim.span, f"{skill.label} is {skill.relation}, not {claim.value}", skill.facts.get("require", []))
