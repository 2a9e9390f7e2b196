"""A skill twice in one list, or a sentence twice in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapwriter.claims import Reading
from gapwriter.fault import RESOURCES, fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "Python is documented. Python is documented.",
    "Missing are PyTorch, MLOps and PyTorch.",
)
ALLOWS = (
    "Missing are PyTorch and MLOps.",
    "## Recommended Resources\n\n“Made With ML” is one course. It is free. “MLOps Zoomcamp” is another. It is free.",
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    seen: dict[tuple[str, str], int] = {}
    before = ""
    for said in reading.said:
        for group in said.line.groups.values():
            keys: set[tuple[str, ...]] = set()
            for entity in group.entities:
                # in "continuous integration and deployment automation" a name may span two skills of the list
                if group.kind in "SC" and entity.keys in keys and " and " not in entity.text:
                    yield fault("duplicate_item", said, (entity.start, entity.end), f"{entity.text} stands twice in one list", [])
                keys.add(entity.keys)
        words = _even(said.sentence.text)
        if len(words.split()) < 2:
            continue
        key = (said.sentence.section, words)
        before, last = words, before
        if said.sentence.section == RESOURCES and not said.line.groups and last != words:
            continue  # "Free, access not verified." is said of another resource each time
        if key in seen and (seen[key] == said.sentence.block or not any(group.kind == "R" for group in said.line.groups.values())):
            yield fault("duplicate_item", said, None, "this sentence stands in the section already", [])
        seen[key] = said.sentence.block


@lru_cache(maxsize=2048)
def _even(sentence: str) -> str:
    return re.sub(r"[\W_]+", " ", sentence).strip().casefold()
