"""Role: the target, with what it asks for and how strongly; Requirement: one thing asked for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field, ValidationError

from gapwriter.document import read_document
from gapwriter.errors import InputError
from gapwriter.record import Record
from gapwriter.skill import Catalog, Kind, Proficiency, read_catalog
from gapwriter.wording import join_words
from gapwriter.words import fold_words


class Relation(StrEnum):
    """How a role asks for a skill, the strongest first."""

    ESSENTIAL = "essential"
    OPTIONAL = "optional"
    EMERGING = "emerging"


class Option(Record):
    """One skill that meets a requirement: `label` is the catalog's preferred label, `asked` the role's own words for it; `known` is false for a label that
    the catalog does not have."""

    skill_id: str
    label: str
    asked: str
    kind: Kind
    known: bool = True


class Requirement(Record):
    """One thing asked for: any one of `options` meets it. `source` is a field of the role, `quote` its words; `count` of `surveyed` advertisements name it."""

    options: tuple[Option, ...] = Field(min_length=1)
    relation: Relation
    proficiency: Proficiency | None = None
    source: str
    quote: str = ""

    @property
    def label(self) -> str:
        """The label as it is printed: "TensorFlow or PyTorch" where any of them will do."""
        return join_words([option.label for option in self.options], "or")

    @property
    def asked(self) -> str:
        """The same in the role's own words."""
        return join_words([option.asked for option in self.options], "or")

    @property
    def kind(self) -> Kind:
        return self.options[0].kind

    @property
    def known(self) -> bool:
        return all(option.known for option in self.options)

    @property
    def key(self) -> str:
        """A stable name of the requirement, for ids of facts."""
        return "+".join(option.skill_id for option in self.options)


class Role(Record):
    """The target role. `years`, `leadership` and `architecture` are conditions beside the skills; `origin` says where the requirements come from:
    `advertisement`, `description` (the recruiter's own file) or `built-in`."""

    title: str
    company: str = ""
    requirements: tuple[Requirement, ...]
    years: float | None = None
    leadership: bool = False
    architecture: bool = False
    origin: str = "description"
    date: str = ""
    source: str = ""
    unplaced: tuple[tuple[int, str], ...] = ()
    unrecognised: tuple[str, ...] = ()
    file: str = "role"

    def asked(self, relation: Relation) -> tuple[Requirement, ...]:
        return tuple(r for r in self.requirements if r.relation == relation)


# --- the file -----------------------------------------------------------------------------------------------------------------------


class Asked(Record):
    """An entry of `essential`, `optional` or `emerging` that is more than a label."""

    skill: str | None = None
    name: str | None = None
    proficiency: str | None = None
    any_of: tuple[str, ...] | None = None
    relation: Relation | None = None
    region: str | None = None
    quote: str = ""


class Experience(Record):
    years: float | None = Field(default=None, ge=0, le=70)
    leadership: bool = False
    architecture: bool = False


Entries = tuple[str | Asked, ...]


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


class JobSkill(Record):
    model_config = {**Record.model_config, "extra": "allow"}
    name: str = ""
    level: str = ""
    keywords: tuple[str, ...] = ()


LEVELS: dict[str, Proficiency] = {
    word: proficiency
    for proficiency, words in {
        Proficiency.BEGINNER: "beginner basic basics novice elementary fundamental junior entry a1 a2 rudimentary limited",
        Proficiency.INTERMEDIATE: "intermediate working competent proficient solid good b1 b2 conversational moderate medium practitioner professional",
        Proficiency.ADVANCED: "advanced strong senior c1 fluent skilled experienced high excellent full",
        Proficiency.EXPERT: "expert master mastery native bilingual c2 guru specialist mother",
    }.items()
    for word in words.split()
}
"""Words of a resume or a role for a level, folded, and the proficiency that they stand for."""


def read_level(text: str, file: str = "", place: str = "") -> Proficiency | None:
    """The proficiency that a raw level states ("C1", "Advanced", "native speaker"); None where it states none."""
    found = [LEVELS[word] for word in re.findall(r"[a-z]+\d?", text.casefold()) if word in LEVELS]
    return found[0] if found else None


