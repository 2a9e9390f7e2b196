"""Timespan: from one date to another as people write it in a resume, with its place in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Timespan(NamedTuple):
    """`start` and `end` are ISO (`2021`, `2021-03`), impossible months kept as they are read; an empty `end` goes on. `first` and `last` are offsets."""

    start: str
    end: str
    first: int
    last: int


_MONTH = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|"
    r"nov(?:ember)?|de[cz](?:ember)?)"
)
_SEASON = r"(?:(?:early|mid|late)[ -])?(?:spring|summer|autumn|fall|winter)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_POINT = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+)?{_MONTH}\b\.?,?[\s/-]*(?:of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:{_YEAR}|['’]\d\d(?!\d))|"
    rf"(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)|\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)\d\d(?!\d)|\d{{1,2}}\s?[./-]\s?{_YEAR}|"
    rf"(?:19|20)\d\d[-/.][01]\d(?!\d)|{_SEASON}(?:\s+of)?\s+{_YEAR}|q[1-4][\s/]*{_YEAR}|{_YEAR}\s*q[1-4]|{_YEAR})"
)
_SHORT = rf"(?:{_MONTH}\b\.?[\s-]?\d\d(?!\d)|\d{{1,2}}/\d\d(?!\d)|['’]\d\d(?!\d))"
_UNTIL = r"(?:\s*(?:[-–—−~→]+>?|\.\.+)\s*|\s+(?:up\s+)?(?:to|until|till?|through|thru|bis|and)\s+)"
_PRESENT = r"(?:(?:the\s+)?present(?:\s+day)?|now|current(?:ly)?|today|(?:to\s+|till\s+)?date|ongoing|onwards?|heute|aktuell|jetzt)\b"
_FROM = r"(?:(?:from|between|von|since|seit|ab)\s+)?"
_EDGE = r"(?<![\w.,/$€£#])"
_RANGE = re.compile(
    rf"{_EDGE}{_FROM}(?:(?P<a>{_POINT}|{_MONTH}\b\.?(?={_UNTIL}{_MONTH}))(?:{_UNTIL}(?P<b>{_POINT}|{_PRESENT})|{_UNTIL}(?P<b2>{_SHORT})|\s*[-–/](?P<y>\d\d)(?![\d/.-]))|"
    rf"(?P<a2>{_SHORT}){_UNTIL}(?P<b3>{_SHORT}|{_POINT}|{_PRESENT}))",
    re.I,
)
_OPEN = re.compile(
    rf"{_EDGE}(?:(?:since|seit|ab|from)\s+(?P<a>{_POINT}|['’]\d\d)|(?P<b>{_POINT})\s*(?:[-–—−]+(?=\s*(?:$|[)\],|;:])|\s\s|\t)|[-–—−](?=\s+[^\W\d_])|\s(?:and\s+)?(?:onwards?|ongoing)\b))",
    re.I,
)
# Two columns of dates at the head of a line ("Mar 2019     Jun 2021     Buyer").
_COLUMNS = re.compile(rf"\s*(?P<a>{_POINT})(?:\s{{2,}}|\t+)(?P<b>{_POINT}|{_PRESENT})(?=\s{{2,}}|\t|\s*$)", re.I)
_ONE = re.compile(rf"{_EDGE}{_POINT}", re.I)
_DATE_LIKE = re.compile(r"\d\d")
_NAMES = {"mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12}
_NAMES |= {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12)}


@lru_cache(maxsize=1024)
def find_timespan(text: str) -> Timespan | None:
    """The first range of dates in a text, closed ("2019-2021") or open ("since May 2020")."""
    if not _DATE_LIKE.search(text):
        return None
    columns = _COLUMNS.match(text)
    if columns:
        end = "" if re.fullmatch(_PRESENT, columns["b"], re.I) else _read_date(columns["b"], last=True)
        return Timespan(_read_date(columns["a"], last=False), end, *columns.span())
    found = _RANGE.search(text)
    if found:
        return Timespan(*_read_range(found), *found.span())
    found = _OPEN.search(text)
    return Timespan(_read_date(found["a"] or found["b"], last=False), "", *found.span()) if found else None


def find_date(text: str) -> Timespan | None:
    """The first single date in a text, as the time from its first to its last month: "Spring 2021" is March to May."""
    found = _ONE.search(text) if _DATE_LIKE.search(text) else None
    return Timespan(_read_date(found.group(), last=False), _read_date(found.group(), last=True), *found.span()) if found else None


def _read_range(found: re.Match[str]) -> tuple[str, str]:
    first, second = found["a"] or found["a2"], found["b"] or found["b2"] or found["b3"]
    if found["y"]:
        return _read_date(first, last=False), first[-4:-2] + found["y"]
    end = "" if re.fullmatch(_PRESENT, second, re.I) else _read_date(second, last=True)
    start = _read_date(first, last=False)
    if not start[:1].isdigit():  # "Mar - Aug 2021", "Oct - Feb 2021"
        month, year = int(start.lstrip("-")), int(end[:4])
        start = f"{year - (month > int(end[5:7] or 12)):04}-{month:02}"
    return start, end


_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.]\d{1,2})?")
_YEAR_LAST = re.compile(r"(?:(\d{1,2})[./-])?(\d{1,2})\s?[./-]\s?((?:19|20)?\d\d)")


def _read_date(text: str, *, last: bool) -> str:
    """One date as ISO; `last` takes the last month of a season or a quarter. A month without a year gives `-MM`."""
    text = text.strip().casefold()
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return f"{found[1]}-{int(found[2]):02}"
    found = _YEAR_LAST.fullmatch(text)
    if found:
        # Day before month, as nearly everywhere; the other way round only where no month has that number.
        month = found[1] if found[1] and int(found[2]) > 12 >= int(found[1]) else found[2]
        return f"{_full_year(found[3])}-{int(month):02}"
    year = re.search(r"(?:19|20)\d\d", text)
    number = year.group() if year else _full_year(text[-2:]) if text[-2:].isdigit() else ""
    month_number = _named_month(text, last)
    return f"{number}-{month_number:02}" if month_number else number


def _named_month(text: str, last: bool) -> int:
    word = re.search(r"[^\W\d_]{3,}", text)
    if word and word.group()[:3] in _NAMES:
        return _NAMES[word.group()[:3]]
    season = next((months for name, months in _SEASONS.items() if name in text), None)
    if season:
        return season[last]
    quarter = re.search(r"q([1-4])", text)
    return int(quarter[1]) * 3 - (0 if last else 2) if quarter else 0


def _full_year(digits: str) -> str:
    return digits if len(digits) == 4 else f"{'20' if int(digits) < 60 else '19'}{digits}"
