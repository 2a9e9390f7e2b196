"""Named: a skill that a demand of an advertisement names, told apart from what only explains, illustrates or places it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from gapwriter.advert.tier import is_told
from gapwriter.mention import Lexicon, find_mentions
from gapwriter.skill import Catalog, Kind, Name, Rung


class Named(NamedTuple):
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
PRODUCTS = (Kind.TOOL, Kind.LANGUAGE, Kind.CREDENTIAL, Kind.LICENCE, Kind.HUMAN_LANGUAGE)
_CERTIFIED = (Kind.CREDENTIAL, Kind.LICENCE)


# --- parts -------------------------------------------------------------------------------------------------------------------------

_MARK = re.compile(
    r"\s*(?P<colon>:)\s+|\s+(?P<dash>[–—]|-)\s+|\s*(?P<open>[(\[])|\s*(?P<close>[)\]])\s*|,?\s+(?P<such>such as|like|e\.g\.?|for example|for instance|including|incl\.?|i\.e\.?)\s+|,\s+|;\s+|"
    r"\s+(?P<why>because|since|so that|which|where|whom|whose|that|in order to|as (?:it|we|our|all|half|the|this|they)|if you)\s+",
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
        conditional = bool(re.match(r"\s*,?\s*if\b", text[parts[-1].start : parts[-1].end])) or "if you" in found.group()
        aside = (
            bool(found["why"]) or bool(_ASIDE.match(rest)) or (aside and mark == "," and not conditional and not re.match(r"and\s+(?:\w+\s+)?you|plus\b", rest))
        )
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
    r"^(?:(?:with|in|of|using|used|current|valid|active|strong|solid|good|excellent|fluent|native|basic|advanced|expert|intermediate|working|full|proven|great|sound|deep|business|professional|conversational|spoken|written|hands-on|"
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


def find_named(text: str, is_item: bool, lexicon: Lexicon, catalog: Catalog) -> list[Named]:
    """The skills that a demand asks for, without what only explains, illustrates or places them."""
    parts = _split(text)
    named: list[Named] = []
    for one in _in_parts(text, parts, is_item, lexicon, catalog):
        part = parts[one.part]
        told = part.start > 0 and is_told(text[part.start : part.end])
        if not (told or (part.aside and any(other.part < one.part for other in named))):
            named.append(one)
    named = _drop_context(text, _drop_neighbours(text, named))
    return _drop_wider(text, parts, named, catalog)


def _in_parts(text: str, parts: Sequence[_Part], is_item: bool, lexicon: Lexicon, catalog: Catalog) -> Iterator[Named]:
    """Names in the whole text, which gives them their context, and in each part alone, which keeps them from running over a mark."""
    whole = find_mentions(text, lexicon, as_of=_NEVER)
    spoken = list(_languages(text, catalog))
    for number, part in enumerate(parts):
        inner = text[part.start : part.end]
        found = [(m.start, m.end, m.skill_id) for m in whole if part.start <= m.start and m.end <= part.end]
        alone = find_mentions(inner, lexicon, as_of=_NEVER, is_list=is_item and len(inner.split()) <= 6)
        found += [one for one in spoken if part.start <= one[0] < part.end]
        found += [(part.start + m.start, part.start + m.end, m.skill_id) for m in alone]
        purposes = [(part.start + p.start(), part.start + p.end()) for p in _PURPOSE.finditer(inner)]
        for start, end, skill_id in _clean(text, found, catalog):
            kind = catalog[skill_id].kind
            vague = bool(_VAGUE.fullmatch(text[start:end])) and len(inner.split()) > 1
            if vague or ">" in text[start:end] or any(a <= start < b for a, b in purposes) or not (is_item or _is_asked(text, start, text[start:end], kind)):
                continue
            if (both := _two_names(text, start, end, catalog)) is not None:
                yield from (Named(name.skill_id, text[a:b], name.kind, a, b, number) for name, a, b in both)
                continue
            yield Named(skill_id, _label(text[start:end], skill_id, kind, text[end:], catalog), kind, start, end, number)


def _two_names(text: str, start: int, end: int, catalog: Catalog) -> list[tuple[Name, int, int]] | None:
    """Two skills that one alternative label joins ("HTML and CSS"), each with its place."""
    first, joint, second = text[start:end].partition(" and ")
    whole, names = catalog.find_label(text[start:end]), [catalog.find_label(part) for part in (first, second)]
    if not joint or whole is None or whole.rung is Rung.PREFERRED or not all(names) or len({name.skill_id for name in names if name}) < 2:
        return None
    places = ((start, start + len(first)), (end - len(second), end))
    return [(name, *place) for name, place in zip(names, places, strict=True) if name]


_LANGUAGE = re.compile(
    r"\b[A-Z][a-z]{3,}\b(?=\s*(?:$|[.,;:()/]|(?:and|or|is|are|would|will|at|to|as|on|in|language|languages|speak\w*|skills|that|which|level|well|both|required|essential|needed|preferred|desirable|an?)\b))"
)


def _languages(text: str, catalog: Catalog) -> Iterator[tuple[int, int, str]]:
    """Languages that people speak: where an advertisement asks, the bare name is enough ("you write English")."""
    for found in _LANGUAGE.finditer(text):
        name = catalog.find_label(found.group())
        if name and name.kind is Kind.HUMAN_LANGUAGE and not re.search(r"\bplain $", text[: found.start()], re.I):
            yield found.start(), found.end(), name.skill_id


def _clean(text: str, found: list[tuple[int, int, str]], catalog: Catalog) -> list[tuple[int, int, str]]:
    """Each skill once a place: of two readings that overlap the one that the catalog has by name, else the longer."""
    kept: list[tuple[int, int, str]] = []
    for one in sorted(set(found), key=lambda f: (not _is_name_of(text[f[0] : f[1]], f[2], catalog), f[0] - f[1])):
        over = [other for other in kept if one[0] < other[1] and other[0] < one[1]]
        named = _is_name_of(text[one[0] : one[1]], one[2], catalog)
        # "Lean or Six Sigma" are two names, and no third one; "accounts payable and receivable" holds a second that has no name of its own.
        spanned = any(other[0] == one[0] for other in over) and any(other[1] == one[1] for other in over)
        if not (over and (named or spanned or any(other[2] == one[2] for other in over))) and (named or over or _SAID.search(text[: one[0]])):
            kept.append(one)
    return sorted(kept)


# A verb with its object names a task where it opens an entry or follows one who does it ("you can handle complaints").
_SAID = re.compile(r"(?:^|[,;:•]|\b(?:you|to|can|and|of|in|have|you['’]ve|must|will))\W*$", re.I)


def _is_name_of(surface: str, skill_id: str, catalog: Catalog) -> bool:
    name = catalog.find_label(surface)
    return bool(name and name.skill_id == skill_id)


# What a skill is for ("Python or R for analysis") is no skill of its own, unless nothing but what asks stands before it.
_PURPOSE = re.compile(
    r"(?<=\w)(?<!experience)(?<!passion)(?<!feeling)(?<!eye)(?<!care)(?<!caring)(?<!talent)(?<!responsible)(?<!responsibility)(?<!looking)(?<!need)(?<!flair)(?<!aptitude)(?<!qualified)(?<!points)(?<!plus)(?<!support)"
    r"\s+for\s+(?!example)[^,;:]*?(?=\s+and\s+(?:at|in|with|of|on|for|you)\b|[,;:]|$)",
    re.I,
)


def _is_asked(text: str, start: int, surface: str, kind: Kind) -> bool:
    """Whether a name in running prose is meant as a skill: a product always, a common word only right after what asks for it."""
    if kind in PRODUCTS:
        return True
    if kind is Kind.TRANSVERSAL:
        return False
    return " " in surface.strip() or surface[:1].isupper() or bool(_ASKED_FOR.search(text[:start]))


_GENERIC_TAIL = re.compile(r"\s+(?:certification|certificate|qualification|training|experience|skills?|knowledge)$", re.I)


def _label(surface: str, skill_id: str, kind: Kind, after: str, catalog: Catalog) -> str:
    """The advertisement's own words, without words of quality ("Strong Excel") and without one of several subjects of a degree."""
    label = " ".join(surface.split())
    bare = _QUALITY.sub("", _GENERIC_TAIL.sub("", label))
    known = catalog.find_label(bare)
    if bare != label and known and known.skill_id == skill_id:
        label = bare
    elif not _is_name_of(label, skill_id, catalog):
        # Words that stand apart ("accounts payable and receivable") or a verb with its object: the catalog's own label says it shorter.
        label = catalog[skill_id].label
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


