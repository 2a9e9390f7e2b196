"""A step of the roadmap for something that is no gap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import ROADMAP, fault, skill_of
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "## Upskilling Roadmap\n\nSet aside four weeks for Python.",
    "## Upskilling Roadmap\n\nPlan two weeks for Elixir.",
)
ALLOWS = (
    "## Upskilling Roadmap\n\nDocker takes five weeks.",
    "## Upskilling Roadmap\n\nThe roadmap takes 97 weeks at a pace of eight hours a week.",
)

_STEP = re.compile(
    r"\b(?:weeks?|hours?|month|months|plan|plans|reserve|reserves|reserved|set aside|allocate|allocates|allocated|devote|devotes|dedicate|dedicates|spend|turn to|turns to|move on|moves on|then|after that|next|finally|follows|followed by|step|steps|complete|work through|begin|begins|start|starts|continue|continues|learn|study|take up|tackle|tackles|build up|round off|add|proceed|stage|module|course)\b"
)

_BUILDS = re.compile(
    r"\b(?:build|builds|building|based|based|rests?|draws?|existing|already|thanks|from|beside|unlike|needs no|not planned|left out|outside|omitted|no step|no gap)\b"
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.of(ROADMAP):
        known = [group for group in said.line.groups.values() if group.kind in "SRC"]
        for claim in said.claims:
            skill = skill_of(claim, world)
            if claim.kind == "hold" and skill and skill.held and not skill.gap and claim.sign == "" and not _BUILDS.search(claim.clause.text):
                yield fault("roadmap_step_without_gap", said, claim.span, f"{skill.label} is no gap: the resume shows it", skill.facts.get("hold", []))
        unknown = [one for one in said.strangers if not world.is_known(one.text)]
        if not known and unknown and _STEP.search(said.text):
            span = said.span(unknown[0].start, unknown[0].end)
            yield fault("roadmap_step_without_gap", said, span, "the sentence plans something that is no step of the roadmap", ["roadmap.steps"])
