"""Age, origin, family, faith, health or gender of the candidate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapwriter.claims import Reading
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "As a young professional, the candidate has time to develop.",
    "Given the Norwegian background of the candidate, language is no obstacle.",
)
ALLOWS = ("The candidate knows Python.",)

_NATIONS = (
    "african|american|arab|arabic|argentin\\w+|asian|australian|austrian|belgian|brazilian|british|bulgarian|canadian|caribbean|chilean|chinese|colombian|croatian|cuban|czech|danish|dutch|egyptian|english|estonian|ethiopian|european|filipino|finnish|french|german|ghanaian|greek|"
    "hispanic|hungarian|icelandic|indian|indonesian|iranian|iraqi|irish|israeli|italian|jamaican|japanese|jewish|kenyan|korean|latin american|latino|latina|latvian|lebanese|lithuanian|malaysian|maori|mexican|moroccan|nepalese|nigerian|norwegian|pakistani|persian|peruvian|"
    "polish|portuguese|romanian|russian|saudi|scandinavian|scottish|serbian|slovak|slovenian|somali|spanish|sudanese|swedish|swiss|syrian|taiwanese|thai|tunisian|turkish|ukrainian|venezuelan|vietnamese|welsh|western|eastern european|middle eastern|foreign|migrant|immigrant|ethnic"
)
_WORDS = re.compile(
    rf"(?:^|\b(?=\w))(?:\b(?:{_NATIONS})(?:-born\b|(?:-born)? (?:background|origin|origins|heritage|roots|descent|national|nationality|citizen|native|upbringing|culture|family|man|woman|candidate|applicant|parents|accent|extraction|ancestry|community|mentality|work ethic)\b)"
    r"|\b(?:nationality|ethnicity|ethnic|race|racial|religion|religious|faith|devout|catholic|protestant|jewish|atheist|churchgoer|christian|muslim|hindu|buddhist|skin|accent|immigrant|immigrated|migrant|refugee|born in|born and raised|grew up in|native of|hails from|originally from|country of origin|home country|citizenship|foreigner|expat)\b"
    r"|\bwho is (?:\d\d|\w+ty(?:-\w+)?)\b(?! (?:percent|%|weeks|hours))|\bN, \d\d,|^\W*at (?:the age of )?\d\d,|\b(?:young|youthful|younger|older|elderly|middle-aged|mature (?:candidate|applicant|student|professional|worker|age|years)|energetic young|in (?:his|her|their|the) (?:early |mid |late |mid-)?(?:twenties|thirties|forties|fifties|sixties|20s|30s|40s|50s|60s)|years? old|year-old|at the age of|aged (?:\d|over|under|about|between|twenty|thirty|forty|fifty|sixty)\w*|at (?:his|her|their) age|her age|his age|their age|the candidate's age|N's age|despite (?:the |his |her |their )?age|close to retirement|nearing retirement|retirement age|generation|millennial|gen z|digital native|boomer|not getting any younger|senior citizen|fresh-faced)\b"
    r"|\b(?:mother(?! tongue)|father|mum|mom|dad|parent|parents|parenthood|motherhood|fatherhood|husband|wife|spouse|married|marriage|divorced|widowed|single (?:parent|mother|father)|pregnan\w+|maternity|paternity|childcare|children|kids|working-class|middle-class|upbringing|(?:someone|somebody|a person|a candidate|people) (?:over|under|above|below|past) (?:\d\d|\w+ty)\b(?! (?:percent|%))|comes from an? (?:\w+ )?(?:family|home)|family (?:man|woman|commitments|responsibilities|life|obligations|situation|duties|planning)|childless|bachelor life|caring responsibilities)\b"
    r"|\b(?:as an? (?:\w+ )?(?:man|woman|lady|gentleman|male|female|girl|boy|lad|gay|lesbian|trans\w*)|female|male|woman|women|lady|gentleman|gender|sexual|lgbt\w*|disabled|disability|wheelchair|chronic illness|health condition|in good health|physically fit|medical condition|autistic|dyslexi\w+|pregnant)\b)"
)
_LOOSE = re.compile(r"(?:children|parents?|mother|mature|female|male|generation|kids|older|race)\b")
_PERSONAL = re.compile(r"\b(?:N|candidate|applicant|he|she|they|his|her|their|as an?)\b")


@lru_cache(maxsize=2048)
def _find(line: str) -> tuple[str, ...]:
    return tuple(found[0] for found in _WORDS.finditer(line))


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        found = [words for words in _find(said.loose) if not _LOOSE.match(words) or _PERSONAL.search(said.text)]
        if not found or re.search(
            r"\b(?:regardless of|play no part|plays no (?:part|role)|does not consider|are not considered|is not considered|left out of account)\b", said.text
        ):
            continue
        yield fault("unsupported_demographic", said, None, "age, origin, family, faith, health and gender are no facts", [])
