"""Period: from month to month, and the time that several periods cover together."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from gapwriter.errors import InputError

_ISO = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?")


class Period(NamedTuple):
    """Months counted from year 0, both ends included: January to March is three months."""

    first: int
    last: int


def read_month(text: str, file: str, place: str) -> int:
    """The month of an ISO date (`2021`, `2021-03`, `2021-03-15`); a bare year reads as its January.

    That holds for an end too (`2016` to `2018` is 25 months): the shorter reading, so that no month is credited which the resume does not show.
    Raises InputError for anything else, and for dates that no calendar has.
    """
    found = _ISO.fullmatch(text.strip())
    cure = "write YYYY, YYYY-MM or YYYY-MM-DD"
    if not found:
        raise InputError(file, place, f"{text!r} is not a date", cure)
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    try:
        date(year, month, day)
    except ValueError:
        raise InputError(file, place, f"{text!r} is not in the calendar", cure) from None
    return year * 12 + month - 1


def last_complete_month(as_of: date) -> int:
    """The month through which "Present" counts: the last that is over on that day."""
    whole = as_of.day == calendar.monthrange(as_of.year, as_of.month)[1]
    return as_of.year * 12 + as_of.month - (1 if whole else 2)


def count_months(periods: Iterable[Period]) -> int:
    """Months covered by the union of the periods: an overlap counts once."""
    total, reached = 0, -1
    for first, last in sorted(periods):
        total += max(0, last - max(first, reached + 1) + 1)
        reached = max(reached, last)
    return total
