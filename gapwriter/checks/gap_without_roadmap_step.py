"""An essential gap for which the Upskilling Roadmap has no step."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fact import Fact
from gapwriter.fault import ROADMAP, fault, missing, told_outside
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = ("## Upskilling Roadmap\n\nMachine learning comes first, then deep learning, MLOps and PyTorch.",)
ALLOWS = ("## Upskilling Roadmap\n\nMachine learning comes before deep learning, MLOps, PyTorch and TensorFlow.",)


def _meets(step: Fact) -> list[str]:
    met = step.value.get("meets")
    return list(map(str, met)) if isinstance(met, list | tuple) else []


def _planned(reading: Reading, world: World) -> Iterator[Finding]:
    """A skill told as outside the plan that has a step."""
    for said in reading.of(ROADMAP):
        for span, (skill, *_) in told_outside(said, world):
            if skill.order:
                yield fault("gap_without_roadmap_step", said, span, f"{skill.label} is step {skill.order} of the roadmap", skill.facts.get("step", []))


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from _planned(reading, world)
    named = reading.named(ROADMAP)
    if named is None:
        return
    named |= {skill for key in named if key in world.works for skill in world.works[key].skills}
    for gap in world.gaps("essential"):
        met_by = {step.about[0].casefold() for step in world.facts.of("step.gap") if gap.label in _meets(step)}  # one of "A, B or C" is enough
        if not named & {gap.key, *met_by}:
            yield missing("gap_without_roadmap_step", ROADMAP, f"the roadmap has no step for {gap.label}, an essential gap", gap.facts.get("step", []))
