"""Tables: what the cells of a row say of the skill or the resource that the row is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gapwriter.claims import Reading, Said
from gapwriter.claims.entity import Entity
from gapwriter.fault import RESOURCES, fault, once
from gapwriter.finding import Finding
from gapwriter.offer import prices_of
from gapwriter.world import Skill, Work, World


class Cell(NamedTuple):
    """A cell in small letters without markup, the head of its column, and its place in the text."""

    head: str
    text: str
    start: int
    end: int


Wrong = tuple[str, Cell, str, list[str]]

_CELL = re.compile(r"(?<=\|)[^|]*(?=\||$)|^[^|]+(?=\|)")
_HELD = re.compile(r"(?:met|yes|held|shown|documented|covered|matched|satisfied|present|demonstrated|strength|✓|✔|✅)(?: \(.*\))?")
_MISSING = re.compile(r"(?:not (?:met|shown|documented|held|covered|matched|demonstrated|satisfied|evidenced)|no|missing|gap|absent|unmet|✗|✘|❌)(?: \(.*\))?")
_STATE = re.compile(r"\b(?:state|status|met|shown|held|resume|candidate|covered|coverage|match|matched|documented|result|assessment)\b")
_TIERS = {
    "essential": re.compile(r"(?:core|essential|must[- ]have|mandatory|required)"),
    "optional": re.compile(r"(?:preferred|optional|nice[- ]to[- ]have|desirable)"),
    "emerging": re.compile(r"emerging"),
}
_NUMBER = re.compile(r"(\d+)(?: (?:weeks?|hours?|h))?")
_RANGE = re.compile(r"(?:weeks? )?(\d+)\D{1,4}(\d+)")
_FREE, _PAID = re.compile(r"free|no cost|free of charge"), re.compile(r"paid|subscription|[$€£]\s?\d.*|\d+(?:\.\d+)? (?:usd|eur|gbp)")


def in_tables(kind: str, reading: Reading, world: World) -> Iterator[Finding]:
    """The findings of one kind in the tables of a text."""
    for said, wrong in _wrong(reading, world):
        if wrong[0] == kind:
            yield fault(kind, said, (wrong[1].start, wrong[1].end), wrong[2], wrong[3])


@once
def _wrong(reading: Reading, world: World) -> Iterator[tuple[Said, Wrong]]:
    heads: list[str] = []
    block = -1
    for said in reading.rows:
        if not said.sentence.is_row:
            continue
        if said.sentence.block != block:
            block, heads = said.sentence.block, [cell.text for cell in _cells(said, [])]
            continue
        cells = _cells(said, heads)
        skills = [world.skills[key] for entity in _about(said, cells) if entity.kind in "SC" for key in entity.keys[:1] if key in world.skills]
        works = list({key: world.works[key] for entity in said.entities if entity.kind == "R" for key in entity.keys if key in world.works}.values())
        found: list[Wrong] = [*_counts(cells, world), *_totals(cells, world), *_unknown_works(said)]
        if len(skills) == 1:
            found += _of_skill(skills[0], cells)
        if len(works) == 1:
            found += _of_work(works[0], skills, said, cells)
        for one in found:
            yield said, one


def _cells(said: Said, heads: list[str]) -> list[Cell]:
    cells = []
    for number, part in enumerate(_CELL.finditer(said.sentence.text)):
        text = part[0].strip()
        start = said.sentence.start + part.start() + len(part[0]) - len(part[0].lstrip())
        cells.append(Cell(heads[number] if number < len(heads) else "", text.strip("*_` ").lower(), start, start + len(text)))
    return cells


def _about(said: Said, cells: list[Cell]) -> list[Entity]:
    """The names in the first cell that has any; a row about several is about none of them."""
    for cell in cells:
        inside = [entity for entity in said.entities if cell.start <= entity.start < cell.end and entity.kind in "SC"]
        if inside:
            return inside[:1] if len({entity.keys for entity in inside}) == 1 else []
    return []


def _of_skill(skill: Skill, cells: list[Cell]) -> Iterator[Wrong]:
    hold, require, step = (skill.facts.get(aspect, []) for aspect in ("hold", "require", "step"))
    for cell in cells:
        if not cells[0].head.startswith("condition") and _STATE.search(cell.head) and not re.search(r"\b(?:gap|missing)\b", cell.head):
            if _HELD.fullmatch(cell.text) and skill.gap:
                yield "gap_as_strength", cell, f"{skill.label} is told as held, and the resume does not show it", hold
            elif _MISSING.fullmatch(cell.text) and skill.held and not skill.gap:
                yield "strength_as_gap", cell, f"{skill.label} is told as missing, and the resume shows it", hold
        tier = next((name for name, pattern in _TIERS.items() if pattern.fullmatch(cell.text)), None)
        if tier and skill.relation and tier != skill.relation:
            yield "wrong_tier", cell, f"{skill.label} is {skill.relation}, not {tier}", require
        number, spread = _NUMBER.fullmatch(cell.text), _RANGE.fullmatch(cell.text)
        if number and re.fullmatch(r"(?:weeks?|duration)(?: \(weeks\))?", cell.head) and skill.weeks and int(number[1]) != skill.weeks:
            yield "wrong_number", cell, f"{skill.label} takes {skill.weeks} weeks", step
        elif number and re.fullmatch(r"hours?", cell.head) and skill.hours and int(number[1]) != skill.hours:
            yield "wrong_number", cell, f"{skill.label} takes {skill.hours} hours", step
        elif number and re.fullmatch(r"step|order|no\.?|#", cell.head) and skill.order and int(number[1]) != skill.order:
            yield "wrong_priority", cell, f"{skill.label} is step {skill.order}", step
        elif spread and re.search(r"\bweeks?\b", cell.head) and skill.first and (int(spread[1]), int(spread[2])) != (skill.first, skill.last):
            yield "wrong_number", cell, f"{skill.label} lies in weeks {skill.first} to {skill.last}", step


def _of_work(work: Work, skills: list[Skill], said: Said, cells: list[Cell]) -> Iterator[Wrong]:
    for cell in cells:
        inside = [entity for entity in said.entities if cell.start <= entity.start < cell.end]
        named = [entity for entity in inside if entity.kind == "P"]
        if named and "provider" in cell.head and not any(work.provider in entity.keys for entity in named):
            yield "wrong_provider", cell, f"“{work.title}” is offered by {work.provider}, not by {named[0].text}", [work.fact]
        elif not inside and cell.head == "provider" and re.search(r"[a-z]", cell.text):
            yield "wrong_provider", cell, f"“{work.title}” is offered by {work.provider}", [work.fact]
        told = "free" if _FREE.fullmatch(cell.text) else "paid" if _PAID.fullmatch(cell.text) else ""
        if told and (prices := prices_of(work)) and told not in prices:
            yield "wrong_price", cell, f"“{work.title}” is {work.access}", [work.fact]
    if len(skills) == 1 and skills[0].key not in work.skills:
        cell = cells[0]
        yield "resource_wrong_skill", cell, f"“{work.title}” is not for {skills[0].label}", [work.fact]


def _unknown_works(said: Said) -> Iterator[Wrong]:
    """A name beside a skill in a table of resources that is none of the catalog."""
    groups = said.line.groups.values()
    strange = next((group for group in groups if group.kind in "UQ" and " " in group.entities[0].text), None)
    if strange and said.sentence.section == RESOURCES and any(group.kind == "S" for group in groups) and not any(group.kind == "R" for group in groups):
        name = strange.entities[0].text
        yield "resource_not_in_catalogue", Cell("", name, strange.start, strange.end), f"“{name}” is not among the resources", []


def _counts(cells: list[Cell], world: World) -> Iterator[Wrong]:
    """A row that counts the requirements of one relation."""
    relation = next((name for name, pattern in _TIERS.items() if pattern.fullmatch(cells[0].text)), None) if cells else None
    if relation not in world.counts:
        return
    met, of = world.counts[relation]
    for cell in cells[1:]:
        true = {"met": met, "covered": met, "of": of, "total": of, "required": of, "open": of - met, "missing": of - met, "gaps": of - met}.get(cell.head)
        if true is not None and cell.text.isdigit() and int(cell.text) != true:
            yield "wrong_number", cell, f"{met} of {of} {relation} requirements are met", [f"count.{relation}"]


def _totals(cells: list[Cell], world: World) -> Iterator[Wrong]:
    """The row below the steps of the roadmap."""
    if not any(cell.text == "total" for cell in cells):
        return
    for cell in cells:
        true = {"weeks": world.weeks, "hours": world.hours}.get(cell.head)
        if true and cell.text.isdigit() and int(cell.text) != true:
            yield "wrong_number", cell, f"the roadmap takes {true} {cell.head}", [f"roadmap.{cell.head}"]
