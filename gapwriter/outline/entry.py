"""Entry: a line of a resume with the lines that it was wrapped over; Piece: what a line, or a part of it, says under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Entry(NamedTuple):
    """`number` is that of its first line; `apart` says that an empty line stands before it."""

    text: str
    number: int
    bullet: bool
    apart: bool


class Piece(NamedTuple):
    """A line's text, or a part of it, with its number (from 1); `section` is a root key of JSON Resume; `until` is the ISO date at which what it tells
    of ends (an education), `9999` where it goes on, empty where it says none."""

    text: str
    line: int
    section: str
    heading: str
    is_list: bool
    until: str = ""


_BULLET = re.compile(r"^\s*(?:[-*•▪◦●‣·>+–—»✓✔➢➤○■□∙⁃o](?=\s)|\d{1,2}[.)](?=\s)|[•▪◦●‣➢➤■✓✔])\s*(?:[•▪-]\s+)?")
_SENTENCE_OVER = re.compile(r"[.!?:;][\"'”’)]*$")
_UNFINISHED = re.compile(
    r"(?:,|\b(?:and|or|of|the|a|an|with|in|for|to|by|at|from|on|my|our|&|since|until|have|has|is|are|was|were|I|we|who|which|that))$", re.I
)


def strip_bullet(line: str) -> tuple[str, bool]:
    """The text of a line without its bullet, and whether it had one."""
    found = _BULLET.match(line)
    return (line[found.end() :].strip(), True) if found and line[found.end() :].strip() else (line.strip(), False)


def is_wrapped(before: str, bullet: bool, line: str, width: int) -> bool:
    """Whether a line goes on with the sentence of the line before it: that one stops in the middle, or had no room for the next word."""
    if before.rstrip().endswith(":"):
        return False
    indent, own = len(line) - len(line.lstrip()), len(before) - len(before.lstrip())
    if bullet and indent > own:
        return True
    if _SENTENCE_OVER.search(before):
        return False
    text = line.strip()
    if before.rstrip().endswith(")") and text[0].isupper() and not bullet:
        return False
    if _UNFINISHED.search(before) or (text[0].islower() and len(before) >= 40):
        return True
    first_word = text.split(maxsplit=1)[0]
    return len(before) >= 50 and len(before.rstrip()) + 1 + len(first_word) > width


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which the lines of a text were wrapped; very large where they were not (a paragraph a line)."""
    longest = max((len(line.rstrip()) for line in lines), default=0)
    return longest if longest <= 160 else 10**6


# --- lists -------------------------------------------------------------------------------------------------------------------------

_ITEM_END = re.compile(r"\([^)]*\)?|(\s*[,;·•|●▪]\s+|\s*[|·•]\s*|\t+|\s{3,})")
_LABEL = re.compile(r"^([^\W\d_][^:.]{0,40}?)\s*(?::|\s[–—-](?=\s.*,))\s+(?=\S)")
_SAYING = re.compile(
    r"\b(?:I(?!-\d|/)|I'm|I’m|my|me|we|our|never|not|no|none|without|nor|is|are|was|were|have|has|had|am|do|does|did|will|would|which|who|that|because|but|although|yet)\b",
    re.I,
)
# A label that says more than what the items are ("Exposure: Azure, Go") has to be read together with them.
_TELLING_LABEL = re.compile(
    r"\b(?:exposure|exposed|learn\w*|study\w*|studied|not|no|never|none|want\w*|wish\w*|next|plan\w*|expired|lapsed|awareness|progress|training|future|interest\w*|watch\w*|"
    r"curious|limited|little|beginning|starting|hope|hoping|aim\w*|goals?|missing|lacking|rusty|forgotten|gaps?|later|soon|someday|read about|heard)\b",
    re.I,
)

