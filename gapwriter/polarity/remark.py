"""Remark: what is said behind a skill that is the topic, and of it alone ("Excel: started a course", "Okta (sandbox only)", "reach truck, not signed off")."""

from __future__ import annotations

import re

from gapwriter.outline.position import is_title
from gapwriter.polarity.denial import NEVER, NONE, OF_A_THING
from gapwriter.polarity.sign import Polarity
from gapwriter.words import fold_words

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?"
_SOME = r"(?:one|an?|a single|two|three|four|five|half an?|\d+)"
_COURSE = r"(?:course|class|classes|module|academy|bootcamp|lessons|programme|training|diploma|certificate|degree)"
_BEGINS = r"(?:^|[,;:(–—]\s*)"
# Work that is told outright goes before all else; time and habit go before a "no" ("no cluster too large, in production since 2018").
_GAVE = re.compile(
    rf"(?:{_BEGINS}|\bI\s+|\band\s+)(?:ran|taught|teach|gave(?! up| it up)|give(?! up)|led|delivered|wrote|built|shipped|introduced|designed|developed|maintained?|managed?)\b(?! (?:me|us)\b)|"
    rf"{_BEGINS}now (?:the|my|our|they|I (?:run|use|do|write|teach|build|own|keep))\b(?! (?:[\w-]+ )?(?:course|class|module|exam|lesson|week|term)\b)|\bbecame (?:our|the|my)\b|\bI (?:write|run|build|make|teach|maintain|ship|own) (?:it|them|all)\b",
    re.I,
)
_HELD = re.compile(
    r"\b(?:(?:\d+\+?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|many|several)\s+(?:years?|yrs?)\b(?!\s+ago)|daily\b|every (?:day|week|shift|month|night|project)|in production|"
    r"since (?:\w+ )?(?:19|20)\d\d|for years|fluent(?:ly)?|native|(?:a|per|each) (?:day|week|month|year|night|shift)|I (?:use|run|used))\b|"
    rf"{_BEGINS}(?:set up|used|use|held)\b(?! (?:only|once|twice|at college|at university|it once))",
    re.I,
)
_DENIED_BEFORE = re.compile(r"\b(?:no|not|nothing|never|none|n['’]t)\b[^,;.]{0,25}$", re.I)
_WANTED = re.compile(
    rf"\b(?:exam|test|course|class|training|assessment|module|workshop|place|seat)\b(?:\s+(?:is|date|fixed|set|to))*\s*(?:(?:booked|planned|scheduled|due|reserved|next|ahead|starts?|begins?|coming)\b|"
    rf"(?:(?:in|on|this|\d{{1,2}}) )+(?:{_MONTH}|spring|summer|autumn|winter)(?!\s+(?:of )?(?:19|20)\d\d))|\bexam date\b|"
    r"\b(?:next on my|on my (?:\w+ )*list|wish list|some ?day|one day(?=\W*$)|next year|still to come|to be introduced|would (?:like|love)|i want|i hope|hop(?:e|ing) to)\b|"
    r"^\W*(?:next\b(?! (?:renewal|due|audit))|planned\b|booked\b|(?:later|soon)\W*$)",
    re.I,
)
_BEGUN = re.compile(
    rf"{_BEGINS}(?:(?:have|has|just|only|recently|module|course)\s+)*(?:started|began|begun|enrolled|signed up|registered for|studying|learning)\b(?!\s+(?:in|with|out)\s+(?:19|20)\d\d)|"
    rf"\b{_COURSE}\b[^;.]*\b(?:in progress|begun|started|starts|since|goes on|ongoing|under way|running|runs|finishes)\b|"
    rf"\b(?:online|evening|night|distance|beginners?['’]?s?|introductory|first|second|third) (?:certificate |learning |degree )?{_COURSE}\b(?![^;]*\b(?:completed|passed|finished|(?:19|20)\d\d))|"
    r"\b(?:in progress|under way|underway|still in training|(?:still|currently|now|presently) (?:at|on|learning|studying|taking|attending|a beginner|in (?:my|the) \w+ (?:year|term|semester|week))|attending an?\b|"
    r"(?:chapter|week|lesson|module) (?:one|two|three|four|five|six|seven|eight|\d+)|(?:first|second|third|fourth|last) of (?:the )?\w+ (?:units?|modules?|terms?|courses?|papers?|parts?)|"
    r"(?:first|second|third|fourth|final) (?:year|term|semester)\b(?=[^;.]*\bto be\b)|(?:one|two|three|four|five|six|some|\d+) (?:\w+ )?(?:to go|remaining|outstanding)|the remaining\b|half ?way|midway|reading (?:the|a|my)\b|to follow\b|"
    r"(?:results?|sign-?off|certificate|exam|papers?|requirement|experience|part|module) (?:is |are |still )*(?:due|pending|outstanding|open|missing)|"
    r"\d+ (?:of|out of) (?:the )?\d+ (?:papers?|modules?|exams?|units?|courses?|parts?|levels?)|to be (?:finished|completed|sat|taken|awarded)|(?:finish|complet|graduat)(?:es|ing) (?:in|on|by|next)\b|"
    r"levels? [^;.]*\b(?:not taken|to come|outstanding|to go)|(?:level \w+ )?candidate(?! (?:experience|care|search|screening|sourcing|management|pool|interviews?|pipeline))\b|awaited|awaiting|due to be renewed|picking (?:it )?up|working through|followed (?:the|a|an) (?:codelabs?|tutorials?|course))\b",
    re.I,
)
_SEEN = re.compile(
    rf"\b(?:watch(?:ed|ing)(?! over\b)|shadow\w*|observ(?:ed|ing)|looked (?:on|over)|was shown|showed (?:me|us)|shown (?:to )?(?:me|us)|(?:stood|sat|sit) (?:next|beside|in on|with)|(?:opened|tried) it|heard of|read about|saw|attended|"
    rf"know(?: of)? (?:it\b|the (?:word|name|term|idea|theory))|only (?:watched|seen|read|heard|what|from|at college|at university)|(?:sandbox|theory|knowledge|reading|exposure|observation|tutorials?|coursework|classroom|"
    rf"overview|arm|dummy) only|in theory|theoretical|reading knowledge|sandbox|(?:free )?trial (?:version|account|licen[cs]e|period)|free (?:tier|trial|account)|toy (?:project|app|example)|hackathon|meet-?ups?|"
    rf"tutorials?(?! for\b)|codelabs?|taster|mannequins?|manikins?|playground|webinar(?! for\b)|"
    rf"bought (?:the|an?) (?:book|course)|holiday (?:words|level)|I (?:ask|call) (?:the|my|an?) \w+|I (?:only )?(?:open|receive|read|look at) (?:the|what) [^,;.]*\b(?:others?|colleagues?|analysts?|people|team|somebody|someone)\b|"
    rf"{_SOME}[- ](?:half[- ])?(?:day|hour|afternoon|evening|morning|week)s?[- ](?:long )?(?:seminar|workshop|talk|introduction|taster|demo|demonstration|stage|session|visit)(?! (?:for|with|to)\b)|"
    rf"(?:half-day|{_SOME}-hour) (?:course|class|training)(?! for\b)|(?:one|an|a single) (?:afternoon|morning|evening|hour)|{_SOME} (?:hours?|afternoons?|sessions?|lessons?|evenings?) (?:with|of|at|in)|can (?:open|only)|"
    rf"can read (?!and write|and speak)|read (?:the|some|a few|two|one) (?:papers?|articles?|docs|documentation|manual|spec\w*)|from the (?:next desk|side ?line|outside)|as an observer|rudimentary|curious|with the trainer|"
    rf"videos?|guide|e-?learning|demo (?:company|version|account)|(?:university|college|school) (?:assignments?|projects?|coursework|french|german|spanish|italian)|visited|assisted|accompanied|as a guest|read-only|by name|"
    rf"(?:my|a|our) (?:[\w-]+ )?(?:colleague|aunt|uncle|friend|brother|sister|cousin|neighbou?r|wife|husband|flatmate|boss|manager)s?\b|(?:one|two|three|a few|a couple of) (?:evenings?|afternoons?|weekends?|sessions?|lessons?)|a handful|"
    rf"(?:only|once|twice)(?=\W*$)|(?:covered|learned|touched) (?:up)?(?:on )?in (?:the|my|our|one) (?:exams?|course|lectures?|studies|degree|module)|practi[sc]ed (?:on|at home))\b",
    re.I,
)
_DENIED = re.compile(
    rf"(?:{_BEGINS}|\s-\s|\bbut\s+|\band\s+)(?:gave (?:it )?up|quit|not (?:yet|one(?! (?:late|lost|missed|failed|error|complaint|accident|mistake|incident|fault|claim)s?\b)|once|used|my|mine|signed|held|renewed|passed|taken|since|touched|tried|in use|for work|at work|professionally|by me|certified|finished)|"
    rf"{NEVER}|{NONE}|nothing (?!but)|no (?:more|longer|practice|practical|experience|projects?|access|contact|hands-on|login|exam|result|client|real))\b|"
    rf"\b(?:no|not)\b(?! {OF_A_THING})[^,;.]*\b(?:yet|so far|since(?=\W*$|\s+(?:then|that|(?:\w+ )?(?:19|20)\d\d|school|college|university)\b))\b|\b(?:forgotten|renewal missed|no longer)\b|\b(?:have|has|had|did|do|does|am|was|could)(?:\s+not|n['’]t)\b(?!\s+(?:need|mind|stop|miss|fear|{OF_A_THING}))|\b(?:(?:cannot|can['’]t)(?! (?:count|imagine|complain|work without|do without|live without|recall a)\b)|lapsed|out of date)\b",
    re.I,
)
_DENIED_FIRST = re.compile(
    r"^\W*(?:zero(?=\W*$)|(?:not|never|none|nothing|nil)\b(?!\s+(?:only|just|missed|failed|late|lost|a (?:day|week|shift|month|night)\b|once\b[^,;.]*\b(?:late|missed|wrong|lost|failed)\b|the \w+est|abandoned|broken|rejected|returned|has|have|was|were))|no(?=\W*$|\s*[.,;]))",
    re.I,
)
_CUES = ((_BEGUN, Polarity.LEARNING), (_SEEN, Polarity.EXPOSURE), (_WANTED, Polarity.WANTS), (_DENIED, Polarity.NO))
_SOMEBODY_DOES = re.compile(
    r"^\W*(?:the|an?|our|my)\s+(?:[\w-]+\s+){1,3}?(?:do|does|did|handles?|handled|looks? after|runs?|ran|writes?|wrote|keeps?|kept|manages?|managed|owns?|owned|takes? care of|builds?|built|prepares?|prepared)\s+(?:it|them|that|this|the \w+|all of (?:it|them))\b",
    re.I,
)
"""Somebody whose work the topic is ("an agency does it for us")."""
_LOOKS = re.compile(r"^\s+(?:looks|seems|sounds|interests|appeals|tempts|attracts|fascinates|intrigues)\b", re.I)
_BRACKET = re.compile(r"[\w\s'’&/-]{0,30}?\s*\(([^)]*)\)?")
_APART = re.compile(r"(?:\s+[\w'’&/+#-]+){0,4}?\s*(?:\([^)]*\)\s*)?(?:(,)\s+|\s[–—-]+\s+|\s?\.{3,}\s*|\s{3,})")


