"""Two sentences that cannot both be true, within a section or across sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import ModuleType

from gapwriter.checks import contradiction_facts, wrong_number, wrong_years
from gapwriter.claims import Claim, Reading, Said
from gapwriter.fault import fault, skill_of
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = ("PyTorch is missing. PyTorch is documented.",)
ALLOWS = ("PyTorch is missing. Python is documented.",)


_TOPICS: tuple[tuple[ModuleType, Callable[[Said], bool]], ...] = (
    (wrong_years, lambda said: any(one.unit == "years" for one in said.quantities) or bool(re.search(r"\byears?\b.*\d", said.text))),
    (wrong_number, lambda said: bool(said.counts) or any(one.unit in ("weeks", "percent") for one in said.quantities)),
    (
        contradiction_facts,
        lambda said: bool(contradiction_facts.LEADS.search(said.text) or contradiction_facts.YEARS_ASKED.search(said.text) or "C" in said.text),
    ),
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    """The false one of two sentences is the one to flag."""
    yield from _skills(reading, world)
    for module, speaks in _TOPICS:
        faults = list(module.check(reading, world))
        wrong = {finding.sentence for finding in faults}
        if any(said.sentence.text not in wrong and speaks(said) for said in reading.said):
            for finding in faults:
                message = f"another sentence of the text says otherwise: {finding.message}"
                yield finding.model_copy(update={"kind": "contradiction_internal", "message": message})


def _skills(reading: Reading, world: World) -> Iterator[Finding]:
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
