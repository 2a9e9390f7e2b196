"""rendercv: a resume written for rendercv (YAML with `cv` and its `sections`) as the fields of JSON Resume."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from gapwriter.dates import read_month
from gapwriter.errors import InputError
from gapwriter.outline.career import Job, read_positions
from gapwriter.outline.entry import Entry, is_list, split_items
from gapwriter.outline.position import split_parts, tell_apart
from gapwriter.outline.section import name_section
from gapwriter.outline.timeline import find_date, find_timespan

Fields = dict[str, Any]
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LEVEL = re.compile(
    r"\b(?:native|mother|bilingual|fluen\w*|[abc][12]|\w*proficien\w*|basics?|beginner|elementary|intermediate|advanced|expert|working|limited|conversation\w*|good)\b",
    re.I,
)
_TELLING = re.compile(r"\b(?:not|no|learn\w*|want|wish\w*|goals?|plan\w*|next|future|progress|training|interest\w*|studying|exploring)\b", re.I)
"""A title that speaks of the person rather than of a field ("Currently learning", "Not yet")."""
_SUMMARY = re.compile(r".*\b(?:summary|profile|about|introduction|overview|statement|bio)\b.*")


def find_cv(data: Fields) -> Fields | None:
    """The `cv` of a file of rendercv, or the file itself where it begins with its fields; None for any other mapping."""
    cv = data.get("cv")
    if isinstance(cv, dict):
        return cv
    return data if isinstance(data.get("sections"), dict) and not {"basics", "work"} & data.keys() else None


def to_json_resume(data: Fields, file: str) -> Fields:
    """The fields of JSON Resume for a file of rendercv. The title of a section decides what it is, then the kind of its entries; nothing is left out but links and pictures.

    `meta.rendercv` says where each object comes from (`work[0]`: `cv.sections.experience[0]`). Raises InputError for what rendercv itself would refuse,
    and for a position's date that is none.
    """
    cv = find_cv(data)
    if cv is None:
        raise InputError(file, "cv", "rendercv keeps a resume under this key", "indent the fields of the resume below `cv:`")
    resume: Fields = {
        "basics": {
            "name": _text(cv.get("name")),
            "label": _text(cv.get("headline") or cv.get("label")),
            "summary": "",
            "email": _text(cv.get("email")),
            "phone": _text(cv.get("phone")),
            "url": _text(cv.get("website")),
        },
        "meta": {"rendercv": {}},
    }
    sections = cv.get("sections") or {}
    if not isinstance(sections, dict):
        raise InputError(file, "cv.sections", "this is no mapping of titles to lists of entries", "write each title with its entries below it")
    for title, entries in sections.items():
        place = f"cv.sections.{title}"
        if not isinstance(entries, list):
            if entries is None:
                continue
            raise InputError(file, place, "this is no list of entries", "begin each entry with a dash")
        for number, entry in enumerate(entries):
            _add(resume, str(title), entry, f"{place}[{number}]", file)
    return resume


def _add(resume: Fields, title: str, entry: Any, place: str, file: str) -> None:
    heading = " ".join(title.replace("_", " ").split()).strip("!?:. ")
    entry = {"bullet": entry} if isinstance(entry, str | int | float) else entry
    if not isinstance(entry, dict) or not _KNOWN & entry.keys():
        raise InputError(file, place, "this is no entry that rendercv has", "write a text, or a mapping with the fields of one kind of entry")
    for key in _KNOWN & entry.keys():
        if any(isinstance(one, dict | list) for one in (entry[key] if isinstance(entry[key], list) else [entry[key]])):
            raise InputError(file, f"{place}.{key}", "this is no text", "write a text, or a list of texts")
    kind = _kind(heading, entry)
    if kind == "basics":
        resume["basics"]["summary"] = "\n".join(part for part in (resume["basics"]["summary"], _whole(entry)) if part)
        added = "basics.summary"
    elif kind in ("list", "interests"):
        added = _add_to_group(resume, "skills" if kind == "list" else kind, heading, _whole(entry))
    else:
        resume.setdefault(kind, []).append(_MAKERS[kind](_Reader(entry, place, file)))
        added = f"{kind}[{len(resume[kind]) - 1}]"
    resume["meta"]["rendercv"].setdefault(added, place)


def _add_to_group(resume: Fields, section: str, name: str, text: str) -> str:
    """Put a text under the title that it stands below: a title like "Currently learning" speaks for all of them."""
    groups: list[Fields] = resume.setdefault(section, [])
    at = next((at for at, group in enumerate(groups) if group["name"] == name), len(groups))
    if at == len(groups):
        groups.append({"name": name, "keywords": []})
    groups[at]["keywords"].append(text)
    return f"{section}[{at}].keywords[{len(groups[at]['keywords']) - 1}]"


def _kind(heading: str, entry: Fields) -> str:
    """The root key of JSON Resume for an entry; "list" for a text under a title that says nothing, or too much to be left out."""
    section = name_section(heading)
    if "institution" in entry:
        return "education"
    if "company" in entry:
        return "volunteer" if section == "volunteer" else "work"
    if "title" in entry and "authors" in entry:
        return "publications"
    if section == "basics":
        return "basics" if _SUMMARY.fullmatch(heading.casefold()) else "list"
    if section == "languages" and entry.get("details") and not _LEVEL.search(_text(entry["details"])):
        return "skills"  # "Programming: Python, SQL"
    if section in _MAKERS or section == "interests":
        return section
    return "projects" if "name" in entry else "skills" if "label" in entry and section is None and not _TELLING.search(heading) else "list"


# --- one entry ---------------------------------------------------------------------------------------------------------------------


class _Reader:
    """The fields of one entry as texts, with the place that messages call it by."""

    def __init__(self, entry: Fields, place: str, file: str) -> None:
        self.entry, self.place, self.file = entry, place, file
        self.plain = next((_text(entry[key]) for key in ("bullet", "number", "reversed_number") if key in entry), "")

    def text(self, *keys: str) -> str:
        return next((found for key in keys if (found := _text(self.entry.get(key)))), "")

    def texts(self, *keys: str) -> list[str]:
        """Summary and highlights, or the text of an entry that is nothing else."""
        found = [text for key in keys for text in _texts(self.entry.get(key))]
        return [*([self.plain] if self.plain else []), *found]

    def dates(self) -> Fields:
        """Start and end; `date` goes before both, as rendercv has it, and an end alone is a date."""
        given, start, end = self.text("date"), self.text("start_date"), self.text("end_date")
        if not given and start:
            return {"startDate": start, "endDate": end}
        return self.read_dates(given or end)

    def read_dates(self, text: str) -> Fields:
        if not text or _ISO.fullmatch(text):
            return {"startDate": text, "endDate": text} if text else {}
        span = find_timespan(text) or find_date(text)
        return {"startDate": span.start, "endDate": span.end or "present"} if span else {"date": text}


_KEYS = {"date": "date", "startDate": "start_date", "endDate": "end_date"}


def _work(entry: _Reader) -> Fields:
    """A position. rendercv takes any words for a date; here they must be one, since the months are counted."""
    if entry.plain:
        return _work_in_words(entry)
    position, company = entry.text("position"), entry.text("company")
    name = entry.text("name", "label")
    if name and not position:
        title, employer = tell_apart(name, list(split_parts(name)))
        position, company = (name[part.first : part.last] if part else "" for part in (title, employer))
    dates = entry.dates()
    for key, value in dates.items():
        if value.casefold() not in ("", "present"):
            read_month(value, entry.file, f"{entry.place}.{_KEYS[key] if _KEYS[key] in entry.entry else 'date'}")
    return {"name": company, "position": position, "summary": entry.text("summary", "details"), "highlights": entry.texts("highlights"), **dates}


def _work_in_words(entry: _Reader) -> Fields:
    """A position in one line ("Acme Ltd — Engineer (2020–present)"), or a remark."""
    found = list(read_positions([Entry(entry.plain, 0, False, True)], "work", ""))
    job = next((one for one in found if isinstance(one, Job)), None)
    if job is None:
        return {"highlights": [entry.plain]}
    rest = [one.text for one in found if not isinstance(one, Job) and one.text != job.position]
    return {"name": job.employer, "position": job.position, "startDate": job.start, "endDate": job.end, "highlights": rest}


def _volunteer(entry: _Reader) -> Fields:
    return {
        "organization": entry.text("company"),
        "position": entry.text("position", "name", "label"),
        "summary": entry.text("summary", "details"),
        "highlights": entry.texts("highlights"),
        **entry.dates(),
    }


def _education(entry: _Reader) -> Fields:
    studied = {"institution": entry.text("institution"), "area": entry.text("area"), "studyType": entry.text("degree", "name", "label")}
    return {**studied, "courses": entry.texts("details", "summary", "highlights"), **entry.dates()}


def _project(entry: _Reader) -> Fields:
    return {
        "name": entry.text("name", "label", "title"),
        "description": entry.text("summary", "details", "journal"),
        "highlights": entry.texts("highlights"),
        **entry.dates(),
    }


def _skill(entry: _Reader) -> Fields:
    """A group of skills: its label, and the names or the sentence beside it."""
    details = entry.texts("details", "summary", "highlights")
    return {"name": entry.text("label", "name"), "keywords": [item for text in details for item in _split(text)]}


def _split(text: str) -> Iterator[str]:
    """The names of a list; what is said of them in a sentence stays together."""
    items = [item.removeprefix("and ") for item in split_items(text)] if is_list(text, 2) else []
    yield from items if items and all(len(re.sub(r"\([^)]*\)", "", item).split()) <= 3 for item in items) else [text]


_SPOKEN = re.compile(r"([^\W\d_][^(:–—]{1,40}?)\s*(?:\(([^()]{1,60})\)|(?::|\s[–—-])\s*(.{1,60}))")


def _language(entry: _Reader) -> Fields:
    """A language with its level, in fields of its own or in one text ("German (C1)")."""
    name, level = entry.text("label", "name"), entry.text("details", "summary")
    text = entry.plain or name
    found = _SPOKEN.fullmatch(text) if not level else None
    return {"language": found[1], "fluency": found[2] or found[3]} if found else {"language": text, "fluency": level}


def _certificate(entry: _Reader) -> Fields:
    """A certificate keeps what is said beside it: that may be when it expires."""
    said = [entry.text("name", "label"), *entry.texts("details", "summary", "highlights")]
    return {"name": ", ".join(text for text in said if text), "date": entry.text("date", "end_date", "start_date")}


def _award(entry: _Reader) -> Fields:
    said = entry.texts("details", "summary", "highlights")
    title = entry.text("name", "label", "title")
    return {"title": title or "".join(said[:1]), "summary": "\n".join(said if title else said[1:]), "date": entry.text("date", "end_date", "start_date")}


def _publication(entry: _Reader) -> Fields:
    said = entry.texts("details", "summary", "highlights")
    name = entry.text("title", "name", "label")
    published = {"publisher": entry.text("journal"), "releaseDate": entry.text("date", "end_date", "start_date")}
    return {"name": name or "".join(said[:1]), "summary": "\n".join(said if name else said[1:]), **published}


def _reference(entry: _Reader) -> Fields:
    return {"reference": _whole(entry.entry)}


_MAKERS: dict[str, Callable[[_Reader], Fields]] = {
    "work": _work,
    "volunteer": _volunteer,
    "education": _education,
    "projects": _project,
    "skills": _skill,
    "languages": _language,
    "certificates": _certificate,
    "awards": _award,
    "publications": _publication,
    "references": _reference,
}


# --- texts -------------------------------------------------------------------------------------------------------------------------

_KNOWN = frozenset("bullet number reversed_number company position institution area degree name title authors label details summary highlights".split())
_SAID = ("bullet", "number", "reversed_number", "position", "name", "title", "summary", "highlights")
_MARKS = (
    (re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    (re.compile(r"#\w{1,20}\[([^\[\]]*)\]"), r"\1"),
    (re.compile(r"(\*{1,3})(?=\S)([^*]+)(?<=\S)\1"), r"\2"),
    (re.compile(r"__(?=\S)([^_]+)(?<=\S)__"), r"\1"),
    (re.compile(r"`([^`]*)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!$%&-])"), r"\1"),
)


def _whole(entry: Fields) -> str:
    """All that an entry says, in one text."""
    label = _text(entry.get("label"))
    said = [text for key in _SAID for text in _texts(entry.get(key))]
    return ". ".join([*([f"{label}: {_text(entry.get('details'))}".strip(": ")] if label else []), *said])


def _texts(value: Any) -> list[str]:
    return [text for one in (value if isinstance(value, list) else [value]) if (text := _text(one))]


def _text(value: Any) -> str:
    """A text without Markdown's and Typst's marks; the first of a list."""
    if isinstance(value, list):
        return next((text for one in value if (text := _text(one))), "")
    if value is None or isinstance(value, dict | bool):
        return ""
    text = str(value)
    for pattern, kept in _MARKS:
        text = pattern.sub(kept, text)
    return " ".join(text.split())
