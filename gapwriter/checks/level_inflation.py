"""A proficiency that the resume does not give, or praise of a beginner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Claim, Reading, lexicon
from gapwriter.fault import MARKET, fault, skill_of
from gapwriter.finding import Finding
from gapwriter.world import World

_TOP = re.compile(r"\b(?:excels?|excelling|excellent|excellence|outstanding|exceptional|superb|masterly|mastery|stellar|remarkable|unrivalled)\b")

FLAGS = (
    "Noor speaks English at beginner level.",
    "Noor works at expert level in Python.",
)
ALLOWS = (
    "Python is documented.",
    "The resume names English at expert level.",
)


_SHOWN_AT = re.compile(r"\b(?:named|shown|documented|held|listed|known|confirmed|demonstrated|reached) (?:\w+ )?at (?:the |an? |its )?(?P<level>\w+)")

_AT_SHOWN = re.compile(r"\bat (?:the |an? )?(?P<level>\w+) level (?:is|are) (?:named|shown|documented|held|listed|known|confirmed|demonstrated)\b")


def _shown_at(claim: Claim) -> bool:
    """Whether the level that the role asks for is told as the one that is shown: "shown at the expert level that the role asks for"."""
    found = _SHOWN_AT.search(claim.clause.text) or _AT_SHOWN.search(claim.clause.text)
    return bool(found and lexicon.LEVELS[claim.value].fullmatch(found["level"]) and not lexicon.NEGATORS.search(claim.clause.text[: found.start()]))


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if not skill or not skill.held or skill.is_credential:
                continue
            told = claim.kind == "level" and said.sentence.section != MARKET
            if told and (claim.value not in (skill.level, skill.asked_level) or (claim.value != skill.level and _shown_at(claim))):
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
