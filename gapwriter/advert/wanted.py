"""Wanted: a skill, or a choice of skills, that a demand names, in the advertisement's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapwriter.advert.named import PRODUCTS, Named, find_named
from gapwriter.mention import Lexicon
from gapwriter.skill import Catalog, Kind, Proficiency
from gapwriter.words import fold_words


class Wanted(NamedTuple):
    """`labels` are the advertisement's words for one skill, or for those of which any will do; `known` says that the catalog has them."""

    labels: tuple[str, ...]
    proficiency: Proficiency | None
    known: bool


def read_wanted(text: str, is_item: bool, lexicon: Lexicon, catalog: Catalog) -> list[Wanted]:
    """What one demand names: skills that the catalog knows, else the noun phrase of a list's entry."""
    named = find_named(text, is_item, lexicon, catalog)
    choice = _choice_of_names(text, named, catalog)
    if choice:
        inside, labels = choice
        rest = [one for one in named if one.end <= inside[0] and not _MEANS.fullmatch(text[one.end : inside[0]])] + [
            one for one in named if one.start >= inside[1]
        ]
        return [
            *(_with_level(_without_narrower(group, catalog), text, rest) for group in _group(text, rest)),
            Wanted(labels, None, all(catalog.find_label(label) for label in labels)),
        ]
    if is_item and (not named or _is_inside_phrase(text, named)):
        phrase = noun_phrase(text)
        known = catalog.find_label(phrase) if phrase else None
        if phrase and not known:
            return [Wanted((phrase,), read_level_near(text, 0, len(text), None), False)]
        if phrase and known and not named:
            return [Wanted((phrase,), None, True)]
    if not named and not is_item and (phrase := told_phrase(text)):
        return [Wanted((phrase,), None, bool(catalog.find_label(phrase)))]
    return [_with_level(_without_narrower(group, catalog), text, named) for group in _group(text, named)]


_NAME = r"(?!Either |Both |Any )[A-Z][\w+#/&-]*(?:\.\w+)*(?: [A-Z0-9][\w+#/&-]*(?:\.\w+)*){0,2}"
_NAMES = re.compile(rf"(?<![\w.-])(?P<list>{_NAME}(?:, {_NAME})*,? (?:and/)?or {_NAME})(?![\w-])")
_FOR_NAMES = re.compile(
    r"\b(?:need|needs?|use|uses?|using|know|knew|knows|with|in|on|of|or|by|like|either|from|read|write|these|three|two|one|any|means?|certificates?|qualified)\W*$|^\W*$|[:(]\s*$",
    re.I,
)
_MEANS = re.compile(r"\s+(?:\w+\s+)?(?:in|with|on|using|via|through|by|from)\s+", re.I)


def _choice_of_names(text: str, named: Sequence[Named], catalog: Catalog) -> tuple[tuple[int, int], tuple[str, ...]] | None:
    """A choice of proper names of which the catalog does not know all ("Hilt, Dagger or Koin"), with its place; None where all are known, or none is a name of anything."""
    for found in _NAMES.finditer(text):
        labels = tuple(re.split(r",? (?:and/)?or |, ", found["list"]))
        unknown = [label for label in labels if not catalog.find_label(label)]
        start = found.start()
        places = [(at := text.index(label, start), at + len(label)) for label in unknown]
        if any(a < one.end and one.start < b for one in named for a, b in places):
            continue  # "Scrum Kanban or SAFe" names more than the list shows
        inside = any(found.start() <= one.start < found.end() for one in named)
        opens = not text[:start].strip(" \t-•*")
        if (
            unknown
            and (inside or (_FOR_NAMES.search(text[:start]) and not opens))
            and not any(_GENERIC.search(label) or _NO_NAME.search(label) for label in unknown)
        ):
            return found.span(), labels
    return None


_NO_NAME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Ltd|Inc|GmbH|University|College|Street|Equivalent|Similar|Other|Another|Part|Full|You|Your|We|Our|The|If|When)\b"
)


def _without_narrower(group: list[Named], catalog: Catalog) -> list[Named]:
    """A choice without what implies another of its skills ("Salesforce or another CRM" is a CRM): the ladder of matching counts that anyway."""
    wide = [one for one in group if not any(other.skill_id in catalog.implied(one.skill_id) for other in group if other.skill_id != one.skill_id)]
    return wide or group


def _with_level(group: Sequence[Named], text: str, named: Sequence[Named]) -> Wanted:
    labels = tuple(dict.fromkeys(one.label for one in group))
    earlier = [(one.start, one.end) for one in named if one.start < group[0].start]
    return Wanted(labels, read_level_near(text, group[0].start, group[-1].end, group[0].kind, earlier), True)


# --- choices -----------------------------------------------------------------------------------------------------------------------

