"""Polarity: what the words around a skill say of the person: that they have it, learn it, want it, do not have it, or that it is about others."""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from gapwriter.outline.position import is_title
from gapwriter.words import fold_words


class Polarity(StrEnum):
    """Only `has` is evidence; `exposure` is having seen it or helped with it, `expired` a right or a certificate that has run out."""

    HAS = "has"
    LEARNING = "learning"
    EXPOSURE = "exposure"
    WANTS = "wants"
    EXPIRED = "expired"
    NO = "no"
    OTHERS = "others"


_PEOPLE = (
    r"(?:colleagues?|boss|manager|flatmate|housemate|roommate|neighbou?r|brother-in-law|sister-in-law|dad|mum|mom|son|daughter|director|unit|crew|bank|insurer|hospital|school|council|head office|billers?|teammates?|co-?workers?|brothers?|sisters?|father|mother|uncle|aunt|cousin|husband|wife|partners?|friends?|teams?|developers|engineers|vendors?|suppliers?|customers?|clients?|agency|agencies|"
    r"contractors?|firm|company|department|accountant|people|person|others|specialists?|group|office|consultants?|predecessor|provider|bureau|shop|colleague of mine|somebody else|someone else)"
)
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
    r"^\s*[:,–—-]?\s*no\b(?!\s+(?:problem|doubt|trouble))|^\s*[:–—-]\s*never\b|"
    r"\b(?:not (?:yet|by me|trained|certified|started|mine|my |something|part of|used|needed|held|renewed|taken|passed|done|a )|revoked|withdrawn|suspended|(?:i(?:['’]ve| have| had)? |have |had |and )never\b(?! missed| failed| lost)|never (?:used|worked|done|learned|held|took)|"
    r"no (?:experience|longer|practice|knowledge|training)|none\b|i have forgotten|(?:is|are|was|were) (?:new to me|unknown to me|missing|not|no)\b|(?:do|does|did|have|has) not\b|yet to|"
    r"\b(?:we|they|i) (?:removed|dropped|replaced|retired|never touched) it\b|left (?:without|after)|without a degree|not \w+(?: \w+)? (?:yet|so far)\b|pending\b|application (?:sent|filed|submitted)|applied for|awaiting|unfinished|not completed|incomplete|dropped out|(?:had been|was|were) (?:thrown out|dropped|removed|retired|abandoned))",
    re.I,
)
# What is done with the work of a person is no sign that others did it ("reviewed by the senior accountant", "used by eleven teams").
_RECEIVED = r"(?:used|read|check(?:ed)?|review(?:ed)?|approved?|praised|audited|signed|requested|ordered|adopted|viewed|seen|trusted|accepted|followed|supervised|led|sponsored|asked|driven|backed|paid|cited)"
_OTHERS = re.compile(
    r"\b(?:is|are|was|were|been|being|gets?|got)\s+(?:\w+ly\s+)?(?:done|handled|written|managed|run|made|built|kept|maintained|owned|prepared|looked after|operated|processed|performed|carried out|administered|supplied|delivered|developed|"
    r"set up|(?<!that are )(?<!that is )(?<!which are )(?<!which is )used|taken care of|outsourced)\b[^.;]*?\bby\s+(?!me\b|us\b|hand\b|phone\b)|"
    rf"(?:^|\b(?!{_RECEIVED}\b)[\w-]+)\s+by\s+(?:our|the|a|an|another|my)\s+(?:\w+[\s-]+){{0,2}}(?:team|group|department|accountant|agency|provider|colleagues?|office|contractor|firm|specialist|partner|vendor|bureau)s?\b|"
    r"\b(?:outsourced|subcontracted|contracted out|farmed out|sent out to|bought in|left to|belongs? to|belonged to|handled elsewhere|(?:job|work|task) of (?:the|our|an?|another|my))\b|"
    r"\bin the hands of\b",
    re.I,
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|been|being|gets?|got)\s+(?:\w+ly\s+|all\s+|still\s+|now\s+|then\s+)?(?!{_RECEIVED}\b)(?:\w{{2,}}(?:ed|en|wn|ne|pt|lt|ght)|made|run|set|put|cut|built|sold|held)\b"
    r"[^.;]*?\bby\s+(?P<who>(?:[\w'’-]+\s*){1,4})",
    re.I,
)
_MEANS = re.compile(r"\b(?:in|with|via|using|by|through|on|from|of|for)\b", re.I)
_OURS = re.compile(rf"(?:our|another|others|somebody|someone|{_PEOPLE})\b", re.I)
_OTHERS_BEFORE = re.compile(
    rf"(?:^|[\s(])(?:my|our|the|other|some|an?|another|outside|one|two|every|each)\s+(?:[\w-]+\s+)?{_PEOPLE}(?:\s+(?:in|from|of|at)\s+(?:the\s+)?\w+)?\s+(?:who\s+|that\s+)?(?:then\s+|also\s+|mostly\s+)?"
    r"(?:is|are|was|were|has|have|checks?|sets?|gives?|comes?|came|use[sd]?|know[s]?|knew|work(?:s|ed)?|wrote|writes?|did|does|do|built|builds?|program(?:s|med)?|maintain(?:s|ed)?|ran|run|runs|handled?s?|sold|sells?|moved|speaks?|spoke|made|makes?|takes? care of|looks? after|set up|designed|managed?s?|owns?|owned)\b",
    re.I,
)
# "The Power BI reports come from head office", "Loan restructuring goes to another unit", "Tiling: my cousin's job".
_BELONGS = re.compile(
    rf"^[^.;:]{{0,40}}?\b(?:comes?|came|belongs?|lies?|sits?|stays?|rests?|remains?|falls?|(?:is|are|was|were)(?=\s+with\b))\s+(?:mostly\s+|all\s+)?(?:from|to|with|by)\s+(?:(?:the|our|a|an|another|other|head|external|outside|others|somebody|someone)\b(?![^.;,]*\bas\s+well\b)|(?-i:[A-Z][a-z]+)\b)|"
    rf"^[^.;:]{{0,40}}?\b(?:goes|go|went)\s+(?:out\s+|off\s+)?(?:to|through|via)\s+(?:(?:another|others?|head|an? (?:external|outside)|somebody|someone|colleagues|my colleagues?)\b|(?:an?|the|our)\s+(?:[\w-]+\s+)?(?:agency|agencies|bureau|broker|contractors?|specialists?|consultants?|freelancers?|provider)\b)|"
    rf"^[^.;:]{{0,30}}?\b(?:is|are|was|were)\s+(?:the\s+)?(?:property|job|business|work|matter|task)\s+of\b|"
    rf"^(?:\s*[:–—-]|[^.;:]{{0,30}}?\b(?:is|are|was|were))\s*(?:(?:my|our|the|an?)\s+[\w-]+|somebody else|someone else|others?|another \w+)['’]s?(?:\s+(?:job|work|business|trade|task|matter)\b|\s*(?:[.,;]|$))|"
    rf"^\s+(?:\w+\s+)?{_PEOPLE}\s+(?:sets?|gives?|does|do|makes?|decides?|checks?|owns?|runs?|who|and\s+we|is|was|sits?)\b|\band not (?:to|by|for|with) me\b",
    re.I,
)
# "Group consolidation happens at head office in Tagetik".
_ELSEWHERE = re.compile(
    r"\b(?:happens?|happened|(?:is|are|was|were) (?:done|kept|handled|made|run)|takes? place|lives?)\s+(?:at|in)\s+(?:the\s+|our\s+)?(?:head office|headquarters|group|parent company|another|other)\b", re.I
)
# "to the controller, who does the budgeting", "which the platform team looks after".
_WHO_DOES = re.compile(
    rf"\b(?:the|our|my|an?|his|her|their)\s+(?:[\w-]+\s+){{0,2}}[\w-]+,?\s+who\s+(?:then\s+|also\s+)?(?:does|do|did|makes?|made|handles?|keeps?|kept|runs?|ran|writes?|wrote|looks? after|takes? care of|books?|prepares?)\s+(?:(?:the|our|all|most of|my)\s+)*$", re.I
)
_LEFT_TO = re.compile(
    rf"^[^.;:]{{0,30}}?,?\s*\b(?:which|that)\s+(?:(?:the|our|an?|another|my)\s+(?:[\w-]+\s+)?{_PEOPLE}|(?:somebody|someone) else|others)\s+(?:looks?|takes?|owns?|runs?|maintains?|does|do|did|builds?|built|writes?|wrote|handles?|manages?|keeps?|kept)\b", re.I
)
# "my desk is next to that of the inventory control manager": somebody whose title holds the skill.
_SOMEONE_BEFORE = re.compile(r"\b(?:our|the|my|another)\s+(?:\w+\s+)?$", re.I)
_SOMEONE_AFTER = re.compile(
    r"^\s+(?:\w+\s+)?(?:manager|director|specialist|developer|engineer|analyst|lead|head|consultant|officer|expert|trainer|teacher|planner|buyer|nurse)\b", re.I
)
# "the Manager, State and Local Tax", "Assistant to the Director of Event Planning".
_TITLE_BEFORE = re.compile(r"\b(?:the|our|a|an)\s+(?:[A-Z][\w-]+\s+){0,2}[A-Z][a-z]+(?:er|or|ad|ef|rapher|ist)(?:\s*,|\s+of)\s+$")
_SELF = re.compile(r"\b(?:as|am|was|be|became|been|being|i['’]m)\s+(?:a|an|the|our|my)\s+(?:\w+\s+)?$", re.I)
_NAMES_ANOTHER = re.compile(
    r"\b(?:called|named|nicknamed|name of|born in|raised in|grew up in|moved to|live in|lives in|(?:island|city|town|village|county) of|comes? from|of the)\s+(?:the\s+)?$",
    re.I,
)
_EXPOSURE = re.compile(
    r"\b(?:saw|have seen|had seen|seen at|attended|was shown|were shown|(?:was|were) presented to us|presented to us|sat (?:in|through)|blog post|(?:one|a|two) (?:lunch(?:time)?\s+|half-day\s+)?(?:talk|lecture|webinar|demo|demonstration)\b|"
    r"(?:lunch(?:time)?|half-day) (?:talk|workshop)|borrowed|read (?:an article|one article|all of|the (?:spec\w*|docs|documentation|manual|book))|(?:know|known)(?: it| them)? (?:only )?from|comes? only from|only from|as a (?:patient|customer|guest|passenger)|(?:was|were) (?:discussed|considered|mentioned)|spent \w+ \w+ watching|at a (?:trade )?fair|no contact with|tried once|exposure|exposed to|observed|observation|shadow(?:ed|ing|s)|(?:i|have|only|once)\s+(?:\w+\s+)?watched|^\W*watched|watching|looked over|sat in on|sat next to|helped with|assisted once|tried (?:it|out)|dabbled|played (?:with|around)|toyed with|"
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
    r"\b(?:(?:would|['’]d)\s+(?:like|love|enjoy|be (?:glad|happy|keen|interested))|want(?:s|ed|ing)? to|wish(?:es)? (?:to|for|i)|hop(?:e|es|ing) to|plan(?:s|ning|ned)? (?:to|on|for)|aim(?:s|ing)? (?:to|at)|intend(?:s|ing)?|interest(?:ed)? in|keen (?:to|on)|"
    r"eager (?:to|for)|looking (?:to|forward)|curious (?:about|to)|dream(?:s|ing)? of|next (?:goal|step|on my list)|(?:exam|test|course|class|training) (?:is )?(?:booked|scheduled|planned|next)|booked (?:for|in)|registered for the|scheduled for|to sit (?:for )?|"
    r"(?:ready|willing|happy|open|prepared) to (?:learn|train|study|be trained|take)|my goal|would be (?:a )?(?:\w+ )?(?:fine|nice|good|interesting|great|welcome)(?: thing| step)? to|\bon (?:my|the) (?:\w+\s+)?list\b|wish list|would also like|want more|one day\b)",
    re.I,
)
# A heading speaks for what stands under it only where it says nothing else: "Machine learning" and "Lesson plans" are names of fields.
_HEADING_LEARNING = re.compile(
    r"(?:.*\b(?:currently|now|still|i am|i['’]m|just)\s+)?(?:learning|studying|exploring|in training|in progress)(?:\s+(?:now|at present|right now|in progress))?|.*\b(?:in progress|in training)",
    re.I,
)
_HEADING_WANTS = re.compile(
    r"(?:my |future |career |learning |next )*(?:wishes|goals?|plans?|next|next steps?|hopes?|objectives?|ambitions?|to learn|wish list)(?: and (?:goals?|plans?|wishes))?|"
    r"(?:(?:what|things) )?i(?: would|['’]d)? (?:want|like|hope|wish|plan) to (?:learn|do next)|want to learn|would like to learn|interested in",
    re.I,
)
_HEADING_NO = re.compile(r"\b(?:not (?:yet|known|trained)|no experience|expired|lapsed)\b", re.I)
_FINISHED = re.compile(r"\b(?:completed|passed|finished|graduated|certified|earned|obtained|awarded|and (?:applied|used|use)\b|applied|taught|daily)\b", re.I)
_LEAD_IN = re.compile(r"^[^:]{0,60}:")
_EXPIRED = re.compile(r"\b(?:expired|lapsed|ran out|has run out)\b", re.I)
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
    before, after = sentence[first:start], sentence[end:last]
    if _has_expired(sentence[start:], as_of):
        return Polarity.EXPIRED
    if _is_about_others(sentence, first, start, end, last) or (_NAMES_ANOTHER.search(before) and sentence[start:end][:1].isupper() and "of the" not in before[-8:]):
        return Polarity.OTHERS
    lead_in = _LEAD_IN.match(sentence)
    leads = lead_in is not None and end <= lead_in.end()  # "CPA: planning to sit for it" speaks of what stands before the colon
    is_subject = leads or before.strip().casefold() in ("", "the", "my", "a", "an", "our")
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
    return _heading_polarity(heading)


