"""Mention: a skill named in text, with its place and its polarity; one scanner for resumes, advertisements and prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache

from gapwriter.dates import last_complete_month
from gapwriter.record import Record
from gapwriter.skill import Catalog, Name, Rung, longest_names
from gapwriter.words import Word, fold_words, read_words


class Polarity(StrEnum):
    """What the words around a skill say of the person: only `has` is evidence."""

    HAS = "has"
    LEARNING = "learning"
    WANTS = "wants"
    NO = "no"
    OTHERS = "others"


class Mention(Record):
    """`start` and `end` are offsets in the text; `sentence` is the span of the sentence around it."""

    skill_id: str
    surface: str
    rung: Rung
    start: int
    end: int
    sentence: tuple[int, int]
    polarity: Polarity


class Lexicon:
    """The names that a scan looks for: those of a catalog, and labels of a role that the catalog does not know."""

    def __init__(self, catalog: Catalog, extra: Iterable[tuple[str, str]] = ()) -> None:
        """`extra` holds (id, label) pairs."""
        own = {" ".join(fold_words(label)): Name(skill_id, label, Rung.PREFERRED, False, frozenset(), False) for skill_id, label in extra}
        self.own, self.own_reach = own, longest_names(own)
        self.catalog, self.reach = catalog, catalog.reach

    def longest(self, folded: Sequence[str], at: int) -> tuple[Name, int] | None:
        """The longest name that begins at a word, with its length in words."""
        word = folded[at]
        for length in range(min(max(self.reach.get(word, 0), self.own_reach.get(word, 0)), len(folded) - at), 0, -1):
            words = " ".join(folded[at : at + length])
            name = self.own.get(words) or self.catalog.find_name(words)
            if name:
                return name, length
        return None


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[^\W\d_a-z]|\d)|\s*[\n•▪◦●]\s*|(?<=\w)\s*;\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|approx|no|vs|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|cert|dept|Inc|Ltd|Co)|\b[A-Z])\.$", re.I
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences, list items and parts between semicolons."""
    spans, start = [], 0
    for found in _SENTENCE_END.finditer(text):
        if found.group().strip("\"'”’) \t") == "" and "\n" not in found.group() and _ABBREVIATION.search(text, max(0, found.start() - 8), found.start()):
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def find_mentions(text: str, lexicon: Lexicon, *, as_of: date, heading: str = "", is_list: bool = False) -> list[Mention]:
    """Every skill named in a text, longest names first, none overlapping another.

    `heading` is the title that the text stands under ("Currently learning"); `is_list` says that the text is an entry of a list of skills,
    where a name needs no context. `as_of` decides what has expired.
    """
    words = read_words(text)
    folded = [word.folded for word in words]
    sentences = split_sentences(text)
    starts = [start for start, _ in sentences]
    mentions: list[Mention] = []
    at = 0
    while at < len(words):
        hit = lexicon.longest(folded, at)
        if hit is None:
            at += 1
            continue
        name, length = hit
        start, end = words[at].start, words[at + length - 1].end
        sentence = sentences[max(0, bisect_right(starts, start) - 1)]
        if is_meant(text, words, at, length, name, sentence, is_list):
            polarity = read_polarity(text[sentence[0] : sentence[1]], start - sentence[0], end - sentence[0], heading, as_of)
            mentions.append(
                Mention(skill_id=name.skill_id, surface=text[start:end], rung=name.rung, start=start, end=end, sentence=sentence, polarity=polarity)
            )
            at += length
        else:
            at += 1
    return mentions


# Words that make a capitalised name before them the name of a place, a firm or a person ("Java Street", "Excel Logistics").
_PROPER_TAIL = re.compile(
    r"[\s-]+(?:[A-Z][\w&'’-]*\s+){0,2}(?:Street|Road|Lane|Avenue|Square|Choir|Hall|Caf[eé]|Logistics|Ltd|Inc|GmbH|LLC|Corp|Group|Books?|Bakery|Church|School|Club|Inn|Bar|House|"
    r"Adventures?|Trust|Partners|Holdings?|Brothers|Sons|Valley|Park|Farms?|Foods?|Motors|Stores?|Records|Foundation|Award|Avenue|Hotel|Restaurant|Village|Island|Band)\b"
)
_IS_A_NAME = re.compile(
    r"\s+(?:is|was)\s+(?:just\s+)?(?:the|a|my|our)\s+(?:\w+\s+)?(?:name|street|cat|dog|son|daughter|donor|neighbou?r|nickname)\b|\s+(?:has|have)\s+nothing to do with\b",
    re.I,
)
_BEFORE_VERB_FORM = re.compile(r"\b(?:i|you|we|they|to|can|could|will|would|should|may|might|must|who|that|people|and)\s+$", re.I)


