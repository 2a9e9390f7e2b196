"""An essential requirement that the Market Requirements Analysis does not name."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import MARKET, missing
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = ("## Market Requirements Analysis\n\nEssential: Python, machine learning, deep learning, MLOps and PyTorch.",)
ALLOWS = ("## Market Requirements Analysis\n\nEssential: Python, machine learning, deep learning, MLOps, TensorFlow and PyTorch.",)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    named = reading.named(MARKET)
    if named is None:
        return
    for skill in world.skills.values():
        if skill.relation == "essential" and "require" in skill.facts and skill.key not in named:
            yield missing("omitted_requirement", MARKET, f"the section does not name {skill.label}, an essential requirement", skill.facts["require"])