def read_role(source: str | Path | Mapping[str, Any] | Role, catalog: Catalog | None = None) -> Role:
    """A role from a file (YAML, JSON, JSON Resume's job schema, a plain-text advertisement), a mapping, or the title of a built-in role.

    Raises InputError: unknown fields, wrong types, no requirements, one skill under two relations, a title that is neither a file nor built in.
    """
    if isinstance(source, Role):
        return source
    catalog = catalog or read_catalog()
    if isinstance(source, Mapping):
        return _from_mapping(dict(source), "role", catalog)
    if isinstance(source, str) and source != "-" and not Path(source).exists():
        built_in = find_built_in(source, catalog)
        if built_in:
            return built_in
        if not Path(source).suffix and "/" not in source:
            titles = [row["title"] for row in catalog.raw["roles"]]
            near = difflib.get_close_matches(source, titles, 1, 0.5)
            hint = f"did you mean {near[0]!r}?" if near else "`gapwriter catalog list roles` names them"
            raise InputError(source, "", "this is neither a file nor the title of a built-in role", hint)
    document = read_document(source)
    if document.data is not None:
        return _from_mapping(document.data, document.name, catalog)
    from gapwriter.advert import read_advert

    advert = read_advert(document.lines, catalog)
    return _from_mapping(advert.role, document.name, catalog, origin="advertisement").model_copy(
        update={"unplaced": advert.unplaced, "unrecognised": advert.unrecognised}
    )


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
    if {"qualifications", "responsibilities", "skills"} & data.keys() and not {"essential", "optional"} & data.keys():
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
        fault = error.errors()[0]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"] if part not in ("str", "Asked")).lstrip(".")
        raise InputError(file, place, fault["msg"][0].lower() + fault["msg"][1:], "see `gapwriter schema role`") from None
    if re.search(r"\{\{|\[(?:your|insert|job)\b|lorem ipsum", asked.title, re.I):
        raise InputError(file, "title", f"{asked.title!r} is a placeholder", "write the title of the role")
    requirements = _unique(list(_read_entries(asked, file, catalog)), file)
    if not requirements:
        raise InputError(file, "essential", "the role asks for nothing", "list at least one skill under essential, optional or emerging")
    return Role(
        title=" ".join(asked.title.split()),
        company=" ".join((asked.company or "").split()),
        requirements=tuple(requirements),
        years=asked.experience.years,
        leadership=asked.experience.leadership,
        architecture=asked.experience.architecture,
        origin=origin,
        date=asked.date or "",
        source=asked.source or "",
        file=file,
    )


def _from_job_schema(data: dict[str, Any], file: str) -> dict[str, Any]:
    """JSON Resume's job schema: `skills` with their keywords are taken as essential; prose stays out of the requirements."""
    try:
        skills = [JobSkill.model_validate(row) for row in data.get("skills") or []]
    except ValidationError as error:
        raise InputError(file, "skills", error.errors()[0]["msg"], "give a list of objects with name and keywords") from None
    essential: list[Any] = []
    for skill in skills:
        level = read_level(skill.level)
        essential += [{"skill": name, "proficiency": level} if level else name for name in (skill.keywords or (skill.name,)) if name]
    return {"title": data.get("title") or "", "company": data.get("company"), "essential": essential, "date": data.get("date")}


class _Entry(NamedTuple):
    labels: tuple[str, ...]
    relation: Relation
    proficiency: Proficiency | None
    source: str
    quote: str
    kind: Kind | None


_FIELD_KINDS = {"certificates": Kind.CREDENTIAL, "licences": Kind.LICENCE, "languages": Kind.HUMAN_LANGUAGE, "education": Kind.CREDENTIAL}


def _read_entries(asked: RoleFile, file: str, catalog: Catalog) -> Iterator[Requirement]:
    for field in (*Relation, *_FIELD_KINDS):
        relation = Relation(field) if field in tuple(Relation) else Relation.ESSENTIAL
        for number, entry in enumerate(getattr(asked, field)):
            place = f"{field}[{number}]"
            for one in _read_entry(entry, relation, place, file, _FIELD_KINDS.get(field), catalog):
                options = tuple(_option(label, one.kind, catalog) for label in one.labels)
                yield Requirement(options=options, relation=one.relation, proficiency=one.proficiency, source=one.source, quote=one.quote)


