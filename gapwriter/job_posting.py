"""Posting: an advertisement as its publisher gives it to machines (JobPosting of schema.org), set as the lines of an advertisement."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from gapwriter.advert.demand import read_demands
from gapwriter.advert.tier import Tier
from gapwriter.document import Document, Hidden
from gapwriter.errors import InputError
from gapwriter.markup import find_posting, read_page
from gapwriter.record import Record
from gapwriter.words import fold_words

__all__ = ["Posting", "find_posting", "to_advert"]


class Posting(Record):
    """`document` has the lines that `read_advert` reads, each with the field it comes from as its place; the rest is as the publisher states it."""

    title: str
    company: str
    date: str
    salary: str
    document: Document


class _Line(NamedTuple):
    text: str
    place: str


_REQUIREMENTS = (
    "qualifications",
    "skills",
    "experienceRequirements",
    "educationRequirements",
    "securityClearanceRequirement",
    "physicalRequirement",
    "sensoryRequirement",
    "eligibilityToWorkRequirement",
)
_NOT_REQUIRED = {"experienceRequirements": "Experience", "educationRequirements": "A degree", "qualifications": "Qualifications"}
_DEPTH = 20
TEXTS, CHARACTERS = 2_000, 300_000
"""The most texts in the fields of an advertisement, and the most characters in all of them."""


def to_advert(posting: dict[str, Any], file: str) -> Posting:
    """The advertisement that a JobPosting holds: its description as it stands, then what its fields ask for under headings of their own.

    Raises InputError for a posting without any text, and for a description that is no HTML a person could read.
    """
    _check_size(posting, file)
    title, company = _one(posting.get("title")) or _one(posting.get("name")), _one(posting.get("hiringOrganization"))
    salary = _salary(posting.get("baseSalary")) or _salary(posting.get("estimatedSalary"))
    described, hidden = _described(posting.get("description"), "description", file)
    required, asked, required_hidden = _required(posting, [line.text for line in described], file)
    duties, duties_hidden = _listed(posting.get("responsibilities"), "responsibilities", file)
    benefits, benefits_hidden = _listed(posting.get("jobBenefits") or posting.get("benefits"), "jobBenefits", file)
    waived = [_Line(f"• Not required: {name}", field) for field, name in _NOT_REQUIRED.items() if _is_waived(posting.get(field))]
    lines = [_Line(f"{label}: {value}", place) for label, value, place in (("Title", title, "title"), ("Company", company, "hiringOrganization")) if value]
    lines += _part("", described) + _part("", required + waived) + _part("Requirements", asked) + _part("Responsibilities", duties)
    lines += _part("Benefits", benefits) + _part("", [_Line(f"Salary: {salary}", "baseSalary")] if salary else [])
    if not (described or required or asked or duties):
        raise InputError(file, "description", "this advertisement says nothing of the job", "give its text")
    return Posting(
        title=title,
        company=company,
        date=_date(_one(posting.get("datePosted"))),
        salary=salary,
        document=Document(
            name=file,
            lines=tuple(line.text for line in lines),
            places=tuple(line.place for line in lines),
            hidden=(*hidden, *required_hidden, *duties_hidden, *benefits_hidden),
        ),
    )


def _check_size(posting: dict[str, Any], file: str) -> None:
    characters = 0
    for number, text in enumerate(_texts([posting.get(field) for field in ("description", *_REQUIREMENTS, "responsibilities", "jobBenefits", "benefits")])):
        characters += len(text)
        if number == TEXTS or characters > CHARACTERS:
            raise InputError(file, "", f"this advertisement has more than {TEXTS:,} entries or {CHARACTERS:,} characters", "give its description alone")


def _part(heading: str, lines: Sequence[_Line]) -> list[_Line]:
    if not lines:
        return []
    place = lines[0].place
    return [_Line("", place), *([_Line(heading, place)] if heading else []), *lines]


# --- fields ------------------------------------------------------------------------------------------------------------------------

Found = tuple[list[_Line], tuple[Hidden, ...]]


def _required(posting: dict[str, Any], description: Sequence[str], file: str) -> tuple[list[_Line], list[_Line], tuple[Hidden, ...]]:
    """What the fields ask for: entries that say so themselves, so that no heading speaks for the lists of the description, and texts with lines of their own.

    A skill that the description calls welcome or yet to come is left to the description: a list has no "nice to have".
    """
    entries: list[_Line] = []
    texts: list[_Line] = []
    hidden: tuple[Hidden, ...] = ()
    softer = [_folded(demand.text) for demand in read_demands(description, 0) if demand.tier in (Tier.OPTIONAL, Tier.EMERGING)]
    for field in _REQUIREMENTS:
        for value in [] if _is_waived(posting.get(field)) else _texts(_in_words(field, posting)):
            found, more = _listed(value, field, file)
            hidden += more
            if any(not line.text.startswith("• ") for line in found):
                texts += found
            else:
                entries += [line for line in found if field != "skills" or not any(_folded(line.text) in text for text in softer)]
    return [_Line(f"• Required: {line.text.removeprefix('• ')}", line.place) for line in entries], texts, hidden


def _folded(text: str) -> str:
    return f" {' '.join(fold_words(text))} "


def _in_words(field: str, posting: dict[str, Any]) -> Any:
    """A field with its own kind of object as words: months of experience as years, a choice of degrees as one line."""
    value = posting.get(field)
    values = value if isinstance(value, list) else [value]
    if field == "experienceRequirements":
        return [text for one in values for text in ([_experience(one), one] if isinstance(one, dict) and "monthsOfExperience" in one else [one])]
    if field == "educationRequirements" and any(isinstance(one, dict) for one in values):
        or_experience = ["equivalent experience"] if posting.get("experienceInPlaceOfEducation") in (True, "true", "True") else []
        return " or ".join([*(_degree(text) for text in _texts(values)), *or_experience])
    return value


def _experience(one: dict[str, Any]) -> str:
    try:
        months = round(float(str(one["monthsOfExperience"])))
    except (ValueError, OverflowError):
        return _one(one["monthsOfExperience"])
    years, rest = divmod(months, 12)
    if rest == 6 and years:
        return f"At least {years}.5 years of experience"
    figure = f"{years} year{'s' * (years > 1)}" if years and not rest else f"{years} years and {rest} months" if years else f"{months} months"
    return f"At least {figure} of experience" if months > 0 else ""


_DEGREES = {
    "bachelor degree": "Bachelor's degree",
    "associate degree": "Associate degree",
    "postgraduate degree": "Postgraduate degree",
    "high school": "High school diploma",
    "professional certificate": "Professional certificate",
}


def _degree(text: str) -> str:
    bare = " ".join(text.replace("_", " ").lower().split())
    return _DEGREES.get(bare, text)


def _is_waived(value: Any) -> bool:
    """ "No requirements" is what the field says where anybody may apply."""
    texts = [" ".join(text.lower().split()).strip(".") for text in _texts(value)]
    months = [one.get("monthsOfExperience") for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]
    return (bool(texts) and all(text in ("no requirements", "no requirement", "none", "not required") for text in texts)) or "0" in map(str, months)


_SALARY_UNITS = {"hour": "per hour", "day": "per day", "week": "per week", "month": "per month", "year": "per year"}


def _salary(value: Any) -> str:
    """A salary in the publisher's figures: "45000–55000 GBP per year"."""
    value = value[0] if isinstance(value, list) and value else value
    if not isinstance(value, dict):
        return _one(value)
    inner = value.get("value")
    amount = inner if isinstance(inner, dict) else value
    low, high = (_figure(amount.get(name)) for name in ("minValue", "maxValue"))
    figure = "–".join(dict.fromkeys(one for one in (low, high) if one)) or _figure(amount.get("value"))
    if not figure:
        return ""
    figure = f"from {figure}" if low and not high else f"up to {figure}" if high and not low else figure
    unit = _one(amount.get("unitText")) or _one(value.get("unitText"))
    currency = _one(value.get("currency")) or _one(amount.get("currency"))
    return " ".join(part for part in (figure, currency, _SALARY_UNITS.get(unit.lower(), unit)) if part)