def is_meant(text: str, words: Sequence[Word], at: int, length: int, name: Name, sentence: tuple[int, int], is_list: bool) -> bool:
    """Whether the words are used as the name of the skill, not as a common word, a letter, or part of another name."""
    start, end = words[at].start, words[at + length - 1].end
    surface = text[start:end]
    if name.case_sensitive and "".join(filter(str.isalnum, surface)) != "".join(filter(str.isalnum, name.label)) and not surface.isupper():
        return False
    if name.exact_plural and _plural_differs(surface, name.label):
        return False
    if (surface[:1].isupper() and _PROPER_TAIL.match(text, end)) or _IS_A_NAME.match(text, end):
        return False
    if len(surface) == 1 and (
        (text[end : end + 1] in ("'", "’", "&", ".") and text[end + 1 : end + 2].isalnum()) or text[max(0, start - 1) : start] in ("&", "'", "’")
    ):
        return False
    if not name.needs_context or is_list:
        return True
    first, last = sentence
    around = {word.folded for word in words if first <= word.start < last and not start <= word.start < end}
    if around & name.needs_context:
        return True
    # A bullet that opens with a gerund names a task ("Onboarding of about 90 people a year").
    if start == first and surface.endswith("ing") and re.match(r"\s*(?:of|for|and)\b|\s*[,:(]", text[end:]):
        return True
    alone = text[first:last].strip(" \t-*•.:()") == surface
    return alone and not _BEFORE_VERB_FORM.search(text[:start])


def _plural_differs(surface: str, label: str) -> bool:
    ours, theirs = (re.sub(r"['’]s$", "", name).casefold() for name in (surface, label))
    plural_of_capitals = surface.endswith("s") and surface[:-1].isupper()
    return ours != theirs and (ours == theirs + "s" or theirs == ours + "s") and not plural_of_capitals


# --- polarity ---------------------------------------------------------------------------------------------------------------------

