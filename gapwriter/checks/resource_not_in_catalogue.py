"""A course, book or tutorial that the catalog does not have, or has as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import RESOURCES, ROADMAP, fault
from gapwriter.finding import Finding
from gapwriter.offer import stretches, wrong_kind
from gapwriter.table import in_tables
from gapwriter.world import World

FLAGS = (
    "## Recommended Resources\n\n“Zero to Hero in AI” (SkillForge, free) covers PyTorch.",
    "## Recommended Resources\n\n“MLOps Zoomcamp” (DataTalks.Club, book) covers MLOps.",
    "## Recommended Resources\n\n| Skill | Resource |\n|---|---|\n| PyTorch | Zero to Hero in AI |",
)
ALLOWS = (
    "## Recommended Resources\n\n“MLOps Zoomcamp” (DataTalks.Club) covers MLOps.",
    "## Recommended Resources\n\n“MLOps Zoomcamp”, a course from DataTalks.Club, covers MLOps.",
)

_OFFER = re.compile(
    r"\b(?:courses?|books?|tutorials?|workshop|bootcamp|certificate|programme|program|videos?|series|podcast|masterclass|class|classes|module|modules|guide|handbook|free|paid|fee|subscription|cost|costs|price|priced|charge|hours?|"
    r"provider|enrol|enroll|platform|training|offers|teaches|covers|addresses|publishes|provided|available|via|from|by)\b|[$£€]"
)
_NONE = re.compile(
    r"\b(?:none in the catalog(?:ue)?|no resource|nothing in the catalog(?:ue)?|the catalog(?:ue)? (?:has|holds|offers|knows) (?:no|nothing|none)|no entry|checked|verified|not been verified|access|prices? (?:are|may|can|were)|dates?|recommended resources)\b"
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("resource_not_in_catalogue", reading, world)
    for said in reading.said:
        groups = said.line.groups.values()
        for work, _, start, end in stretches(said, world):
            if kind := wrong_kind(work, said.text[start:end]):
                span = said.span(start + kind[0], start + kind[1])
                yield fault("resource_not_in_catalogue", said, span, f"“{work.title}” is in the catalog as {work.kind}", [work.fact])
        if said.sentence.section not in (RESOURCES, ROADMAP) and not re.search(r"\b(?:course|resource|book|tutorial|bootcamp|workshop)\b", said.text):
            continue
        extra = next((group for group in groups if group.kind == "Q"), None)
        if any(group.kind == "R" for group in groups):
            if extra and said.sentence.section in (RESOURCES, ROADMAP):
                yield fault("resource_not_in_catalogue", said, (extra.start, extra.end), f"“{extra.entities[0].text}” is not among the resources", [])
            continue
        if (
            not extra
            and not any(group.kind == "U" and " " in group.entities[0].text for group in groups)
            and re.match(r"\W*(?:the (?:latter|former|course|book|second|first|other)|it|this|that|these|those|both|they|none)\b", said.text)
        ):
            continue
        quoted_ones = [group for group in groups if group.kind == "Q"]
        at = reading.said.index(said)
        before = reading.said[at - 1] if at else None
        if (
            before
            and before.sentence.block == said.sentence.block
            and not extra
            and any(group.kind == "R" for group in before.line.groups.values())
            and not any(group.kind == "U" for group in groups)
        ):
            continue  # "… Provider P, twelve hours." goes on about the resource before it
        offered = {entity.text: entity.keys for group in groups if group.kind == "P" for entity in group.entities}
        skills = {key for group in groups if group.kind == "S" for entity in group.entities for key in entity.keys}
        if (
            not quoted_ones
            and offered
            and skills
            and all(any(work.provider in keys and work.skills & skills for work in world.works.values()) for keys in offered.values())
        ):
            continue
        strange = [group for group in groups if group.kind in "QU"]
        quoted = [group for group in strange if group.kind == "Q"]
        if said.sentence.section != RESOURCES and not quoted:
            continue
        if strange and (quoted or _OFFER.search(said.text) or any(group.kind == "S" for group in groups)):
            group = (quoted or sorted(strange, key=lambda one: -len(one.entities[0].text)))[0]
            yield fault("resource_not_in_catalogue", said, (group.start, group.end), f"“{group.entities[0].text}” is not among the resources", [])
        elif said.sentence.section == RESOURCES and any(group.kind == "P" for group in groups):
            yield fault("resource_not_in_catalogue", said, None, "the provider is known, the resource is not", [])
        elif (
            said.sentence.section == RESOURCES
            and re.search(r"\b(?:costs?|free of charge|subscription|paid|charges?|at no cost)\b|[$£€]\d", said.text)
            and re.search(r"[A-Z]", said.text)
            and not _NONE.search(said.text)
        ):
            yield fault("resource_not_in_catalogue", said, None, "the sentence names no resource of the catalog", [])
