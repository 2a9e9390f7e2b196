"""Contact: the lines at the top of a resume that say who the person is and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapwriter.outline.position import is_firm, is_title
from gapwriter.outline.section import is_rule, name_section

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])(?:\+|\(?0|\(\d)[\d\s()./-]{7,}\d|\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b|\b(?:https?://|www\.)\S+|\b(?:linkedin|github|gitlab|xing)\.com/\S*|"
    r"^(?:e-?mail|phone|tel(?:ephone)?|mobile|cell|address|adresse|linkedin|github|website|web|twitter|date of birth|born|geboren|d\.?o\.?b|nationality|marital status|age|gender)\b\.?\s*[:.]|"
    r"\b\d{1,5}[a-z]?,?\s+(?:[A-Z][\w.'-]*\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|court|ct|close|place|square|terrace|boulevard|blvd)\b\.?|"
    r"\b[A-Z]\w+(?:straße|strasse|straat|gasse|weg|platz|laan)\s+\d+|\b[A-Z]{1,2}\d[\dA-Z]?\s+\d[A-Z]{2}\b|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b",
    re.I,
)
_MARK_OF_CONTACT = re.compile(r"[@\d]|www\.|://|\.com/|^[\w ./-]{1,20}[:.]", re.I)
"""What every contact has: a number, an address on the net, or a label at its head."""
_TOWN = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2}"
_PLACE = re.compile(rf"{_TOWN}(?:,\s+{_TOWN}){{1,2}}(?:\s*\([^)]*\))?")
_CV = re.compile(
    r"^(?:curriculum vitae|resum[eé]|résumé|cv|lebenslauf|personal details|name|full name)\b(?:\s+(?:of|for)\b)?\s*[:|–—-]?\s*|\s*[:|,–—-]?\s*\b(?:curriculum vitae|resume|résumé|cv)\.?$",
    re.I,
)
_CREDENTIALS = re.compile(r"\s*[,|(–—]\s*.*$|\s+[-·•]\s+.*$|\s{3,}.*$|\t.*$")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’‘-](?=[^\W\d_ ]|\s|$)|\s(?=[^\W\d_'’]))*\.?")
_NO_NAME = re.compile(
    r"\b(?:the|and|with|for|years?|about|hello|page|confidential|application|dear|my|is|am|who|to|in|at|experience|experienced|professional|certified|registered|licensed|"
    r"university|street|road|remote|machine|learning|data|software|care|sales|customer|health)\b",
    re.I,
)


def is_contact(text: str) -> bool:
    """Whether a line is an address, a telephone number, an e-mail or the like, and nothing more."""
    if len(text) <= 60 and not _CV.sub("", text).strip(" .:"):
        return True
    if len(text) > 300 or not _MARK_OF_CONTACT.search(text) or not _CONTACT.search(text):
        return False
    bare = _CONTACT.sub(" ", text)
    return len(re.findall(r"[^\W\d_]{3,}", bare)) <= 7


def is_place(text: str) -> bool:
    """Whether a short line is no more than a town ("Madison, Wisconsin")."""
    return len(text) <= 80 and bool(_PLACE.fullmatch(text.strip())) and not is_title(text)


def find_name(lines: Sequence[str]) -> tuple[str, int]:
    """The candidate's name and the index of its line; ("", -1) where none of the first lines looks like one."""
    seen = 0
    for at, line in enumerate(lines):
        if not line.strip() or is_rule(line):
            continue
        name = _read_name(line, first=seen == 0)
        if name:
            return name, at
        seen += 1
        if seen >= 6:
            break
    return "", -1


def _read_name(line: str, first: bool) -> str:
    text = _CV.sub("", line.strip(" \t*_#=|~"))
    text = _CREDENTIALS.sub("", re.sub(r"\s*\([^)]*\)", "", text)).strip(" ,;:*_")
    words = text.split()
    if not text or len(text) > 80 or not _NAME.fullmatch(text) or len(words) > 5 or name_section(text) or _NO_NAME.search(text):
        return ""
    while len(words) > 2 and words[-1].isupper() and len(words[-1]) <= 5 and not all(word.isupper() for word in words) and "." not in words[-1]:
        words.pop()  # "Jane Doe RN BSN"
    if is_title(" ".join(words)) or is_firm(" ".join(words)):
        return ""
    spaced = any(ord(c) > 0x2E80 for c in text)
    if len(words) == 1 and not (spaced or (first and line.strip() == text and len(text) > 2)):
        return ""
    small = sum(word[0].islower() for word in words)
    if small and not first and small >= len(words) - 1:
        return ""
    return _in_mixed_case(words)


def _in_mixed_case(words: list[str]) -> str:
    """A name in capitals as it is written in running text."""
    if not all(word.isupper() for word in words) or len("".join(words)) < 4:
        return " ".join(words)
    return " ".join(re.sub(r"(?:^|(?<=[-'’.]))\w|(?<=^MC)\w", lambda found: found.group().upper(), _lower(word)) for word in words)


def _lower(word: str) -> str:
    return "Mc" + word[2].upper() + word[3:].lower() if word.startswith("MC") and len(word) > 4 else word.lower()