_CLAUSE_END = re.compile(
    r"\s+(?:but|however|although|though|whereas|while|except|yet(?=\s+(?:i|we|he|she|they)\b)|and (?=(?:i|we)\b))\s*,?\s+|"
    r"\s*,\s*(?:but|however|although|though|whereas|while|which|where|and (?=(?:i|we|am|have|would|will|want|use|uses|used|work|did|do|has|had|now)\b)|so\b|then\b|"
    r"(?=(?:i|we|my|our)\b))\s*|\s+[–—]\s+|:\s+(?=(?:i|we)\b)",
    re.I,
)
_NO_BEFORE = re.compile(
    r"\b(?:no(?!\s+(?:doubt|problem|trouble|less|fewer|more than|matter|one else|later|longer than))|not(?!\s+(?:only|just|merely|least|to mention|without))|never|neither|nor|"
    r"without|lack(?:s|ing)?|cannot|can['’]t|don['’]t|doesn['’]t|didn['’]t|haven['’]t|hasn['’]t|isn['’]t|wasn['’]t|wouldn['’]t|nothing to do with|unfamiliar with|instead of|"
    r"rather than|other than|apart from|except|yet to|little|hardly any|nobody|none|stopped|gave up|failed)\b",
    re.I,
)
_NO_AFTER = re.compile(
    r"\b(?:not (?:yet|by me|trained|certified|started|mine|my |something|part of|used|needed|held|renewed|taken|passed|done|a )|expired|lapsed|ran out|revoked|withdrawn|suspended|never (?:used|worked|done|learned|held|took)|"
    r"no (?:experience|longer|practice|knowledge|training)|none\b|i have forgotten|(?:is|are|was|were) (?:new to me|unknown to me|missing|not|no)\b|(?:do|does|did|have|has) not\b|yet to)",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:is|are|was|were|been|being|gets?|got)\s+(?:\w+ly\s+)?(?:done|handled|written|managed|run|made|built|kept|maintained|owned|prepared|looked after|operated|processed|performed|carried out|administered|supplied|delivered|developed|"
    r"set up|used|taken care of|outsourced)\b[^.;]*?\bby\s+(?!me\b|us\b|hand\b|phone\b)|\bby\s+(?:our|the|a|an|another|my)\s+(?:\w+[\s-]+){0,2}(?:team|group|department|accountant|agency|provider|colleagues?|office|contractor|firm|specialist|partner|vendor|bureau)s?\b|"
    r"\b(?:outsourced to|left to|belongs? to|belonged to|handled elsewhere|job of|work of|task of)\b",
    re.I,
)
_OTHERS_BEFORE = re.compile(
    r"(?:^|[\s(])(?:my|our|the|other|some)\s+(?:\w+\s+)?(?:colleagues?|boss|manager|teammates?|coworkers?|brother|sister|father|mother|husband|wife|partner|friend|team|developers|engineers|vendor|supplier|customers?|clients?)\s+"
    r"(?:then\s+|also\s+|mostly\s+)?(?:use[sd]?|know[s]?|knew|work(?:s|ed)?|wrote|writes?|did|does|do|built|builds?|program(?:s|med)?|maintain(?:s|ed)?|ran|runs?|handled?s?|sold|sells?|moved|speaks?|spoke)\b",
    re.I,
)
_LEARNING = re.compile(
    r"\b(?:(?:currently|now|still|am|is|just|started|began|begun|been)\s+(?:learning|studying|training|reading|taking|attending|following|enrolled|exploring)|(?:learning|studying)\b(?!\s+(?:management|platform|disabilit|needs|support|design|outcome|environment|and development|difficult|theor|system|material|resource|centre|center|experience|path|track))|"
    r"learning now|to learn|enrolled (?:in|on|for)|week \d+ of|lesson \d+|module \d+ of|taking (?:a|an|the|my)\b[^.;]*\b(?:course|class|module)|evening (?:course|class)|(?:online|introductory) course(?! completed)|course in progress|in progress|"
    r"under (?:instruction)|exposure|exposed to|observed|observation|shadow(?:ed|ing|s)|watched|watching|looked over|sat in on|helped with|assisted once|tried (?:it|out)|dabbled|played (?:with|around)|toyed with|"
    r"reading (?:a |the )?(?:book|about|up)|read (?:a book|about|up)|(?:part|unit) of (?:one|a|my|the)\b[^.;]*\b(?:module|course|class|semester)|work(?:ing)? towards?|(?:training|trained) next|coursework only|only (?:read|seen|heard)|"
    r"at college only|tutorials? (?:only|at home)|student licen[cs]e|provisional|learner['’]?s?)\b",
    re.I,
)
_WANTS = re.compile(
    r"\b(?:(?:would|['’]d)\s+(?:like|love|enjoy|be (?:glad|happy|keen|interested))|want(?:s|ed|ing)? to|wish(?:es)? (?:to|for|i)|hop(?:e|es|ing) to|plan(?:s|ning|ned)? (?:to|on|for)|aim(?:s|ing)? (?:to|at)|intend(?:s|ing)?|interest(?:ed)? in|keen (?:to|on)|"
    r"eager to|looking (?:to|forward)|curious (?:about|to)|dream(?:s|ing)? of|next (?:goal|step|on my list)|(?:exam|test|course|training) (?:is )?(?:booked|scheduled|planned|next)|booked (?:for|in)|registered for the|scheduled for|to sit (?:for )?|"
    r"(?:ready|willing|happy|open|prepared) to (?:learn|train|study|be trained|take)|my goal|would also like|want more|one day\b)",
    re.I,
)
_HEADING_LEARNING = re.compile(r"\b(?:learning|studying|in progress|in training|at present|exploring)\b", re.I)
_HEADING_WANTS = re.compile(r"\b(?:want|wishes|goals?|plans?|next|interested|hopes?|to learn|objective)\b", re.I)
_HEADING_NO = re.compile(r"\b(?:not (?:yet|known|trained)|no experience|limits|expired|lapsed)\b", re.I)
_FINISHED = re.compile(r"\b(?:completed|passed|finished|graduated|certified|earned|obtained|awarded|and (?:applied|used|use)\b|applied|taught|daily)\b", re.I)
_LEAD_IN = re.compile(r"^[^:]{0,60}:")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_UNTIL = re.compile(
    r"\b(?:expire[sd]?|exp|expiry|expiring|valid(?:ity)?|until|through|thru|good to)\b[^\d]{0,20}?(?:(?P<name>[A-Z][a-z]{2})[a-z]*\.?\s+|(?P<month>\d{1,2})[/.-])?(?P<year>(?:19|20)\d\d)\b",
    re.I,
)


