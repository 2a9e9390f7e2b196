"""A proficiency that the resume does not give, or praise of a beginner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Claim, Reading, Said, lexicon
from gapwriter.fault import MARKET, fault, skill_of
from gapwriter.finding import Finding
from gapwriter.world import World

_TOP = re.compile(r"\b(?:excels?|excelling|excellent|excellence|outstanding|exceptional|superb|masterly|mastery|stellar|remarkable|unrivalled)\b")

FLAGS = (
    "Noor speaks English at beginner level.",
    "Noor works at expert level in Python.",
    "In PyTorch the resume reaches beginner level.",
)
ALLOWS = (
    "Python is documented.",
    "The resume names English at expert level.",
)


_SHOWN_AT = re.compile(r"\b(?:named|shown|documented|held|listed|known|confirmed|demonstrated|reached) (?:\w+ )?at (?:the |an? |its )?(?P<level>\w+)")

_AT_SHOWN = re.compile(r"\bat (?:the |an? )?(?P<level>\w+) level (?:is|are) (?:named|shown|documented|held|listed|known|confirmed|demonstrated)\b")


def _shown_at(claim: Claim) -> bool:
    """Whether the level that the role asks for is told as the one that is shown: "shown at the expert level that the role asks for"."""
    text, line = claim.clause.text, claim.clause.line
    for found in (*_SHOWN_AT.finditer(text), *_AT_SHOWN.finditer(text)):
        before = [group for at, group in line.groups.items() if group.kind == "S" and claim.clause.start <= at < claim.clause.start + found.start()]
        if before and claim.entity not in before[-1].entities and len(claim.clause.said) > 1:
            continue  # another name is shown at that level
        if lexicon.LEVELS[claim.value].fullmatch(found["level"]) and not lexicon.NEGATORS.search(text[: found.start()]):
            return True
    return False


def _of_the_last(claim: Claim, said: Said, world: World) -> bool:
    """Whether a level at the end of a list is that of its last name, and of this one nothing is known: "A, B and C at beginner level"."""
    group = next((group for group in said.line.groups.values() if claim.entity in group.entities), None)
    if group is None or claim.entity is group.entities[-1] or re.search(r"\b(?:all|both|each)\b", claim.clause.text):
        return False
    own, last = (next((world.skills[key] for key in entity.keys if key in world.skills), None) for entity in (claim.entity, group.entities[-1]))
    behind = said.line.text[group.at + 1 :]
    return bool(own and last and own.level is None and last.level == claim.value and re.match(r",? at (?:an? |the )?\w+ level\b", behind))


_REACHED = re.compile(r"\b(?:resume|cv|N) (?:reaches|shows|has|is at|stands at|holds|gives) (?:a |an |the )?\w+ level\b")


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if (
                claim.kind == "level"
                and skill
                and skill.relation
                and said.sentence.section == MARKET
                and skill.asked_level not in (None, claim.value)
                and not re.search(r"\b(?:shown|named|documented|respectively)\b", said.text)
                and not lexicon.MARKET_PERSON.search(said.text)
                and not lexicon.NEGATORS.search(claim.clause.text)
            ):
                yield fault("level_inflation", said, claim.span, f"{skill.label} is asked for at {skill.asked_level} level", skill.facts.get("require", []))
            if skill and skill.gap and not skill.held and claim.kind == "level" and _REACHED.search(claim.clause.text) and claim.value != skill.asked_level:
                yield fault("level_inflation", said, claim.span, f"{skill.label} is not shown, at no level", skill.facts.get("hold", []))
            if not skill or not skill.held or skill.is_credential:
                continue
            told = claim.kind == "level" and said.sentence.section != MARKET
            if told and (claim.value not in (skill.level, skill.asked_level) or (claim.value != skill.level and _shown_at(claim))):
                if _of_the_last(claim, said, world):
                    continue
                shown = f"at {skill.level} level" if skill.level else "without a level"
                yield fault("level_inflation", said, claim.span, f"{skill.label} is shown {shown}, not at {claim.value} level", skill.facts.get("hold", []))
            elif claim.kind == "praise" and (skill.level == "beginner" or (skill.level == "intermediate" and _TOP.search(claim.clause.text))):
                yield fault(
                    "level_inflation",
                    said,
                    claim.span,
                    f"{skill.label} is shown at {skill.level} level, which does not carry this praise",
                    skill.facts.get("hold", []),
                )
