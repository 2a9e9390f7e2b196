"""An essential gap for which the Upskilling Roadmap has no step."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import ROADMAP, missing
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = ("## Upskilling Roadmap\n\nMachine learning comes first, then deep learning, MLOps and PyTorch.",)
ALLOWS = ("## Upskilling Roadmap\n\nMachine learning comes before deep learning, MLOps, PyTorch and TensorFlow.",)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    named = reading.named(ROADMAP)
    if named is None:
        return
    named |= {skill for key in named if key in world.works for skill in world.works[key].skills}
    for gap in world.gaps("essential"):
        if gap.key not in named:
            yield missing("gap_without_roadmap_step", ROADMAP, f"the roadmap has no step for {gap.label}, an essential gap", gap.facts.get("step", []))
