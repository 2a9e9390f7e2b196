"""Resume: who the candidate is and what the resume says, with JSON Resume 1.0.0's field names; Passage: one piece of its text with its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic.alias_generators import to_camel

from gapwriter.dates import Period, last_complete_month, read_month
from gapwriter.document import Document, Hidden, check_measure, read_document
from gapwriter.errors import InputError
from gapwriter.markup import find_posting
from gapwriter.outline import Outline, read_outline
from gapwriter.record import Record
from gapwriter.rendercv import find_cv, to_json_resume

PRESENT = {"", "present", "now", "current", "today", "ongoing"}


class Lenient(BaseModel):
    """The inner objects of JSON Resume: fields that the schema does not name are kept, null counts as absent."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True, alias_generator=to_camel, coerce_numbers_to_str=True)

    @field_validator("*", mode="before")
    @classmethod
    def _absent(cls, value: Any, info: Any) -> Any:
        if value is None and info.field_name in cls.model_fields:
            return cls.model_fields[info.field_name].get_default(call_default_factory=True)
        return value


class Basics(Lenient):
    name: str = ""
    label: str = ""
    summary: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""


class Work(Lenient):
    """A position; dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, an end left out means that it goes on."""

    name: str = ""
    position: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    description: str = ""
    highlights: tuple[str, ...] = ()


class Volunteer(Work):
    organization: str = ""


class Education(Lenient):
    institution: str = ""
    area: str = ""
    study_type: str = ""
    start_date: str = ""
    end_date: str = ""
    courses: tuple[str, ...] = ()


class Certificate(Lenient):
    name: str = ""
    date: str = ""
    issuer: str = ""


class ListedSkill(Lenient):
    name: str = ""
    level: str = ""
    keywords: tuple[str, ...] = ()


class Language(Lenient):
    language: str = ""
    fluency: str = ""


class Interest(Lenient):
    name: str = ""
    keywords: tuple[str, ...] = ()


class Project(Lenient):
    name: str = ""
    description: str = ""
    highlights: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    start_date: str = ""
    end_date: str = ""


class Award(Lenient):
    title: str = ""
    summary: str = ""


class Publication(Lenient):
    name: str = ""
    summary: str = ""


class StatedSkill(Record):
    """A skill that a person added or struck, with who said so and why."""

    skill: str
    held: bool = True
    who: str = ""
    why: str = ""


class Stated(Record):
    """What a recruiter states directly, under `meta.gapwriter`: it goes before what the text shows."""

    years: float | None = Field(default=None, ge=0, le=70)
    leadership: bool | None = None
    architecture: bool | None = None
    pronouns: str | None = None
    skills: tuple[StatedSkill, ...] = ()


class Passage(NamedTuple):
    """One piece of the resume's text: `source` is its field (`work[0].highlights[1]`) or line (`line 12`).

    `section` is a root key of JSON Resume; `heading` the title it stands under; `is_list` says that it is an entry of a list of skills;
    `level` is the raw level beside it; `ongoing` says that what it tells of has not ended.
    """

    text: str
    source: str
    section: str
    heading: str = ""
    is_list: bool = False
    level: str = ""
    ongoing: bool = False


