"""A skill that the resume does not show and no fact knows."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import fault, skill_of
from gapwriter.finding import Finding
from gapwriter.invention import judge
from gapwriter.world import World

FLAGS = (
    "The resume shows Python, stage lighting and Git.",
    "Noor also knows Haskell and Python.",
    "Experience with hedge accounting rounds off the picture.",
)
ALLOWS = ("Noor knows JavaScript and Git.",)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if claim.kind == "hold" and claim.sign == "+" and skill and not skill.held and not skill.gap and not skill.is_credential:
                yield fault("invented_skill", said, claim.span, f"{skill.label} is no skill of the resume", skill.facts.get("hold", []))
        for kind, stranger in judge(said, world):
            if kind == "invented_skill":
                yield fault(kind, said, said.span(stranger.start, stranger.end), f"“{stranger.text}” is no skill of the resume", [])
