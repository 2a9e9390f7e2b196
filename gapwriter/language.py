"""Language: the fixed text of a report in one language, and how that language writes numbers, dates and lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from gapwriter.errors import InputError

if TYPE_CHECKING:
    from babel import Locale

AUDIENCES = ("recruiter", "candidate")


class Language:
    """One file of `gapwriter/languages`, for one audience.

    `say` fills `{names}` in the text of a key (`report.title`); `choices` are the wordings of a key that holds several. What stands under `candidate` in
    the file goes before the other texts where the candidate is the reader. `own` are texts of a theme, by key, which go before both.
    """

    def __init__(self, code: str, audience: str = "recruiter", own: Mapping[str, str] | None = None) -> None:
        self.code, self.audience = code, audience
        data = _read_file(code)
        self._texts = _flatten({key: value for key, value in data.items() if key != "candidate"})
        if audience == "candidate":
            self._texts |= _flatten(data.get("candidate", {}))
        self._texts |= own or {}
        self.direction = str(data["direction"])
        self._babel = str(data["locale"])
        self._numbers: list[str] = data["numbers"]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._texts)

    def say(self, key: str, /, **values: object) -> str:
        """The text of a key with its names filled in; KeyError for a key or a name that is not there."""
        return fill(self._texts[key], values)

    def fill(self, wording: str, /, **values: object) -> str:
        """A wording of `choices` with its names filled in."""
        return fill(wording, values)

    def choices(self, key: str) -> tuple[str, ...]:
        """The wordings of a key, unfilled."""
        text: Any = self._texts[key]
        return (text,) if isinstance(text, str) else tuple(text)

    def number(self, number: int) -> str:
        """In words up to twelve, in digits from there."""
        return self._numbers[number] if 0 <= number < len(self._numbers) else self.digits(number)

    def digits(self, number: int) -> str:
        """ "1,234"."""
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self._locale)

    def amount(self, amount: float) -> str:
        """ "52,000", "27.5"."""
        from babel.numbers import format_decimal

        return format_decimal(amount, "#,##0.##########", self._locale)

    def count(self, number: int, unit: str) -> str:
        """ "one week", "38 weeks": a unit of the file in the form that the language gives to this number."""
        form = f"units.{unit}.{self._locale.plural_form(number)}"
        return self.say(form if form in self._texts else f"units.{unit}.other", number=self.number(number))

    def months(self, months: int) -> str:
        """ "three years and two months", "eleven months", "five years"."""
        years, rest = divmod(months, 12)
        parts = [self.count(years, "year")] if years else []
        return self.join(parts + ([self.count(rest, "month")] if rest or not years else []))

    def date(self, day: date) -> str:
        """ "2 November 2026"."""
        from babel.dates import format_date

        return format_date(day, "long", self._locale)

    def join(self, words: Sequence[str], last: str = "and") -> str:
        """ "A", "A and B", "A, B and C"; `last` is `and` or `or`."""
        from babel.lists import format_list

        return format_list(words, "or" if last == "or" else "standard", self._locale)

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale

        return Locale.parse(self._babel)


@cache
def read_language(code: str = "en", audience: str = "recruiter") -> Language:
    """The language of a code; InputError for one that there is no file for."""
    if code not in languages():
        raise InputError("language", "", f"{code!r} is none of ours", f"use one of {', '.join(languages())}")
    return Language(code, audience)


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages, English first."""
    codes = sorted(file.name.removesuffix(".yaml") for file in (files("gapwriter") / "languages").iterdir() if file.name.endswith(".yaml"))
    return ("en", *(code for code in codes if code != "en"))


def fill(text: str, values: Mapping[str, object]) -> str:
    """`{names}` replaced in one pass, so that a value that holds braces stays as it is."""
    return _NAME.sub(lambda found: str(values[found[1]]), text) if "{" in text else text


_NAME = re.compile(r"\{(\w+)\}")


@cache
def _read_file(code: str) -> dict[str, Any]:
    import yaml

    text = (files("gapwriter") / "languages" / f"{code}.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe loaders both
    assert isinstance(data, dict)
    return data


def _flatten(data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested texts by dotted key."""
    flat: dict[str, Any] = {}
    for key, value in data.items():
        if isinstance(value, Mapping):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat
