"""Role: the target, with what it asks for and how strongly; Requirement: one thing asked for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field, ValidationError

from gapwriter.document import Document, Hidden, check_measure, read_document
from gapwriter.errors import InputError
from gapwriter.markup import find_posting
from gapwriter.posting import Salary
from gapwriter.record import Record
from gapwriter.requirement import Relation, Requirement, free_option, read_level, read_options, split_label
from gapwriter.skill import Catalog, Kind, Proficiency, read_catalog
from gapwriter.wording import join_words
from gapwriter.words import fold_words


class Pay(Record):
    """What advertisements that state a salary state: `stated` of them in this currency (ISO 4217) and for this period (year, month, week, day, hour), the medians of their lower and upper ends in whole units."""

    stated: int
    low: int
    high: int
    currency: str
    period: str


class Survey(Record):
    """The advertisements that a role was made of: how many, without copies; the first and the last day (ISO dates, "" where none is dated); how many give no day, were copies, were left out (unreadable, or another job);
    `earlier` and `later` are the sizes of the two halves by date that growth compares; `rarer` is how many further skills too few of them name."""

    advertisements: int = Field(ge=1)
    first: str = ""
    last: str = ""
    undated: int = 0
    copies: int = 0
    left_out: int = 0
    earlier: int = 0
    later: int = 0
    rarer: int = 0
    salary: Pay | None = None


class Role(Record):
    """The target role. `years`, `leadership` and `architecture` are conditions beside the skills; `origin` says where the requirements come from:
    `advertisement`, `description` (the recruiter's own file), `built-in` or `market` (many advertisements, counted in `survey`). `salary` is what the one advertisement states."""

    title: str
    company: str = ""
    requirements: tuple[Requirement, ...]
    years: float | None = None
    leadership: bool = False
    architecture: bool = False
    origin: str = "description"
    date: str = ""
    source: str = ""
    unplaced: tuple[tuple[str, str], ...] = ()
    hidden: tuple[Hidden, ...] = ()
    unrecognised: tuple[str, ...] = ()
    survey: Survey | None = None
    salary: Salary | None = None
    file: str = "role"

    def asked(self, relation: Relation) -> tuple[Requirement, ...]:
        return tuple(r for r in self.requirements if r.relation == relation)


# --- the file -----------------------------------------------------------------------------------------------------------------------


class Asked(Record):
    """An entry of `essential`, `optional` or `emerging` that is more than a label; `count` is how many advertisements of a `market` name it, `grown` how many of its earlier and its later half."""

    skill: str | None = None
    name: str | None = None
    proficiency: str | None = None
    any_of: tuple[str, ...] | None = None
    relation: Relation | None = None
    region: str | None = None
    quote: str = ""
    count: int | None = Field(default=None, ge=1)
    grown: tuple[int, int] | None = None


class Experience(Record):
    years: float | None = Field(default=None, ge=0, le=70)
    leadership: bool = False
    architecture: bool = False


Entries = tuple[str | Asked, ...]
LONGEST = 200
"""The longest label of a requirement, in characters."""


class RoleFile(Record):
    """A role as a person writes it in YAML or JSON."""

    title: str = Field(min_length=1)
    company: str | None = None
    essential: Entries = ()
    optional: Entries = ()
    emerging: Entries = ()
    experience: Experience = Experience()
    certificates: Entries = ()
    licences: Entries = ()
    languages: Entries = ()
    education: Entries = ()
    date: str | None = None
    source: str | None = None
    market: Survey | None = None


class JobSkill(Record):
    model_config = {**Record.model_config, "extra": "allow"}
    name: str = ""
    level: str = ""
    keywords: tuple[str, ...] = ()


def read_role(source: str | Path | Mapping[str, Any] | Role, catalog: Catalog | None = None) -> Role:
    """A role from a file (YAML, JSON, JSON Resume's job schema, a plain-text advertisement), a mapping, or the title of a built-in role.

    Raises InputError: unknown fields, wrong types, no requirements, one skill under two relations, a title that is neither a file nor built in.
    """
    if isinstance(source, Role):
        return source
    catalog = catalog or read_catalog()
    if isinstance(source, Mapping):
        return role_of(Document(name="role", data=dict(source)), catalog)
    if isinstance(source, str) and source != "-" and not _is_path(source):
        built_in = find_built_in(source, catalog)
        if built_in:
            return built_in
        suffix = Path(source).suffix
        if (not suffix or " " in suffix) and "/" not in source:
            titles = [row["title"] for row in catalog.raw["roles"]]
            near = difflib.get_close_matches(source, titles, 1, 0.5)
            hint = f"did you mean {near[0]!r}?" if near else "`gapwriter catalog list roles` names them"
            raise InputError(source, "", "this is neither a file nor the title of a built-in role", hint)
    return role_of(read_document(source), catalog)


def role_of(document: Document, catalog: Catalog) -> Role:
    """The role that a document describes: the fields of a role file, or an advertisement in prose. Raises InputError like `read_role`."""
    check_measure(document, "advertisement")
    posting = find_posting(document.data, document.name)
    if posting is not None:
        return _from_posting(posting, document.name, catalog)
    if document.data is not None:
        return _from_mapping(document.data, document.name, catalog)
    return _from_advert(document, catalog)


def _from_posting(data: Mapping[str, Any], file: str, catalog: Catalog) -> Role:
    """An advertisement that its publisher gives to machines."""
    from gapwriter.job_posting import to_advert

    posting = to_advert(dict(data), file)
    given = {name: value for name, value in (("title", posting.title), ("company", posting.company), ("date", posting.date)) if value}
    return _from_advert(posting.document, catalog).model_copy(update=given)


_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\(?\d{2,4}\)?[ -]\d{3,}[ -]?\d{2,}")


def _from_advert(document: Document, catalog: Catalog) -> Role:
    from gapwriter.advert import read_advert
    from gapwriter.outline import read_outline

    top = [line for line in document.lines if line.strip()][:6]
    if any(map(_CONTACT.search, top)) and len(read_outline(document.lines).jobs) > 1:
        raise InputError(document.name, "", "this is a resume, not a role", "give the resume first, then the role")
    advert = read_advert(document.lines, catalog)
    return _from_mapping(advert.role, document.name, catalog, origin="advertisement").model_copy(
        update={
            "unplaced": tuple((document.place(line), text) for line, text in advert.unplaced),
            "unrecognised": advert.unrecognised,
            "hidden": document.hidden,
            "salary": advert.salary,
        }
    )


def _is_path(source: str) -> bool:
    try:
        return not source or Path(source).exists()
    except OSError:  # longer than a file's name can be
        return False


def find_built_in(title: str, catalog: Catalog) -> Role | None:
    """The built-in role of that title or id, in any capitals."""
    wanted = fold_words(title)
    for row in catalog.raw["roles"]:
        if wanted in {fold_words(name) for name in (row["title"], row["id"], *row.get("aliases", ()))}:
            fields = {key: value for key, value in row.items() if key not in ("id", "aliases")}
            return _from_mapping(_with_labels(fields, catalog), row["title"], catalog, origin="built-in")
    return None


def _with_labels(row: dict[str, Any], catalog: Catalog) -> dict[str, Any]:
    """A built-in role names skills by id; a role file by label."""

    def label(entry: Any) -> Any:
        if isinstance(entry, str):
            return catalog[entry].label
        return {k: (label(v) if k == "skill" else [label(one) for one in v] if k == "any_of" else v) for k, v in entry.items()}

    return {key: [label(entry) for entry in value] if isinstance(value, list) else value for key, value in row.items()}


def _from_mapping(data: dict[str, Any], file: str, catalog: Catalog, origin: str = "description") -> Role:
    data = {key: value for key, value in data.items() if value is not None}
    if "basics" in data or "work" in data:
        raise InputError(file, "basics" if "basics" in data else "work", "this is a resume, not a role", "give the resume first, then the role")
    if {"qualifications", "responsibilities", "skills"} & data.keys() and not set(Relation) & data.keys():
        data, origin = _from_job_schema(data, file), "advertisement"
    for key in data:
        if key not in RoleFile.model_fields:
            near = difflib.get_close_matches(str(key), list(RoleFile.model_fields), 1)
            raise InputError(
                file, str(key), "a role has no such field", f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(RoleFile.model_fields)}"
            )
    try:
        asked = RoleFile.model_validate(data)
    except ValidationError as error:
        raise _first_fault(error, file) from None
    if re.search(r"\{\{|\[(?:your|insert|job)\b|lorem ipsum", asked.title, re.I):
        raise InputError(file, "title", f"{asked.title!r} is a placeholder", "write the title of the role")
    requirements = _unique(list(_read_entries(asked, file, catalog)), file)
    if not requirements:
        raise InputError(file, "essential", "the role asks for nothing", "list at least one skill under essential, optional or emerging")
    return Role(
        title=" ".join(asked.title.split()),
        company=" ".join((asked.company or "").split()),
        requirements=tuple(requirements),
        years=asked.experience.years or None,
        leadership=asked.experience.leadership,
        architecture=asked.experience.architecture,
        origin="market" if asked.market else origin,
        survey=asked.market,
        date=asked.date or "",
        source=asked.source or "",
        file=file,
    )


