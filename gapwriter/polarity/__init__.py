"""Polarity: what the words around a skill say of the person: that they have it, learn it, want it, do not have it, or that it is about others."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from gapwriter.outline.position import is_title
from gapwriter.polarity.denial import NEVER, NONE, OF_A_THING
from gapwriter.polarity.others import is_about_others
from gapwriter.polarity.remark import read_remark
from gapwriter.polarity.sign import Polarity
from gapwriter.polarity.title import read_title
from gapwriter.words import fold_words

__all__ = ["Polarity", "read_polarity"]

_CLAUSE_END = re.compile(
    r"\s+(?:but|however|although|though|whereas|while|except|yet(?=\s+(?:i|we|he|she|they)\b)|and (?=(?:i|we)\b))\s*,?\s+|"
    r"\s*,\s*(?:but|however|although|though|whereas|while|which|where|and (?=(?:i|we|am|have|would|will|want|use|uses|used|work|did|do|has|had|now)\b)|so\b|then\b|"
    r"(?=(?:i|we|my|our)\b))\s*|"
    r"\s+[–—-]\s+(?!(?:expired|lapsed|ran out|not\b|never|no\b|none|renewal|exposure|valid|expires|exp\b|class\b|course\b|exam\b|in progress|learning|current|until|through|booked|planned|studying))|"
    r":\s+(?=(?:i|we)\b)",
    re.I,
)
_NO_BEFORE = re.compile(
    r"\b(?:no(?!\s+(?:doubt|problem|trouble|less|fewer|more than|matter|one else|later|longer than))|not(?!\s+(?:only|just|merely|least|to mention|without))|never(?!\s+(?:missed|late|lost|had a complaint|been late))|neither|nor|"
    r"without|lack(?:s|ing)?|cannot|can['’]t|don['’]t|doesn['’]t|didn['’]t|haven['’]t|hasn['’]t|isn['’]t|wasn['’]t|wouldn['’]t|nothing to do with|unfamiliar with|instead of|"
    r"rather than|other than|apart from|except|yet to|little|hardly any|nobody|none|stopped|gave up|failed)\b",
    re.I,
)
_NO_AFTER = re.compile(
    r"^\s*[:–—-]?\s*no\b(?=\W*$|\s*[.,;]|(?:\s+[\w-]+){0,2}?\s+(?:experience|practice|knowledge|training|certificate|certification|licen[cs]e|idea|use|contact|exposure|projects?|access|skills?|degree|exam|result|hands-on|qualification|evidence|clue|plans?|interest|chance|opportunity|work|clients?|login|line|lines|need|longer|more|course|card|ticket|permit)\b)(?!\s+(?:\w+\s+)?without\b)|^\s*,\s*no\b(?=\W*$|\s+(?:experience|longer|more|practice|licen[cs]e|certificate|exam|degree)\b)|"
    rf"^\s*[:–—-]\s*\b{NEVER}|"
    r"\b(?:not (?:yet|by me|trained|certified|started|mine|my |something|part of|used|needed|held|renewed|taken|passed|done|a (?!day|week|shift|month|night))|revoked|withdrawn|suspended|(?:i(?:['’]ve| have| had)? |have |had |and )never\b(?! missed| failed| lost)|never (?:used|worked|done|learned|held|took|mine|my)|"
    rf"no (?:experience|longer|practice|knowledge|training)|{NONE}|i have forgotten|(?:is|are|was|were) (?:new to me|unknown to me|missing|not|no)\b|(?:do|does|did|have|has) not\b(?! {OF_A_THING})|yet to|"
    r"\b(?:we|they|i) (?:removed|dropped|replaced|retired|never touched) it\b|left (?:without|after)|without a degree|not \w+(?: \w+)? (?:yet|so far)\b|pending\b|application (?:sent|filed|submitted)|applied for|awaiting|unfinished|not completed|incomplete|dropped out|(?:had been|was|were) (?:thrown out|dropped|removed|retired|abandoned))",
    re.I,
)
_NAMES_ANOTHER = re.compile(
    r"\b(?:called|named|nicknamed|name of|born in|raised in|grew up in|moved to|live in|lives in|(?:island|city|town|village|county) of|comes? from|of the)\s+(?:the\s+)?$",
    re.I,
)
_EXPOSURE = re.compile(
    r"\b(?:saw|have seen|had seen|seen at|attended|was shown|were shown|(?:was|were) presented to us|presented to us|sat (?:in|through)|blog post|(?:one|a|two) (?:lunch(?:time)?\s+|half-day\s+)?(?:talk|lecture|webinar|demo|demonstration)\b|"
    r"(?:lunch(?:time)?|half-day) (?:talk|workshop)|borrowed|read (?:an article|one article|all of|the (?:spec\w*|docs|documentation|manual|book))|(?:know|known)(?: it| them)? (?:only )?from|comes? only from|only from|as a (?:patient|customer|guest|passenger)|(?:only )?know by name|closed book|stops at|accompanied|followed (?:the|a|our) [\w-]+ around|(?:was|were) (?:discussed|considered|mentioned)|spent \w+ \w+ watching|at a (?:trade )?fair|no contact with|tried once|exposure|exposed to|observed|observation|shadow(?:ed|ing|s)|(?:sit|sat|sitting|stood|stand) (?:beside|next to|in on|behind)|look(?:ed|ing) on\b|(?:was|were) present (?:when|at|as)|over (?:the|his|her|a|my) \w+['’]s shoulder|(?:i|have|only|once)\s+(?:\w+\s+)?watched(?! over\b)|(?:^|[:;–—-]\s)\W*(?:watched(?! over\b)|wore)\b|\bi wore\b|watching(?! over\b)|looked over|sat in on|sat next to|helped with|assisted once|tried (?:it|out)|dabbled|played (?:with|around)|toyed with|"
    r"(?:part|unit) of (?:one|a|my|the)\b[^.;]*\b(?:module|course|class|semester)|coursework only|only (?:read|seen|heard)|at college only|tutorials? (?:only|at home))\b",
    re.I,
)
_LEARNING = re.compile(
    r"\b(?:(?:currently|now|still|am|is|just|started|began|begun|been)\s+(?:learning|studying|training|reading|taking|attending|following|enrolled|exploring)|(?:learning|studying)\b(?!\s+(?:management|platform|disabilit|needs|support|design|outcome|environment|and development|difficult|theor|system|material|resource|centre|center|experience|path|track))|"
    r"learning now|expected(?: graduation| completion)?(?: in)?:?\s+(?:\w+\s+)?\d{4}|(?:first|second|third|fourth) of (?:\w+) (?:terms|semesters|years|modules)|working through|under way|underway|module \w+ of|half[- ]?way through|(?:first|second|third|fourth|last) week of|to learn|enrolled (?:in|on|for)|week \d+ of|lesson \d+|module \d+ of|taking (?:a|an|the|my)\b[^.;]*\b(?:course|class|module)|evening (?:course|class)|(?:online|introductory) course(?! completed)|course in progress|in progress|"
    r"under (?:instruction)|reading (?:a |the )?(?:book|about|up)|read (?:a book|about|up)|work(?:ing)? towards?|moving towards?|(?:training|trained) next|student licen[cs]e|provisional|learner['’]?s?)\b",
    re.I,
)
_WANTS = re.compile(
    r"\b(?:(?:would|['’]d)\s+(?:like|love|enjoy|be (?:glad|happy|keen|interested))|want(?:s|ed|ing)? to|wish(?:es)? (?:to|for|i)|hop(?:e|es|ing) to|plan(?:s|ning|ned)? (?:to|on)|plan(?:s|ning|ned)? for (?:(?:the|an?|my) )?(?:next|later|20\d\d|spring|summer|autumn|winter|future|(?:\w+ )?(?:course|exam|certificate|certification)\b)|aim(?:s|ing)? (?:to|at)|(?:next|my|an?) aim\b|itching to|time to move (?:on )?to|wish i|get (?:in)?to grips with|get my hands on|fancy (?:a go|trying)|try my hand at|intend(?:s|ing)?|interest(?:ed)? in|keen (?:to|on)|"
    r"eager (?:to|for)|look(?:ing)? forward|looking to|curious (?:about|to)|dream(?:s|ing)? of|next (?:goal|step|on my list)|would be (?:the|my) next|i would take|(?:exam|test|course|class|training) (?:is )?(?:booked|scheduled|planned|next)|(?:am|been|have|got|i) booked (?:for|in|on)|booked (?:for|in|on|onto) (?:an?|the|my) (?:[\w-]+ ){0,2}(?:course|class|exam|test|training|module|workshop)|registered for the|(?:exam|test|course|class|training) (?:is )?scheduled for|to sit (?:for )?|"
    r"(?:ready|willing|happy|open|prepared) to (?:learn|train|study|be trained|take)|my goal|would be (?:a )?(?:\w+ )?(?:fine|nice|good|interesting|great|welcome)(?: thing| step)? to|\bon (?:my|the) (?:\w+\s+)?list\b|wish list|would also like|want more|one day\b)",
    re.I,
)
_FINISHED = re.compile(r"\b(?:completed|passed|finished|graduated|certified|earned|obtained|awarded|and (?:applied|used|use)\b|applied|taught|daily)\b", re.I)
_LEAD_IN = re.compile(r"^[^:]{0,60}:")
_EXPIRED = re.compile(r"\b(?:expired|lapsed|ran out|(?:has|have) run out)\b", re.I)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_UNTIL = re.compile(
    r"\b(?:expires?|exp|expiry|expiring|valid(?:ity)?|until|through|thru|good to)\b[^\d]{0,20}?"
    r"(?:(?P<day>\d{1,2})\s+)?(?:(?P<name>[A-Z][a-z]{2})[a-z]*\.?,?\s+|(?P<month>\d{1,2})[/.-])?(?P<year>(?:19|20)\d\d)\b",
    re.I,
)


# Signs that a remark about a skill ("Hedging: …") tells of having it.
_DOES = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\s+(?:years?|yrs?|months?)|\b(?:daily|weekly|monthly|every|since|use[sd]?|using|built|build|wrote|write|ran|run|made|did|do|work(?:ed)?|fluent(?:ly)?|native|"
    r"certified|advanced|expert|good|strong|solid|excellent|experienced?|trained|passed|completed|valid|current|active|level|yes|held?|holds?|taught|applied|full|clean|[bc][12])\b|^\s*[:–—-]\s*[^\s,]+(?:\s(?!does\b|do\b|is\b|has\b)[^\s,]+){0,2}(?:,|\s+and\b|$)",
    re.I,
)


@lru_cache(maxsize=8192)
def read_polarity(sentence: str, start: int, end: int, heading: str, as_of: date, is_remark: bool = False) -> Polarity:
    """What a sentence says of the person and the skill at `start:end`; a heading like "Currently learning" speaks for all that stands under it.

    `is_remark` says that the text is neither work nor a list: there a skill before a colon is had only where the remark behind it says so.
    """
    first, last = _clause_around(sentence, start, end)
    before, after = sentence[first:start], _own_brackets(sentence[end:last])
    if _has_expired(sentence[start:], as_of):
        return Polarity.EXPIRED
    if is_about_others(sentence, first, start, end, last) or (
        _NAMES_ANOTHER.search(before) and sentence[start:end][:1].isupper() and "of the" not in before[-8:]
    ):
        return Polarity.OTHERS
    lead_in = _LEAD_IN.match(sentence)
    leads = lead_in is not None and end <= lead_in.end()  # "CPA: planning to sit for it" speaks of what stands before the colon
    said = read_remark(sentence, start, end, leads)
    if said is not None:
        return said
    is_subject = leads or (
        before.strip().casefold() in ("", "the", "my", "a", "an", "our") and not is_title(sentence[start:end] + " ".join(["", *after.split()[:2]]))
    )
    spoken_of = sentence[end:] if leads else after
    if _WANTS.search(before) or (is_subject and _WANTS.search(spoken_of) and not _FINISHED.search(spoken_of)):
        return Polarity.WANTS if not _negated(before) else Polarity.NO
    if _negated(before) or _NO_AFTER.search(_until_next_item(spoken_of)):
        return Polarity.NO
    around = f"{before} · {spoken_of}"
    for cues, polarity in ((_EXPOSURE, Polarity.EXPOSURE), (_LEARNING, Polarity.LEARNING)):
        if cues.search(around) and not _FINISHED.search(around):
            return polarity
    if after.lstrip(" –—-,:(").casefold().startswith(("exam booked", "class booked", "course booked", "booked")):
        return Polarity.WANTS
    if is_remark and leads and not _DOES.search(sentence[end:]):
        return Polarity.EXPOSURE
    label = read_title(lead_in.group()) if lead_in and lead_in.end() <= start else Polarity.HAS
    return read_title(heading) if label is Polarity.HAS else label


def _own_brackets(after: str) -> str:
    """The words behind a skill without the brackets that belong to a later item of its list ("Java, Rust (learning)")."""
    opens = after.find("(")
    if opens < 0 or not re.search(r",|\band\b", after[:opens]) or re.match(r"\((?:both|all)\b", after[opens:]):
        return after
    return re.sub(r"\([^)]*\)?", "", after)


def _clause_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    first, last = 0, len(sentence)
    for found in _CLAUSE_END.finditer(sentence):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


# "with eight managers, who do not always agree (stakeholder management)": the "not" is not the person's.
_RELATIVE = re.compile(r",\s+(?:who|whose|whom)\b[^,;.]*$", re.I)


def _negated(before: str) -> bool:
    """Whether a negation before the skill reaches it: over a short noun phrase or a list, not over another verb's object."""
    found = max(_NO_BEFORE.finditer(before), key=lambda one: one.start(), default=None)
    if found is None or _RELATIVE.search(before, 0, found.start()):
        return False
    between = before[found.end() :]
    if found.group().casefold() in ("without", "little", "except", "apart from", "other than"):
        return len(fold_words(between)) <= 3 and "," not in between
    if re.search(r"\byes\b", between, re.I):
        return False
    return len(fold_words(between)) <= 9 and not re.search(r"\bI\b|\b(?:because|since|when|until|before|only in|after|so that|unless)\b", between, re.I)


def _until_next_item(after: str) -> str:
    """The words that can still speak of the skill: to the next comma that begins another item of a list."""
    comma = re.search(
        r",\s+(?:of )?(?:who|whom|whose)\b|,\s+(?!(?:not|never|no|expired|lapsed|which|but|renewal)\b)(?=[^\W\d_]+(?:\s+\w+){0,2}\s*(?:,|$|\band\b))", after
    )
    return after[: comma.start()] if comma else after


def _has_expired(after: str, as_of: date) -> bool:
    near = after[:100]
    if re.search(r"(?<!\bbe )(?<!\bget )(?<!\bnot )\brenewed\b", near, re.I):
        return False
    if _EXPIRED.search(near):
        return True
    found = _UNTIL.search(near)
    if not found:
        return False
    named = (found["name"] or "").casefold()
    month = min(12, max(1, _MONTHS.index(named) + 1 if named in _MONTHS else int(found["month"] or 12)))
    last_day = calendar.monthrange(int(found["year"]), month)[1]
    return date(int(found["year"]), month, min(last_day, int(found["day"] or last_day) or 1)) < as_of
