"""Wanted: a skill, or a choice of skills, that a demand names, in the advertisement's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from gapwriter.mention import Lexicon, find_mentions
from gapwriter.skill import Catalog, Kind, Proficiency
from gapwriter.words import fold_words


class Wanted(NamedTuple):
    """`labels` are the advertisement's words for one skill, or for those of which any will do; `known` says that the catalog has them."""

    labels: tuple[str, ...]
    proficiency: Proficiency | None
    known: bool


class _Named(NamedTuple):
    """A skill named in a demand, with its place; `part` is the number of the part of the text."""

    skill_id: str
    label: str
    kind: Kind
    start: int
    end: int
    part: int


class _Part(NamedTuple):
    """A part of a demand: `mark` is what stands before it (`:`, `-`, `(`, `,`, `such` for examples), `aside` says that it only explains."""

    start: int
    end: int
    mark: str
    aside: bool


_NEVER = date(1900, 1, 1)
_PRODUCTS = (Kind.TOOL, Kind.LANGUAGE, Kind.CREDENTIAL, Kind.LICENCE, Kind.HUMAN_LANGUAGE)
_CERTIFIED = (Kind.CREDENTIAL, Kind.LICENCE)


def read_wanted(text: str, is_item: bool, lexicon: Lexicon, catalog: Catalog) -> list[Wanted]:
    """What one demand names: skills that the catalog knows, else the noun phrase of a list's entry."""
    named = find_named(text, is_item, lexicon, catalog)
    if is_item and (not named or _is_inside_phrase(text, named)):
        phrase = noun_phrase(text)
        known = catalog.find_label(phrase) if phrase else None
        if phrase and not known:
            return [Wanted((phrase,), read_level_near(text, 0, len(text), None), False)]
        if phrase and known and not named:
            return [Wanted((phrase,), None, True)]
    return [_with_level(group, text) for group in _group(text, named)]


def _with_level(group: Sequence[_Named], text: str) -> Wanted:
    labels = tuple(dict.fromkeys(named.label for named in group))
    return Wanted(labels, read_level_near(text, group[0].start, group[-1].end, group[0].kind), True)


# --- parts -------------------------------------------------------------------------------------------------------------------------

_MARK = re.compile(
    r"\s*(?P<colon>:)\s+|\s+(?P<dash>[–—]|-)\s+|\s*(?P<open>[(\[])|\s*(?P<close>[)\]])\s*|,\s+|;\s+|"
    r",?\s+(?P<such>such as|like|e\.g\.?|for example|for instance|including|incl\.?|i\.e\.?)\s+|\s+(?P<why>because|since|so that|which|where|whom|whose|that|in order to|as (?:it|we|our|all|half|the|this|they)|if you)\s+",
    re.I,
)
_ASIDE = re.compile(
    r"(?:because|since|which|where|who|whom|so\s+that|as\s+(?:it|we|our|half|the|this|they|you)|we|our|ours|it|it['’]s|there|they|this|these|those|all\s+(?:our|the|of)|the\s+(?:whole|last|rest|entire)|both|either|"
    r"proved\s+by|being|due\s+to|and\s+(?:we|our|it)|used\s+(?:by|for|in)|half|most\s+of|everything|nobody|somebody|for\s+(?:our|the)|if|when|ours|or\s+(?:working|being|the\s+wish|willing\w*|ready))\b",
    re.I,
)


def _split(text: str) -> list[_Part]:
    """The parts of a demand between commas, colons, dashes, parentheses and words that begin an explanation."""
    parts, start, mark, depth, aside = [], 0, "", 0, False
    for found in _MARK.finditer(text):
        # "Excel: you ..." ends a part; "3:1" and "e-mail" do not, as nothing but space follows a mark.
        parts.append(_Part(start, found.start(), mark, aside))
        depth += bool(found["open"]) - bool(found["close"])
        start, mark = found.end(), _mark_of(found, depth)
        rest = text[start:]
        # An explanation goes on over its commas until a mark or a word that begins something new.
        aside = bool(found["why"]) or bool(_ASIDE.match(rest)) or (aside and mark == "," and not re.match(r"and\s+you|plus\b", rest))
    parts.append(_Part(start, len(text), mark, aside))
    return [part for part in parts if text[part.start : part.end].strip()]


