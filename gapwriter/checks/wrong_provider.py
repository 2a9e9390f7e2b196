"""A resource credited to somebody who does not offer it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.offer import stretches
from gapwriter.table import in_tables
from gapwriter.world import World

FLAGS = ("## Recommended Resources\n\n“MLOps Zoomcamp” (Coursera) covers MLOps.",)
ALLOWS = ("## Recommended Resources\n\n“MLOps Zoomcamp” from DataTalks.Club covers MLOps.",)

_ROLE = re.compile(r"(?:\b(?:from|by|via|at|through|on|with|of)\s+(?:the\s+)?|,\s*|\(\s*|-\s*|:\s*)$")


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("wrong_provider", reading, world)
    for said in reading.said:
        places = stretches(said, world)
        for work, at, start, end in places:
            groups = [group for group in said.line.groups.values() if start <= group.at < end]
            named = [entity for group in groups if group.kind == "P" for entity in group.entities]
            if any(work.provider in entity.keys for entity in named):
                continue
            if any(work.provider in entity.keys for group in said.line.groups.values() if group.kind == "P" for entity in group.entities) and len(places) > 1:
                continue
            strange = [
                group
                for group in groups
                if group.kind in "UQHE"
                and (
                    _ROLE.search(said.text[: group.at])
                    or re.match(
                        r"\s*(?:offers?|publishes|provides?|charges?|runs|teaches|subscribers?|sells|hosts|has|asks|'s|lists|includes|makes)\b",
                        said.text[group.at + 1 :],
                    )
                    or group.at < at
                )
            ]
            wrong = [(entity.start, entity.end, entity.text) for entity in named] + [
                (group.start, group.end, group.entities[0].text) for group in strange if group.kind != "Q"
            ]
            for first, last, text in wrong[:1]:
                yield fault("wrong_provider", said, (first, last), f"“{work.title}” is offered by {work.provider}, not by {text}", [work.fact])
