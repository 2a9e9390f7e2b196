"""Two sentences that cannot both be true, within a section or across sections."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fault import fault, skill_of
from gapwriter.claims import Claim, Reading, Said
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "PyTorch is missing. PyTorch is documented.",
)
ALLOWS = (
    "PyTorch is missing. Python is documented.",
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    """The false one of two sentences is the one to flag."""
    said_of: dict[tuple[str, str], list[tuple[Said, Claim]]] = {}
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if claim.kind == "hold" and claim.sign in ("+", "-") and skill and not claim.hedged:
                said_of.setdefault((skill.key, claim.sign), []).append((said, claim))
    for (key, sign), places in said_of.items():
        skill = world.skills[key]
        true = "+" if skill.held and not skill.gap else "-" if skill.gap and not skill.held else ""
        if true and sign != true and (key, true) in said_of:
            for said, claim in places:
                yield fault("contradiction_internal", said, claim.span, f"another sentence says the opposite of {skill.label}", skill.facts.get("hold", []))
