"""Fault: what is wrong with a catalog; the compiled catalog from its YAML files."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import ValidationError

from gapwriter.errors import InputError
from gapwriter.record import Record
from gapwriter.requirement import read_level
from gapwriter.resource import Resource
from gapwriter.role import RoleFile
from gapwriter.skill import Catalog, Kind, Skill, index_names, longest_names, plain_tasks
from gapwriter.wordform import index_forms
from gapwriter.words import common_words, fold_words


class RoleRow(RoleFile):
    """A built-in role: a role file with an id and other titles, in which skills go by their ids."""

    id: str
    aliases: tuple[str, ...] = ()


MODELS: dict[str, type[Record]] = {"skills": Skill, "roles": RoleRow, "resources": Resource}
PARTS = tuple(MODELS)


class Fault(Record):
    """`place` is a row of the catalog (`skills: pytorch`)."""

    place: str
    message: str


class File(NamedTuple):
    """A YAML file of a catalog: its rows, and what it says of all of them (`source`, `date`, `attribution`)."""

    part: str
    path: Path
    head: dict[str, Any]
    rows: list[dict[str, Any]]


def compile_catalog(folder: Path) -> dict[str, Any]:
    """The rows of `skills/*.yaml`, `roles/*.yaml` and `resources/*.yaml`, each kind sorted by id; InputError where that is not what the folder holds."""
    if not any((folder / "skills").glob("*.yaml")):
        raise InputError(str(folder), "", "there is no skills/*.yaml in it", "name a folder with skills/, roles/ and resources/")
    raw: dict[str, list[dict[str, Any]]] = {part: [] for part in PARTS}
    for file in read_files(folder):
        raw[file.part] += file.rows
    return {part: sorted(rows, key=lambda row: str(row.get("id"))) for part, rows in raw.items()}


def read_files(folder: Path) -> Iterator[File]:
    """The YAML files of a folder, part by part."""
    for part in PARTS:
        for path in sorted((folder / part).glob("*.yaml")):
            yield _read_file(part, path)


HEAD = ("source", "date", "attribution")


def _read_file(part: str, path: Path) -> File:
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe loaders both
        found = list(data.pop(part))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        raise InputError(str(path), "", f"this is no list of {part} ({' '.join(str(error).split())})", "see the README of the catalog") from None
    other = next((key for key in data if key not in HEAD), None)
    if other is not None:
        raise InputError(str(path), str(other), "a file of a catalog has no such field", f"use {part} and, where you like, {', '.join(HEAD)}")
    wrong = next((number for number, row in enumerate(found) if not isinstance(row, dict)), None)
    if wrong is not None:
        raise InputError(str(path), f"{part}[{wrong}]", "this row has no fields", "see the README of the catalog")
    return File(part, path, data, [{key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()} for row in found])


def write_catalog(folder: Path) -> Path:
    """Compile the YAML files of a folder to its `catalog.json`, a row a line, with the index of names."""
    raw = compile_catalog(folder)
    raw["names"] = index_names(raw["skills"])
    raw["forms"] = index_forms(plain_tasks(raw["names"]))
    raw["reach"] = longest_names(raw["names"])
    lines = [f"{json.dumps(part)}: [\n" + ",\n".join(json.dumps(row, ensure_ascii=False, default=str) for row in raw[part]) + "\n]" for part in PARTS]
    indexes = [
        f"{json.dumps(part)}: {{\n"
        + ",\n".join(f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(row, ensure_ascii=False)}" for key, row in sorted(raw[part].items()))
        + "\n}"
        for part in ("names", "forms", "reach")
    ]
    path = folder / "catalog.json"
    path.write_text("{" + ",\n".join([*lines, *indexes]) + "}\n", "utf-8")
    return path


def lint_catalog(raw: dict[str, Any]) -> list[Fault]:
    """Everything that is wrong: schema, names claimed twice, common words without a rule, ids that do not exist, cycles, implausible hours."""
    faults = [fault for part in PARTS for fault in (*schema_faults(part, raw[part]), *twice_faults(part, raw[part]))]
    if faults:
        return faults
    catalog = Catalog(raw)
    return _faults(catalog, list(catalog), raw, lambda words: None, Counter())


def lint_over(catalog: Catalog, below: Catalog, ids: Mapping[str, Collection[str]]) -> list[Fault]:
    """What is wrong with the rows of some ids, by part, each as its schema has it, in a catalog that was made by laying them over one that is sound."""
    raw = {part: [row for row in catalog.raw[part] if row["id"] in ids[part]] for part in PARTS}

    def owner(words: tuple[str, ...]) -> str | None:
        row = below.names.get(" ".join(words))
        # The index also holds names in small letters, which claim nothing.
        return row[0] if row and row[0] not in ids["skills"] and fold_words(row[1]) == words else None

    titles = Counter(title for row in below.raw["roles"] if row["id"] not in ids["roles"] for title in _titles(row))
    return _faults(catalog, [catalog[row["id"]] for row in raw["skills"]], raw, owner, titles)


Owner = Callable[[tuple[str, ...]], str | None]
"""Which skill, beside those that are looked at, has a name."""


def _faults(catalog: Catalog, skills: Collection[Skill], raw: Mapping[str, Any], owner: Owner, titles: Counter[tuple[str, ...]]) -> list[Fault]:
    return [
        *_name_faults(skills, owner),
        *_link_faults(skills, catalog),
        *_cycle_faults(skills, catalog),
        *_hour_faults(skills),
        *_role_faults(raw["roles"], catalog, titles),
        *_resource_faults(raw["resources"], catalog),
    ]


def twice_faults(part: str, rows: Iterable[dict[str, Any]]) -> Iterator[Fault]:
    for row_id, times in Counter(str(row.get("id")) for row in rows).items():
        if times > 1:
            yield Fault(place=f"{part}: {row_id}", message="this id stands twice")


def schema_faults(part: str, rows: Iterable[dict[str, Any]]) -> Iterator[Fault]:
    for row in rows:
        try:
            MODELS[part].model_validate(row)
        except ValidationError as error:
            fault = error.errors()[0]
            yield Fault(place=f"{part}: {row.get('id')}", message=f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}")


def _name_faults(skills: Iterable[Skill], owner: Owner) -> Iterator[Fault]:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    common = common_words()
    for skill in skills:
        for name in skill.names:
            words = fold_words(name.label)
            if not words:
                yield Fault(place=f"skills: {skill.id}", message=f"{name.label!r} holds no word")
            owners[words].add(skill.id)
            # Other kinds are named by everyday words (accounting, welding); `usage` asks for proof of their one-word aliases.
            ambiguous = len(words) == 1 and (name.label.casefold() in common or len(words[0]) == 1) and skill.kind in (Kind.TOOL, Kind.LANGUAGE)
            if ambiguous and not (name.case_sensitive or name.needs_context or name.unless):
                yield Fault(place=f"skills: {skill.id}", message=f"{name.label!r} is a common word and has no rule")
    for words, ids in owners.items():
        ids |= {other for other in (owner(words),) if other}
        if len(ids) > 1:
            yield Fault(place=f"skills: {', '.join(sorted(ids))}", message=f"all claim the name {' '.join(words)!r}")


def _link_faults(skills: Iterable[Skill], catalog: Catalog) -> Iterator[Fault]:
    for skill in skills:
        for link, ids in (("broader", skill.broader), ("implies", skill.implies), ("related", skill.related), ("requires", skill.requires)):
            for other in ids:
                if other not in catalog:
                    yield Fault(place=f"skills: {skill.id}", message=f"{link} names {other!r}, which does not exist")
                elif other == skill.id:
                    yield Fault(place=f"skills: {skill.id}", message=f"{link} names the skill itself")
        both = set(skill.implies) & set(skill.related)
        if both:
            yield Fault(place=f"skills: {skill.id}", message=f"{', '.join(sorted(both))} is implied and related at once")


def _cycle_faults(skills: Collection[Skill], catalog: Catalog) -> Iterator[Fault]:
    links: tuple[tuple[str, Callable[[Skill], Iterable[str]]], ...] = (
        ("requires", lambda skill: skill.requires),
        ("implies", lambda skill: skill.implies),
        ("broader", lambda skill: skill.broader),
    )
    for name, follow in links:
        done: set[str] = set()
        for skill in skills:
            trail: list[str] = []
            ahead = [(skill.id, False)]
            while ahead:
                here, leaving = ahead.pop()
                if leaving:
                    trail.pop()
                    done.add(here)
                elif here in trail:
                    yield Fault(place=f"skills: {here}", message=f"{name} runs in a circle: {' → '.join([*trail[trail.index(here) :], here])}")
                elif here not in done and here in catalog:
                    trail.append(here)
                    ahead.append((here, True))
                    ahead += [(other, False) for other in follow(catalog[here])]


def _hour_faults(skills: Iterable[Skill]) -> Iterator[Fault]:
    for skill in skills:
        hours = list(skill.hours.values())
        if hours != sorted(set(hours)) or (hours and [str(level) for level in skill.hours] != ["beginner", "intermediate", "advanced"]):
            yield Fault(place=f"skills: {skill.id}", message="hours are not beginner < intermediate < advanced")
        if not hours and skill.kind not in (Kind.LICENCE, Kind.CREDENTIAL):
            yield Fault(place=f"skills: {skill.id}", message="no hours")


def _titles(role: Mapping[str, Any]) -> set[tuple[str, ...]]:
    return {fold_words(name) for name in (role["title"], *role.get("aliases", ()))}


def _role_faults(roles: Iterable[dict[str, Any]], catalog: Catalog, titles: Counter[tuple[str, ...]]) -> Iterator[Fault]:
    """`titles` counts those of the roles that are not looked at."""
    for role in roles:
        titles.update(_titles(role))
        named: Counter[str] = Counter()
        for field in ("essential", "optional", "emerging", "certificates", "licences", "languages", "education"):
            for entry in role.get(field) or ():
                named.update([entry] if isinstance(entry, str) else entry.get("any_of") or [entry.get("skill")])
                level = None if isinstance(entry, str) else entry.get("proficiency")
                if level and not read_level(level, Kind.HUMAN_LANGUAGE):
                    yield Fault(place=f"roles: {role['id']}", message=f"{level!r} is no level")
        for skill_id, times in named.items():
            if skill_id not in catalog:
                yield Fault(place=f"roles: {role['id']}", message=f"{skill_id!r} does not exist")
            elif times > 1:
                yield Fault(place=f"roles: {role['id']}", message=f"{skill_id!r} is asked for twice")
    for words, times in titles.items():
        if times > 1:
            yield Fault(place="roles", message=f"the title {' '.join(words)!r} stands twice")


def _resource_faults(resources: Iterable[dict[str, Any]], catalog: Catalog) -> Iterator[Fault]:
    for row in resources:
        place = f"resources: {row['id']}"
        for skill_id in row["skills"]:
            if skill_id not in catalog:
                yield Fault(place=place, message=f"{skill_id!r} does not exist")
        if (row["checked_on"] is None) != (row["checked_against"] is None):
            yield Fault(place=place, message="checked_on and checked_against go together")
        if row["hours"][0] > row["hours"][1]:
            yield Fault(place=place, message="hours are not low, high")


def find_rows(name: str, catalog: Catalog) -> list[dict[str, Any]]:
    """The rows of the catalog that a name or an id means: skills by any name, roles and resources by title."""
    words = fold_words(name)
    skill = catalog.find_label(name)
    return [
        *(row for row in catalog.raw["skills"] if row["id"] == name or (skill and row["id"] == skill.skill_id)),
        *(row for part in ("roles", "resources") for row in catalog.raw[part] if row["id"] == name or (words and fold_words(row["title"]) == words)),
    ]
