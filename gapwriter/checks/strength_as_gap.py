"""A skill that the resume shows, told as missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.fault import ROADMAP, fault, skill_of
from gapwriter.finding import Finding
from gapwriter.table import in_tables
from gapwriter.world import World

FLAGS = (
    "Noor has yet to learn Python.",
    "Neither Git nor PyTorch is documented.",
    "The profile would score higher with JavaScript.",
    "The second is Python, which the resume does not show.",
)
ALLOWS = (
    "Noor has yet to learn PyTorch.",
    "Nobody could doubt the grounding in Python.",
    "Python is met; the other five essential requirements are gaps.",
    "Python is met, which leaves five essential gaps.",
)


_SHORT = re.compile(
    r"(?P<skill>[SC])\b[^A-Z.;:]{0,40}? (?:is|are|stays?|remains?|stands?|lies?|sits?|falls?|comes?|but|yet|only|levels?) (?:[a-z]+ )?(?:levels? )?(?:below|short of|under|beneath) (?:what|the level|that level|the (?:required|requested|expected) level)\b"
)
"""A level told as not reached."""
_UNSHOWN = re.compile(r"\b(?:(?:is|are) not (?:shown|documented|named|mentioned)|not (?:show|document|name|mention)(?: [SC])?) at all\b")


def _reached(said: Said, world: World) -> Iterator[Finding]:
    for found in _SHORT.finditer(said.text):
        if lexicon.NEGATORS.search(found[0]):
            continue
        for entity in said.line.groups[found.start("skill")].entities:
            skill = next((world.skills[key] for key in entity.keys if key in world.skills), None)
            if skill and skill.held and not skill.gap:
                yield fault("strength_as_gap", said, said.span(*found.span()), f"{skill.label} is met", skill.facts.get("hold", []))


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("strength_as_gap", reading, world)
    for said in reading.said:
        yield from _reached(said, world)
        for claim in said.claims:
            skill = skill_of(claim, world)
            if claim.kind == "hold" and claim.sign == "-" and skill and skill.held and skill.gap and skill.level and _UNSHOWN.search(claim.clause.text):
                message = f"{skill.label} is shown at {skill.level} level, though not at the one asked for"
                yield fault("strength_as_gap", said, claim.span, message, skill.facts.get("hold", []))
            if claim.kind == "hold" and claim.sign == "-" and skill and skill.held and not skill.gap and not skill.is_credential:
                kind = "roadmap_step_without_gap" if said.sentence.section == ROADMAP else "strength_as_gap"
                yield fault(kind, said, claim.span, f"{skill.label} is told as missing, and the resume shows it", skill.facts.get("hold", []))
