"""An essential gap that the Skill Gap Assessment does not name, or for which the Recommended Resources have nothing."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import GAPS, RESOURCES, missing
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = ("## Skill Gap Assessment\n\nMachine learning, MLOps and TensorFlow are missing; so is deep learning.",)
ALLOWS = ("## Skill Gap Assessment\n\nMachine learning, deep learning, MLOps, PyTorch and TensorFlow are missing.",)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for section in (GAPS, RESOURCES):
        named = reading.named(section)
        if named is None:
            continue
        named |= {skill for key in named if key in world.works for skill in world.works[key].skills}
        for gap in world.gaps("essential"):
            if gap.key not in named and not (section == RESOURCES and not gap.order):
                yield missing("omitted_core_gap", section, f"the section does not name {gap.label}, an essential gap", gap.facts.get("hold", []))
