"""Language: the fixed text of a report in one language, and how that language writes numbers, dates and lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from gapwriter.errors import InputError
from gapwriter.wording import with_article

if TYPE_CHECKING:
    from babel import Locale

Texts = dict[str, Any]
"""What fills the names of a text."""


class Language:
    """One file of `gapwriter/languages`, for one audience.

    `say` fills `{names}` in the text of a key (`report.title`) and takes one of `{gap is|gaps are}`, the forms of a text in the order of the language's plurals;
    `choices` are the wordings of a key that holds several. What stands under `candidate` in the file goes before the other texts where the candidate is the
    reader. `own` are texts of a theme, by key, which go before both.
    """

    def __init__(self, code: str, audience: str = "recruiter", own: Mapping[str, str] | None = None) -> None:
        self.code, self.audience = code, audience
        data = _read_file(code)
        self._texts = {**_read_texts(code, audience), **_wordings(own or {})}
        self.name, self.direction = str(data["name"]), str(data["direction"])
        self._babel = str(data["locale"])
        self._numbers: list[str] = data["numbers"]
        self._articles = bool(data["articles"])

    @property
    def tag(self) -> str:
        """The language and its region as documents name them: "en-GB"."""
        return self._babel.replace("_", "-")

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(self._texts)

    def say(self, key: str, /, choice: int = 0, many: int = 1, **values: object) -> str:
        """The text of a key with its names filled in, in the form for `many`; `choice` is any number and takes a wording. KeyError for a key or a name that is not there."""
        wordings = self._texts[key]
        text = wordings[choice % len(wordings)]
        if "{" not in text:
            return text
        return fill(text, values, self._form(many) if "|" in text else 0)

    def choices(self, key: str) -> tuple[str, ...]:
        """The wordings of a key, unfilled."""
        return self._texts[key]

    def number(self, number: int) -> str:
        """In words up to twelve, in digits from there."""
        return self._numbers[number] if 0 <= number < len(self._numbers) else self.digits(number)

    def digits(self, number: int) -> str:
        """ "1,234"."""
        return _decimal(number, None, self._babel)

    def amount(self, amount: float) -> str:
        """ "52,000", "27.5"."""
        return _decimal(amount, "#,##0.##########", self._babel)

    def count(self, number: int, unit: str) -> str:
        """ "one week", "38 weeks": a unit of the file in the form that the language gives to this number."""
        return self.say(f"units.{unit}", many=number, number=self.number(number))

    def months(self, months: int) -> str:
        """ "three years and two months", "eleven months", "five years"."""
        years, rest = divmod(months, 12)
        parts = [self.count(years, "year")] if years else []
        return self.join(parts + ([self.count(rest, "month")] if rest or not years else []))

    def weeks(self, first: int, last: int) -> str:
        """ "week 3", "weeks 3 to 5"."""
        return self.say("roadmap.week" if first == last else "roadmap.weeks_from_to", first=first, last=last)

    def pay(self, low: float, high: float) -> str:
        """ "52,000", "52,000 to 60,000"."""
        ends = self.amount(low), self.amount(high)
        return ends[0] if ends[0] == ends[1] else self.say("notes.pay_from_to", low=ends[0], high=ends[1])

    def date(self, day: date) -> str:
        """ "2 November 2026"."""
        return _long_date(day, self._babel)

    def join(self, words: Sequence[str], last: str = "and") -> str:
        """ "A", "A and B", "A, B and C"; `last` is `and` or `or`."""
        from babel.lists import format_list

        return words[0] if len(words) == 1 else format_list(words, "or" if last == "or" else "standard", self._locale)

    @cached_property
    def joints(self) -> tuple[str, str]:
        """What stands before the last of two in a list (" and ", " or ")."""
        return self.join(("", "")), self.join(("", ""), "or")

    def noun(self, label: str) -> str:
        """A label inside a sentence, with the article that the language gives it ("a driving licence")."""
        return with_article(label) if self._articles else label

    def _form(self, many: int) -> int:
        """The place of a number's form among those of a text."""
        return self._forms.index(self._locale.plural_form(many))

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        return (*(form for form in ("zero", "one", "two", "few", "many") if form in self._locale.plural_form.tags), "other")

    @cached_property
    def _locale(self) -> Locale:
        return _parse_locale(self._babel)


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


def fill(text: str, values: Mapping[str, object], form: int = 0) -> str:
    """`{names}` replaced in one pass, so that a value that holds braces stays as it is; of `{one|other}` the form at a place, the last where there are fewer."""
    return "".join([str(values[part]) if at % 2 else part for at, part in enumerate(_parts(text, form))])


@lru_cache(maxsize=4096)
def _parts(text: str, form: int) -> tuple[str, ...]:
    """A text in one form, words and names in turn."""
    return tuple(_NAME.split(_FORMS.sub(lambda found: (forms := found[1].split("|"))[min(form, len(forms) - 1)], text)))


_NAME = re.compile(r"\{(\w+)\}")
_FORMS = re.compile(r"\{((?:[^{}|]|\{\w+\})*(?:\|(?:[^{}|]|\{\w+\})*)+)\}")


@cache
def _parse_locale(name: str) -> Locale:
    from babel import Locale

    return Locale.parse(name)


@lru_cache(maxsize=4096)
def _decimal(number: float, pattern: str | None, locale: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(number, pattern, _parse_locale(locale))


@lru_cache(maxsize=4096)
def _long_date(day: date, locale: str) -> str:
    from babel.dates import format_date

    return format_date(day, "long", _parse_locale(locale))


@cache
def _read_file(code: str) -> dict[str, Any]:
    import yaml

    text = (files("gapwriter") / "languages" / f"{code}.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe loaders both
    assert isinstance(data, dict)
    return data


@cache
def _read_texts(code: str, audience: str) -> dict[str, tuple[str, ...]]:
    """The wordings of a file for one audience, by key."""
    data = dict(_read_file(code))
    further = data.pop("candidate", {})
    return _wordings(data) | (_wordings(further) if audience == "candidate" else {})


def _wordings(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(map(str, value)) if isinstance(value, list) else (str(value),) for key, value in flatten(data).items()}


def flatten(data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested texts by dotted key."""
    flat: dict[str, Any] = {}
    for key, value in data.items():
        flat |= flatten(value, f"{prefix}{key}.") if isinstance(value, Mapping) else {f"{prefix}{key}": value}
    return flat