def _first_fault(error: ValidationError, file: str) -> InputError:
    """The first fault that pydantic found; an entry that is a mapping is judged as one, not as the label that it could have been."""
    faults = error.errors()
    fault = next((one for one in faults if "Asked" in one["loc"] and one["type"] != "model_type"), faults[0])
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"] if part not in ("str", "Asked")).lstrip(".")
    problem = (fault["msg"][0].lower() + fault["msg"][1:]).replace("valid tuple", "list").replace("extra inputs are not permitted", "there is no such field")
    return InputError(file, place, problem, "see `gapwriter schema role`")


def _from_job_schema(data: dict[str, Any], file: str) -> dict[str, Any]:
    """JSON Resume's job schema: `skills` with their keywords are taken as essential; prose stays out of the requirements."""
    cure = "give a list of objects with name and keywords, or list the skills under essential"
    rows = data.get("skills") or []
    if not isinstance(rows, list):
        raise InputError(file, "skills", "this is no list", cure)
    skills: list[JobSkill] = []
    for number, row in enumerate(rows):
        try:
            skills.append(JobSkill.model_validate({k: v for k, v in row.items() if v is not None} if isinstance(row, dict) else row))
        except ValidationError as error:
            place = ".".join([f"skills[{number}]", *map(str, error.errors()[0]["loc"])])
            raise InputError(file, place, "this is not as JSON Resume's job schema has it", cure) from None
    essential: list[Any] = []
    for skill in skills:
        level = read_level(skill.level)
        essential += [{"skill": name, "proficiency": level} if level else name for name in (skill.keywords or (skill.name,)) if name]
    return {"title": data.get("title") or "", "company": data.get("company"), "essential": essential, "date": data.get("date")}


