"""Guard: the words and numbers that a model's sentence brings in and that neither its facts nor plain English report prose account for.

A false sentence nearly always brings a word of its own ("because", "already", "partly", "a crew of twelve"); a true one is made of the facts' words and of few others. The checker reads claims and lets what
it knows to be harmless pass; for what a model wrote in our name the guard is the second lock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from gapwriter.checker import Checker
from gapwriter.finding import Finding
from gapwriter.prompt import Section
from gapwriter.words import fold_words

_FREE = frozenset(
    """
    a able about above across added addition again against alike all along alone alongside also although among an and another any apart appear appears are as aside ask asked asking asks at be been before
    begin begins behind being belong belongs below beside besides between beyond both bring brings build building builds built but by call calls can cannot carries case cases catalog claim claimed come comes coming
    compare compared compares comparison complete completes concern concerns condition conditions contain contains could count counted counting counts cover covered covers credentials credited date dated dates
    describe described description despite detail did different do document documented documents does doing done down drawn each either else elsewhere end ends entries entry essentials even every evidence example
    examples experience far figure figures final finally find first fit fits five following follow follows for form formal forms found four from further gap gaps give given gives go goes going group groups had has have having
    held help helps here hold holds how however if in include included includes indicate indicates inside instead interview into is it item items its itself join joined joins kind know known language languages last
    later latter lead leading learn learned learning leave leaves leaving left less level levels licence licences lie lies like likewise line list listed lists made main make makes making many mark marks match matched
    may mean means measured meet meeting meets mention mentioned mentions met missing moreover more most much must name named namely names near nearest need needed needs neither next no none nor not note noted nothing now
    number of on once one ones only onto open opens or order other others otherwise out outside over own papers part parts place placed plan planned plans point points position positions present presents
    project projects profile put question questions rather reach reached reaches read reads reason recent recently record records related relation relevant remain remaining remains report require
    required requirement requirements requires respectively rest resume role's roadmap round run runs said same say says second section see seen sees separate serve serves set sets settle settled several shorten shortens show
    showing shown shows side similarly simply since single six so some something source specific stand stands start starts state stated states stay stays step steps still stop such sum summary table take taken
    takes taking terms than that the their them then there therefore these they thing things third this those though three through thus tie tied time to together too top total toward towards true turn turns two under unknown
    until up upon use used usually wants was way ways welcome well were what whatever when where whereas whether which while whole whose will with within without word words work worth would yet
    accordingly after alphabetically answer answers basis certification company concerned differently education eighth employer expressed fifth fourth ninth pace person piece pieces prerequisite prerequisites provided regard result seventh
    sixth therefore thus turned turning who
    exception marked exist exists qualification qualifications themselves pair
    address addresses adds amount amounts area areas broader directly everything fall falls few link links look looks option options picture short spread matter
    linguistic academic called missed expected demanded wanted sought demands occupies occupy spans span lasts neighbour neighbours neighbor neighbors post led designed tying stretch stretches core preferred mandatory desirable fulfilled
    certificate certificates degree degrees designing fill horizon inferred leading people systems
    resource resources proof proofs
    skill skills tool tools candidate candidate's resume's report's plan's provider provider's providers project's offered offers two-thirds s
    """.split()
)
"""Words of reports that carry no fact of their own: pronouns of things, prepositions, verbs of saying, showing, asking and counting."""

_RISKY = frozenset("will since lead preferred interview still now like work".split())
"""Free words that the plain sentences use in a fixed phrase; a model's sentence has them only where the facts have."""