_OR = re.compile(
    r"(?:\s+(?:in|of|with|on|from)\s+(?:[\w'’-]+\s+){0,2}[\w'’-]+)?\s*,?\s*(?:\([^)]*\)\s*)?(?:\b(?:and/)?or\b|\bor else\b|\balternatively\b)(?:\s*,[^,.;]{0,40},)?(?:\s+(?:\w+\s+){0,3})?\s*$",
    re.I,
)
_COMMA = re.compile(r"\s*,\s*(?:(?!with\b|in\b|using\b|on\b)\w+\s+)?$")
_SLASH = re.compile(r"\s*/\s*$")
_ANY = re.compile(
    r"\b(?:(?:at least )?one (?:or more )?of|any of|any (?:one )?of|either|some of|such as|like|e\.g\.?|for example|one or more)\b|\b(?:an?|another|any)\s+(?:[\w-]+\s+){0,4}[(:]",
    re.I,
)
_BOTH = {frozenset({"html", "css"}), frozenset({"http", "https"}), frozenset({"tcp", "ip"})}


def _group(text: str, named: Sequence[Named]) -> Iterator[list[Named]]:
    """Names between which the text says "or" together, every other one alone; the same skill once."""
    run: list[Named] = []
    joined = False
    for one in named:
        between = text[run[-1].end : one.start] if run else ""
        if run and (_OR.fullmatch(between) or _is_choice_by_slash(run[-1], one, between)):
            run, joined = [*run, one], True
        elif run and not joined and _COMMA.fullmatch(between):
            run.append(one)
        else:
            yield from _close(text, run, joined)
            run, joined = [one], False
    yield from _close(text, run, joined)


def _close(text: str, run: list[Named], joined: bool) -> Iterator[list[Named]]:
    unique = list({one.skill_id: one for one in reversed(run)}.values())[::-1]
    any_of = joined or (len(unique) > 1 and bool(_ANY.search(text[: run[0].start])))
    if any_of:
        yield unique
    else:
        yield from ([one] for one in unique)


def _is_choice_by_slash(first: Named, second: Named, between: str) -> bool:
    return (
        bool(_SLASH.fullmatch(between))
        and Kind.HUMAN_LANGUAGE not in (first.kind, second.kind)
        and frozenset({first.label.casefold(), second.label.casefold()}) not in _BOTH
    )


# --- levels ------------------------------------------------------------------------------------------------------------------------

_LEVELS = {
    Proficiency.BEGINNER: r"basic|beginner(?:['’]s)?|elementary|a1|a2|some",
    Proficiency.INTERMEDIATE: r"intermediate|conversational|b1",
    Proficiency.ADVANCED: r"advanced|fluent|fluency|b2|business[- ]fluent|full professional",
    Proficiency.EXPERT: r"expert|native|c1|c2|mother[- ]tongue|bilingual|mastery",
}
_LEVEL = re.compile("|".join(f"(?P<{level}>\\b(?:{words})\\b)" for level, words in _LEVELS.items()), re.I)
_SPAN = re.compile(
    r"\b(?:basic|beginner(?:['’]s)?|elementary|intermediate|conversational|advanced|fluent|fluency|expert|native|mastery|[abc][12])\b(?:[- ]?\w*\s+){0,4}$",
    re.I,
)


_AFTER = re.compile(
    r"\s*(?:[(,–—:-]\s*)?(?:(?:at|to|on|level)\s+)?(?:(?:least|an?|minimum)\s+)*([\w-]+(?:[- ](?:fluent|tongue|professional))?)(?:\s+level)?"
    r"(?=\s*[),.;]|\s*$|\s+(?:or|and)\b|\s+(?:level|user|speaker|knowledge|command))"
)


def read_level_near(text: str, start: int, end: int, kind: Kind | None, earlier: Sequence[tuple[int, int]] = ()) -> Proficiency | None:
    """The level that stands with a skill, where it is said ("expert knowledge of React and TypeScript", "German (B2)").

    `earlier` are the places of names before it: a level before all of them speaks for the whole list, one behind a name for that name alone.
    """
    first = max(text.rfind(mark, 0, start) for mark in ";:.(") + 1
    names = [place for place in earlier if place[0] >= first]
    own = re.split(r"\band\b|\bor\b|[,/]|\bbut\b", text[names[-1][1] if names else first : start])[-1]
    after = _AFTER.match(text[end:])
    for area in (after[1] if after else "", text[start:end], own, text[first : names[0][0]] if names else ""):
        found = _LEVEL.search(area)
        if found and found.group().casefold() != "some":
            letters = len(found.group()) == 2
            if not (letters and kind not in (Kind.HUMAN_LANGUAGE, None)) and not _is_of_another(area, found):
                return Proficiency(str(found.lastgroup))
    return None