class _Entry(NamedTuple):
    labels: tuple[str, ...]
    asked: tuple[str, ...]
    relation: Relation
    proficiency: Proficiency | None
    source: str
    quote: str
    kind: Kind | None


_FIELD_KINDS = {"certificates": Kind.CREDENTIAL, "licences": Kind.LICENCE, "languages": Kind.HUMAN_LANGUAGE, "education": Kind.CREDENTIAL}


def _by_region(entries: Entries) -> Entries:
    """Entries that hold each in its region are one, of which any will do."""
    local = [entry for entry in entries if isinstance(entry, Asked) and entry.region and entry.skill]
    if len(local) < 2:
        return entries
    one = Asked(any_of=tuple(dict.fromkeys(entry.skill or "" for entry in local)))
    return tuple(one if entry is local[0] else entry for entry in entries if entry is local[0] or entry not in local)


def _read_entries(asked: RoleFile, file: str, catalog: Catalog) -> Iterator[Requirement]:
    for field in (*Relation, *_FIELD_KINDS):
        relation = Relation(field) if field in tuple(Relation) else Relation.ESSENTIAL
        for number, entry in enumerate(_by_region(getattr(asked, field))):
            place = f"{field}[{number}]"
            for one in _read_entry(entry, relation, place, file, _FIELD_KINDS.get(field), catalog):
                options = read_options(one.labels, one.asked, one.kind, catalog)
                counted = {"count": entry.count, "grown": entry.grown} if isinstance(entry, Asked) else {}
                yield Requirement(options=options, relation=one.relation, proficiency=one.proficiency, source=one.source, quote=one.quote, **counted)