# What tells of a name instead of naming something itself ("Excel: started a course in May", "Kubernetes, one tutorial at home").
_SOME = r"(?:one|an?|single|two|three|four|five|half an?|\d+)"
_REMARK = re.compile(
    rf"n['’]t\b|\b(?:a|an|the|my|our|it|me|once|zero|nil|holiday|twice|until|half ?way|done|outstanding|forgotten|assisted|visited|started|began|begun|enrolled|watched|attended|observed|shadowed|followed|covered|heard|tried|opened|practi[sc]ed|sat|saw|seen|shown|showed|signed|booked|handled by|done by|read the|read a|"
    rf"renewed|expired|lapsed|ran out|awaited|pending|in progress|under way|online (?:course|class|academy|certificate course)|evening (?:class|course)|beginners?['’]?s? course|academy|seminar|webinar|hackathon|tutorials?|"
    rf"sandbox|trial|taster|toy|theory|nothing|only|curious|rudimentary|currently|so far|to go|in theory|someday|can (?:read|open|follow)|chapter|"
    rf"{_SOME}[- ](?:half[- ])?(?:day|hour|week|afternoon|evening|morning|session)s?)\b",
    re.I,
)
# An item of a list that goes on with the one before it.
_GOES_ON = re.compile(
    rf"(?:not|never|no(?! [A-Z])|none|nothing|only|still|currently|just|began|begun|started|learning|studying|expired|lapsed|ran out|renewed|renewal|valid|in progress|in training|exam|due|watched|heard of|shadowed|observed|awaiting|"
    rf"once|twice|theory|next|some ?day|{_SOME}[- ](?:(?:half[- ])?(?:day|hour|week|afternoon|evening|morning|session)s?|tutorials?|course|class|workshop|seminar|webinar|demos?|online \w+|evening \w+))\b",
    re.I,
)

_TOOLS_LABEL = re.compile(
    r"(?:(?:key|main|core|used|programming|technical)\s+)*(?:tech(?:nolog(?:y|ies)|nical skills)?(?: stack)?|tools?(?: used)?|tools and \w+|stack|environment|software|skills?|languages?|"
    r"technologies used|built with|equipment|machines?|systems?|platforms?|databases?|frameworks?|libraries|keywords)(?: used)?",
    re.I,
)


def split_items(text: str) -> list[str]:
    """The items of a list in one line, what stands in parentheses kept with its item."""
    spans, at = [], 0
    for found in _ITEM_END.finditer(text):
        if found[1] and not _GOES_ON.match(text, found.end()):
            spans.append((at, found.start()))
            at = found.end()
    spans.append((at, len(text)))
    items = (text[first:last].strip(" \t.,;*_" if len(spans) > 1 else " \t,;*_") for first, last in spans)
    return [item for item in items if any(c.isalnum() for c in item)]


_LEVEL = re.compile(
    r"[ABC][12]\b|(?:native|fluent|mother|basic|beginner|intermediate|advanced|good|bilingual|conversational|working|professional|limited|elementary)\b", re.I
)


def split_languages(text: str) -> Iterator[str]:
    """Languages with what is said of each ("Norwegian: from my father, fluent")."""
    at = 0
    for found in re.finditer(r"\s*[,;|•·]\s+(?=[^\W\d_])|\s{3,}(?=[^\W\d_])|\t+", text):
        if (
            text[found.end() : found.end() + 1].isupper()
            and not _LEVEL.match(text, found.end())
            and text.count("(", at, found.start()) == text.count(")", at, found.start())
        ):
            yield text[at : found.start()].strip(" \t,;")
            at = found.end()
    yield text[at:].strip(" \t,;")


def is_list(text: str, least: int = 3) -> bool:
    """Whether a line is a list of short names: no sentence, no item longer than six words."""
    if _SAYING.search(re.sub(r"\([^)]*\)|(?<=, )no (?=[A-Z][\w+#.-]*(?:,|$))", "", text)):
        return False
    items = split_items(text)
    return len(items) >= least and all(len(re.sub(r"\([^)]*\)", "", item).split()) <= 6 for item in items)


def read_pieces(entry: Entry, section: str, heading: str, least: int = 3) -> Iterator[Piece]:
    """The entry as one piece, or as the items of its list, with what stands before the colon as their heading.

    `least` is 1 in a section of lists; elsewhere only a line that names tools ("Environment: Python, Docker") is split.
    """
    text = entry.text
    found = _LABEL.match(text)
    label, body = (found[1], text[found.end() :]) if found else ("", text)
    if label and _TELLING_LABEL.search(label):
        yield Piece(text, entry.number, section, heading, False)
        return
    fewest = 1 if label and least == 1 else 2 if label else least
    splits = least == 1 or (bool(label) and bool(_TOOLS_LABEL.fullmatch(label)))
    if not splits or not is_list(body, fewest) or (label and _REMARK.search(body)):
        yield Piece(text, entry.number, section, heading, least == 1 and (is_short(text) or bool(label)))
        return
    if label and section == "skills":
        yield Piece(label, entry.number, section, heading, True)
    under = " · ".join(part for part in (heading, label) if part) if _TELLING_LABEL.search(heading) else label or heading
    for item in split_items(body):
        yield Piece(item, entry.number, section, under, True)


def is_short(text: str) -> bool:
    """Whether a line can be an entry of a list rather than a sentence."""
    return len(text.split()) <= 8 and not _SAYING.search(text)