def _is_of_another(area: str, found: re.Match[str]) -> bool:
    """ "Cloud-native" and "Basic Life Support" state no level."""
    return (
        area[max(0, found.start() - 1) : found.start()] == "-"
        or area[found.end() : found.end() + 1] == "-"
        or bool(re.match(r"\s+life\b", area[found.end() :], re.I))
    )


# --- what the catalog does not know ------------------------------------------------------------------------------------------------

_LEAD = re.compile(
    r"^(?:(?:state|federal|support for|you|we|and|understands?|knows?|also|have|has|had|know|need|a|an|the|some|any|our|your|very|must|should|be|are|is|can|to|of|in|with|for|on|using|at|least|demonstrable|demonstrated|proven|strong|solid|good|great|excellent|deep|sound|"
    r"practical|hands-on|working|basic|advanced|expert|thorough|in-depth|prior|previous|relevant|professional|extensive|current|valid|first|real|broad|general|detailed|up-to-date|recent|several|years?|months?|\d+\+?|"
    r"record|track|experience|experienced|knowledge|knowledgeable|understanding|familiarity|familiar|skills?|skilled|proficiency|proficient|ability|able|competence|competent|competency|expertise|command|grasp|fluency|fluent|background|"
    r"exposure|grounding|training|trained|qualification|certification|certified|interest|interested|working|work|worked|comfortable|confident|confidence|including|being|awareness|willingness|willing|evidence|use|looking|into|evaluate|evaluating|try|trying|"
    r"begin|beginning|begun|start|starting|started|rolling|out|introducing|exploring|piloting|testing|it|that|nice|next|year|we['’]re|you['’]ll|will|would|like|plus|bonus|advantage|desirable|preferred|ideally|preferably)\b(?!-)[\s,:]*)+",
    re.I,
)
_STOP = re.compile(
    r"\s*(?:[,;:(–—]|\s-\s|\.(?:\s|$)|\b(?:such\s+as|like|e\.g|including|which|that|who|whom|where|when|because|since|as|so|if|while|is|are|was|were|will|would|might|may|could|can|has|have|had|ideally|preferably|and\s+(?:you|we)|or\s+(?:working|being|the\s+wish)|"
    r"being|beyond|without|per|than|for|to|by|during|within|across)\b)",
    re.I,
)
_TAIL = re.compile(
    r"\s+(?:before|already|yourself|too|as well|skills?|experience|knowledge|expertise|work|required|essential|desirable|preferred|needed|a plus|welcome|ability|abilities)$",
    re.I,
)
_OF = re.compile(r"\s+(?:of|in|at|on|with|from|among|through|under|between|into)\s+", re.I)
_GENERIC = re.compile(
    r"\b(?:you|your|yours|we|us|our|ours|they|them|their|it|its|i|me|my|people|person|attitude|humou?r|feeling|feel|willingness|willing|passion|passionate|curiosity|curious|mindset|interest|sense|love|hunger|energy|energetic|smile|patience|tact|care|diplomacy|"
    r"eye|eyes|ear|ears|heart|hands?|head|drive|motivation|motivated|enthusias\w+|friendly|kind|kindness|calm|nice|personality|character|attributes?|team player|player|self-starter|flexib\w+|reliab\w+|honest\w*|punctual\w*|"
    r"availability|available|able|right to work|work permit|eligib\w+|citizens?\w*|background check|references?|start date|weekends?|nights?|shifts?|travel|commute|relocat\w+|cv|cover letter|application|apply|"
    r"salary|holiday|hours|day|days|week|weeks|month|months|year|years|age|car|laptop|office|home|phone|good|great|something|anything|everything|things?|way|ways|lot|fun|job|role|post|position|degree|field|subject|similar|etc|technical|comfort|senior|junior|mid-level|lead|manager|candidates?|applicants?|shy|please|contact|deadline|challenges?|question|questions|same|both|none|those|ones?|others)\b|^(?:not|(?:further |more )?information|panel|most|what|short|other|such|group|half|writing|teaching|trust|(?:first|second|third) \w+)$|[<>@{}]",
    re.I,
)


def noun_phrase(text: str) -> str:
    """The shortest phrase that names the skill of an entry that the catalog does not know; empty where nothing in it looks like one."""
    bare = _LEAD.sub("", text.strip(" \t*•-–—·"))
    if _DEED.search(text[: len(text) - len(bare)] + bare[:30]):
        return ""  # "you have run gangs of your own" names a deed
    stop = _STOP.search(bare)
    phrase = bare[: stop.start()] if stop else bare
    while _TAIL.search(phrase):
        phrase = _TAIL.sub("", phrase)
    pieces = _OF.split(phrase)
    if len(pieces[0].split()) >= 2 or (len(pieces) > 1 and len(phrase.split()) > 5):
        phrase = pieces[0]
    phrase = phrase.strip(" \t.,;:!?()*\"'“”").removeprefix("a ").removeprefix("the ")
    words = phrase.split()
    if not words or len(words) > 5 or len(phrase) < 3 or _GENERIC.search(phrase) or not any(c.isalpha() for c in phrase):
        return ""
    return phrase