def _mark_of(found: re.Match[str], depth: int) -> str:
    if found["colon"]:
        return ":"
    if found["dash"]:
        return "-"
    if found["such"]:
        return "including" if found["such"].casefold().startswith("incl") else "such"
    if found["open"] or depth > 0:
        return "("
    return "," if not found["why"] else "why"


# --- names -------------------------------------------------------------------------------------------------------------------------

_QUALITY = re.compile(
    r"^(?:(?:current|valid|active|strong|solid|good|excellent|fluent|native|basic|advanced|expert|intermediate|working|full|proven|great|sound|deep|business|professional|conversational|spoken|written|hands-on|"
    r"recognised|recognized)\s+)+(?=\S)",
    re.I,
)
_VAGUE = re.compile(
    r"(?:training|qualifications?|certifications?|courses?|skills?|experience|knowledge|work|production|support|services?|tools?|software|systems?|languages?|degrees? in|environments?|building|running|testing|"
    r"professional|honest|will|can|future|return|closing|opening|technical|business|community|reliable|calm|finance team|team|teams|planning|change|changes|people|customers?)",
    re.I,
)
_ASKED_FOR = re.compile(
    r"\b(?:experience|knowledge|know|knows|understand(?:ing)?|skills?|skilled|background|familiar\w*|grounding|expertise|trained|training|qualified|competent|confident|proficient|proficiency|fluent|speak|versed|strong|"
    r"ability|able|use|used|using|work(?:ed|ing)? with|write|master|command|home with|must have|licen[sc]ed|certified|plus|in|with)\b[^.;:]{0,60}$",
    re.I,
)


def find_named(text: str, is_item: bool, lexicon: Lexicon, catalog: Catalog) -> list[_Named]:
    """The skills that a demand asks for, without what only explains, illustrates or places them."""
    named: list[_Named] = []
    for number, part in enumerate(_split(text)):
        if part.aside and named:
            continue
        named.extend(_in_part(text, part, number, is_item, lexicon, catalog))
    if not named:
        return []
    named = _drop_context(text, _drop_neighbours(text, named))
    return _drop_wider(text, _split(text), named, catalog)


def _in_part(text: str, part: _Part, number: int, is_item: bool, lexicon: Lexicon, catalog: Catalog) -> Iterator[_Named]:
    inner = _without_purpose(text[part.start : part.end])
    short = is_item and len(inner.split()) <= 6
    for mention in find_mentions(inner, lexicon, as_of=_NEVER, is_list=short):
        kind = catalog[mention.skill_id].kind
        start, end = part.start + mention.start, part.start + mention.end
        if not is_item and not _is_asked(text, start, mention.surface, kind):
            continue
        if _VAGUE.fullmatch(mention.surface) and len(inner.split()) > 1:
            continue
        yield _Named(mention.skill_id, _label(mention.surface, mention.skill_id, kind, text[end:], catalog), kind, start, end, number)


def _without_purpose(inner: str) -> str:
    """A part without its purpose ("Python or R for analysis"), unless nothing stands before that."""
    found = re.search(r"(?<=\w)\s+for\s+(?!example)", inner)
    lead = inner[: found.start()] if found else ""
    return (
        lead
        if found
        and not re.fullmatch(
            r"\W*(?:[\w'’-]+\s+){0,3}(?:experience|passion|responsib\w+|feeling|eye|care|caring|talent|responsible|enthusiasm|looking|one|need|needed|aptitude|flair|it|bonus|points|cared|cares|account)",
            lead,
            re.I,
        )
        else inner
    )


def _is_asked(text: str, start: int, surface: str, kind: Kind) -> bool:
    """Whether a name in running prose is meant as a skill: a product always, a common word only right after what asks for it."""
    if kind in _PRODUCTS:
        return True
    if kind is Kind.TRANSVERSAL:
        return False
    return " " in surface.strip() or surface[:1].isupper() or bool(_ASKED_FOR.search(text[:start]))


