"""A gap that a guess fills: "probably knows", "some familiarity can be assumed"."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import fault, skill_of
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "Some familiarity with PyTorch can reasonably be assumed.",
    "Noor presumably knows Docker.",
)
ALLOWS = (
    "The resume does not show PyTorch.",
    "The absence of Docker from the profile does not rule out informal exposure, but none is documented.",
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if claim.kind == "hold" and claim.hedged and claim.sign == "+" and skill and skill.gap and not skill.held:
                yield fault("hedged_overclaim", said, claim.span, f"a guess credits {skill.label}, which the resume does not show", skill.facts.get("hold", []))