class Resume(BaseModel):
    """A resume; `file` is what messages call it, `unplaced` are lines of a plain text that no section claims."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_url: str | None = Field(default=None, alias="$schema")
    basics: Basics = Basics()
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    skills: tuple[ListedSkill, ...] = ()
    languages: tuple[Language, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[dict[str, Any], ...] = ()
    projects: tuple[Project, ...] = ()
    meta: dict[str, Any] = {}

    file: str = Field(default="resume", exclude=True)
    outline: Outline | None = Field(default=None, exclude=True, repr=False)
    document: Document | None = Field(default=None, exclude=True, repr=False)

    @property
    def name(self) -> str:
        """The candidate's full name, empty where the resume gives none."""
        return " ".join(self.basics.name.split())

    @property
    def stated(self) -> Stated:
        """What `meta.gapwriter` states."""
        given = self.meta.get("gapwriter") or {}
        try:
            return Stated.model_validate(given)
        except ValidationError as error:
            raise _first_fault(error, self.file, "meta.gapwriter") from None

    @property
    def unplaced(self) -> tuple[tuple[str, str], ...]:
        """Lines (place, text) of a resume in prose that could not be placed."""
        return tuple((self._place(line), text) for line, text in self.outline.unplaced) if self.outline else ()

    @property
    def hidden(self) -> tuple[Hidden, ...]:
        """What the file holds and nobody sees: no evidence."""
        return self.document.hidden if self.document else ()

    def _place(self, line: int) -> str:
        return self.document.place(line) if self.document else f"line {line}"

    def periods(self, as_of: date) -> list[Period]:
        """The months of each dated position, paid work only, nothing after `as_of`; InputError for a date that cannot be."""
        found = []
        present = last_complete_month(as_of)
        for number, position in enumerate(self.work):
            place = f"work[{number}]"
            if position.start_date.strip().casefold() in PRESENT:
                continue
            first = read_month(position.start_date, self.file, f"{place}.startDate")
            ends = position.end_date.strip().casefold() not in PRESENT
            last = read_month(position.end_date, self.file, f"{place}.endDate") if ends else present
            if ends and last < first:
                raise InputError(self.file, f"{place}.endDate", f"{position.end_date!r} is before the start {position.start_date!r}", "correct the dates")
            if first <= present:
                found.append(Period(first, min(last, present)))
        return found

    def passages(self, as_of: date) -> Iterator[Passage]:
        """The text of the resume, piece by piece, without names of employers and schools."""
        if self.outline:
            today = as_of.isoformat()[:7]
            for p in self.outline.passages:
                yield Passage(p.text, self._place(p.line), p.section, p.heading, p.is_list, ongoing=p.until > today)
            return
        yield from _drop_empty(self._field_passages(as_of))

    def _field_passages(self, as_of: date) -> Iterator[Passage]:
        yield Passage(self.basics.label, "basics.label", "basics")
        yield Passage(self.basics.summary, "basics.summary", "basics")
        for section in ("work", "volunteer"):
            for number, position in enumerate(getattr(self, section)):
                place = f"{section}[{number}]"
                yield Passage(position.position, f"{place}.position", section)
                yield Passage(position.summary, f"{place}.summary", section)
                yield Passage(position.description, f"{place}.description", section)
                yield from _each(position.highlights, f"{place}.highlights", section)
        for number, project in enumerate(self.projects):
            place = f"projects[{number}]"
            yield Passage(project.name, f"{place}.name", "projects")
            yield Passage(project.description, f"{place}.description", "projects")
            yield from _each(project.highlights, f"{place}.highlights", "projects")
            yield from _each(project.keywords, f"{place}.keywords", "projects", is_list=True)
        for number, study in enumerate(self.education):
            yield from _education_passages(study, f"education[{number}]", as_of)
        for number, certificate in enumerate(self.certificates):
            yield Passage(certificate.name, f"certificates[{number}].name", "certificates", is_list=True)
        for number, group in enumerate(self.skills):
            place = f"skills[{number}]"
            yield Passage(group.name, f"{place}.name", "skills", group.name if group.keywords else "", True, group.level)
            yield from _each(group.keywords, f"{place}.keywords", "skills", group.name, True, group.level)
        for number, spoken in enumerate(self.languages):
            yield Passage(spoken.language, f"languages[{number}].language", "languages", is_list=True, level=spoken.fluency)
        for number, award in enumerate(self.awards):
            yield Passage(award.title, f"awards[{number}].title", "awards")
            yield Passage(award.summary, f"awards[{number}].summary", "awards")
        for number, publication in enumerate(self.publications):
            yield Passage(publication.name, f"publications[{number}].name", "publications")
            yield Passage(publication.summary, f"publications[{number}].summary", "publications")
        for number, interest in enumerate(self.interests):
            yield from _each(interest.keywords, f"interests[{number}].keywords", "interests", interest.name)


def _drop_empty(passages: Iterator[Passage]) -> Iterator[Passage]:
    return (passage for passage in passages if passage.text.strip())


def _each(texts: tuple[str, ...], place: str, section: str, heading: str = "", is_list: bool = False, level: str = "") -> Iterator[Passage]:
    return (Passage(text, f"{place}[{n}]", section, heading, is_list and len(text.split()) <= 6, level) for n, text in enumerate(texts))