def _read_entry(entry: str | Asked, relation: Relation, place: str, file: str, kind: Kind | None, catalog: Catalog) -> Iterator[_Entry]:
    if isinstance(entry, Asked):
        level = read_level(entry.proficiency) if entry.proficiency else None
        if entry.proficiency and level is None:
            raise InputError(file, f"{place}.proficiency", f"{entry.proficiency!r} is no level", f"use one of {', '.join(Proficiency)}")
        labels = entry.any_of or tuple(label for label in (entry.skill or entry.name,) if label)
        if not labels or not all(label.strip() for label in labels):
            raise InputError(file, place, "this entry names no skill", "give `skill:` or `any_of:`")
        relation = entry.relation or relation
        if len(labels) > 1:
            yield _Entry(tuple(labels), relation, level, place, entry.quote or join_words(labels, "or"), kind)
            return
        for one in _split_label(labels[0], catalog):
            yield _Entry(one.labels, relation, level or one.proficiency, place, entry.quote or labels[0], kind)
        return
    if not entry.strip():
        raise InputError(file, place, "this entry is empty", "name a skill or delete it")
    for one in _split_label(entry, catalog):
        yield _Entry(one.labels, relation, one.proficiency, place, entry, kind)


class _Split(NamedTuple):
    labels: tuple[str, ...]
    proficiency: Proficiency | None


_AROUND = re.compile(
    r"^(?:(?:strong|solid|good|excellent|proven|deep|hands-on|working|basic|advanced|expert|some|fluent|native|conversational|intermediate|sound|practical|in-depth|professional|prior|demonstrated|thorough|proficient in|skilled in|experienced in|expertise in|"
    r"(?:experience|knowledge|understanding|skills?|proficiency|command|familiarity|competence|fluency)(?:\s+(?:with|in|of|using))?|of|with|in|using)\s+)+|"
    r"\s+(?:skills?|experience|knowledge|proficiency|expertise)$|\s*[(\[][^)\]]*[)\]]\s*$|\s*[,:–—-]\s+(?:beginner|basic|intermediate|advanced|expert|fluent|native|[ABC][12])(?:\s+level)?$|"
    r"\s+(?:v?\d+(?:\.\d+)*(?:\s*\+)?|\d+(?:\.x)+)$",
    re.I,
)


def _split_label(label: str, catalog: Catalog) -> list[_Split]:
    """A label as a recruiter writes it: as it is where the catalog knows it, else without level words, else as its alternatives or its parts."""
    label = " ".join(label.split())
    if catalog.find_label(label):
        return [_Split((label,), None)]
    level = next((found for found in map(read_level, _AROUND.findall(label)) if found), None)
    bare = label
    while True:
        shorter = _AROUND.sub("", bare).strip(" ,;:.")
        if not shorter or shorter == bare:
            break
        bare = shorter
        if catalog.find_label(bare):
            return [_Split((bare,), level)]
    for pattern, any_of in ((r"\s+or\s+|\s*/\s*|\s*,\s*(?:or\s+)?", True), (r"\s*,?\s+(?:and|&)\s+|\s*,\s*", False)):
        parts = [part.strip() for part in re.split(pattern, bare) if part.strip()]
        if len(parts) > 1 and all(catalog.find_label(part) for part in parts) and (not any_of or re.search(r"\bor\b|/", bare)):
            return [_Split(tuple(parts), level)] if any_of else [_Split((part,), level) for part in parts]
    return [_Split((label,), None)]


def _option(label: str, kind: Kind | None, catalog: Catalog) -> Option:
    """The catalog's skill for a label: by name, else by close spelling; else the label itself, as not recognised."""
    name = catalog.find_label(label) or catalog.find_spelling(label)
    if name:
        skill = catalog[name.skill_id]
        return Option(skill_id=skill.id, label=skill.label, asked=label, kind=skill.kind)
    words = fold_words(label)
    return Option(skill_id="unrecognised-" + "-".join(words or (label,)), label=label, asked=label, kind=kind or Kind.DOMAIN, known=False)


def _unique(requirements: list[Requirement], file: str) -> list[Requirement]:
    """Each skill once; asked for twice under one relation it is one requirement, under two it is an error."""
    seen: dict[str, Requirement] = {}
    for requirement in requirements:
        earlier = seen.get(requirement.key)
        if earlier is None:
            seen[requirement.key] = requirement
        elif earlier.relation is not requirement.relation:
            both = f"{earlier.relation} ({earlier.source}) and {requirement.relation} ({requirement.source})"
            raise InputError(file, requirement.source, f"{requirement.label!r} is asked for as {both}", "keep one of the two")
        elif (requirement.proficiency or Proficiency.BEGINNER).rank > (earlier.proficiency or Proficiency.BEGINNER).rank:
            seen[requirement.key] = requirement
    return list(seen.values())
