"""Completeness: what a report of our own must say besides, and how it must say it (the strict rules)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.quantity import NUMBER
from gapwriter.fact import Fact
from gapwriter.fault import FURTHER, TITLES, fault, missing, prose_of
from gapwriter.finding import Finding, Judgement, Verdict
from gapwriter.prompt import Section, read_sections
from gapwriter.wording import count_noun
from gapwriter.words import fold_words
from gapwriter.world import World

_LACK = lexicon.Remembered(
    r"\b(?:lacks?|lacked|lacking|(?<!catalog )(?:has|have) no|is without|does not have|do not have|doesn't have|does not hold|do not hold|is not held|are not held|does not know|cannot|has never)\b"
)
_ADVERBS = r"(?:(?:does|do|did|not|doesn't|also|only|still|already|further|thus|therefore|clearly|however|currently|specifically|explicitly|neither|never|yet|so|besides|moreover|itself|alone|documents and|shows and|names and)\s+)*+"
_SAYS = "showcases?|accounts?(?= for)|shows?|showing|names?|naming|documents?|lists?|listing|gives?|meets?|reaches|reach|states?|mentions?|contains?|says?|includes?|notes?|records?|presents?|confirms?|indicates?|places?|speaks?|reveals?|demonstrates?|highlights?|describes?|covers?|supports?|leaves?|has|have|holds?|provides?|offers?|suggests?|counts?|adds?|satisf(?:y|ies)|evidences?|makes?|remains?|falls?|goes|stops?|ends?|calls|is|are|was|can|cannot|will|would|must|should"
_ASKS = "asks?|asking|requires?|requiring|calls?|sees?|sets?|needs?|names?|lists?|expects?|demands?|wants?|includes?|gives?|seeks?|values?|counts?|treats?|welcomes?|insists?|regards?|considers?|mentions?|states?|specif(?:y|ies)|prefers?|names|looks?|has|have|does|do|is|are|was|can|cannot|will|would|must|should|comes?|rests?|consists?"
_SUBJECT = r"(?=[tN])(?<!\bin )(?<!\bby )(?<!\bof )(?<!\bfor )(?<!\bon )(?<!\bfrom )(?<!\banswer )(?<!\banswers )(?<!\bmatch )(?<!\bfit )"
"""Behind these words the verb has another subject: "the latest position in the resume is …"."""
_ODD = lexicon.Remembered(
    rf"(?:^|\b(?=\w))(?:{_SUBJECT}\b(?:the|this|N's) (?:resume|cv|record) {_ADVERBS}(?!(?:{_SAYS}|not|no)\b)[a-z]+s?\b(?<!of)(?<!and)(?<!to)(?<!in)(?<!from)|{_SUBJECT}\b(?:the|this) role (?!descriptions?\b|profiles?\b){_ADVERBS}(?!(?:{_ASKS}|not|no|of|at|and|in|that|which|as|also|too|itself)\b)[a-z]+\b"
    rf"|\ban? (?:(?:resume|cv)(?! that (?:documents|shows|names|meets|lists|gives)\b)|report|requirement that|table|paragraph|sentence|catalog)\b|{_SUBJECT}\bthe resume (?:is|are|was) (?!silent|dated|short|the|not|open|of|as|in|clear|taken|quoted|what|where|without|given)\w+|\b(?:the|this) (?:report|document|paragraph|sentence|text|statement) (?:requires?|must|is (?:for|a report|outside|not required)|states? that|mentions? that|says that|does not (?:contain|mention|specify|provide|include|say))"
    r"|\bthe (?:company|employer|workplace|person in question|publisher|organization) (?:also )?(?:has|have|is(?! H\b)|was|who|that|offers|provides|gives)\b|\bby the publisher\b|\bis (?:not )?a fact\b|\b(?:is|are) the fact\b|\bnot a label\b|\bwhich is an? (?!(?:must|plus|requirement|condition|gap|strength|prerequisite|core|preferred|optional|essential|emerging|beginner|prior|certification|exam|course|book|tutorial|practice|register)\b)|\b(?:you|your|we|our|us|let's)\b|(?<!\bof the )(?<!\bof )\brequirements (?:are|were|is) (?:not only|not provided|unnecessary|all followed|the|one)\b|\bfollowed by a list\b|\bno, no\b|\bkeep facts\b|\bnot included\b|\bthe requirement that\b|\bway of life\b|\b(?:resume|cv|record) of [SC]\b|\bnot related\b"
    r"|^[^A-Z]{0,20}\bto (?:provide|make|show|be|have)\b[^,;]*\b(?:is not documented|are not documented)\b|^\W*the (?:\w+ ){1,4}requirements the resume\b|\bbeginner-friendly\b|\bresume is requested\b|\bis held no\b|\bconsists? of \w+ essential\b)"
)
_STRAY = lexicon.Remembered(
    r"\b(?:contains|shows|lists|names|documents) (?:only )?(?:the|an) (?:absence|lack)\b|\bonly (?:lists|shows|names|documents) no\b|\b(?:begins|ends) with each step\b|\brequirements for (?:the )?[SC]\b|\b[SC] (?:is|are) (?:not )?(?:only )?responsible\b|\bC in S\b|^\W*in (?:the )?S (?:is|are)\b|\b[a-z]+(?:-[a-z]+){5,}"
    r"|\bthe (?:roadmap|plan|resume|role)(?:, which [^,]*,)? is an? [SC]\b|\bstands for (?!leading|(?:the |an? |both |all )?[SCN\d])[a-z]+ |\bmost of the S\b"
)
"""Words that stray between two things that facts say: "a degree in French", "the roadmap is a driving licence"."""
_UNKNOWN = lexicon.Remembered(r"\b(?:catalog does not know|(?:is|are) not (?:known to|in) the catalog|by (?:its |their |the )?labels? alone)\b")
_PRONOUN = lexicon.Remembered(r"\b(?:it|they|them|both|neither|these|those|this|that|each|either|none|two|three|four|all|what|others?)\b")
_SOURCE = lexicon.Remembered(
    r"\baccording to the (?:(?:resume|cv|record)\b[^;]*\b(?:requirements?|the (?:role|resume|roadmap)|weeks?|hours?|horizon)\b|(?:description|advertisement)\b[^;]*\bfrom the role\b|(?:issuing body|catalog|publisher|company|employer)\b)"
)
"""A source that cannot say it: the resume says nothing of requirements and weeks, and nobody asked the issuing body."""
_ITEM = r"((?:an? |the )?[a-z][a-z-]*(?: [a-z][a-z-]*){0,3})"
_LISTED = re.compile(
    rf"[SC], {_ITEM},? (?:and |or )?(?=[SC]\b)|[SC],? (?:and|or) {_ITEM}(?=[.,;]|$)|(?:^|: ){_ITEM},? (?:and |or )?(?=[SC]\b[^A-Z]*\b(?:are|is) (?:not )?(?:documented|shown|met|missing|essential|optional))|[SC], {_ITEM},? and other (?:skills|ones)\b"
)
_PLAIN_ITEM = re.compile(
    r"\b(?:other|others|more|rest|further|skills?|both|all|also|too|respectively|second|third|fourth|fifth|sixth|seventh|eighth|against|among|under|these|those|here|there|this|which|that|who|so|then|it|they|like|not|none|neither|is|are|was|has|have|had|in|on|at|for|with|without|of|from|to|as|by|after|before|than|but|though|although|while|since|because|unlike|besides|beyond|only|still|yet|"
    r"already|met|shown|through|via|first|last|finally|even|especially|most|least|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|essential|optional|emerging|resume|role|report|candidate|experience|weeks?|hours?|years?|steps?|requirements?|gaps?)\b"
)
_VERBS = re.compile(
    rf"\b(?:looks? (?:at|into|to)|numbers?(?= {NUMBER}\b)|address(?:es)?(?= {NUMBER}\b)|separates?(?= )|answers?(?= )|divides? into|split into|draws? on|turns? (?:to|on)|joins?(?= )|marks?(?= )|meets?|keeps?|stems? from|arises?|moves?|brings?|share(?= )|outnumbers?|showcases?)\b"
)
"""Verbs by which a sentence is one, besides those that clauses are cut by."""
_NOTE = re.compile(rf"\W*(?:{NUMBER}|no|none) (?:[a-z]+ ?){{1,3}}(?:, (?:none|{NUMBER}|all) (?:met|open|shown|missing))?\W*")
_VERDICT = lexicon.Remembered(r"\b(?:hire|hiring|reject|rejected|shortlist|recommend(?:ed)? for|should be (?:invited|interviewed|considered))\b")


def check_strictly(reading: Reading, world: World, judgements: list[Judgement]) -> Iterator[Finding]:
    """Facts that a section must state and does not, words that say more than "not shown", clauses that no fact supports."""
    for section in read_sections():
        if section.title in {said.sentence.section for said in (*reading.said, *reading.rows)}:
            yield from _unstated(section, reading, world)
    seen: dict[str, Said] = {}
    for said in prose_of(reading):
        yield from _wording(said, world)
        words = " ".join(fold_words(said.sentence.text))
        if (
            words in seen
            and len(words.split()) > 3
            and seen[words].sentence.section != said.sentence.section
            and not any(group.kind == "R" for group in said.line.groups.values())
        ):
            yield fault("duplicate_item", said, None, "this sentence stands in the report already")
        seen[words] = said
    for judgement in judgements:
        if judgement.verdict is Verdict.UNVERIFIABLE:
            text = reading.text[judgement.sentence[0] : judgement.sentence[1]]
            yield Finding(kind="unverifiable", span=judgement.span, section=judgement.section, sentence=text, message="no fact supports this")


def _wording(said: Said, world: World) -> Iterator[Finding]:
    if said.sentence.text.rstrip('*_”" ').endswith("?"):
        if said.sentence.section in TITLES or not said.sentence.section:
            yield fault("unverifiable", said, None, "a report asks nothing outside the questions for an interview")
        return
    if said.sentence.section in FURTHER and re.search(rf"\b{NUMBER}\b", said.text):
        yield fault("wrong_number", said, None, "no fact of this section has a number besides those of a proof")
    for claim in said.claims:
        skill = next((world.skills[key] for key in claim.entity.keys if key in world.skills), None)
        lack = _LACK.search(claim.clause.text)
        if claim.kind == "hold" and claim.sign == "-" and skill and skill.gap and not skill.denied and lack:
            yield fault(
                "wording",
                said,
                claim.clause.span,
                f"the resume does not show {skill.label}, which is not to say that it is lacking",
                skill.facts.get("hold", []),
            )
    if (
        not said.sentence.is_item
        and not lexicon.FINITE.search(said.text)
        and not _VERBS.search(said.text)
        and not re.search(r":(?:\s|$)", said.text)
        and not _is_note(said)
    ):
        yield fault("unverifiable", said, None, "this is no sentence: it has no verb")
    odd = _ODD.search(said.text)
    if odd:
        yield fault("unverifiable", said, None, f"“{odd[0].strip()}” is nothing that a report says")
    if stray := _STRAY.search(said.text):
        yield fault("unverifiable", said, None, f"“{stray[0].strip()}” is nothing that a report says")
    if (unknown := _UNKNOWN.search(said.text)) and not _is_unknown(said, unknown.start(), world):
        yield fault("unverifiable", said, None, "this is not what the catalog does not know")
    if _SOURCE.search(said.text):
        yield fault("unverifiable", said, None, "this is not what that source says")
    for item in _LISTED.finditer(said.text):
        words = re.sub(r"^(?:and|or|an?|the)\b ?", "", re.sub(r"^(?:and|or)\b ?", "", item[1] or item[2] or item[3] or item[4]))
        if any(words.strip() in skill.label.casefold() for skill in world.skills.values()):
            continue  # a part of a name ("shift huddles and safety briefings")
        if words and not _PLAIN_ITEM.search(words) and not lexicon.FINITE.search(words):
            yield fault("unverifiable", said, said.span(item.start(), item.end()), f"“{words.strip()}” stands among the skills and is none of them")
    if _VERDICT.search(said.text):
        yield fault("wording", said, None, "a report recommends neither to hire nor to reject")


def _is_unknown(said: Said, at: int, world: World) -> bool:
    """Whether the catalog does not know what a sentence says so of."""
    unknown = {key for fact in world.facts.of("limit.unrecognised", "left_out.unrecognised") for key in world.keys_of(world.facts.cast.restore(fact.about[0]))}
    named = {key for place, group in said.line.groups.items() if group.kind in "SC" for entity in group.entities for key in entity.keys}
    return bool(named & unknown) or (not named and bool(_PRONOUN.search(said.text))) or (bool(unknown) and not named and bool(said.counts))


def _is_note(said: Said) -> bool:
    """A count alone, as a terse report has it: "Eight steps.", "One essential requirement, none met."."""
    return bool(_NOTE.fullmatch(said.text)) and bool(said.counts or said.quantities or re.search(r"\bsteps?\b", said.text))


def _unstated(section: Section, reading: Reading, world: World) -> Iterator[Finding]:
    named = reading.named(section.title) or set()
    said = [one for one in (*reading.said, *reading.rows) if one.sentence.section == section.title]
    text = " ".join(" ".join(one.sentence.text.split()) for one in said).casefold()
    related = {key for one in said for claim in one.claims if claim.kind == "relate" for key in claim.entity.keys}
    told = {key for one in said for entity in one.entities if not _only_related(one, entity.keys) for key in entity.keys}
    related -= told
    facts = world.facts.of(*section.must_state)
    gaps = world.facts.of("gap.essential")
    spared = set()
    if section.id == "executive_summary" and len(gaps) > 7:
        stated = [fact for fact in gaps if _is_stated(fact, text, named, world)]
        spared = {fact.id for fact in gaps} if len(stated) >= 5 else set()
    for fact in facts:
        here = named - related if fact.kind.startswith("gap.") else named
        if fact.id not in spared and not _is_stated(fact, text, here, world):
            yield missing(_CLASSES.get(fact.kind, "omitted_fact"), section.title, f"the section does not say: {world.facts.cast.restore(fact.text)}", [fact.id])


_CLASSES = {"gap.essential": "omitted_core_gap", "requirement.essential": "omitted_requirement"}


_LED = re.compile(r"\b(?:lead|led|leads|leading|leadership|supervis\w+|manag\w+)\b")
_SPOKEN_OF = {
    "experience.leadership": _LED,
    "gate.leadership": _LED,
    "experience.architecture": re.compile(r"\b(?:design\w*|architect\w*)\b"),
    "gate.architecture": re.compile(r"\b(?:design\w*|architect\w*)\b"),
    "credential.none": re.compile(r"\b(?:certif\w+|degrees?|licen[cs]es?|credentials?|qualifications?|diplomas?)\b"),
    "market.origin": re.compile(r"\b(?:advertisements?|adverts?|ads?|posting|vacancy|vacancies|descri\w+|built-in|catalog(?:ue)?|source)\b"),
}
"""Facts that name nothing, by the words that speak of what they are about."""


def _only_related(said: Said, keys: tuple[str, ...]) -> bool:
    """Whether a sentence names something only as near to something else, which tells nothing of a gap."""
    claims = [claim for claim in said.claims if claim.entity.keys == keys]
    return bool(claims) and all(claim.kind == "relate" for claim in claims)


def _is_stated(fact: Fact, text: str, named: set[str], world: World) -> bool:
    """Whether the text of a section names what a fact speaks of and, where the fact is a quantity, writes it as the fact does."""
    restore = world.facts.cast.restore
    for label in map(restore, fact.about[:1]):
        keys = world.keys_of(label)
        if not (keys & named or (label.casefold() in text and not (keys and fact.kind.startswith("gap.")))):
            return False
    if fact.kind in ("step.gap", "step.prerequisite"):
        first, last, hours = (fact.value.get(key) for key in ("first", "last", "hours"))
        weeks = rf"\bweek {first}\b" if first == last else rf"\b{first}\b\W+(?:to|through|until|and)?\W*{last}\b"
        length = rf"\b{hours}[ -]hours?\b|\b{count_noun(int(str(hours)), 'hour')}\b" if hours is not None else ""
        return (first is None or bool(re.search(weeks, text))) and bool(re.search(length, text))
    if fact.kind == "step.proof":
        words_of = set(fold_words(fact.written))
        return len(words_of & set(fold_words(text))) >= 0.6 * len(words_of)
    if fact.kind == "resource.record":
        return str(fact.value.get("title", "")).casefold() in text
    if fact.kind.startswith(("market.share", "market.growth", "market.salary")):
        return bool(re.search(rf"\b{re.escape(fact.written.casefold())}\b", text))
    words = _SPOKEN_OF.get(fact.kind)
    if words:
        return bool(words.search(text))
    if fact.kind == "subject":
        who = "your resume" if world.facts.audience == "candidate" else restore("CANDIDATE_SHORT").casefold()
        return who in text and restore("ROLE").casefold() in text
    if fact.kind.startswith(("count.", "roadmap.", "experience.years", "gate.years")) and fact.written:
        return restore(fact.written).casefold() in text or (fact.kind.startswith("count.") and _counted(fact, text))
    return True


def _counted(fact: Fact, text: str) -> bool:
    """A count in other words of the same numbers, in one sentence ("of the six … one", "none is met")."""
    met, of = fact.value.get("met"), fact.value.get("of")
    words = fact.written.split()[0] if met else r"no|none|neither|nor|not|zero"
    if met == of:
        words += "|all|both|every|each|in full"
    said = re.compile(rf"\b{fact.kind.removeprefix('count.')}\b")
    number = re.compile(rf"\b(?:{words})\b(?! (?:years?|months?|weeks?|hours?)\b)")
    return any(said.search(one) and number.search(one) for one in re.split(r"(?<=[.!?;])\s", text))
