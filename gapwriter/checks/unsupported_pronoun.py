"""A pronoun, or a title with a gender, that nobody gave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.fault import MARKET, RESOURCES, fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "She knows Python.",
    "Python is part of their record.",
)
ALLOWS = (
    "The candidate knows Python.",
    "Machine learning and MLOps are core, because the role treats them as essential.",
)

_SETS = {"he": r"\b(?:he|him|his|himself|mr)\b", "she": r"\b(?:she|her|hers|herself|mrs|ms)\b|\bmiss(?= [NU]\b)", "they": r"\bthemself\b"}
_OWN = (
    r"(?:own |formal |former |latest |current |previous |documented |work |professional |recorded |existing |present |overall |core |strongest |main |first |last )*(?:record|records|skill|skills|skillset|profile|background|experience|employer|employers|education|history|career|resume|cv|name|title|portfolio|strengths?|knowledge|expertise|repertoire|toolkit|command|grasp|grounding|studies|degree|"
    r"qualifications?|certificates?|certifications?|credentials?|position|job|team|way|application|years|level|work|tenure|past|leadership|talents?|competenc\w+|abilit\w+|colleagues|account|belt|projects?|track|roadmap|gaps?|learning|development|preparation)\b"
)
_THEY = lexicon.Remembered(
    rf"\btheir {_OWN}|\btheirs\b|\bthey (?:(?:have|do|are|were|had|did|will|would|can|could|may|might|also|already|currently|still|now|never|presently|only|both) )*(?:are an?|are (?:still|also|now|currently|presently) an?|has|have|bring|hold|held|cover|know|work|worked|need|lack|meet|show|offer|possess|led|lead|demonstrate|learn|learned|complete|gain|"
    r"bring|add|excel|master|understand|use|list|serve|study|studied|spent|joined|yet|been|not|fall|clear|exceed|reach|satisfy)\b|\b(?:credits?|holds?|keeps?|sets?|helps?|behind|for|to|with|from|distinguish\w*|qualif\w+|serve[sd]?|give[sn]?|gave|make[s]?|takes?|bring[s]?|leave[s]?|asks?|allows?|enables?|equips?|suits?) them\b(?! (?:as|in order|all|both|apart|separately|first|are|is|before|after|by|under|next|together))"
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    given = world.pronouns.split("/")[0].strip().lower()
    for said in reading.said:
        for name, pattern in _SETS.items():
            if name == given:
                continue
            for found in re.finditer(pattern, said.text):
                yield fault(
                    "unsupported_pronoun",
                    said,
                    said.span(*found.span()),
                    "nobody gave this pronoun" + (f"; it is {world.pronouns}" if given else ""),
                    ["pronouns"] if given else [],
                )
        if given != "they":
            them = _THEY.search(said.text)
            if them and not _things(said, them, reading):
                word = re.search(r"\b(?:they|them|their)\b", them[0])
                at = them.start() + (word.start() if word else 0)
                yield fault(
                    "unsupported_pronoun",
                    said,
                    said.span(at, at + len(word[0]) if word else them.end()),
                    "nobody gave this pronoun" + (f"; it is {world.pronouns}" if given else ""),
                    ["pronouns"] if given else [],
                )


def _things(said: Said, found: re.Match[str], reading: Reading) -> bool:
    """Whether "they" can mean several things named before it: skills, gaps, steps, employers."""
    if found[0].startswith("their") and re.match(
        r"their (?:own |formal |current |professional |former |last |first )?(?:record|skillset|profile|background|employer|education|history|career|resume|cv|name|title|portfolio|strength|belt|degree|studies)",
        found[0],
    ):
        return False
    plural = re.compile(
        r"\b(?:skills|gaps|requirements|steps|employers|resources|courses|items|points|certificates|certifications|sections|providers|applicants|candidates|recruiters|tasks|tools|colleagues|teams?|employer|company|years|months)\b"
    )
    before = said.text[: found.start()]
    if (
        plural.search(before)
        or (re.search(r"\bthem\b", found[0]) and re.search(r"\b[a-z]{4,}(?<![sui])s\b", before))
        or any(len(group.entities) > 1 and group.at < found.start() for group in said.line.groups.values())
        or any(
            group.at < 5 and group.kind == "S" and re.search(r"[^s]s$", group.entities[0].text) for group in said.line.groups.values()
        )  # "front desk operations …, they"
    ):
        return True
    at = reading.said.index(said)
    previous = reading.said[at - 1] if at else None
    if previous and previous.sentence.block == said.sentence.block and re.match(r"\s*(?:they|their|them)\b", said.text) and re.search(r"\bthey\b", found[0]):
        if (
            said.sentence.section in (MARKET, RESOURCES)
            and (plural.search(previous.text) or re.search(r"\b(?:them|these|those)\b", previous.text))
            and not re.search(r"\bN\b|candidate|applicant", previous.text)
        ):
            return True
        return any(len(group.entities) > 1 for group in previous.line.groups.values()) and not re.search(r"\bN\b|candidate|applicant", previous.text)
    return False
