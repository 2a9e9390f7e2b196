"""What the checks of resources share: the stretch of a sentence that belongs to each resource, and what may be said of its kind, its price and the day it was checked."""

from __future__ import annotations

import itertools
import re

from gapwriter.claims import Said
from gapwriter.world import Work, World

_TURNS = tuple(re.compile(pattern) for pattern in (r";|\.\s", r"\b(?:whereas|while|but|unlike|although|then)\b", r",?\s+and\b", r","))

_PRICES = {
    "free": {"free"},
    "paid": {"paid"},
    "subscription": {"subscription", "paid"},
    "free_account": {"free"},
    "free_audit_paid_certificate": {"free", "paid"},
    "freemium": {"free", "paid"},
    "one_off_fee": {"paid"},
    "exam_fee": {"paid"},
    "employer_or_state_funded": {"free", "paid"},
    "unknown": set(),
}


def prices_of(work: Work) -> set[str]:
    """What may be said of the price of a resource: free, paid, subscription; nothing where its access is unknown."""
    return _PRICES.get(work.access.replace("-", "_"), set())


_KIND = re.compile(
    r"(?:(?<=\ba )|(?<=\ban )|(?<=\bthe )|(?<=\bof )|(?<='s )|(?<=\()|(?<=, ))"
    r"(?P<kind>book|course|documentation|tutorial|exam|certification|standard|register|video|practice)(?=\s*(?P<closed>[,;)])|\s+(?:from|by|of|called|named)\b|\s*\W?R\b|\W*$)"
)
_ALIKE = ({"course", "tutorial", "video", "practice"}, {"book", "documentation", "standard"}, {"exam", "certification", "register"})
_CHECKED = re.compile(r"\bchecked (?:(?:it was |it is )?(?:on )?)(?P<day>\d{1,2}) (?P<month>[a-z]+) (?P<year>\d{4})\b")
_MONTHS = "january february march april may june july august september october november december".split()


def wrong_kind(work: Work, text: str) -> tuple[int, int] | None:
    """Where a stretch gives a resource another kind than the record; in a sentence of its own words a tutorial may be a course, in brackets not."""
    for found in _KIND.finditer(text) if work.kind else ():
        in_record = text[: found.start("kind")].rstrip().endswith(("(", ",")) and found["closed"]
        alike = {work.kind} if in_record else next((kinds for kinds in _ALIKE if work.kind in kinds), {work.kind})
        if found["kind"] not in alike:
            return found.span("kind")
    return None


def wrong_day(works: list[Work], text: str) -> tuple[int, int] | None:
    """Where a stretch tells a day of checking that none of some resources was checked on."""
    for found in _CHECKED.finditer(text):
        month = _MONTHS.index(found["month"]) + 1 if found["month"] in _MONTHS else 0
        if month and f"{found['year']}-{month:02}-{int(found['day']):02}" not in {work.checked for work in works}:
            return found.span()
    return None


def stretches(said: Said, world: World) -> list[tuple[Work, int, int, int]]:
    """Each resource of a line with its place and the stretch of the line that speaks of it."""
    groups = [(at, group) for at, group in sorted(said.line.groups.items()) if group.kind == "R"]
    if not groups:
        return []
    found = []
    cuts = [0]
    for (a, _), (b, _) in itertools.pairwise(groups):
        # what stands in brackets behind a title belongs to it: "A (P; free) and B (Q)"
        between = re.sub(r"\([^()]*\)", lambda found: "·" * len(found[0]), said.text[a + 1 : b])
        turns = next((one for one in (list(pattern.finditer(between)) for pattern in _TURNS) if one), [])
        cuts.append(a + 1 + (turns[-1].start() if turns else len(between) // 2))
    cuts.append(len(said.text))
    for number, (at, group) in enumerate(groups):
        near = {
            key
            for other in said.line.groups.values()
            if other.kind == "P" and cuts[number] <= other.at < cuts[number + 1]
            for entity in other.entities
            for key in entity.keys
        }
        for entity in group.entities:
            works = [world.works[key] for key in entity.keys]
            found.append((next((work for work in works if work.provider in near), works[0]), at, cuts[number], cuts[number + 1]))
    return found