@lru_cache(maxsize=4096)
def read_polarity(sentence: str, start: int, end: int, heading: str, as_of: date) -> Polarity:
    """What a sentence says of the person and the skill at `start:end`; a heading like "Currently learning" speaks for all that stands under it."""
    head = _heading_polarity(heading)
    first, last = _clause_around(sentence, start, end)
    before, after = sentence[first:start], sentence[end:last]
    if _expired(sentence[start:], as_of):
        return Polarity.NO
    if _OTHERS_BEFORE.search(before) or _OTHERS.search(after) or (_OTHERS.search(before) and not re.search(r"\bI\b", before)):
        # "X is done by the accountant and not by me" says outright that the person does not do it.
        return Polarity.NO if re.search(r"not (?:by )?me\b", sentence) else Polarity.OTHERS
    if _negated(before) or _NO_AFTER.search(_until_next_item(after)):
        return Polarity.NO
    around = f"{before} · {after}"
    if _WANTS.search(before) or (_WANTS.search(after) and _LEAD_IN.match(sentence[first:]) and not _FINISHED.search(after)):
        return Polarity.WANTS
    if _LEARNING.search(around) and not _FINISHED.search(around):
        return Polarity.LEARNING
    if _LEAD_IN.match(sentence) and end <= len(_LEAD_IN.match(sentence).group()) and _WANTS.search(sentence) and not _FINISHED.search(sentence):  # type: ignore[union-attr]
        return Polarity.WANTS
    return head


def _heading_polarity(heading: str) -> Polarity:
    if _HEADING_LEARNING.search(heading):
        return Polarity.LEARNING
    if _HEADING_WANTS.search(heading):
        return Polarity.WANTS
    return Polarity.NO if _HEADING_NO.search(heading) and "limits" not in heading.casefold() else Polarity.HAS


def _clause_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    first, last = 0, len(sentence)
    for found in _CLAUSE_END.finditer(sentence):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def _negated(before: str) -> bool:
    """Whether a negation before the skill reaches it: over a short noun phrase or a list, not over another verb's object."""
    found = max(_NO_BEFORE.finditer(before), key=lambda one: one.start(), default=None)
    if found is None:
        return False
    between = before[found.end() :]
    if found.group().casefold() in ("without", "little", "except", "apart from", "other than"):
        return len(fold_words(between)) <= 3 and "," not in between
    return len(fold_words(between)) <= 9 and not re.search(r"\b(?:because|since|when|until|before|only in|after|so that|unless)\b", between, re.I)


def _until_next_item(after: str) -> str:
    """The words that can still speak of the skill: to the next comma that begins another item of a list."""
    comma = re.search(r",\s+(?!(?:not|never|no|expired|lapsed|which|but|renewal)\b)(?=[^\W\d_]+(?:\s+\w+){0,2}\s*(?:,|$|\band\b))", after)
    return after[: comma.start()] if comma else after


def _expired(after: str, as_of: date) -> bool:
    found = _UNTIL.search(after[:90])
    if not found:
        return False
    month = _MONTHS.index(found["name"].casefold()) + 1 if (found["name"] or "").casefold() in _MONTHS else int(found["month"] or 12)
    return int(found["year"]) * 12 + min(month, 12) - 1 < last_complete_month(as_of) and not re.search(r"\brenewed\b", after[:90], re.I)
