"""A plain fact denied: leadership, architecture, a certificate or licence, whether the years suffice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.claim import read_sign
from gapwriter.fault import MARKET, RESOURCES, ROADMAP, fault, once, skill_of, told_outside
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "Noor has led a team.",
    "The resume describes designing a reporting system.",
    "The minimum of five years is met.",
    "English is related to PyTorch, which does not count as met.",
    "## Executive Summary\n\nEnglish is outside the plan.",
    "The role does not ask for leadership; leadership is not required.",
)
ALLOWS = (
    "No leadership role appears in the record.",
    "The resume gives no example of designing systems.",
    "The five years asked for are not reached; Noor has three years and two months.",
    "Two conditions are not met: the role asks for five years of experience, and for leadership, of which the resume gives no example.",
)

LEADS = lexicon.Remembered(
    r"\b(?:leadership|people responsibility|responsibility for people|(?:guiding|directing|heading) (?:staff|people|others|a team|teams)|led(?! (?:to|N to|him to|her to))|leading (?:people|a team|teams|others|staff|colleagues)|lead(?:s)? (?:a team|teams|people|others|staff)|people management|people manager|personnel responsibility|line management|line manager|team lead(?:er)?|staff responsibility|manag(?:ed|es|ing|e) (?:a |the |other )?(?:team|teams|people|staff|others|colleagues)|"
    r"direct reports?|reports to (?:him|her|them|N)|reported to (?:him|her|them|N)|supervis\w+|led others|led people|managerial|management (?:experience|responsibility|role|position)|headed|in charge of (?:other people|an? (?:crew|squad|shift|department|group)|people|a team|others|staff)|responsib\w+ for (?:people|staff|a team|others)|subordinates?|team of (?:people|\w+ people|others))\b"
)
_PAST = re.compile(r"\b(?:led|managed|headed|supervised|leads|manages|supervises)\b")
_YEARS_MET = re.compile(
    r"\b(?:met|meets?|clears?|cleared|exceeds?|exceeded|satisf\w+|reach(?:es|ed)?|fulfil\w*|surpass\w*|sufficient|suffic\w+|enough|passes|passed|tops|comfortably|above|beyond|covers?|on the safe side|matches|equals)\b"
)
_YEARS_SHORT = re.compile(
    r"\b(?:fall(?:s|ing)? short|fell short|falls? below|short of|below|miss(?:es|ed|ing)?|insufficient|too (?:little|few|short)|not enough|shy of|short by|under the|lacks?|lacking|shortfall|deficit)\b"
)
YEARS_ASKED = lexicon.Remembered(
    r"\b(?:minimum|threshold|required (?:experience|years|tenure)|(?:experience|years|tenure) (?:required|requirement|asked for|demanded|condition)|years'? (?:asked for|required|needed|demanded)|requirement of|asks? for|bar|tenure requirement|experience condition|years? condition|years'? minimum)\b"
)


_CREDENTIAL = lexicon.Remembered(r"\b(?:certifi\w+|certs?|licen[cs]es?|credentials?|qualifications?|formal (?:condition|requirement)s?)\b")
_LEADERSHIP_ASKED = lexicon.Remembered(
    r"\b(?:applicants?|anyone|whoever|candidates|role|position|post|job|G|H|employer)\b[^;]{0,40}\b(?:must|need|needs|need not|should|asks?|requires?|wants?|expects?|demands?|calls|insists?)\b|\bleadership (?:experience )?(?:is|was) (?:not )?(?:required|asked|needed|demanded|expected|a requirement|a must|part of the (?:role|requirements))"
)
_LEADING_SHOWN = re.compile(r"leadership (?:is|was) (?:not |neither )?(?:shown|documented|evidenced)\b")
_COUNTED_AS = re.compile(r"(?:,|\band|which is|as)\s+(?:an?|another|one|the) (?:[a-z]+ )?(?:essential|optional|emerging) (?:gap|requirement)\b")
_SPARED = re.compile(
    r"\b(?:not|n't|no(?! other| months| years)|nobody|none|never|nor|neither|without|immaterial|irrelevant|unimportant|unnecessary|optional|waived)\b"
)

_TURNED = re.compile(r"\bminimum (?:lies|is|sits|stands)\b[^.]*?\b(below|above)\b[^.]*\bexperience\b")


@once
def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        yield from _leadership(said, world)
        yield from _architecture(said, world)
        yield from _credentials(said, world)
        yield from _stand_ins(said, world)
        yield from _mentions(said, world)
        yield from _conditions(said, world)
        yield from _related(said, world)
        yield from _outside(said, world)
        yield from _years(said, world)


_TAIL = re.compile(r":\s+(?=the (?:resume|cv|record)\b)")


def _behind(text: str) -> str:
    """What stands behind a colon, where it is a sentence of its own: "Two things are missing: the resume gives no example of …"."""
    colon = next(_TAIL.finditer(text), None)
    return text[colon.end() :] if colon and LEADS.search(text, colon.end()) and read_sign(text[colon.end() :])[0] else text


_LEADING_WHICH = re.compile(
    r"\bfor (?P<what>leadership|architecture),? which (?:the resume|it) (?:also |likewise )?(?P<not>does not )?(?:shows?|documents?|gives?|names?)\b"
)


def _leadership(said: Said, world: World) -> Iterator[Finding]:
    for clause in said.clauses:
        text = clause.text
        if "condition" in said.text and re.search(r"\bconditions?\b.*\b(?:is|are) met\b", said.text):
            continue
        text = _behind(text)
        found = None if said.sentence.section in (ROADMAP, RESOURCES) else LEADS.search(text)
        asked = _LEADERSHIP_ASKED.search(text) or (said.sentence.section == MARKET and not lexicon.MARKET_PERSON.search(text))
        if found and asked and not _LEADING_SHOWN.match(text, found.start()):
            colon = text.rfind(":", 0, found.start()) + 1
            spared = bool(_SPARED.search(text[colon:]))
            if spared == world.asks_leadership and not re.search(r"\bcriterion\b", text):
                truth = "asks" if world.asks_leadership else "does not ask"
                yield fault("contradiction_facts", said, clause.span, f"the role {truth} for leadership", ["gate.leadership"])
            continue
        if not found or re.search(
            r"\bit (?:also |further )?(?:asks?|requires?|calls for|wants|demands)\b|\b(?:role|position|post|job|G|H|employer)\b[^,;]{0,30}\b(?:asks?|requires?|wants?|needs?|expects?|demands?|calls|includes?|involves?|without)\b|\b(?:required|asked for|demanded|not required|not asked|needed|need not|must|criterion|requirement|does require|requires?)\b",
            text,
        ):
            continue
        if re.search(r"\bno S\b|S leadership", text):
            continue
        if counted := _COUNTED_AS.search(said.text, clause.start + found.start()):
            yield fault(
                "contradiction_facts",
                said,
                said.span(clause.start, counted.end()),
                "leading people is none of the requirements that are counted",
                ["experience.leadership"],
            )
            continue
        sign, _ = read_sign(text)
        if not sign and _PAST.search(text):
            sign = "+"
        sign = "-" if sign == "n" else sign
        if (sign == "+" and world.leads is not True) or (sign == "-" and world.leads is True):
            truth = "shows" if world.leads else "gives no example of"
            yield fault("contradiction_facts", said, clause.span, f"the resume {truth} leading people", ["experience.leadership"])


_VIA = re.compile(
    r"(?P<via>[SC])(?: \([a-z0-9]+\))?(?: is (?:shown|documented) and)? (?:also |therefore |thus )?(?:stands? in for|carr(?:y|ies)|answers?(?: the (?:[a-z]+ )?requirements? (?:of|for))?) (?:the )?(?P<met>[SC])(?![A-Z])"
    r"|(?P<asked>[SC])(?: requirement)? (?:is|counts? as|being) (?:also )?met (?:only )?(?:through|by way of|by|via|thanks to) (?:an? |the )?(?P<by>[SC])(?![A-Z])"
)


_UNMENTIONED = re.compile(r"\b(?:does not|doesn't|never|nowhere) (?:[a-z]+ )?(?:mentions?|names?|speaks? of)\b")


def _mentions(said: Said, world: World) -> Iterator[Finding]:
    """A gap of which the resume says something (that it is being learned, a wish, an exposure), told as not even mentioned."""
    for claim in said.claims:
        skill = skill_of(claim, world)
        if claim.kind != "hold" or claim.sign != "-" or not skill or not skill.gap or skill.held or not _UNMENTIONED.search(claim.clause.text):
            continue
        told = next((fact for fact in world.facts.of("gap") if fact.id in skill.facts.get("hold", []) and fact.value.get("said")), None)
        if told:
            yield fault("contradiction_facts", said, claim.span, world.facts.cast.restore(told.text), [told.id])


_EXAMPLES = re.compile(
    r"\b(?P<what>leadership|architecture)\b[^;:SCJ]*?\b(?:gives?|shows?|has|have|names?|contains?|offers?) (?:(?P<no>no|not an?|not any|neither|none) )?(?:[a-z]+ ){0,2}?examples? (?:of|for) (?:it|this|that)\b"
)
_CONDITION = re.compile(
    r"\b(?P<what>leadership|architecture)(?:,? too,?| also)? (?:is|remains|stays) (?:the |an? )?(?:[a-z]+ )?condition (?:that |which )?(?:(?:is|was) )?(?P<how>not met|not shown|unmet|missed|open|missing|met|shown|fulfilled)\b"
)


def _conditions(said: Said, world: World) -> Iterator[Finding]:
    """A condition of its own, told as met where it is not, or the other way."""
    for found in _EXAMPLES.finditer(said.text):
        shown = world.leads if found["what"] == "leadership" else world.designs
        if bool(shown) == (found["no"] is not None):
            truth = "shows" if shown else "gives no example of"
            yield fault("contradiction_facts", said, said.span(*found.span()), f"the resume {truth} {found['what']}", [f"experience.{found['what']}"])
    for found in _LEADING_WHICH.finditer(said.text):
        gate = world.facts.one(f"gate.{found['what']}")
        if gate and (gate.value.get("status") == "pass") == (found["not"] is not None):
            yield fault("contradiction_facts", said, said.span(*found.span()), world.facts.cast.restore(gate.text), [gate.id])
    for found in _CONDITION.finditer(said.text):
        gate = world.facts.one(f"gate.{found['what']}")
        if gate and (gate.value.get("status") == "pass") != (found["how"] in ("met", "shown", "fulfilled")):
            yield fault("contradiction_facts", said, said.span(*found.span()), world.facts.cast.restore(gate.text), [gate.id])


def _stand_ins(said: Said, world: World) -> Iterator[Finding]:
    """A requirement that is met, told as met through something that it is not met through."""
    for found in _VIA.finditer(said.text):
        asked, via = (said.line.groups.get(found.start(name)) for name in (("met", "via") if found["via"] else ("asked", "by")))
        if not asked or not via or len(asked.entities) > 1 or len(via.entities) > 1 or lexicon.NEGATORS.search(said.text[: found.end()]):
            continue
        met = next((fact for fact in world.facts.of("met") if world.facts.cast.restore(fact.about[0]).casefold() in asked.entities[0].keys), None)
        means = [world.facts.cast.restore(str(met.value[name])).casefold() for name in ("implied_by", "by") if met.value.get(name)] if met else []
        if met and not {*means, *asked.entities[0].keys} & set(via.entities[0].keys):
            yield fault("contradiction_facts", said, said.span(*found.span()), world.facts.cast.restore(met.text), [met.id])


_RELATED = re.compile(
    r"(?P<near>[SC]) (?:is|are) (?:closely |only )?related to (?P<far>[SC])(?![A-Z])(?: to (?P<onto>[SC])(?![A-Z]))?"
    r"|\bfor (?P<asked>[SC]), (?P<by>[SC]) (?:is|are) related experience\b|\bfor (?P<all>[SC]) (?:is|are) related experience\b"
    r"|\bnearest to (?P<to>[SC]) (?:is|are|comes?|stands?) (?P<next>[SC])(?![A-Z])"
)


def _related(said: Said, world: World) -> Iterator[Finding]:
    """Skills told as related that the facts do not bring together."""
    pairs = {frozenset((one.casefold(), label.casefold())) for one, label in world.bridged}
    for found in _RELATED.finditer(said.text) if pairs else ():
        one, other = next((a, b) for a, b in (("near", "far"), ("asked", "by"), ("all", "all"), ("to", "next")) if found[a])
        asked, near = ([*said.line.groups[found.start(name)].entities] for name in (one, other))
        if one == "all":
            asked, near = asked[:1], near[1:]
        told = list(product(asked, near))
        if found["onto"] and len(near) > 1:  # "A is related to B, and C to D"
            told = [*product(asked, near[:-1]), *product(near[-1:], said.line.groups[found.start("onto")].entities)]
        wrong = next((f"{a.text} and {b.text}" for a, b in told if not any(frozenset((x, y)) in pairs for x in a.keys for y in b.keys)), None)
        if wrong and not lexicon.NEGATORS.search(said.text[: found.end()]):
            yield fault("contradiction_facts", said, said.span(*found.span()), f"no fact tells of {wrong} as related", [])


def _outside(said: Said, world: World) -> Iterator[Finding]:
    """What the roadmap is told to leave out and does not, or need not hold at all."""
    for span, skills in told_outside(said, world):
        if not any(skill.left_out or (skill.gap and not skill.order) for skill in skills):
            yield fault("contradiction_facts", said, span, f"{skills[0].label} is no gap outside the roadmap", [])


_DESIGNS = re.compile(
    r"\b(?:designing|designs|designed|design of) (?:an? |the |some )?(?:\w+ )?systems?\b|\bsystems? (?:(?:it|that|were|was|has|have|been) )*designed\b"
)
_TELLS = re.compile(r"\b(?:describes?|tells? of|speaks? of|reports?|includes?|among (?:its|the) examples)\b")


def _architecture(said: Said, world: World) -> Iterator[Finding]:
    """Systems designed where the resume gives no example, or none where it gives one."""
    if world.facts.one("experience.architecture") is None or said.sentence.section in (MARKET, ROADMAP, RESOURCES):
        return
    for clause in said.clauses:
        if not _DESIGNS.search(clause.text) or re.search(r"\b(?:role|position|post|job|G|H|employer|asks?|asked|requires?)\b", clause.text):
            continue
        sign, _ = read_sign(clause.text)
        sign = "-" if sign == "n" else sign or ("+" if _TELLS.search(clause.text) else "")
        if (sign == "+" and not world.designs and not lexicon.NEGATORS.search(clause.text)) or (sign == "-" and world.designs):
            truth = "shows" if world.designs else "gives no example of"
            yield fault("contradiction_facts", said, clause.span, f"the resume {truth} designing systems", ["experience.architecture"])


def _credentials(said: Said, world: World) -> Iterator[Finding]:
    for claim in said.claims:
        skill = skill_of(claim, world)
        if claim.kind != "hold" or not skill or not skill.is_credential or claim.sign not in ("+", "-"):
            continue
        if (claim.sign == "+") != skill.held:
            words = "is on record" if skill.held else "is not shown"
            yield fault("contradiction_facts", said, claim.span, f"{skill.label} {words}", [fact for ids in skill.facts.values() for fact in ids])
    open_ones = [skill for skill in world.skills.values() if skill.is_credential and not skill.held]
    for clause in said.clauses:
        text = clause.text
        if "C" in text or not _CREDENTIAL.search(text):
            continue
        none_open = re.search(
            r"\b(?:no|none|not a single|zero)\b[^,;]{0,40}\b(?:outstanding|missing|open|lacking|pending|absent|remain\w*)\b|\b(?:all|every|each)\b[^,;]{0,50}\b(?:held|on file|on record|in place|obtained|present|met|covered|satisfied|shown|documented)\b|\bnothing\b[^,;]{0,30}\b(?:missing|outstanding)\b",
            text,
        )
        if none_open and open_ones:
            yield fault(
                "contradiction_facts", said, clause.span, f"{open_ones[0].label} is still open", [fact for ids in open_ones[0].facts.values() for fact in ids]
            )


def _years(said: Said, world: World) -> Iterator[Finding]:
    if (
        world.required is None
        or world.months is None
        or not YEARS_ASKED.search(said.text)
        or not re.search(r"\b(?:years?|months?|experience|tenure|minimum|decade)\b", said.text)
    ):
        return
    if (said.sentence.section == MARKET and not lexicon.MARKET_PERSON.search(said.text)) or re.search(
        r"^\W*(?:had|were) (?:the|N|he|she|they)\b|\bwould have (?:been|had)\b", said.text
    ):
        return
    enough = world.months >= world.required
    for clause in said.clauses:
        text = re.sub(r"\bexceeds? the experience\b", "", clause.text)
        if "S" in text or re.search(r"\b(?:requirements|skills)\b", text):
            continue
        met, short = _YEARS_MET.search(text), _YEARS_SHORT.search(text)
        cue = short or met
        if turned := _TURNED.search(text):  # "the minimum lies one year above the experience"
            if (turned[1] == "below") != enough:
                yield fault(
                    "contradiction_facts",
                    said,
                    clause.span,
                    "the documented experience " + ("reaches" if enough else "does not reach") + " what the role asks for",
                    ["gate.years"],
                )
            continue
        denied = (
            re.search(
                r"\b(?:not|n't|never|without|nor|neither|fails? to|yet to|hardly|(?:needed|required|necessary|missing) (?:to|before|until))\b",
                text[text.rfind(":", 0, cue.start()) + 1 : cue.start()],
            )
            if cue
            else None
        )
        verdict = None
        if short:
            verdict = bool(denied)
        elif met:
            verdict = not denied
        if verdict is not None and verdict != enough and not re.search(r"\b(?:less than|fewer than|half)\b", text):
            yield fault(
                "contradiction_facts",
                said,
                clause.span,
                "the documented experience " + ("reaches" if enough else "does not reach") + " what the role asks for",
                ["gate.years", "experience.years"],
            )
