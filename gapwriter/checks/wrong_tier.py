"""A requirement given the wrong relation: essential for optional, or the other way."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
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


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("wrong_tier", reading, world)
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if claim.kind != "tier" or not skill or not skill.relation:
                continue
            if claim.value != skill.relation and not (claim.value == "emerging" and skill.relation != "optional"):
                yield fault("wrong_tier", said, claim.span, f"{skill.label} is {skill.relation}, not {claim.value}", skill.facts.get("require", []))
