"""Headings missing, misnamed, doubled or out of order, or text after the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.claims.passage import Heading
from gapwriter.fault import APPENDIX, FURTHER, TITLES
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = ("## Executive Summary\n\nPython is met.\n\n## Market Requirements Analysis\n\nA.\n\n## Candidate Profile\n\nB.\n\n## Skill Gap Assessment\n\nC.",)
ALLOWS = ("## Executive Summary\n\nPython is met.",)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    headings = [one for one in reading.passage.headings if one.level <= 2]
    known = [one for one in headings if _name(one) in TITLES]
    whole = len(headings) > 3
    place = -1
    seen: set[str] = set()
    for heading in headings:
        name = _name(heading)
        if name in (APPENDIX, *FURTHER) or (heading.level == 1 and name not in TITLES):
            continue
        if name not in TITLES:
            if whole:
                yield _finding(heading, f"{heading.text!r} is no section of the report")
        elif name in seen:
            yield _finding(heading, f"{name} stands twice")
        elif TITLES.index(name) < place:
            yield _finding(heading, f"{name} stands behind {TITLES[place]}")
        else:
            place = TITLES.index(name)
        seen.add(name)
    for title in TITLES:
        if whole and title not in seen and len(known) >= 3:
            yield Finding(kind="wrong_heading_order", span=None, section=title, sentence="", message=f"the section {title} is missing")
    last = [said for said in reading.said if said.sentence.section == TITLES[-1]]
    for said in last[1:]:
        if re.match(r"(?:in conclusion|to conclude|in summary|to sum up|overall|all in all|in closing)\b", said.text):
            yield Finding(
                kind="wrong_heading_order",
                span=(said.sentence.start, said.sentence.end),
                section=TITLES[-1],
                sentence=said.sentence.text,
                message="this stands outside the sections of the report",
            )


def _name(heading: Heading) -> str:
    return re.sub(r"^\d+[.)]\s*", "", heading.text)


def _finding(heading: Heading, message: str) -> Finding:
    return Finding(kind="wrong_heading_order", span=(heading.start, heading.end), section=heading.text, sentence=heading.text, message=message)
