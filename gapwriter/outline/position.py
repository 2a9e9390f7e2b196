"""Position: what a line says of a job: its title and the employer's name, told apart; the names of jobs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TITLES = (
    "engineer developer programmer architect administrator admin analyst scientist researcher designer manager director head lead leader officer executive "
    "president chief accountant bookkeeper auditor controller clerk cashier teller assistant associate coordinator co-ordinator specialist consultant "
    "advisor adviser representative rep agent broker nurse sister matron midwife carer caregiver doctor physician surgeon therapist physiotherapist "
    "pharmacist paramedic dentist hygienist radiographer phlebotomist orderly teacher lecturer professor tutor trainer instructor educator principal "
    "headteacher librarian nanny governess electrician plumber welder carpenter joiner bricklayer mason painter plasterer roofer fitter mechanic machinist "
    "millwright operator operative technician installer rigger foreman forewoman labourer laborer worker helper apprentice journeyman journeywoman wireman "
    "lineman driver courier loader picker packer porter storekeeper warehouseman handyman caretaker janitor cleaner housekeeper gardener landscaper chef "
    "cook baker barista bartender waiter waitress server host hostess steward receptionist secretary typist salesman saleswoman salesperson seller buyer "
    "merchandiser marketer strategist planner scheduler dispatcher forwarder intern trainee student graduate postdoc fellow volunteer freelancer contractor "
    "founder co-founder owner partner editor writer author journalist reporter translator interpreter copywriter photographer illustrator animator producer "
    "lawyer solicitor attorney paralegal notary counsel recruiter generalist inspector surveyor estimator supervisor superintendent guard detective soldier "
    "sergeant corporal captain pilot sailor firefighter policeman practitioner professional expert tester integrator hairdresser barber beautician tailor "
    "butcher fishmonger farmer groom cto ceo cfo coo cio vp hca cna lpn rn hgv developer sre dba devops dishwasher usher attendant hand preparer "
    "underwriter actuary economist statistician chemist biologist physicist geologist optician dietitian nutritionist counsellor counselor psychologist "
    "keyholder bookseller crew staff entwickler entwicklerin ingenieur ingenieurin mitarbeiter mitarbeiterin leiter leiterin verkäufer verkäuferin "
    "sachbearbeiter"
).split()
_TITLE = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, _TITLES))}|\w+(?:ician|ologist|ographer|keeper|worker|smith|maker|woman|mistress|master(?! of|'s|’s))|internship|apprenticeship|traineeship|"
    r"machine learning ops|quality assurance|customer (?:support|service)|tech support)s?\b(?!['’]s)",
    re.I,
)
_FIRM = re.compile(
    r"\b(?:ltd|limited|inc|llc|llp|plc|gmbh|ag|kg|bv|b\.v|nv|sarl|s\.a|oy|ab|co|corp|corporation|company|group|holdings?|partners|brothers|bros|sons|university|college|school|academy|"
    r"institute|hospital|clinic|surgery|infirmary|hospice|nhs|trust|council|ministry|department of|agency|bank|foundation|association|society|hotel|restaurant|café|cafe|bakery|"
    r"brewery|logistics|solutions|systems|technologies|labs?|studios?|consulting|industries|services|stores?|supermarket|shop|media|publishing|press|airlines|railways?|"
    r"electric|mills?|works|farms?|church|library|museum|authority|board|municipality|enterprises|international|software|health(?:care)?|pharmacy|insurance|centre|center|(?:nursing|care|residential|children['’]s) home|plc|spa|a/s)\b",
    re.I,
)
_UNPAID = re.compile(
    r"\b(?:volunteer\w*|voluntary|unpaid|trustee|career break|sabbatical|(?:parental|maternity|paternity|family) leave|gap year|travell?ing|travels|unemployed|job search|"
    r"stay-at-home|full-time (?:parent|mother|father|carer))\b",
    re.I,
)
# What begins so is time between jobs ("Between jobs", "At home with two small children", "Round the world by bicycle").
_PAUSE = re.compile(
    r"(?:illness|ill\b|recovery|convalescence|(?:sick|medical|carer['’]?s) leave|between (?:jobs|posts|positions)|(?:at |stayed (?:at )?)home\b|looking (?:after|for)|caring for|cared for|care of my|round the world|around the world|"
    r"backpack\w*|travel(?:led|ling|s)?\b|emigrat\w+|relocat\w+|(?:the |a )?move (?:to|from)|moved (?:to|from)|(?:full-time )?(?:study|studies)\b|language (?:school|course)|not working|out of work|redundan\w+|time (?:off|out)|family\b|"
    r"raising\b|retraining|pilgrimage|(?:half )?a year (?:in|abroad|off)|year (?:abroad|off)|exchange year)",
    re.I,
)
_STUDY = re.compile(
    r"\b(?:b\.?sc|m\.?sc|b\.?a|m\.?a|b\.?eng|m\.?eng|mba|ph\.?d|bachelor\w*|master(?:['’]?s)? (?:of|in|degree)|degree|diploma|gcses?|a[- ]levels?|abitur|associate of|studie[sd]|studying|"
    r"minor in|major in|thesis|nvq|btec|hnd|ged|high school|coursework|evening classes|bootcamp|certificate in)\b",
    re.I,
)
_BETWEEN = re.compile(
    r"\([^)]*\)?|(\s+[–—-]+\s+|\s*\|\s*|\s*::\s*|\s+[•·/]\s+|\t+|\s{3,}|,\s+|;\s+|(?<!\bSt)(?<!\bST)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bNo)(?<!\b[A-Z])\.\s+(?=[A-Z])|\s+(?:at|@|bei|for|with)\s+(?=[A-Z\d]))"
)
_EDGES = " \t,;:|–—-•·*_.)"
_ABBREVIATED = re.compile(r"\b(?:Co|Inc|Ltd|Corp|Bros|[A-Z]\.[A-Z])\.$|\([^()]*\)$")


class Part(NamedTuple):
    """A part of a text by its offsets."""

    first: int
    last: int


@lru_cache(maxsize=4096)
def is_title(text: str) -> bool:
    """Whether a text holds the name of a job."""
    return bool(_TITLE.search(text))


def is_firm(text: str) -> bool:
    """Whether a text looks like the name of an employer or a school."""
    return bool(_FIRM.search(text))


def is_unpaid(text: str) -> bool:
    """Whether a dated line tells of something else than paid work: volunteering, leave, travel."""
    return bool(_UNPAID.search(text) or (_PAUSE.match(text.strip(" ,;:–—-")) and not is_title(text)))


def is_study(text: str) -> bool:
    """Whether a line tells of a degree or a school."""
    return bool(_STUDY.search(text))


def split_parts(text: str, first: int = 0, last: int | None = None) -> Iterator[Part]:
    """The parts of a line between commas, dashes and bars, parentheses kept whole."""
    last = len(text) if last is None else last
    at = first
    for found in _BETWEEN.finditer(text, first, last):
        if found[1]:
            yield from _trimmed(text, at, found.start())
            at = found.end()
    yield from _trimmed(text, at, last)


def _trimmed(text: str, first: int, last: int) -> Iterator[Part]:
    at_end = last
    while first < last and text[first] in _EDGES:
        first += 1
    while (
        last > first
        and (text[last - 1] in _EDGES or (text[last - 1] == "(" and ")" not in text[last:at_end]))
        and not _ABBREVIATED.search(text, max(first, last - 80), last)
    ):
        last -= 1
    inner = text[first:last]
    if inner.startswith("(") and inner.endswith(")") and inner.count("(") == 1:
        return
    if any(c.isalnum() for c in inner):
        yield Part(first, last)


def tell_apart(text: str, parts: list[Part]) -> tuple[Part | None, Part | None]:
    """Title and employer among the parts of a line; a lone part without a clue is a title."""
    words = [text[part.first : part.last] for part in parts]
    if not parts:
        return None, None
    titles = [n for n, word in enumerate(words) if is_title(word) and not _ends_as_firm(word)]
    firms = [n for n, word in enumerate(words) if n not in titles and is_firm(word)]
    if titles:
        at = titles[0]
        return _with_title(text, parts, at, _employer(words, at, firms))
    if firms and len(parts) == 1:
        return None, parts[0]
    if firms:
        # Two that look like firms ("Bank shifts, Marches Ambulance Trust"): the first is the title, as it is nearly everywhere.
        at = next((n for n in range(len(parts)) if n != firms[-1]), 0)
        return _with_title(text, parts, at, firms[-1] if firms[-1] > at else firms[0])
    return parts[0], parts[1] if len(parts) > 1 else None


def _ends_as_firm(word: str) -> bool:
    """ "Baker Brothers Ltd" names a job and is a firm; "Hospital Porter" names a firm and is a job."""
    titles, firms = list(_TITLE.finditer(word)), list(_FIRM.finditer(re.sub(r"\([^)]*\)", "", word)))
    return bool(firms) and (not titles or firms[-1].start() > titles[-1].start()) and not re.search(r"\b(?:of|for|to)\b", word)


def _employer(words: list[str], title: int, firms: list[int]) -> int | None:
    named = [n for n in firms if n != title]
    if named:
        return next((n for n in named if n > title), named[0])
    after = [n for n in range(title + 1, len(words)) if words[n][:1].isupper() or words[n][:1].isdigit()]
    plain = [n for n in after if not is_title(words[n])]
    return plain[0] if plain else 0 if title > 0 else after[0] if after else None


def _with_title(text: str, parts: list[Part], at: int, employer: int | None) -> tuple[Part, Part | None]:
    """The title with what stands between it and the employer ("Staff Nurse, surgical ward")."""
    last = parts[employer - 1].last if employer is not None and employer > at else parts[at].last
    if text[parts[at].last : last].count("(") != text[parts[at].last : last].count(")"):
        last = parts[at].last
    return Part(parts[at].first, last), None if employer is None else parts[employer]