def _is_about_others(sentence: str, first: int, start: int, end: int, last: int) -> bool:
    before, after = sentence[first:start], sentence[end:last]
    if _OTHERS_BEFORE.search(before) or _WHO_DOES.search(before) or _OTHERS.search(after) or re.search(r"\bby (?:the|our|a|an|my)\s+$", before):
        return True
    if (len(fold_words(before)) <= 3 and not _MEANS.search(before) and _BELONGS.search(after)) or _TITLE_BEFORE.search(before):
        return True
    if _SOMEONE_BEFORE.search(before) and _SOMEONE_AFTER.search(after) and not _SELF.search(before):
        return True
    if _LEFT_TO.search(sentence[end:]):
        return True
    clause = sentence[first:last]
    if not re.search(r"\bI\b", before) and (_ELSEWHERE.search(clause) or _is_done_by_others(clause)):
        return True
    return bool(_OTHERS.search(before)) and not re.search(r"\bI\b", before)


def _is_done_by_others(clause: str) -> bool:
    """Whether what a clause tells of is done by somebody ("is drawn up in Asta by the planner"), who is no table of hours and no means."""
    found = _PASSIVE.search(clause)
    return bool(found and (_OURS.match(found["who"]) or is_title(found["who"]) or re.search(rf"\b{_PEOPLE}\b", found["who"], re.I)))


def _heading_polarity(heading: str) -> Polarity:
    if _HEADING_LEARNING.fullmatch(heading.strip(" :")):
        return Polarity.LEARNING
    if _HEADING_WANTS.fullmatch(heading.strip(" :")):
        return Polarity.WANTS
    return Polarity.NO if _HEADING_NO.search(heading) else Polarity.HAS


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
    if re.search(r"\byes\b", between, re.I):
        return False
    return len(fold_words(between)) <= 9 and not re.search(r"\b(?:because|since|when|until|before|only in|after|so that|unless)\b", between, re.I)


def _until_next_item(after: str) -> str:
    """The words that can still speak of the skill: to the next comma that begins another item of a list."""
    comma = re.search(r",\s+(?!(?:not|never|no|expired|lapsed|which|but|renewal)\b)(?=[^\W\d_]+(?:\s+\w+){0,2}\s*(?:,|$|\band\b))", after)
    return after[: comma.start()] if comma else after


def _has_expired(after: str, as_of: date) -> bool:
    near = after[:100]
    if re.search(r"\brenewed\b", near, re.I):
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
