"""Others: whether words around a skill tell of somebody else's work ("payroll is done by the accountant")."""

from __future__ import annotations

import re

from gapwriter.outline.position import is_title
from gapwriter.words import fold_words

_PEOPLE = (
    r"(?:colleagues?|boss|manager|flatmate|housemate|roommate|neighbou?r|brother-in-law|sister-in-law|dad|mum|mom|son|daughter|director|unit|crew|bank|insurer|hospital|school|council|head office|billers?|teammates?|co-?workers?|brothers?|sisters?|father|mother|uncle|aunt|cousin|husband|wife|partners?|friends?|teams?|developers|engineers|vendors?|suppliers?|customers?|clients?|agency|agencies|"
    r"contractors?|firm|company|department|accountant|people|person|others|specialists?|group|office|consultants?|predecessor|provider|bureau|shop|colleague of mine|somebody else|someone else)"
)
# What is done with the work of a person is no sign that others did it ("reviewed by the senior accountant", "used by eleven teams").
_RECEIVED = r"(?:used|read|check(?:ed)?|review(?:ed)?|approved?|praised|audited|signed|requested|ordered|adopted|viewed|seen|trusted|accepted|followed|supervised|led|sponsored|asked|driven|backed|paid|cited)"
_OTHERS = re.compile(
    r"\b(?:is|are|was|were|been|being|gets?|got)\s+(?:\w+ly\s+)?(?:done|handled|written|managed|run|made|built|kept|maintained|owned|prepared|looked after|operated|processed|performed|carried out|administered|supplied|delivered|developed|"
    r"set up|(?<!that are )(?<!that is )(?<!which are )(?<!which is )used|taken care of|outsourced)\b[^.;]*?\bby\s+(?!me\b|us\b|hand\b|phone\b|(?:my|our)\s+(?:own\s+)?(?:playbooks?|scripts?|code|modules?|pipelines?|programs?|macros?|tools?|rules|templates?|queries)\b)|"
    rf"(?:^|\b(?!{_RECEIVED}\b)[\w-]+)\s+by\s+(?:our|the|a|an|another|my)\s+(?:\w+[\s-]+){{0,2}}(?:team|group|department|accountant|agency|provider|colleagues?|office|contractor|firm|specialist|partner|vendor|bureau)s?\b|"
    r"\b(?:outsourced|subcontracted|contracted out|farmed out|sent out to|bought in|left to|belongs? to|belonged to|handled elsewhere|(?:job|work|task) of (?:the|our|an?|another|my|(?-i:[A-Z])\w+['’]s))\b|"
    r"\bin the hands of\b|\b(?:is|are|was|were)\s+(?:all\s+)?(?:handled |done |kept |run |made )?(?:out of house|off-?site|centrally|externally|elsewhere)\b",
    re.I,
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|been|being|gets?|got)\s+(?:\w+ly\s+|all\s+|still\s+|now\s+|then\s+)?(?!{_RECEIVED}\b)(?:\w{{2,}}(?:ed|en|wn|ne|pt|lt|ght)|made|run|set|put|cut|built|sold|held)\b"
    r"[^.;]*?\bby\s+(?!hand\b|phone\b|mail\b|post\b)(?P<who>(?:[\w'’-]+\s*){1,4})",
    re.I,
)
_MEANS = re.compile(r"\b(?:in|with|via|using|by|through|on|from|of|for)\b", re.I)
_OURS = re.compile(rf"(?:our|another|others|somebody|someone|{_PEOPLE})\b", re.I)
_OTHERS_BEFORE = re.compile(
    rf"(?:^|[\s(])(?:(?:my|our|the|other|some|an?|another|outside|one|two|every|each)\s+(?:[\w-]+\s+)?{_PEOPLE}|somebody else|someone else)(?:\s+(?:in|from|of|at)\s+(?:the\s+)?\w+)?\s+(?:who\s+|that\s+)?(?:then\s+|also\s+|mostly\s+)?"
    r"(?:is|are|was|were|has|have|checks?|sets?|gives?|comes?|came|use[sd]?|know[s]?|knew|work(?:s|ed)?|wrote|writes?|did|does|do|built|builds?|program(?:s|med)?|maintain(?:s|ed)?|ran|run|runs|handled?s?|sold|sells?|moved|speaks?|spoke|made|makes?|takes? care of|looks? after|set up|designed|managed?s?|owns?|owned)\b",
    re.I,
)
# "The Power BI reports come from head office", "Loan restructuring goes to another unit", "Tiling: my cousin's job".
_BELONGS = re.compile(
    rf"^[^.;:]{{0,40}}?\b(?:comes?|came|belongs?|lies?|sits?|stays?|rests?|remains?|falls?|runs?(?=\s+through)|(?:is|are|was|were)(?=\s+with\b))\s+(?:mostly\s+|all\s+)?(?:from|to|with|by|through)\s+(?:(?:the|our|a|an|another|other|head|external|outside|others|somebody|someone)\b(?![^.;,]*\bas\s+well\b)|(?-i:[A-Z][a-z]+)\b)|"
    rf"^[^.;:]{{0,40}}?\b(?:goes|go|went)\s+(?:out\s+|off\s+)?(?:to|through|via)\s+(?:(?:another|others?|head|an? (?:external|outside)|somebody|someone|colleagues|my colleagues?)\b|(?:an?|the|our)\s+(?:[\w-]+\s+)?(?:agency|agencies|bureau|broker|contractors?|specialists?|consultants?|freelancers?|provider|office)\b)|"
    rf"^(?:\s+(?!(?:reports?|files?|results?|figures?|invoices?|data|sheets?|lists?|papers?|records?)\b)[\w-]+){{0,2}}?\s+(?:goes|go|went)\s+to\s+(?:the|our)\s+(?:[\w-]+\s+){{0,2}}(?:unit|department|team|desk|office)\b|"
    rf"^[^.;:]{{0,30}}?\b(?:is|are|was|were)\s+(?:the\s+)?(?:property|job|business|work|matter|task)\s+of\b|"
    rf"^(?:\s*[:–—-]|[^.;:]{{0,30}}?\b(?:is|are|was|were))\s*(?:(?:my|our|the|an?)\s+[\w-]+|somebody else|someone else|others?|another \w+)['’]s?(?:\s+(?:job|work|business|trade|task|matter)\b|\s*(?:[.,;]|$))|"
    rf"^\s+(?:\w+\s+)?{_PEOPLE}\s+(?:sets?|gives?|does|do|makes?|decides?|checks?|owns?|runs?|who|and\s+we|is|was|sits?)\b|\band not (?:to|by|for|with) me\b",
    re.I,
)
# "Group consolidation happens at head office in Tagetik".
_ELSEWHERE = re.compile(
    r"\b(?:happens?|happened|(?:is|are|was|were) (?:done|kept|handled|made|run)|takes? place|lives?)\s+(?:at|in)\s+(?:the\s+|our\s+)?(?:head office|headquarters|group|parent company|another|other)\b",
    re.I,
)
# "to the controller, who does the budgeting", "which the platform team looks after".
_WHO_DOES = re.compile(
    r"\b(?:the|our|my|an?|his|her|their)\s+(?:[\w-]+\s+){0,2}(?:[\w-]+,?\s+who|(?:team|people|crew|group|unit|department)\s+that)\s+(?:then\s+|also\s+)?(?:does|do|did|makes?|made|handles?|keeps?|kept|runs?|ran|writes?|wrote|looks? after|takes? care of|books?|prepares?)\s+(?:(?:the|our|all|most of|my)\s+)*$",
    re.I,
)
_LEFT_TO = re.compile(
    rf"^[^.;:]{{0,30}}?,?\s*\b(?:which|that)\s+(?:(?:the|our|an?|another|my)\s+(?:[\w-]+\s+)?{_PEOPLE}|(?:somebody|someone) else|others)\s+(?:looks?|takes?|owns?|runs?|maintains?|does|do|did|builds?|built|writes?|wrote|handles?|manages?|keeps?|kept)\b",
    re.I,
)
# "my desk is next to that of the inventory control manager": somebody whose title holds the skill.
_SOMEONE_BEFORE = re.compile(r"\b(?:our|the|my|another)\s+(?:\w+\s+)?$", re.I)
_SOMEONE_AFTER = re.compile(
    r"^\s+(?:\w+\s+)?(?:manager|director|specialist|developer|engineer|analyst|lead|head|consultant|officer|expert|trainer|teacher|planner|buyer|nurse)\b", re.I
)
# "the Manager, State and Local Tax", "Assistant to the Director of Event Planning".
_TITLE_BEFORE = re.compile(
    r"(?i:(?<!\bas )(?<!\bam )(?<!\bwas )(?<!\bbecame )\b(?:the|our|my)\s+(?:head|director|chief|manager|supervisor)\s+of\s+$)|\b(?:the|our|a|an)\s+(?:[A-Z][\w-]+\s+){0,2}[A-Z][a-z]+(?:er|or|ad|ef|rapher|ist)(?:\s*,|\s+of)\s+$"
)
_SELF = re.compile(r"\b(?:as|am|was|be|became|been|being|i['’]m)\s+(?:a|an|the|our|my)\s+(?:\w+\s+)?$", re.I)


def is_about_others(sentence: str, first: int, start: int, end: int, last: int) -> bool:
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
