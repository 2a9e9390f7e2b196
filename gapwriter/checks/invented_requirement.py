"""A requirement that the role does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import MARKET, fault, skill_of
from gapwriter.finding import Finding
from gapwriter.invention import judge
from gapwriter.world import World

_REQUIRED = re.compile(r"\b(?<!no )(?:essential|optional|emerging) requirements?\b(?! (?:build|rest|depend))")
_BY_ROLE = re.compile(r"\b(?:role|position|post|job|G|H|employers?|requirements?|essential|core|mandatory)\b")

FLAGS = (
    "## Market Requirements Analysis\n\nEssential are MLOps, stage lighting, and PyTorch.",
    "## Market Requirements Analysis\n\nEssential: Python, fibre splicing and PyTorch.",
    "## Market Requirements Analysis\n\nThe role also requires Git.",
    "## Market Requirements Analysis\n\nStatistics and linear algebra are essential requirements.",
)
ALLOWS = (
    "## Market Requirements Analysis\n\nEssential: Python, MLOps and PyTorch.",
    "## Candidate Profile\n\nIt also names Python.",
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if (
                claim.kind in ("ask", "tier")
                and skill
                and not skill.relation
                and not skill.order
                and not (skill.asked and claim.kind == "ask")
                and (said.sentence.section == MARKET or claim.kind == "ask" or _BY_ROLE.search(claim.clause.text))
            ):
                yield fault("invented_requirement", said, claim.span, f"{skill.label} is no requirement of the role", skill.facts.get("hold", []))
            elif claim.kind == "tier" and skill and not skill.relation and skill.order and _REQUIRED.search(claim.clause.text):
                facts = skill.facts.get("step", [])
                yield fault("invented_requirement", said, claim.span, f"{skill.label} is a prerequisite of other steps, no requirement of the role", facts)
        for kind, stranger in judge(said, world):
            if kind == "invented_requirement":
                yield fault(kind, said, said.span(stranger.start, stranger.end), f"“{stranger.text}” is no requirement of the role", [])