def _drop_neighbours(text: str, named: list[Named]) -> list[Named]:
    """Two names that touch are one phrase: the general word after a name, or the quality before it, goes."""
    kept: list[Named] = []
    for one in named:
        before = kept[-1] if kept else None
        if before and text[before.end : one.start].strip() == "" and before.part == one.part:
            if before.kind is Kind.TRANSVERSAL or (before.kind not in PRODUCTS and one.kind is Kind.TASK and "-" in text[before.start : before.end]):
                kept.pop()  # "month-end accruals" are accruals
            elif one.kind not in PRODUCTS and " " not in text[one.start : one.end]:
                continue
        kept.append(one)
    return kept


def _drop_context(text: str, named: list[Named]) -> list[Named]:
    """Without the trade that only places a skill ("cost accounting in manufacturing") and the subjects of a degree."""
    kept: list[Named] = []
    for one in named:
        before = kept[-1] if kept else None
        between = text[before.end : one.start] if before else ""
        if (
            before
            and before.kind in _CERTIFIED
            and one.kind not in PRODUCTS
            and not re.search(r"\band\b|\bplus\b|;|\b(?:knowledge|experience|skills?)\b", between)
        ):
            continue
        if one.kind not in PRODUCTS and _SUBJECT.search(text[: one.start]):
            continue
        if before and one.kind is Kind.TRANSVERSAL and re.search(r",\s+with\s+(?:\w+\s+)?$", text[: one.start]):
            continue  # "A/B testing of pages, with patience"
        if before and one.kind is Kind.DOMAIN and re.fullmatch(r"(?:\s+\w+)?\s+(?:in|within|for|from)\s+(?:(?:a|an|the|our)\s+)?(?:\w+\s+)?", between):
            continue
        if before and one.kind not in PRODUCTS and re.search(r"\bin an?\s+(?:\w+\s+)?$", text[: one.start]) and _CONTEXT_AFTER.match(text, one.end):
            continue
        if before and before.kind is Kind.DOMAIN and between == " on ":
            kept.pop()
        kept.append(one)
    return kept


