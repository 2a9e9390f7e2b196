"""What several checks ask of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from gapwriter.claims import Claim, Reading, Said, lexicon
from gapwriter.finding import Finding
from gapwriter.prompt import read_sections
from gapwriter.world import Skill, World

SUMMARY, PROFILE, MARKET, GAPS, ROADMAP, RESOURCES = (
    "Executive Summary",
    "Candidate Profile",
    "Market Requirements Analysis",
    "Skill Gap Assessment",
    "Upskilling Roadmap",
    "Recommended Resources",
)
TITLES = (SUMMARY, PROFILE, MARKET, GAPS, ROADMAP, RESOURCES)
FURTHER = tuple(section.title for section in read_sections() if section.title not in TITLES)
"""Sections that a report may have besides."""
OWN = (*TITLES, *FURTHER)
APPENDIX = "Appendix"
"""The heading of what is no section: tables and notes that code makes."""


def fault(kind: str, said: Said, span: tuple[int, int] | None, message: str, facts: Iterable[str] = ()) -> Finding:
    """A finding about a sentence; without a span it is the whole sentence."""
    sentence = said.sentence
    return Finding(
        kind=kind, span=span or (sentence.start, sentence.end), section=sentence.section, sentence=sentence.text, message=message, facts=tuple(facts)
    )


Check = Callable[[Reading, World], Iterator[Any]]


def once(check: Check) -> Check:
    """A check that several ask: it works a reading out once."""

    @wraps(check)
    def kept(reading: Reading, world: World) -> Iterator[Any]:
        if check not in reading.found:
            reading.found[check] = list(check(reading, world))
        return iter(reading.found[check])

    return kept


def prose_of(reading: Reading) -> Iterator[Said]:
    """The sentences of the report's own sections; what stands before the first and after the last is no prose of it. All of them where a text has none of its headings."""
    titled = any(heading.text in OWN for heading in reading.passage.headings)
    yield from (said for said in reading.said if not titled or said.sentence.section in OWN)


def missing(kind: str, section: str, message: str, facts: Iterable[str]) -> Finding:
    """A finding about what a section leaves out."""
    return Finding(kind=kind, span=None, section=section, sentence="", message=message, facts=tuple(facts))


_LEADING = re.compile(r"(?:leading|managing) (?:people|teams?|a team|others|staff)")


def skill_of(claim: Claim, world: World) -> Skill | None:
    """The skill that a claim speaks of; where a name has several meanings, one that the facts make true goes first."""
    if claim.entity.text[:1] in "lLmM" and _LEADING.fullmatch(claim.entity.text.lower()) and world.facts.of("experience.leadership"):
        return None  # the condition, not a skill of nearly the same name
    return next((world.skills[key] for key in claim.entity.keys if key in world.skills), None)


_PLAN = lexicon.Remembered(r"\b(?:roadmap|plan|learning path|schedule|curriculum|timeline|step|steps)\b")


def about_plan(said: Said) -> bool:
    return said.sentence.section == ROADMAP or bool(_PLAN.search(said.text))


_OUTSIDE = re.compile(
    r"(?P<what>[SC]) (?:[a-z]+ )?(?:is|are|lies?|falls?|remains?|stays?) (?:[a-z]+ )?(?:outside|beyond) (?:of )?(?:these weeks|th(?:e|is|ese) (?:plan|roadmap|horizon|weeks))\b"
)


def told_outside(said: Said, world: World) -> Iterator[tuple[tuple[int, int], list[Skill]]]:
    """The skills of each name that a sentence tells as outside the plan, with the place where it says so."""
    for found in _OUTSIDE.finditer(said.text):
        for entity in said.line.groups[found.start("what")].entities if not lexicon.NEGATORS.search(found[0]) else ():
            skills = [world.skills[key] for key in entity.keys if key in world.skills]
            if skills:
                yield said.span(*found.span()), skills