def _figure(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) and value < 1e6 and value == round(value) else _one(value)


def _date(text: str) -> str:
    return text[:10] if re.match(r"\d{4}-\d\d-\d\dT", text) else text


# --- values ------------------------------------------------------------------------------------------------------------------------

_OWN_TEXT = ("name", "credentialCategory", "competencyRequired", "description", "value", "@value")


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    """The texts that a value holds: itself, those of a list, the name of an object."""
    if isinstance(value, list) and depth < _DEPTH:
        for one in value:
            yield from _texts(one, depth + 1)
    elif isinstance(value, dict) and depth < _DEPTH:
        yield from next((found for name in _OWN_TEXT if (found := list(_texts(value.get(name), depth + 1)))), [])
    elif isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
        yield str(value).strip()


def _one(value: Any) -> str:
    """The first text of a value, in one line without tags."""
    text = next(_texts(value), "")
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,200}>", " ", text)).split())


def _listed(value: Any, place: str, file: str) -> Found:
    """A field as entries of a list; a text with lines of its own as it stands."""
    lines: list[_Line] = []
    hidden: tuple[Hidden, ...] = ()
    for text in _texts(value):
        found, more = _described(text, place, file)
        if len(found) == 1:
            found = [_Line(f"• {item}", place) for item in _items(found[0].text)]
        lines, hidden = lines + found, hidden + more
    return lines, hidden


def _items(text: str) -> Iterable[str]:
    """The names of a list in one line ("Python, SQL, Docker"); a sentence as it is."""
    items = [item.strip() for item in re.split(r"[,;|•]", text)]
    names = len(items) > 1 and all(0 < len(item.split()) <= 4 for item in items) and not text.endswith(".") and not re.search(r"\bor\b|\(|\band/or\b", text)
    return [item.removeprefix("and ") for item in items] if names else [text.removeprefix("• ")]


_TAG = re.compile(r"<(?:/?[a-zA-Z]|!--)")
_ESCAPED_TAG = re.compile(r"&(?:amp;)*lt;/?[a-zA-Z]")
_BLOCK_TAG = re.compile(r"<(?:br|p|div|ul|ol|li|h[1-6]|table|section)\b", re.I)


def _described(value: Any, place: str, file: str) -> Found:
    """The lines of a text that may be HTML, HTML written as text (`&lt;p&gt;`), or plain."""
    text = "\n".join(_texts(value))
    for _ in range(3):
        if _TAG.search(text) or not _ESCAPED_TAG.search(text):
            break
        text = html.unescape(text)
    try:
        page = read_page(text, file, as_typed=not _BLOCK_TAG.search(text))
    except InputError as error:
        raise InputError(file, f"{place}, {error.place}".rstrip(", "), error.problem, error.cure) from None
    where = [f"{place}, {line}" for line in page.places] if len(page.lines) > 1 else [place] * len(page.lines)
    lines = [_Line(line, at) for line, at in zip(page.lines, where, strict=True)]
    return lines, tuple(hidden.model_copy(update={"place": f"{place}, {hidden.place}"}) for hidden in page.hidden)