def read_remark(sentence: str, start: int, end: int, leads: bool) -> Polarity | None:
    """What the words behind a colon, a dash, a comma or in brackets say of the skill right before them; None where they say nothing of it.

    `leads` says that a colon stands behind the skill.
    """
    after = sentence[end:]
    if leads:
        remark = after.partition(":")[2].lstrip()
        if _SOMEBODY_DOES.match(remark) and not re.search(r"\bI\b|\bmy (?:own )?(?:scripts?|code|playbooks?|macros?|tools?|programs?)\b", remark):
            return Polarity.OTHERS
        return None if sentence[:start].count(" ") > 3 else Polarity.NO if _DENIED_FIRST.match(remark) and not _tells_of_having(remark) else _read(remark)
    bracket = _BRACKET.match(after)
    said = _read(bracket[1]) if bracket else None
    if said not in (None, Polarity.HAS):
        return said
    if len(fold_words(sentence[:start])) > 2 or is_title(" ".join(after.split()[:2])):
        return None
    if _LOOKS.match(after):
        return Polarity.WANTS
    apart = _APART.match(after)
    if apart is None:
        return None
    remark = after[apart.end() :]
    if apart[1]:
        return next((polarity for cue, polarity in _CUES if cue.match(remark) and not _tells_of_having(after)), None)
    said = _read(remark)
    return None if said is Polarity.HAS else said


def _read(remark: str) -> Polarity | None:
    """The first clause of a remark that says anything of having decides."""
    for clause in re.split(r"(?<=[.;!])\s+", remark):
        cue = next((polarity for cue, polarity in _CUES if cue.search(clause)), None)
        if _GAVE.search(clause) or (cue not in (Polarity.LEARNING, Polarity.EXPOSURE) and _tells_of_having(clause)):
            return Polarity.HAS
        if cue:
            return cue
    return None


def _tells_of_having(clause: str) -> bool:
    return any(not _DENIED_BEFORE.search(clause, 0, found.start()) for found in _HELD.finditer(clause))
