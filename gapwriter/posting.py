"""Posting: when an advertisement was posted and what pay it states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from gapwriter.record import Record


class Salary(Record):
    """Pay as an advertisement states it: whole units of `currency` (ISO 4217), a `period` of year, month, week, day or hour; `low` equals `high` where one figure is given."""

    low: float
    high: float
    currency: str
    period: str


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
DAY = re.compile(
    r"\b(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})|(?P<month2>[A-Za-z]{3,9})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<year2>\d{4}))\b"
)
_POSTED = re.compile(
    r"^\W*(?:(?:job |date )?(?:posted|published|advertised|listed|updated)(?: on| date)?|date(?: posted| of posting| published)?|dated|as of)\b\W*", re.I
)


def read_posted(lines: Sequence[str]) -> str:
    """The day of the advertisement as an ISO date, "" where no line says so; figures alone (03/04/2026) could be two days and are not read."""
    for number, line in enumerate(lines):
        found = DAY.search(line[:200])
        told = _POSTED.match(line) if found else None
        alone = found and number < 8 and not line[: found.start()].strip(" \t-–—|•") and not line[found.end() :].strip(" \t-–—|•.")
        if found and (alone or (told and found.start() <= told.end() + 1)) and (day := _as_day(found)):
            return day.isoformat()
    return ""


def _as_day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        month = _MONTHS.index((found["month"] or found["month2"]).casefold()[:3]) + 1
        return date(int(found["year"] or found["year2"]), month, int(found["day"] or found["day2"]))
    except ValueError:  # a word that is no month, or a day that no calendar has
        return None


_CURRENCIES = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "usd": "USD",
    "gbp": "GBP",
    "eur": "EUR",
    "chf": "CHF",
    "aud": "AUD",
    "cad": "CAD",
    "nzd": "NZD",
    "inr": "INR",
}
_CURRENCIES |= {
    "sek": "SEK",
    "dkk": "DKK",
    "nok": "NOK",
    "pln": "PLN",
    "sgd": "SGD",
    "us$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "euro": "EUR",
    "euros": "EUR",
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
_AMOUNT = r"\d{1,3}(?:[,.'’ ]\d{3})+(?:\.\d{2})?|\d+(?:\.\d{1,2})?"
_PAY = re.compile(
    rf"(?:(?P<sign>{_SIGN})\s?)?(?P<low>{_AMOUNT})(?P<k>\s?k\b)?(?:\s?(?P<sign2>{_SIGN})(?!\w))?(?:\s*(?:-|–|—|to|and|up to)\s*(?:(?:{_SIGN})\s?)?(?P<high>{_AMOUNT})(?P<k2>\s?k\b)?(?:\s?(?P<sign3>{_SIGN})(?!\w))?)?",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:per|an?|each|every|/)\s*(?P<unit>year|annum|month|week|day|hour)\b|/\s*(?P<short>yr|year|mo|month|wk|week|day|hr|hour|h)\b|\b(?P<adverb>annual(?:ly)?|yearly|p\.?a\.?|monthly|weekly|daily|hourly)(?!\w)",
    re.I,
)
_UNITS = {"yr": "year", "annum": "year", "mo": "month", "wk": "week", "hr": "hour", "h": "hour"}
_ADVERBS = {"a": "year", "y": "year", "p": "year", "m": "month", "w": "week", "d": "day", "h": "hour"}
_OF_PAY = re.compile(r"\b(?:salary|salaries|pay|paying|wages?|compensation|remuneration|earn(?:ings)?|base|rate|package|ote)\b", re.I)
_NO_PAY = re.compile(
    r"\b(?:budgets?|funding|raised|revenue|turnover|sales of|bonus|allowance|sign-on|quota|portfolio|assets|responsible|manag\w+|worth|deals?|up to)\b[^.;]*$",
    re.I,
)


def read_salary(lines: Sequence[str]) -> Salary | None:
    """The first pay that the advertisement states with its currency and its period; five figures and more are taken as a year's. None where it states none."""
    for line in lines:
        for found in _PAY.finditer(line[:500]) if any(letter.isdigit() for letter in line) else ():
            sign = found["sign"] or found["sign2"] or found["sign3"]
            if sign and not _NO_PAY.search(line[: found.start()]) and (salary := _salary(found, sign, line)):
                return salary
    return None


def _salary(found: re.Match[str], sign: str, line: str) -> Salary | None:
    thousand = bool(found["k"] or found["k2"])
    low = _amount(found["low"], thousand)
    high = _amount(found["high"], thousand) if found["high"] else low
    told = _PERIOD.search(line[found.end() : found.end() + 30]) or _PERIOD.search(line[max(0, found.start() - 30) : found.start()])
    if told:
        word = (told["unit"] or told["short"] or "").casefold()
        period = _UNITS.get(word, word) if word else _ADVERBS[told["adverb"][0].casefold()]
    elif low >= 10_000 and (_OF_PAY.search(line[: found.start()]) or found["high"] or thousand):
        period = "year"
    else:
        return None
    if not 0 < low <= high or high > 100 * low:
        return None
    return Salary(low=low, high=high, currency=_CURRENCIES[sign.casefold()], period=period)


def _amount(text: str, thousand: bool) -> float:
    whole = re.sub(r"[,.'’ ](?=\d{3}(?:\D|$))", "", text)
    return float(whole) * (1000 if thousand else 1)