def _read_entry(entry: str | Asked, relation: Relation, place: str, file: str, kind: Kind | None, catalog: Catalog) -> Iterator[_Entry]:
    if isinstance(entry, Asked):
        level = read_level(entry.proficiency, Kind.HUMAN_LANGUAGE) if entry.proficiency else None
        if entry.proficiency and level is None:
            raise InputError(file, f"{place}.proficiency", f"{entry.proficiency!r} is no level", f"use one of {', '.join(Proficiency)}")
        labels = entry.any_of or tuple(label for label in (entry.skill or entry.name,) if label)
        if not labels or not all(label.strip() for label in labels):
            raise InputError(file, place, "this entry names no skill", "give `skill:` or `any_of:`")
        _check_length(labels, file, place)
        relation = entry.relation or relation
        if len(labels) > 1:
            labels = tuple(dict.fromkeys(labels))
            yield _Entry(labels, labels, relation, level, place, entry.quote or join_words(labels, "or"), kind)
            return
        for one in split_label(labels[0], catalog):
            yield _Entry(one.labels, one.asked, relation, level or one.proficiency, place, entry.quote or labels[0], kind)
        return
    if not entry.strip():
        raise InputError(file, place, "this entry is empty", "name a skill or delete it")
    _check_length((entry,), file, place)
    for one in split_label(entry, catalog):
        yield _Entry(one.labels, one.asked, relation, one.proficiency, place, entry, kind)


def _check_length(labels: Sequence[str], file: str, place: str) -> None:
    if any(len(label) > LONGEST for label in labels):
        raise InputError(file, place, f"this is longer than {LONGEST} characters and no name of a skill", "name one skill an entry")


def _unique(requirements: list[Requirement], file: str) -> list[Requirement]:
    """Each skill once. Asked for twice under one relation it is one requirement, at the higher level; in the same words under two it is an error; in other words
    under another relation those words stand for themselves."""
    seen: dict[frozenset[str], Requirement] = {}
    for requirement in requirements:
        earlier = seen.get(_skills_of(requirement))
        if earlier is None:
            seen[_skills_of(requirement)] = requirement
        elif earlier.relation is not requirement.relation:
            if _same_words(earlier, requirement):
                both = f"{earlier.relation} ({earlier.source}) and {requirement.relation} ({requirement.source})"
                raise InputError(file, requirement.source, f"{requirement.label!r} is asked for as {both}", "keep one of the two")
            own = requirement.model_copy(update={"options": (free_option(requirement.asked, requirement.kind),)})
            seen.setdefault(_skills_of(own), own)
        elif (requirement.proficiency or Proficiency.BEGINNER).rank > (earlier.proficiency or Proficiency.BEGINNER).rank:
            seen[_skills_of(requirement)] = requirement
    return list(seen.values())


def _same_words(one: Requirement, other: Requirement) -> bool:
    """Whether two requirements of the same skills are told apart by nothing: the same words, or one of them is the preferred label."""
    asked = [{" ".join(fold_words(option.asked)) for option in requirement.options} for requirement in (one, other)]
    if asked[0] == asked[1]:
        return True
    labels = {" ".join(fold_words(option.label)) for option in one.options}
    # "K8s" beside "Kubernetes" is the same; "video analytics" beside "computer vision" may be more than the catalog knows.
    return labels in asked and any(len(word) <= 4 for words in asked for word in words - labels)


def _skills_of(requirement: Requirement) -> frozenset[str]:
    return frozenset(option.skill_id for option in requirement.options)