_TOLD = (
    re.compile(
        r"^(?:(?:also|and|but|valid|current|good|solid|strong|some|a little|experience with|experience of|knowledge of|provisioning over)\s+)*(?P<what>[\w][\w /&+#.-]{2,40}?)\s+(?:is|are|would be)\s+(?:also\s+|just\s+)?(?:(?:an?|the)\s+)?(?:absolute\s+|real\s+|big\s+)?(?:must|required|essential|mandatory|indispensable|needed|necessary|expected(?! to)|plus|bonus|asset|advantage|welcome|useful|preferred|desirable|on the horizon)\b",
        re.I,
    ),
    re.compile(
        r"\byou\s+(?:(?:must|should|need to|have to|can|will|also|already|really)\s+)*(?:be able to\s+)?(?:know|use|read|write|hold|run|understand|master|know your way around|have used|have worked with|are at home in|are at home with|are used to|are confident in|are familiar with)\s+(?P<what>[^,.;:]{3,50})",
        re.I,
    ),
    re.compile(
        r"\b(?:knowledge|experience|command|understanding|familiarity|certification|proficiency|grasp)\s+(?:of|with|in)\s+(?P<what>[^,.;:]{3,50})", re.I
    ),
    re.compile(
        r"\b(?:look(?:ing)?\s+(?:at|into)|try(?:ing)?(?:\s+out)?|trial(?:ling)?|pilot(?:ing)?|introduc(?:e|ing)|explor(?:e|ing)|horizon\s+we\s+see|evaluat(?:e|ing))\s+(?P<what>[^,.;:]{3,50})",
        re.I,
    ),
)
"""Where a sentence that asks says for what, though the catalog knows no name in it."""


def told_phrase(text: str) -> str:
    """The noun phrase that a sentence in prose asks for ("You must be able to read GTFS", "Provisioning over SCIM is a must"); empty where it names nothing that could be a skill."""
    for pattern in _TOLD:
        found = pattern.search(text)
        phrase = noun_phrase(_WHEN.sub("", found["what"])) if found else ""
        if phrase and not _VERBAL.match(phrase) and (any(one.isupper() for one in phrase) or 1 < len(phrase.split()) < 5):
            return phrase
    return ""


_VERBAL = re.compile(
    r"(?:.*['’]s\b|this|that|these|those|there|here|everybody|nobody|everything|anybody|to|how|what|when|where|who|why|if|that|all|each|every|both|more|less|many|much|not|no|one|two|\w+ed|\w+(?<!\bw)ing (?:it|them|the|a|an|with|for|to))\b",
    re.I,
)
_WHEN = re.compile(r"\s+(?:next|this|the coming|in)\s+(?:year|spring|summer|autumn|fall|winter|month|season|\d{4})\b.*", re.I)
_DEED = re.compile(
    r"\byou(?:['’]ve| have)\s+(?:\w+ly\s+|ever\s+|already\s+)?(?:\w{3,}ed|run|led|written|been|done|seen|built|made|held|sold|taught|kept|stood|put|taken|got)\b",
    re.I,
)


def _is_inside_phrase(text: str, named: Sequence[Named]) -> bool:
    """Whether the names found are only single common words within a longer name ("automated invoice capture", "construction insurance")."""
    if any(one.kind in PRODUCTS or one.kind is Kind.TRANSVERSAL or len(fold_words(one.label)) > 1 for one in named) or len({one.part for one in named}) > 1:
        return False
    phrase = noun_phrase(text)
    inside = [one for one in named if one.label in phrase]
    extra = len(fold_words(phrase)) - len(inside)
    joined = re.search(r"\b(?:and|or|of|in|with)\b|[,/]", phrase)
    last = bool(inside) and phrase.endswith(inside[-1].label) and not _PLAIN_WORD.match(phrase)
    last = last or (bool(inside) and phrase.startswith(inside[0].label) and bool(re.search(r"(?:ic|al|ary|ive)$", inside[0].label)))  # "pediatric imaging"
    return bool(inside) and not joined and (extra >= 2 or (extra == 1 and last) or (len(inside) > 1 and extra == 0))


_PLAIN_WORD = re.compile(
    r"(?:general|basic|modern|daily|internal|external|commercial|overall|new|local|large|high|complex|own|other|own|regular|careful|clean|clear|clinical|industrial|corporate|digital|professional)\b",
    re.I,
)