def _education_passages(study: Education, place: str, as_of: date) -> Iterator[Passage]:
    """Degree and subject, together where both are given ("Bachelor of Science in Nursing" stands in two fields)."""
    ended = study.end_date.strip().casefold()
    ongoing = (ended in PRESENT and bool(study.start_date)) or (bool(re.match(r"\d{4}", ended)) and ended[:7] > as_of.isoformat()[:7])
    whole = f"{study.study_type} in {study.area}" if study.study_type and study.area else study.study_type or study.area
    yield Passage(whole, f"{place}.studyType", "education", is_list=True, ongoing=ongoing)
    yield from _each(study.courses, f"{place}.courses", "education")


_PLACEHOLDER = re.compile(
    r"\{\{[^{}]{0,80}\}\}|\$\{\w+\}|lorem ipsum|^\s*[\[<(]?\s*(?:your|candidate|full|first|last)?\s*(?:full )?name\s*(?:here)?\s*[\]>)]?\s*$|^\s*(?:todo|tbd|n/a|xxx+|placeholder|string)\s*$|\[(?:your|insert)\b[^\]]{0,80}\]",
    re.I,
)


def read_resume(source: str | Path | Mapping[str, Any] | Document | Resume, name: str = "resume") -> Resume:
    """A resume from a file (JSON Resume as JSON or YAML, plain text), a document, a mapping, which messages call by `name`, or as it is.

    Raises InputError that names file, field or line, and cure: a file that cannot be read, fields that JSON Resume does not know at its root,
    values of the wrong type, dates that no calendar has, placeholders, nothing to read.
    """
    if isinstance(source, Resume):
        return source
    if isinstance(source, Mapping):
        check_measure(Document(name=name, data=dict(source)), "resume")
        return _from_data(dict(source), name)
    document = source if isinstance(source, Document) else read_document(source)
    check_measure(document, "resume")
    resume = _from_lines(document) if document.data is None else _from_data(document.data, document.name)
    return resume.model_copy(update={"document": document})


def _from_data(data: dict[str, Any], file: str) -> Resume:
    if find_posting(data, file):
        raise InputError(file, "JobPosting", "this is an advertisement, not a resume", "give the resume first, then the role")
    if find_cv(data):
        data = to_json_resume(data, file)
    for key in data:
        known = [field.alias or name for name, field in Resume.model_fields.items() if not field.exclude]
        if key not in known:
            near = difflib.get_close_matches(str(key), known, 1)
            if key in ("essential", "title", "requirements"):
                raise InputError(file, str(key), "this is a role, not a resume", "give the resume first, then the role")
            raise InputError(file, str(key), "JSON Resume has no such field", f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known[1:])}")
    try:
        resume = Resume.model_validate({key: value for key, value in data.items() if value is not None} | {"file": file})
    except ValidationError as error:
        raise _first_fault(error, file) from None
    return _checked(resume)


def _from_lines(document: Document) -> Resume:
    outline = read_outline(document.lines)
    work = tuple(Work(name=job.employer, position=job.position, start_date=job.start, end_date=job.end) for job in outline.jobs)
    return _checked(Resume(basics=Basics(name=outline.name), work=work, file=document.name, outline=outline, document=document))


def _checked(resume: Resume) -> Resume:
    """Refuse what would give a report from nothing: no text at all, or a form that nobody filled in."""
    today = date.today()
    for field, text in (("basics.name", resume.name), ("basics.label", resume.basics.label)):
        if _PLACEHOLDER.search(text):
            raise InputError(resume.file, field, f"{text!r} is a placeholder", "fill in the resume")
    texts = list(resume.passages(today))
    for passage in texts:
        if _PLACEHOLDER.search(passage.text):
            raise InputError(resume.file, passage.source, "this is a placeholder", "fill in the resume")
    stated = resume.stated
    if not texts and not stated.skills:
        raise InputError(resume.file, "", "nothing in it says what the candidate can do", "add work, skills, education or certificates")
    resume.periods(today)
    return resume


def _first_fault(error: ValidationError, file: str, prefix: str = "") -> InputError:
    """The first fault that pydantic found, with its place as a path like `work[0].highlights`."""
    fault = error.errors()[0]
    place = prefix
    for part in fault["loc"]:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else str(part)
    problem = (fault["msg"][0].lower() + fault["msg"][1:]).replace("valid tuple", "list")
    return InputError(file, place, problem, "see `gapwriter schema resume`")
