"""Numbers, dates and lists in words: each quantity is written out once, here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def write_number(number: int) -> str:
    """Words up to twelve, digits from there ("no" for 0)."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def write_months(months: int) -> str:
    """ "three years and two months", "eleven months", "five years"."""
    years, rest = divmod(months, 12)
    parts = [count_noun(years, "year")] if years else []
    return join_words(parts + ([count_noun(rest, "month")] if rest or not years else []))


def count_noun(number: int, noun: str) -> str:
    """ "one week", "38 weeks"."""
    return f"{write_number(number)} {noun}" + ("" if number == 1 else "s")


def write_date(day: date) -> str:
    """ "2 November 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def join_words(words: Sequence[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


_COUNTED = frozenset("licence license degree diploma certificate card permit qualification ticket endorsement".split())
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an RN licence, an NMC registration."""


def with_article(label: str) -> str:
    """ "a driving licence", "an RN licence", but "Qualified Teacher Status" and "English" as they are."""
    first, last = label.split()[0], label.split()[-1]
    if last not in _COUNTED:
        return label
    vowel = first[0] in _VOWEL_LETTERS if first.isupper() and len(first) <= 4 else first[0].lower() in "aeiou"
    return f"{'an' if vowel else 'a'} {label}"


def visible(text: str) -> str:
    """On one line, without what steers a terminal or turns the order of the line around it."""
    if not text.isprintable():
        text = "".join(c for c in text if c.isspace() or c not in _STEERING)
    return " ".join(text.split())


_STEERING = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def capital(text: str) -> str:
    """A capital at the start, except for names that are written without one (dbt, iOS, gRPC)."""
    first = text.split(" ", 1)[0].strip(",.:;“”")
    kept = first[:1].islower() and (first[1:2].isupper() or (len(first) <= 4 and first.islower() and not set(first) & set("aeiouy")))
    return text if kept else text[:1].upper() + text[1:]