_SUBJECT = re.compile(r"\bdegree\s+in\s+(?:[^.;:()]*?(?:,|\bor\b|\band\b)\s*)?$", re.I)
"""Before a subject of a degree."""
_MEANS = re.compile(r"\s+(?:\w+\s+)?(?:in|with|on|using|via|through)\s+(?:(?:a|an|the|our)\s+)?$", re.I)


def _drop_wider(text: str, parts: Sequence[_Part], named: list[Named], catalog: Catalog) -> list[Named]:
    """Of a category and its members ("Automated tests: Cypress or Playwright", "Dashboards in Tableau") the members stay; of a skill and its
    details ("Employee relations: investigations, warnings") the skill does."""
    named = [one for one in named if not _is_means(text, one, named, catalog)]
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


def _is_means(text: str, one: Named, named: Sequence[Named], catalog: Catalog) -> bool:
    """Whether a name only says what is done with the product after it: a single common word ("Charting in an electronic health record"), or what the product is for ("Event streaming with Kafka")."""
    after = next((other for other in named if other.start > one.start), None)
    single = one.kind not in PRODUCTS and not re.search(r"[\s-]", text[one.start : one.end])
    single = single or bool(after and one.kind in (Kind.DOMAIN, Kind.METHOD) and one.skill_id in catalog.implied(after.skill_id))
    return bool(after and single and after.kind in PRODUCTS and _MEANS.fullmatch(text[one.end : after.start] if after else ""))


def _choose(text: str, head: list[Named], tail: list[Named], mark: str, catalog: Catalog) -> list[Named]:
    last = head[-1]
    narrower = all(last.skill_id in catalog.implied(one.skill_id) for one in tail)
    products = any(one.kind in PRODUCTS for one in tail)
    if mark == "including":
        # One thing that is named besides is asked for; several only illustrate.
        return [*head, *tail] if len(tail) == 1 else head
    if mark == "such" and narrower:
        return head
    if last.kind in PRODUCTS and (not narrower or mark == "("):
        return [*head, *tail] if mark == ":" and last.kind not in (Kind.TOOL, Kind.LANGUAGE) else head
    if products or (mark == "(" and narrower) or (mark == "(" and any(one.label[:1].isupper() for one in tail)):
        return [*head[:-1], *tail]
    return head
