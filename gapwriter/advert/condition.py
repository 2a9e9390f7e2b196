"""Condition: what an advertisement asks for beside skills: years of experience, leadership, architecture."""

from __future__ import annotations

import re
from typing import NamedTuple


class Years(NamedTuple):
    """A figure of experience; `general` is false where it is tied to one tool or in a lesser list."""

    years: float
    start: int
    end: int


_NUMBERS = "half one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_WORD = "|".join(_NUMBERS[1:])
_YEARS = re.compile(
    rf"\b(?P<n>\d{{1,2}}(?:[.,]5)?|(?:an?(?=\s+(?:years?|months?)(?:['’]s?)?\s+(?:of|or|experience|in|minimum))|{_WORD})(?=[\s-]+(?:\(|(?:and\s+a\s+half\s+)?(?:or\s+more\s+|plus\s+|to\s+|full\s+)?(?:{_WORD}\b|years?|yrs?|months?))))(?P<half>\s+and\s+a\s+half)?(?:\s*\(\d+\))?\s*(?:\+|plus\b|or\s+more\b|full\b)?"
    rf"(?:\s*(?:-|–|—|to|or)\s*(?:\d{{1,2}}|{_WORD})\s*\+?)?\s*-?\s*(?:or\s+more\s+|full\s+)?(?P<unit>years?|yrs?|months?)\b['’]?(?P<after>(?:\s+(?:or\s+(?:more|longer)|plus|minimum))?)",
    re.I,
)
_OF_WORK = re.compile(
    r"\b(?:experience\w*|work\w*|post|role|position|practice|background|track record|history|career|employment|industry|field|in|of|with|as|using|running|building|doing|managing|on|at|min(?:imum)?|least)\b",
    re.I,
)
_OTHER = re.compile(
    r"(?:[\s-]*(?:degree|diploma|course|programme|program|contract|apprenticeship|ago|old|of age|post-?qualified\?|college|university|fixed|term|warranty|a week|groups?|of leave|of holiday|probation|plan)\b)",
    re.I,
)
_BEFORE_OTHER = re.compile(
    r"\b(?:last|past|after|within|every|next|for over|over the|under|since|in|age|aged|than|valid for|recent|during)\s+(?:\w+\s+)?$", re.I
)


def read_years(text: str) -> Years | None:
    """The first figure of experience in a text: at least so many years; months as parts of a year, of a range the lower end."""
    for found in _YEARS.finditer(text):
        if _OTHER.match(text, found.end()) or (
            _BEFORE_OTHER.search(text[: found.start()]) and not re.search(r"\b(?:minimum|more|less)\s+(?:of\s+|than\s+)?$", text[: found.start()], re.I)
        ):
            continue
        if not (_OF_WORK.search(text, found.end()) or _OF_WORK.search(text[: found.start()]) or found.end() == len(text.rstrip(" ."))):
            continue
        number = _read_number(found["n"]) + (0.5 if found["half"] else 0)
        return Years(round(number / 12, 2) if found["unit"].casefold().startswith("month") else number, found.start(), found.end())
    return None


def _read_number(text: str) -> float:
    word = text.casefold()
    return 1 if word in ("a", "an") else float(_NUMBERS.index(word)) if word in _NUMBERS else float(word.replace(",", "."))


_PEOPLE = (
    r"(?:(?:team|crew|squad|shift|staff|group|people|colleagues|others|engineers?|developers?|technicians?|nurses?|assistants?|apprentices?|trainees?|students|operators?|drivers?|analysts?|designers?|teachers?|clerks?|"
    r"cooks?|chefs?|workers?|labou?rers?|fitters?|electricians?|agents?|reps|representatives|associates?|juniors?|members|personnel|direct reports|reports|department|unit|brigade|advisers?|advisors?|accountants?|carers?|gang|teams)\b)"
)
_LEADS = re.compile(
    rf"\b(?:(?:lead|leads|led|leading|manage|manages|managed|managing|supervis\w+|direct(?:ed|ing)?|head(?:ed|ing)?|run|running|ran|mentor(?:ed|ing)?|coach(?:ed|ing)?|guid(?:e|ed|ing)|oversee(?:n|ing)?|oversaw|line[- ]manag\w+|develop(?:ed|ing)?)\s+"
    rf"(?:(?:and|or)\s+\w+\s+)?(?:(?:a|an|the|our|your|other|of|more|junior|small|up|to|about|large|own|new|less experienced|five|six|two|three|four|seven|eight|ten|\d+)\s+)*(?:[\w-]+\s+){{0,2}}?{_PEOPLE}|"
    r"(?:people|line|team|staff|personnel)[- ](?:management|leadership|supervision)|(?:supervisory|managerial|leadership|management)\s+(?:experience|role|position|responsibilit\w+|background|track record)|"
    r"experience\s+(?:of|in|as)\s+(?:an?\s+)?(?:leading|managing|supervising|supervision|people management|(?:team|tech|technical|shift|crew)\s+lead(?:er)?|supervisor|manager|charge nurse)|as\s+an?\s+(?:technical|tech|team|shift|crew|squad)\s+lead(?:er)?|"
    r"management\s+of\s+(?:staff|people|personnel|a\s+(?:small\s+)?team|others)|(?:experience|responsibility)\s+for\s+(?:staff|people|a\s+team)|leadership\s+of\s+(?:people|a\s+team|others))",
    re.I,
)
_NOT_LEADING = re.compile(
    r"\b(?:no|not|without|never)\b[^.;]{0,40}\b(?:direct reports|supervis\w+|line management|manag\w+|lead\w*|people)\b|\blead\s+(?:generation|time|times|nurturing|qualification)|\b(?:our|the|your|a)\s+(?:team|tech|technical)\s+lead(?:er)?\s+(?:will|is|and|who)\b|"
    r"\breport(?:s|ing)?\s+to\b|\bmanage\s+(?:your|their|its)\s+own\b|\bled\s+by\b",
    re.I,
)
_ARCHITECTURE = re.compile(
    r"\b(?:(?:design(?:ed|ing)?|own(?:ed|ing)?|defin(?:e|ed|ing)|shap(?:e|ed|ing)|set(?:ting)?|responsible\s+for|experience\s+(?:of|in|with)|architect\w*|develop(?:ed|ing)?)\s+(?:and\s+\w+\s+)?(?:(?:the|our|a|an|whole|overall|complex|large|software|system|solution|data|technical|"
    r"cloud|target|scalable|distributed)\s+)*(?:architectures?|system\s+design)|(?:software|system|systems|solution|solutions|technical|enterprise|cloud|data|platform)\s+architecture|system\s+design|architectural\s+(?:decisions|experience|responsibility)|architecting)\b",
    re.I,
)
_LEADING_LABEL = re.compile(
    r"lead|mentor|supervis|coach|(?:people|line|team|staff) management|managing|management experience|delegation|direct reports|developing others|team building",
    re.I,
)
_ARCHITECTURE_LABEL = re.compile(r"architect|system design", re.I)


def asks_leadership(text: str) -> bool:
    """Whether a text asks for responsibility for people."""
    return bool(_LEADS.search(text)) and not _NOT_LEADING.search(text)


def asks_architecture(text: str) -> bool:
    """Whether a text asks for the design of systems."""
    return bool(_ARCHITECTURE.search(text))


def is_of_condition(label: str) -> bool:
    """Whether a label only repeats what leadership or architecture says."""
    return bool(_LEADING_LABEL.search(label) or _ARCHITECTURE_LABEL.search(label))
