"""Title: what a heading or a label says of all that stands under it ("Currently learning", "Still to come")."""

from __future__ import annotations

import re
from functools import lru_cache

from gapwriter.polarity.sign import Polarity

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
# A title that holds one of these words and nothing but words of their kind ("Still to come", "Reading knowledge only", "What I do not bring yet").
_TITLE_SIGNS = (
    (
        re.compile(r"\b(?:not|never|no|none|nothing|missing|lack(?:s|ing)?|gaps?|blind spots?|out of date|weak(?:ness(?:es)?)?|without|unknown)\b", re.I),
        Polarity.NO,
    ),
    (
        re.compile(
            r"\b(?:want(?:s|ed)?|wish(?:es)?|hop(?:es?|ing)|would|goals?|ambitions?|dreams?|plans|planned|future|next|ahead|soon|later|come|coming|learn|someday|(?:some|one) day|heading|looking into|on (?:my|the) (?:\w+ )?list)\b",
            re.I,
        ),
        Polarity.WANTS,
    ),
    (
        re.compile(
            r"\b(?:learning|studying|reading|picking|practi[sc]ing|under ?way|in (?:progress|training)|growing|building|(?:started|began|begun)(?= (?:in|this|last|just|recently)\b)|working through|"
            r"(?:class|course|book)(?= (?:this|at the moment|now|at present)\b))\b",
            re.I,
        ),
        Polarity.LEARNING,
    ),
    (
        re.compile(
            r"\b(?:theory|heard|seen|watched|shadowed|exposure|sandbox|side ?line|awareness|tutorials?|distance|observed|dabbled|home only|through colleagues)\b",
            re.I,
        ),
        Polarity.EXPOSURE,
    ),
)
_TITLE_WORDS = frozenset(
    (
        "i i'm i've i'd am me my a an the of in on at to for it them and or but yet still so far up now currently present moment time this that these is are be being been do does did "
        "have has had got not never no none nothing know known use used work working bring can could with from about through things thing stuff tools skills skill languages "
        "language technologies topics areas career professional personal some one day more most first second year years week month months recently just last mine own hands get into "
        "getting where stand new learn learning learnt study studying try trying tried read reading book class course courses evening night online knowledge only experience "
        "side line sideline home colleagues done dabbled looking heading growing building date out pick love spots spot blind wish wishes list want wanted would like love hope hopes hoping goal goals ambition ambitions dream dreams plans planned future next ahead soon later come "
        "coming someday missing lack lacks lacking gap gaps weak weakness weaknesses without unknown picking practising practicing underway way under progress training "
        "started began begun theory heard seen watched shadowed exposure sandbox awareness tutorial tutorials distance observed what which as do january february march april may "
        "june july august september october november december spring summer autumn fall winter"
    ).split()
)


@lru_cache(maxsize=1024)
def read_title(heading: str) -> Polarity:
    for title in heading.split(" · "):
        title = title.strip(" :")
        if _HEADING_LEARNING.fullmatch(title):
            return Polarity.LEARNING
        if _HEADING_WANTS.fullmatch(title):
            return Polarity.WANTS
        if _HEADING_NO.search(title):
            return Polarity.NO
        words = re.findall(r"[\w'’-]+", title.casefold())
        if all(word.replace("’", "'") in _TITLE_WORDS or word.isdigit() for word in words):
            for sign, polarity in _TITLE_SIGNS:
                if sign.search(title):
                    return polarity
    return Polarity.HAS
