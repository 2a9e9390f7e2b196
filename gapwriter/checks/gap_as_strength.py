"""A gap told as something the candidate has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Claim, Reading, Said, lexicon
from gapwriter.fault import PROFILE, SUMMARY, fault, skill_of
from gapwriter.finding import Finding
from gapwriter.table import in_tables
from gapwriter.world import World

FLAGS = (
    "Apart from machine learning, every essential requirement is met: PyTorch is shown.",
    "Noor has solid experience with PyTorch.",
    "Docker is already covered.",
    "Of Python and MLOps, only the latter is documented.",
    "Python is related to PyTorch and therefore partly covers it.",
    "PyTorch and MLOps are essential, both of which the resume shows.",
)
ALLOWS = (
    "But for machine learning, deep learning, MLOps, PyTorch and TensorFlow, every essential requirement is met.",
    "The resume does not show PyTorch.",
    "Noor does not lack Python; what is missing is MLOps.",
    "Python is documented.",
    "Python is related to PyTorch, which does not count as met.",
    "The resume does not show machine learning, and the four other essential gaps, deep learning, MLOps, PyTorch and TensorFlow, build on it and are not shown either.",
    "Of the emerging requirements none is met: the resume does not show LLM fine-tuning, prompt engineering or vector databases.",
    "PyTorch and TensorFlow are essential, neither of which the resume shows.",
)

_NEAR_ENOUGH = re.compile(
    r"\b(?:(?:partly|partially|half|halfway|in part|largely|mostly) (?:covers?|met|meets?|fulfils?|fulfilled|satisf\w+|counts?|closes?|fills?|filled)|(?:therefore|thus|hence|so) (?:also )?(?:meets?|covers?|fulfils?|satisfies|counts?|closes?|fills?)|covers? (?:half|part|some|much|most) of|counts? as (?:half |half-|partly |nearly |almost )?(?:met|held|covered|shown)|"
    r"(?:closes?|fills?|covers?) (?:both|the|these|those|this|that|all|either)(?: \w+)? gaps?|(?:makes? up|compensates?|substitutes?) for)\b"
)
"""A related skill does not meet a requirement, not even by half."""


def _is_near_enough(text: str) -> bool:
    return any(not lexicon.NEGATORS.search(text[max(0, found.start() - 30) : found.start()]) for found in _NEAR_ENOUGH.finditer(text))


_MET = re.compile(r"\b(?:is|are|being) (?:also |both |all )?met\b|\bmeets\b")
_LEVEL = re.compile(r"\b(?:levels?|beginner|basic|intermediate|advanced|expert|but|though|although|while|whereas|only|below|except)\b")


def _is_met(claim: Claim, said: Said) -> bool:
    """Whether a requirement is told as met without a word on the level, which is not reached."""
    met = _MET.search(said.text)
    if not met or claim.entity.kind != "S" or _LEVEL.search(said.text) or lexicon.NEGATORS.search(said.text):
        return False
    at = next((at for at, group in said.line.groups.items() if claim.entity in group.entities), 0)
    return at < met.start() or met[0] == "meets" or not _MET.search(claim.clause.text)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("gap_as_strength", reading, world)
    for said in reading.said:
        for claim in said.claims:
            skill = skill_of(claim, world)
            if (
                claim.kind == "level"
                and skill
                and skill.gap
                and not skill.held
                and not skill.is_credential
                and said.sentence.section in (SUMMARY, PROFILE)
                and not lexicon.ASKED.search(claim.clause.text)
            ) and not any(one.entity is claim.entity and one.kind == "hold" and one.sign == "-" for one in said.claims):
                yield fault(
                    "gap_as_strength", said, claim.span, f"{skill.label} is given a level, and the resume does not show it", skill.facts.get("hold", [])
                )
            if claim.kind == "hold" and claim.sign == "+" and skill and skill.gap and skill.held and skill.level and _is_met(claim, said):
                message = f"{skill.label} is shown at {skill.level} level, which does not meet what the role asks for"
                yield fault("gap_as_strength", said, claim.span, message, skill.facts.get("hold", []))
            if claim.kind == "relate" and skill and skill.gap and not skill.held and _is_near_enough(said.text):
                yield fault("gap_as_strength", said, claim.span, f"{skill.label} is not met by a skill that is related to it", skill.facts.get("hold", []))
            if claim.kind == "hold" and claim.sign == "+" and not claim.hedged and skill and skill.gap and not skill.held and not skill.is_credential:
                facts = skill.facts.get("hold", [])
                yield fault("gap_as_strength", said, claim.span, f"{skill.label} is told as held, and the resume does not show it", facts)
