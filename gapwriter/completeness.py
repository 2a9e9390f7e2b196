"""Completeness: what a report of our own must say besides, and how it must say it (the strict rules)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said
from gapwriter.fact import Fact
from gapwriter.fault import TITLES, fault, missing
from gapwriter.finding import Finding, Judgement, Verdict
from gapwriter.prompt import Section, read_sections
from gapwriter.words import fold_words
from gapwriter.world import World

_LACK = re.compile(r"\b(?:lacks?|lacked|lacking|has no|have no|is without|does not have|do not have|doesn't have|does not know|cannot|has never)\b")
_VERDICT = re.compile(r"\b(?:hire|hiring|reject|rejected|shortlist|recommend(?:ed)? for|should be (?:invited|interviewed|considered))\b")


def check_strictly(reading: Reading, world: World, judgements: list[Judgement]) -> Iterator[Finding]:
    """Facts that a section must state and does not, words that say more than "not shown", clauses that no fact supports."""
    for section in read_sections():
        if section.title in {said.sentence.section for said in (*reading.said, *reading.rows)}:
            yield from _unstated(section, reading, world)
    seen: dict[str, Said] = {}
    titles = [heading for heading in reading.passage.headings if heading.text in TITLES]
    for said in reading.said:
        if titles and said.sentence.section not in TITLES:
            continue
        yield from _wording(said, world)
        words = " ".join(fold_words(said.sentence.text))
        if words in seen and len(words.split()) > 3 and seen[words].sentence.section != said.sentence.section and not any(group.kind == "R" for group in said.line.groups.values()):
            yield fault("duplicate_item", said, None, "this sentence stands in the report already")
        seen[words] = said
    for judgement in judgements:
        if judgement.verdict is Verdict.UNVERIFIABLE:
            text = reading.text[judgement.sentence[0] : judgement.sentence[1]]
            yield Finding(kind="unverifiable", span=judgement.span, section=judgement.section, sentence=text, message="no fact supports this")


def _wording(said: Said, world: World) -> Iterator[Finding]:
    for claim in said.claims:
        skill = next((world.skills[key] for key in claim.entity.keys if key in world.skills), None)
        lack = _LACK.search(claim.clause.text)
        if claim.kind == "hold" and claim.sign == "-" and skill and skill.gap and not skill.denied and lack:
            yield fault("wording", said, claim.clause.span, f"the resume does not show {skill.label}, which is not to say that it is lacking", skill.facts.get("hold", []))
    if _VERDICT.search(said.text):
        yield fault("wording", said, None, "a report recommends neither to hire nor to reject")


def _unstated(section: Section, reading: Reading, world: World) -> Iterator[Finding]:
    named = reading.named(section.title) or set()
    said = [one for one in (*reading.said, *reading.rows) if one.sentence.section == section.title]
    text = " ".join(" ".join(one.sentence.text.split()) for one in said).casefold()
    facts = world.facts.of(*section.must_state)
    gaps = world.facts.of("gap.essential")
    spared = set()
    if section.id == "executive_summary" and len(gaps) > 7:
        stated = [fact for fact in gaps if _is_stated(fact, text, named, world)]
        spared = {fact.id for fact in gaps} if len(stated) >= 5 else set()
    for fact in facts:
        if fact.id not in spared and not _is_stated(fact, text, named, world):
            yield missing(_CLASSES.get(fact.kind, "omitted_fact"), section.title, f"the section does not say: {world.facts.cast.restore(fact.text)}", [fact.id])


_CLASSES = {"gap.essential": "omitted_core_gap", "requirement.essential": "omitted_requirement"}


def _is_stated(fact: Fact, text: str, named: set[str], world: World) -> bool:
    """Whether the text of a section names what a fact speaks of and, where the fact is a quantity, writes it as the fact does."""
    restore = world.facts.cast.restore
    for label in map(restore, fact.about[:1]):
        if not (world.keys_of(label) & named or label.casefold() in text):
            return False
    if fact.kind.startswith(("count.", "roadmap.", "experience.years")) and fact.written:
        return restore(fact.written).casefold() in text or fact.kind.startswith("count.") and _counted(fact, text)
    return True


def _counted(fact: Fact, text: str) -> bool:
    """A count in other words of the same numbers ("of the six … one", "none is met")."""
    met, of = fact.value.get("met"), fact.value.get("of")
    relation = fact.kind.removeprefix("count.")
    return bool(re.search(rf"\b{relation}\b", text)) and (met in (0, of) or fact.written.split()[0] in text)