def _label(surface: str, skill_id: str, kind: Kind, after: str, catalog: Catalog) -> str:
    """The advertisement's own words, without words of quality ("Strong Excel") and without one of several subjects of a degree."""
    label = " ".join(surface.split())
    bare = _QUALITY.sub("", label)
    known = catalog.find_label(bare)
    if bare != label and known and known.skill_id == skill_id:
        label = bare
    if kind is Kind.CREDENTIAL and re.match(r"\s*(?:,[^.;]*)?\s*(?:\bor\b|/)", after):
        degree = re.match(r"(.*?\b(?:degree|bachelor['’]?s?|master['’]?s?|diploma|bsc|msc|ba|bs))\s+in\b", label, re.I)
        if degree and catalog.find_label(degree[1]):
            return degree[1]
    return label


# --- what names place, not skills -------------------------------------------------------------------------------------------------

_CONTEXT_AFTER = re.compile(
    r"\s*(?:role|roles|position|environment|team|teams|setting|post|company|companies|context|sector|industry|plant|department|jobs?|world|market|customers|clients|business|office|shop|site)\b",
    re.I,
)


def _drop_neighbours(text: str, named: list[_Named]) -> list[_Named]:
    """Two names that touch are one phrase: the general word after a name, or the quality before it, goes."""
    kept: list[_Named] = []
    for one in named:
        before = kept[-1] if kept else None
        if before and text[before.end : one.start].strip() == "" and before.part == one.part:
            if before.kind is Kind.TRANSVERSAL:
                kept.pop()
            elif one.kind not in _PRODUCTS and " " not in text[one.start : one.end]:
                continue
        kept.append(one)
    return kept


def _drop_context(text: str, named: list[_Named]) -> list[_Named]:
    """Without the trade that only places a skill ("cost accounting in manufacturing") and the subjects of a degree."""
    kept: list[_Named] = []
    for one in named:
        before = kept[-1] if kept else None
        between = text[before.end : one.start] if before else ""
        if (
            before
            and before.kind in _CERTIFIED
            and one.kind not in _PRODUCTS
            and not re.search(r"\band\b|\bplus\b|;|\b(?:knowledge|experience|skills?)\b", between)
        ):
            continue
        if before and one.kind is Kind.DOMAIN and re.fullmatch(r"(?:\s+\w+)?\s+(?:in|within|for|from)\s+(?:(?:a|an|the|our)\s+)?(?:\w+\s+)?", between):
            continue
        if before and one.kind not in _PRODUCTS and re.search(r"\bin an?\s+(?:\w+\s+)?$", text[: one.start]) and _CONTEXT_AFTER.match(text, one.end):
            continue
        kept.append(one)
    return kept


_MEANS = re.compile(r"\s+(?:\w+\s+)?(?:in|with|on|using|via|through)\s+(?:(?:a|an|the|our)\s+)?$", re.I)


def _drop_wider(text: str, parts: Sequence[_Part], named: list[_Named], catalog: Catalog) -> list[_Named]:
    """Of a category and its members ("Automated tests: Cypress or Playwright", "Dashboards in Tableau") the members stay; of a skill and its
    details ("Employee relations: investigations, warnings") the skill does."""
    named = [one for one in named if not _is_means(text, one, named)]
    for mark in (":", "-", "(", "such", "including"):
        at = next((n for n, part in enumerate(parts) if part.mark == mark), None)
        if at is None:
            continue
        end = next((n for n in range(at, len(parts)) if mark == "(" and parts[n].mark != "("), len(parts))
        head, tail = [one for one in named if one.part < at], [one for one in named if at <= one.part < end]
        rest = [one for one in named if one.part >= end]
        if head and tail:
            named = [*_choose(text, head, tail, mark, catalog), *rest]
    return named


def _is_means(text: str, one: _Named, named: Sequence[_Named]) -> bool:
    """Whether a single common word only says what is done with the product after it ("Charting in an electronic health record")."""
    after = next((other for other in named if other.start > one.start), None)
    single = one.kind not in _PRODUCTS and not re.search(r"[\s-]", text[one.start : one.end])
    return bool(after and single and after.kind in _PRODUCTS and _MEANS.fullmatch(text[one.end : after.start] if after else ""))


