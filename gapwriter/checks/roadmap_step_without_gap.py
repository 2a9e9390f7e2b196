"""A step of the roadmap for something that is no gap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Claim, Clause, Reading, Said, lexicon
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


_TAKEN_UP = re.compile(
    r"\b(?:(?:is|are|gets?|being) (?:then |also |later |only |first |finally )*(?:taken up|covered|scheduled|tackled|planned|addressed|added|learned|studied|treated|included)|(?:comes?|follows?|begins?|starts?) (?:only |then )?(?:second|third|fourth|fifth|sixth|seventh|eighth|after|in|with|from|at|next|last|first|later)\b|follows?(?= [SCR]\b)|precedes?(?= [SCR]\b)|(?:comes?|is) (?:before|ahead of)(?= [SCR]\b)|takes? (?:its|a) (?:turn|place)|(?:has|have|gets?) an? (?:own |separate )?(?:step|place)|(?:after|in|from|by) weeks? \d+)\b"
)


def _is_planned(claim: Claim, said: Said) -> bool:
    """Whether something that the plan leaves out is told as having a place in it."""
    mine = [
        clause
        for clause in said.clauses
        if clause is claim.clause or (claim.clause in said.clauses and clause.mode == "and" and _next(said, claim.clause) is clause)
    ]
    return any(_TAKEN_UP.search(clause.text) and not re.search(_OUT, clause.text) and not lexicon.NEGATORS.search(clause.text) for clause in mine)


_OUT = re.compile(r"\b(?:outside|out|left|beyond|unless|if|horizon|catalog|would|neither)\b")


def _next(said: Said, clause: Clause) -> Clause | None:
    at = said.clauses.index(clause)
    return said.clauses[at + 1] if at + 1 < len(said.clauses) and not said.clauses[at + 1].said else None


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.of(ROADMAP):
        known = [group for group in said.line.groups.values() if group.kind in "SRC"]
        for claim in said.claims:
            skill = skill_of(claim, world)
            if claim.kind == "hold" and skill and skill.held and not skill.gap and claim.sign == "" and not _BUILDS.search(claim.clause.text):
                yield fault("roadmap_step_without_gap", said, claim.span, f"{skill.label} is no gap: the resume shows it", skill.facts.get("hold", []))
            if skill and skill.left_out and not skill.order and _is_planned(claim, said):
                yield fault("roadmap_step_without_gap", said, claim.span, f"{skill.label} is left out of the roadmap", skill.facts.get("hold", []))
        unknown = [one for one in said.strangers if not world.is_known(one.text)]
        if not known and unknown and _STEP.search(said.text):
            span = said.span(unknown[0].start, unknown[0].end)
            yield fault("roadmap_step_without_gap", said, span, "the sentence plans something that is no step of the roadmap", ["roadmap.steps"])