_NUMBER = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen|half|third|quarter|twice|double)\b|\d[\d.,]*\d|\d",
    re.I,
)
_COMPOUND = re.compile(rf"(?:{_NUMBER.pattern})-(?P<with>[a-z]+)\b", re.I)
_MEASURES = frozenset("year years month months week weeks hour hours step steps point points part parts day days".split())
_DIGITS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_TALLY = frozenset("1 2 3 4 5 6 7 8 9 10 third".split())
"""Numbers that a writer may count up to; what they count is the checker's to judge."""
_REASON = re.compile(
    r"\b(?:because|since|as)\b(?=[^.;]*\b(?:renewal|expired|catalog|horizon|builds? on|granted|emerging|(?:is|are) related to|later steps? needs?|needs? (?:it|them|this)|shown at work)\b)",
    re.I,
)
"""A cause that the facts give."""
_GROUND = re.compile(r"\b(?:because|since|as)\b(?=[^.;]*\b(?:shows? (?:neither|no|none|not)|does not show|(?:is|are) (?:not )?shown|role asks)\b)", re.I)
_RANKED = re.compile(r"\b(?:essential|optional|emerging|steps?|plan|roadmap|before|after|begins?|first|related)\b(?! (?:requirements?|gaps?|ones|list))", re.I)
"""A gap is one because it is not shown: so much of a cause may be told, but not of rank and order."""
_PHRASES = re.compile(
    r"\b(?:works? (?:its way )?through|(?:mostly|largely|mainly|chiefly) (?:about|in|of|on|with)|thereby|classed as|arises? from|(?:lies|lie|stands?) close by|day-to-day|still (?:open|missing|not shown|to be shown)|entirely (?=in|outside|on|within)|(?:heads?|tops?|opens?) (?=(?:a|the|this|its) list)|according to (?=the (?:resume|role|description|catalog)\b)|by (?:its|the resume's) own account|no room\b|just (?=(?:a single|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b)|of a possible (?=\d)|closes with (?=week)|on the (?:one|other) hand|on the (?:clinical|technical|commercial|financial|practical|formal) side|slightly (?=different\b)|(?<=, )like(?= {3,},)|keep (?:them|these|those|the two) apart|around(?= (?:it|this|that|these|them)\b)|on the assumption\b|for instance|(?:from|on) the page|accounts? for|told in (?:one|a) (?:single )?(?:line|sentence|word)|(?:does|do) not change (?:this|that|it|anything)|issuing body grants|(?:lies?|is|are|comes?) close to(?= {2,})|kinds? of work\b|just (?=(?:listed|mentioned|named)\b)|(?<=related skill, )(?:since|because)(?= the resume shows)|(?<=is the )(?:longest|shortest)(?= step\b|[.,;]| of the (?:[a-z]+ )?steps)|(?:longest|shortest)(?= (?:step|of the (?:[a-z]+ )?steps) is\b)|around (?:this|that) core|preferred (?=requirements?|skills?|ones|list|tools?)|(?:longer|shorter)(?=,| (?:list|than)))\b",
    re.I,
)
"""Turns of phrase whose words would be a claim elsewhere."""


@cache
def _free() -> frozenset[str]:
    return frozenset(word for one in _FREE - _RISKY for word in fold_words(one))


class Guard:
    """What the sentences of one comparison may be made of."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def check(self, sentence: str, section: Section, names: Iterable[tuple[int, int]] | None = None) -> Iterator[Finding]:
        """A finding where a sentence, with the names in place, brings in a word or a number of its own; `names` are the stretches of it that names fill, found anew where left out."""
        words, numbers = self._words(section)
        found = [(one.start, one.end) for one in self._checker.world.names.find(sentence)] if names is None else names
        bare = _REASON.sub("", _PHRASES.sub("", self._bare(sentence, found)))
        if not _RANKED.search(bare):
            bare = _GROUND.sub("", bare)
        foreign = [word for word in fold_words(bare) if word not in words and not _NUMBER.fullmatch(word) and not word.isdigit()]
        foreign += [number for number in _NUMBER.findall(sentence) if _digits(number) not in numbers | _TALLY]
        foreign += [one[0] for one in _COMPOUND.finditer(bare) if one["with"] not in _MEASURES]
        if foreign:
            told = ", ".join(f"“{word}”" for word in dict.fromkeys(foreign))
            yield Finding(kind="unverifiable", span=None, section=section.title, sentence=sentence, message=f"no fact speaks of {told}")

    def _bare(self, sentence: str, names: Iterable[tuple[int, int]]) -> str:
        """The sentence without the names and titles that the facts know."""
        letters = list(sentence)
        for start, end in names:
            letters[start:end] = " " * (end - start)
        small = sentence.casefold()
        for proof in self._checker.world.proofs:
            at = small.find(proof)
            if at >= 0:
                letters[at : at + len(proof)] = " " * len(proof)
        return "".join(letters)

    def _words(self, section: Section) -> tuple[frozenset[str], frozenset[str]]:
        """Words and numbers of the facts that a section may state, and the free words."""
        if section.id not in self._known:
            facts, restore = self._checker.world.facts, self._checker.world.facts.cast.restore
            told = facts.of(*section.must_state, *section.may_state)
            words = {word for fact in told if fact.kind != "step.proof" for word in fold_words(restore(fact.text))}  # a proof is told whole or not at all
            numbers = {_digits(number) for fact in told for number in _NUMBER.findall(restore(fact.text))}
            numbers |= {str(fact.value.get("weeks")) for fact in facts.of("step")}  # how long a step takes, where only its first and last week are told
            self._known[section.id] = (_free() | words, frozenset(numbers))
        return self._known[section.id]


def _digits(number: str) -> str:
    number = number.casefold().strip(".,")
    return _DIGITS.get(number, number)