def _choose(text: str, head: list[_Named], tail: list[_Named], mark: str, catalog: Catalog) -> list[_Named]:
    last = head[-1]
    narrower = all(last.skill_id in catalog.implied(one.skill_id) for one in tail)
    products = any(one.kind in _PRODUCTS for one in tail)
    if mark == "including":
        # One thing that is named besides is asked for; several only illustrate.
        return [*head, *tail] if len(tail) == 1 else head
    if mark == "such" and narrower:
        return head
    if last.kind in _PRODUCTS and not narrower:
        return [*head, *tail] if mark == ":" and last.kind not in (Kind.TOOL, Kind.LANGUAGE) else head
    if products or (mark == "(" and narrower) or (mark == "(" and any(one.label[:1].isupper() for one in tail)):
        return [*head[:-1], *tail]
    return head


# --- choices -----------------------------------------------------------------------------------------------------------------------

_OR = re.compile(r"\s*,?\s*(?:\([^)]*\)\s*)?(?:\b(?:and/)?or\b|\bor else\b|\balternatively\b)(?:\s*,[^,.;]{0,40},)?(?:\s+(?:\w+\s+){0,3})?\s*$", re.I)
_COMMA = re.compile(r"\s*,\s*(?:\w+\s+)?$")
_SLASH = re.compile(r"\s*/\s*$")
_ANY = re.compile(
    r"\b(?:(?:at least )?one (?:or more )?of|any of|any (?:one )?of|either|some of|such as|like|e\.g\.?|for example|one or more)\b|\b(?:an?|another|any)\s+(?:[\w-]+\s+){0,4}[(:]",
    re.I,
)
_BOTH = {frozenset({"html", "css"}), frozenset({"http", "https"}), frozenset({"tcp", "ip"})}


def _group(text: str, named: Sequence[_Named]) -> Iterator[list[_Named]]:
    """Names between which the text says "or" together, every other one alone; the same skill once."""
    run: list[_Named] = []
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


def _close(text: str, run: list[_Named], joined: bool) -> Iterator[list[_Named]]:
    unique = list({one.skill_id: one for one in reversed(run)}.values())[::-1]
    any_of = joined or (len(unique) > 1 and bool(_ANY.search(text[: run[0].start])))
    if any_of:
        yield unique
    else:
        yield from ([one] for one in unique)


def _is_choice_by_slash(first: _Named, second: _Named, between: str) -> bool:
    return bool(_SLASH.fullmatch(between)) and frozenset({first.label.casefold(), second.label.casefold()}) not in _BOTH


# --- levels ------------------------------------------------------------------------------------------------------------------------

_LEVELS = {
    Proficiency.BEGINNER: r"basic|beginner(?:['’]s)?|elementary|a1|a2|some",
    Proficiency.INTERMEDIATE: r"intermediate|conversational|b1|b2",
    Proficiency.ADVANCED: r"advanced|fluent|fluency|c1|business[- ]fluent|full professional",
    Proficiency.EXPERT: r"expert|native|c2|mother[- ]tongue|bilingual|mastery",
}
_LEVEL = re.compile("|".join(f"(?P<{level}>\\b(?:{words})\\b)" for level, words in _LEVELS.items()), re.I)
_SPAN = re.compile(
    r"\b(?:basic|beginner(?:['’]s)?|elementary|intermediate|conversational|advanced|fluent|fluency|expert|native|mastery|[abc][12])\b(?:[- ]?\w*\s+){0,4}$",
    re.I,
)


