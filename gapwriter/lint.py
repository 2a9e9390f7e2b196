"""Fault: what is wrong with a catalog; the compiled catalog from its YAML files."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

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


def compile_catalog(folder: Path) -> dict[str, Any]:
    """The rows of `skills/*.yaml`, `roles/*.yaml` and `resources/*.yaml`, each kind sorted by id; InputError where that is not what the folder holds."""
    if not any((folder / "skills").glob("*.yaml")):
        raise InputError(str(folder), "", "there is no skills/*.yaml in it", "name a folder with skills/, roles/ and resources/")
    raw: dict[str, Any] = {}
    for part in PARTS:
        rows: list[dict[str, Any]] = []
        for file in sorted((folder / part).glob("*.yaml")):
            try:
                data = yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe loaders both
                found = list(data[part])
            except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError, KeyError) as error:
                raise InputError(str(file), "", f"this is no list of {part} ({' '.join(str(error).split())})", "see the README of the catalog") from None
            wrong = next((number for number, row in enumerate(found) if not isinstance(row, dict)), None)
            if wrong is not None:
                raise InputError(str(file), f"{part}[{wrong}]", "this row has no fields", "see the README of the catalog")
            rows += [{key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()} for row in found]
        raw[part] = sorted(rows, key=lambda row: str(row.get("id")))
    return raw


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
    faults = [fault for part, model in MODELS.items() for fault in _schema_faults(part, raw[part], model)]
    for part in PARTS:
        twice = [row_id for row_id, times in Counter(row.get("id") for row in raw[part]).items() if times > 1]
        faults += [Fault(place=f"{part}: {row_id}", message="this id stands twice") for row_id in twice]
    if faults:
        return faults
    catalog = Catalog(raw)
    return [
        *_name_faults(catalog),
        *_link_faults(catalog),
        *_cycle_faults(catalog),
        *_hour_faults(catalog),
        *_role_faults(raw["roles"], catalog),
        *_resource_faults(raw["resources"], catalog),
    ]


def _schema_faults(part: str, rows: Iterable[dict[str, Any]], model: type[Record]) -> Iterator[Fault]:
    for row in rows:
        try:
            model.model_validate(row)
        except ValidationError as error:
            fault = error.errors()[0]
            yield Fault(place=f"{part}: {row.get('id')}", message=f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}")


def _name_faults(catalog: Catalog) -> Iterator[Fault]:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    common = common_words()
    for skill in catalog:
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
        if len(ids) > 1:
            yield Fault(place=f"skills: {', '.join(sorted(ids))}", message=f"all claim the name {' '.join(words)!r}")


def _link_faults(catalog: Catalog) -> Iterator[Fault]:
    for skill in catalog:
        for link, ids in (("broader", skill.broader), ("implies", skill.implies), ("related", skill.related), ("requires", skill.requires)):
            for other in ids:
                if other not in catalog:
                    yield Fault(place=f"skills: {skill.id}", message=f"{link} names {other!r}, which does not exist")
                elif other == skill.id:
                    yield Fault(place=f"skills: {skill.id}", message=f"{link} names the skill itself")
        both = set(skill.implies) & set(skill.related)
        if both:
            yield Fault(place=f"skills: {skill.id}", message=f"{', '.join(sorted(both))} is implied and related at once")


def _cycle_faults(catalog: Catalog) -> Iterator[Fault]:
    links: tuple[tuple[str, Callable[[Skill], Iterable[str]]], ...] = (
        ("requires", lambda skill: skill.requires),
        ("implies", lambda skill: skill.implies),
        ("broader", lambda skill: skill.broader),
    )
    for name, follow in links:
        done: set[str] = set()
        for skill in catalog:
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


def _hour_faults(catalog: Catalog) -> Iterator[Fault]:
    for skill in catalog:
        hours = list(skill.hours.values())
        if hours != sorted(set(hours)) or (hours and [str(level) for level in skill.hours] != ["beginner", "intermediate", "advanced"]):
            yield Fault(place=f"skills: {skill.id}", message="hours are not beginner < intermediate < advanced")
        if not hours and skill.kind not in (Kind.LICENCE, Kind.CREDENTIAL):
            yield Fault(place=f"skills: {skill.id}", message="no hours")


def _role_faults(roles: Iterable[dict[str, Any]], catalog: Catalog) -> Iterator[Fault]:
    titles: Counter[tuple[str, ...]] = Counter()
    for role in roles:
        titles.update({fold_words(name) for name in (role["title"], *role.get("aliases", ()))})
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
