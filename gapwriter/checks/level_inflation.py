"""A proficiency that the resume does not give, or praise of a beginner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading
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


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if not skill or not skill.held or skill.is_credential:
                continue
            if claim.kind == "level" and said.sentence.section != MARKET and claim.value not in (skill.level, skill.asked_level):
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