def read_level_near(text: str, start: int, end: int, kind: Kind | None) -> Proficiency | None:
    """The level that stands with a skill, where it is said ("expert knowledge of React and TypeScript", "German (B2)")."""
    before = re.split(r"[,;:.(]|\bbut\b", text[:start])[-1][-70:]
    after = re.match(
        r"\s*(?:[(,–—:-]\s*)?(?:(?:at|to|on|level)\s+)?(?:(?:least|an?|minimum)\s+)*([\w-]+(?:[- ](?:fluent|tongue|professional))?)(?:\s+level)?(?=\s*[),.;]|\s*$|\s+or\b|\s+(?:level|user|speaker|knowledge|command))",
        text[end:],
    )
    for area in (after[1] if after else "", text[start:end], before):
        found = _LEVEL.search(area)
        if found and not (found.lastgroup == Proficiency.BEGINNER and found.group().casefold() == "some"):
            short = len(found.group()) == 2
            if not (short and kind not in (Kind.HUMAN_LANGUAGE, None)) and not _is_of_another(area, found):
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
    r"^(?:(?:you|we|and|also|have|has|had|know|need|a|an|the|some|any|our|your|very|must|should|be|are|is|can|to|of|in|with|for|on|using|at|least|demonstrable|demonstrated|proven|strong|solid|good|great|excellent|deep|sound|"
    r"practical|hands-on|working|basic|advanced|expert|thorough|in-depth|prior|previous|relevant|professional|extensive|current|valid|first|real|broad|general|detailed|up-to-date|recent|several|years?|months?|\d+\+?|"
    r"record|track|experience|experienced|knowledge|knowledgeable|understanding|familiarity|familiar|skills?|skilled|proficiency|proficient|ability|able|competence|competent|competency|expertise|command|grasp|fluency|fluent|background|"
    r"exposure|grounding|training|trained|qualification|certification|certified|interest|interested|working|work|worked|comfortable|confident|confidence|including|being|awareness|willingness|willing|evidence|use|looking|into|evaluate|evaluating|try|trying|"
    r"begin|beginning|begun|start|starting|started|rolling|out|introducing|exploring|piloting|testing|it|that|nice|next|year|we['’]re|you['’]ll|will|would|like|plus|bonus|advantage|desirable|preferred|ideally|preferably)\b[\s,:]*)+",
    re.I,
)
_STOP = re.compile(
    r"\s*(?:[,;:(–—]|\s-\s|\.(?:\s|$)|\b(?:which|that|who|whom|where|when|because|since|as|so|if|while|is|are|was|were|will|would|can|has|have|had|ideally|preferably|and\s+(?:you|we)|or\s+(?:working|being|the\s+wish)|"
    r"being|beyond|without|per|than|for|to|by|during|within|across)\b)",
    re.I,
)
_TAIL = re.compile(r"\s+(?:skills?|experience|knowledge|expertise|work|required|essential|desirable|preferred|needed|a plus|welcome|ability|abilities)$", re.I)
_OF = re.compile(r"\s+(?:of|in|at|on|with|from|among|through|under|between|into)\s+", re.I)
_GENERIC = re.compile(
    r"\b(?:you|your|yours|we|us|our|ours|they|them|their|it|its|i|me|my|people|person|attitude|humou?r|feeling|feel|willingness|willing|passion|passionate|curiosity|curious|mindset|interest|sense|love|hunger|energy|energetic|smile|"
    r"eye|eyes|ear|ears|heart|hands?|head|drive|motivation|motivated|enthusias\w+|friendly|kind|kindness|calm|nice|personality|character|attributes?|team player|player|self-starter|flexib\w+|reliab\w+|honest\w*|punctual\w*|"
    r"availability|available|able|right to work|work permit|eligib\w+|citizens?\w*|background check|references?|start date|weekends?|nights?|shifts?|travel|commute|relocat\w+|cv|cover letter|application|apply|"
    r"salary|holiday|hours|day|days|week|weeks|month|months|year|years|age|car|laptop|office|home|phone|good|great|something|anything|everything|things?|way|ways|lot|fun|job|role|post|position|degree|field|subject|similar|etc)\b",
    re.I,
)


def noun_phrase(text: str) -> str:
    """The shortest phrase that names the skill of an entry that the catalog does not know; empty where nothing in it looks like one."""
    bare = _LEAD.sub("", text.strip(" \t*•-–—·"))
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


def _is_inside_phrase(text: str, named: Sequence[_Named]) -> bool:
    """Whether the names found are only single common words within a longer name ("automated invoice capture", "construction insurance")."""
    if any(one.kind in _PRODUCTS or one.kind is Kind.TRANSVERSAL or len(fold_words(one.label)) > 1 for one in named) or len({one.part for one in named}) > 1:
        return False
    phrase = noun_phrase(text)
    inside = [one for one in named if one.label in phrase]
    extra = len(fold_words(phrase)) - len(inside)
    joined = re.search(r"\b(?:and|or|of|in|with)\b|[,/]", phrase)
    return bool(inside) and not joined and (extra >= 2 or (len(inside) > 1 and extra == 0))
