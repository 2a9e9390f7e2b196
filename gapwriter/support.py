"""Support: the facts that each clause of a text rests on, and the verdict that follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapwriter.checks.contradiction_facts import LEADS
from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.clause import Clause
from gapwriter.fault import prose_of
from gapwriter.finding import Finding, Judgement, Verdict
from gapwriter.world import World

_DESIGNS = re.compile(r"\b(?:architecture|designing systems|system design|designed systems?|design(?:s|ed)? (?:a )?systems?)\b")
_TIER = (("count.essential", lexicon.HARD), ("count.optional", lexicon.SOFT), ("count.emerging", lexicon.EMERGING))


def judge_clauses(reading: Reading, world: World, findings: Iterable[Finding]) -> Iterator[Judgement]:
    """A judgement for each clause: contradicted where a finding lies in it, supported where it says what facts say, neutral where all its words are words of
    reports, else unverifiable."""
    faults = [finding for finding in findings if finding.span]
    for said in prose_of(reading):
        sentence = (said.sentence.start, said.sentence.end)
        strangers = [
            stranger for stranger in said.strangers if not world.is_known(stranger.text, strict=stranger.named) or (stranger.named and " " in stranger.text)
        ]
        plain = said.sentence.text.casefold()
        quoted = tuple(fact for proof, fact in world.proofs.items() if proof in plain)
        for clause in said.clauses:
            span = clause.span
            here = [finding for finding in faults if finding.span and finding.span[0] < span[1] and span[0] < finding.span[1]]
            facts = tuple(dict.fromkeys(_facts(clause, said, world)))
            if here:
                verdict = Verdict.UNVERIFIABLE if all(finding.kind == "unverifiable" for finding in here) else Verdict.CONTRADICTED
                facts = tuple(dict.fromkeys(fact for finding in here for fact in finding.facts))
            elif not _OPEN.match(said.text) and (_unread(clause, said) or any(stranger.clause is clause for stranger in strangers)):
                verdict = Verdict.UNVERIFIABLE
            else:
                verdict = Verdict.SUPPORTED if facts else Verdict.NEUTRAL
            if quoted and verdict in (Verdict.SUPPORTED, Verdict.NEUTRAL):
                continue  # the sentence is there for its proof
            yield Judgement(span=span, sentence=sentence, section=said.sentence.section, verdict=verdict, facts=facts)
        if quoted:
            yield Judgement(span=sentence, sentence=sentence, section=said.sentence.section, verdict=Verdict.SUPPORTED, facts=quoted)


def _unread(clause: Clause, said: Said) -> bool:
    """Whether the clause names a skill and nothing is understood of what it says."""
    own = [entity for group in clause.said if group.kind in "SC" for entity in group.entities]
    if not own or any(group.kind in "RQ" for group in said.line.groups.values()):
        return False
    return (
        any(not any(claim.entity is entity and (claim.sign or claim.kind != "hold") for claim in said.claims) for entity in own)
        and not _PLANNED.search(said.text)
        and said.sentence.section not in _TOPICS
    )


_OPEN = re.compile(r"\W*whether\b(?! or not).*\b(?:is open|are open|is a question|is for the interview)\b|.*\b(?:is|are) worth (?:a|another|some) questions?\b")
"""An open question, told as one, is no claim of its own."""
_PLANNED = re.compile(
    r"\b(?:related|nearest|shortens?|step|steps|weeks?|hours?|roadmap|plan|planned|builds? on|comes?|before|after|first|then|catalog|proof)\b|:\s*$"
)
_TOPICS = ("Upskilling Roadmap", "Recommended Resources", "Market Requirements Analysis")


def _facts(clause: Clause, said: Said, world: World) -> Iterator[str]:
    for claim in said.claims:
        if claim.clause is not clause:
            continue
        for key in claim.entity.keys:
            skill = world.skills.get(key)
            if skill:
                aspect = "require" if claim.kind in ("tier", "ask", "unasked") else "hold"
                yield from skill.facts.get(aspect) or next(iter(skill.facts.values()), [])
    for group in clause.said:
        for entity in group.entities:
            yield from _named(group.kind, entity.keys, said, world)
    for quantity in said.quantities:
        if clause.start <= quantity.start < clause.end:
            yield from _measured(quantity.unit, world)
    for count in said.counts:
        if clause.start <= count.start < clause.end:
            yield from _counted(count.noun, said, world)
    if LEADS.search(clause.text):
        yield "experience.leadership"
        if world.facts.one("gate.leadership"):
            yield "gate.leadership"
    if _DESIGNS.search(clause.text):
        yield "experience.architecture"


def _counted(noun: str, said: Said, world: World) -> Iterator[str]:
    """The facts behind a count: of conditions, of steps, of gaps, else of requirements."""
    for word, kind in (("condition", "count.conditions"), ("step", "roadmap.steps")):
        if word in noun:
            yield from [kind] if world.facts.one(kind) else []
            return
    tiers = [fact for fact, pattern in _TIER if pattern.search(said.text)] or [fact for fact, _ in _TIER]
    if "gap" in noun:
        tiers = [fact.replace("count.", "count.gaps.") for fact in tiers]
    known = {fact.id for fact in world.facts.of("count")}
    yield from (fact for fact in tiers if fact in known)


def _named(kind: str, keys: tuple[str, ...], said: Said, world: World) -> Iterator[str]:
    if kind == "R":
        yield from (world.works[key].fact for key in keys)
    elif kind in "NGH":
        yield "subject"
    elif kind in "TE" and world.facts.one("position.latest"):
        yield "position.latest"
    elif kind == "M":
        yield from keys
    elif kind in "DJ":
        yield from (key for key in keys if any(fact.id == key for fact in world.facts.of("education", "project")))
    elif kind in "SC" and said.sentence.section == "Upskilling Roadmap":
        yield from (fact for key in keys if key in world.skills for fact in world.skills[key].facts.get("step", []))


def _measured(unit: str, world: World) -> Iterator[str]:
    kinds = {"years": ("experience.years", "gate.years"), "weeks": ("roadmap.weeks",), "hours": ("roadmap.hours", "roadmap.pace"), "percent": ("score",)}.get(
        unit, ()
    )
    yield from (kind for kind in kinds if world.facts.one(kind))
