"""Import: what a taxonomy brings to a catalog: skills that both have, skills and roles that are new, and what was left out; written as a layer."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from gapwriter import plugins
from gapwriter.errors import InputError
from gapwriter.layer import COMPILED, lay_files, list_files, read_below
from gapwriter.lint import File
from gapwriter.skill import Catalog, Kind, Name, Rung
from gapwriter.taxonomies import Concept, Taxonomy
from gapwriter.words import common_words, fold_words

Row = dict[str, Any]

TOOL_CUES = ("software", "tool", "program", "system", "platform", "application", "package")
CUES = ("skill", "knowledge", "experience", "training", "qualification", "competence", "ability", "course")
"""Words, one of which a sentence must hold where an imported name is a single everyday word."""
PROOFS = {
    Kind.TOOL: "a small piece of work made with it, with the steps described on one page",
    Kind.LANGUAGE: "a small program written in it, with a test and a page that explains it",
    Kind.HUMAN_LANGUAGE: "a recorded conversation of ten minutes and a page of text in the language",
    Kind.CREDENTIAL: "the document itself, with its date and the body that issued it",
    Kind.LICENCE: "the document itself, with its date and the body that issued it",
}
PROOF = "an example of it from work or practice, described on one page with what was done and what came of it"
"""Taxonomies say nothing of proofs; these hold for any skill of a kind."""


class Import(NamedTuple):
    """Rows of the catalog's format. `merged` counts concepts that the catalog has by external id and by name; `notes` say what was left out."""

    taxonomy: Taxonomy
    skills: list[Row]
    roles: list[Row]
    by_id: int
    by_name: int
    notes: list[str]

    @property
    def summary(self) -> str:
        new = sum("label" in row for row in self.skills)
        return (
            f"{len(self.taxonomy.concepts):,} skills of {self.taxonomy.source}: {self.by_id:,} known by id, {self.by_name:,} by name, {new:,} new; "
            f"{len(self.roles):,} new roles of {len(self.taxonomy.occupations):,} occupations"
        )

    def write(self, folder: Path) -> list[File]:
        """The YAML files of the layer."""
        head = {"source": self.taxonomy.source, "date": self.taxonomy.date, "attribution": self.taxonomy.attribution}
        head = {key: text for key, text in head.items() if text}
        parts = {part: rows for part, rows in (("skills", self.skills), ("roles", self.roles)) if rows}
        files = [File(part, folder / part / f"{self.taxonomy.name}.yaml", head, rows) for part, rows in parts.items()]
        for part, path, _, rows in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8") as text:
                dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
                yaml.dump(head | {part: rows}, text, dumper, sort_keys=False, allow_unicode=True, width=160, default_flow_style=None)
        return files


def import_files(form: str, source: Path, folder: Path, aliases: bool = False) -> Import:
    """Files in a format of the family `taxonomies` as a layer in a folder, compiled; InputError, and nothing written, for files or a folder that cannot be used."""
    if form not in plugins.names("taxonomies"):
        raise InputError("catalog", "", f"there is no format {form!r} to import", f"use one of {', '.join(plugins.names('taxonomies'))}")
    taxonomy = plugins.load("taxonomies", form).read(source)
    own = [Path(part) / f"{taxonomy.name}.yaml" for part in ("skills", "roles")]
    other = next((path for path in list_files(folder) if path.relative_to(folder) not in own), None)
    if other:
        raise InputError(str(folder), "", f"it holds {other.relative_to(folder)}, which is of no earlier import", "name a new folder")
    below, digest = read_below(folder)
    brought = import_taxonomy(taxonomy, below, aliases)
    if not brought.skills and not brought.roles:
        raise InputError(str(source), "", "the catalog has all of it", "there is nothing to import")
    try:
        with TemporaryDirectory() as name:
            made = Path(name)
            laid = lay_files(brought.write(made), made, below, digest)
            if laid.faults:
                raise InputError(str(source), laid.faults[0].place, laid.faults[0].message, "mend the file")
            laid.write()
            for file in (*own, Path(COMPILED)):
                (folder / file).unlink(missing_ok=True)
                if (made / file).exists():
                    (folder / file).parent.mkdir(parents=True, exist_ok=True)
                    shutil.move(made / file, folder / file)
    except OSError as error:
        raise InputError(str(error.filename or folder), "", f"cannot be written ({error.strerror})", "check the folder and its permissions") from None
    return brought


def import_taxonomy(taxonomy: Taxonomy, catalog: Catalog, aliases: bool = False) -> Import:
    """A taxonomy as a layer over a catalog: a concept is the skill that has its external id, else the one that has its label as a name, else a skill of its own.

    Other labels of a concept become names of its skill, and other titles of a role, only with `aliases`.
    """
    homes = _Homes(taxonomy, catalog)
    rows = {skill_id: _new_row(skill_id, concept, homes) for skill_id, concept in homes.new.items()}
    _set_broader(rows, taxonomy, homes)
    for concept in taxonomy.concepts:
        skill_id = homes.of.get(concept.key)
        if skill_id and concept.external_id and concept.external_id not in homes.external:
            row = rows.setdefault(skill_id, {"id": skill_id})
            known = catalog[skill_id].external_ids if skill_id in catalog else ()
            row.setdefault("external_ids", list(known)).append(concept.external_id)
    if aliases:
        _add_aliases(rows, taxonomy, homes)
    roles = list(_roles(taxonomy, catalog, homes, aliases))
    skills = [rows[skill_id] for skill_id in sorted(rows) if len(rows[skill_id]) > 1]
    return Import(taxonomy, skills, roles, homes.by_id, homes.by_name, [*taxonomy.notes, *homes.notes()])


class _Homes:
    """The skill that each concept is: `of` by key of the concept; `new` are skills that the catalog does not have, each with the concept that makes it."""

    def __init__(self, taxonomy: Taxonomy, catalog: Catalog) -> None:
        self.catalog = catalog
        self.external = {external: row["id"] for row in catalog.raw["skills"] for external in row.get("external_ids", ())}
        self.of: dict[str, str] = {}
        self.new: dict[str, Concept] = {}
        self.labels: dict[str, str] = {}
        self.left_out: dict[str, list[str]] = defaultdict(list)
        self.own: dict[tuple[str, ...], str] = {}
        self.hours = _hours(catalog)
        for concept in taxonomy.concepts:
            if concept.external_id in self.external:
                self.of[concept.key] = self.external[concept.external_id]
        self.by_id = len(self.of)
        named = {concept.key: skill_id for concept in taxonomy.concepts if concept.key not in self.of and (skill_id := self._named(concept))}
        self.of |= named
        self.by_name = len(named)
        for concept in taxonomy.concepts:
            if concept.key not in self.of:
                self._settle(concept, taxonomy.name)

    def owner(self, words: tuple[str, ...]) -> str | None:
        """The skill, of the catalog or new, that has a name; names in small letters claim nothing."""
        row = self.catalog.names.get(" ".join(words))
        return row[0] if row and fold_words(row[1]) == words else self.own.get(words)

    def _named(self, concept: Concept) -> str | None:
        """The catalog's skill of that label; for a tool also the tool of a shorter form."""
        name = next(filter(None, map(self.catalog.find_label, (concept.label, *concept.spelled))), None)
        for short in concept.short if not name else ():
            found = self.catalog.find_label(short)
            if found and found.kind in (Kind.TOOL, Kind.LANGUAGE) and (" " in short or _is_same(short, found, concept)):
                return found.skill_id
        return name.skill_id if name else None

    def _settle(self, concept: Concept, suffix: str) -> None:
        """A skill of its own, or the new one of the same label."""
        label = concept.label
        if concept.hints and not self.owner(fold_words(concept.short[0])):
            label = concept.short[0]
        words = fold_words(label)
        owner = self.owner(words)
        if not words or (owner and owner not in self.new):
            self.left_out["have no word in their label" if not words else "differ only in capitals or plural from another skill"].append(label)
            return
        if owner:
            self.left_out["are one skill with another of the same label"].append(label)
        else:
            owner = _free_id(label, suffix, lambda one: one in self.catalog or one in self.new)
            self.new[owner], self.labels[owner], self.own[words] = concept, label, owner
        self.of[concept.key] = owner

    def notes(self) -> Iterator[str]:
        for reason, labels in self.left_out.items():
            shown = ", ".join(repr(label) for label in labels[:3]) + (" …" if len(labels) > 3 else "")
            yield f"{len(labels):,} {reason}: {shown}"


def _is_same(short: str, found: Name, concept: Concept) -> bool:
    """Whether one word, left of a longer label, is the tool that has it as its preferred label: EPIC is not Epic, an everyday word anything."""
    same = found.label == short if short.isupper() else bool(concept.hints) or short.casefold() not in common_words()
    return same and found.rung is Rung.PREFERRED


def _hours(catalog: Catalog) -> dict[str, dict[str, int]]:
    """Our estimates for a skill of a kind: the middle of those that the catalog has."""
    by_kind: dict[str, list[dict[str, int]]] = defaultdict(list)
    for row in catalog.raw["skills"]:
        if row.get("hours"):
            by_kind[row["kind"]].append(row["hours"])
    return {kind: {level: median_low(hours[level] for hours in all_hours) for level in all_hours[0]} for kind, all_hours in by_kind.items()}


def _free_id(label: str, suffix: str, is_taken: Callable[[str], bool]) -> str:
    """The label in kebab-case, with the name of the taxonomy and a number behind it where that is taken."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    tries = chain([slug, f"{slug}-{suffix}".strip("-")], (f"{slug}-{suffix}-{number}".strip("-") for number in count(2)))
    return next(one for one in tries if one and not is_taken(one))


def _new_row(skill_id: str, concept: Concept, homes: _Homes) -> Row:
    label = homes.labels[skill_id]
    row: Row = {"id": skill_id, **_rules(label, concept, label != concept.label), "kind": str(concept.kind)}
    if concept.kind in homes.hours and concept.kind is not Kind.LICENCE:
        row["hours"] = dict(homes.hours[concept.kind])
    return row | {"proof": PROOFS.get(concept.kind, PROOF)}


def _rules(label: str, concept: Concept, hinted: bool = False) -> Row:
    """A name with what it needs to be meant: an everyday word, and what only words in brackets told apart, does not stand for itself."""
    words, is_tool = fold_words(label), concept.kind in (Kind.TOOL, Kind.LANGUAGE)
    rules: Row = {"label": label}
    if hinted or (len(words) == 1 and (label.casefold() in common_words() or words[0] in common_words() or len(words[0]) == 1)):
        if is_tool and label != label.casefold():
            rules["case_sensitive"] = True
        rules["needs_context"] = sorted({*(TOOL_CUES if is_tool else CUES), *(concept.hints if hinted else ())})
    return rules


def _set_broader(rows: dict[str, Row], taxonomy: Taxonomy, homes: _Homes) -> None:
    """The wider skills of the new ones: those of the taxonomy, or ids of the catalog."""
    for concept in taxonomy.concepts:
        row = rows.get(homes.of.get(concept.key, ""))
        for key in concept.broader if row else ():
            wider = homes.of.get(key) or (key if key in homes.catalog else None)
            if not wider:
                homes.left_out["links go to wider skills or groups that are not in the files"].append(key)
            elif row and wider != row["id"] and wider not in row.setdefault("broader", []):
                row["broader"].append(wider)


def _add_aliases(rows: dict[str, Row], taxonomy: Taxonomy, homes: _Homes) -> None:
    """Other labels as names of the skill, except those that name another skill as well."""
    claims: dict[tuple[str, ...], dict[str, tuple[str, Concept]]] = defaultdict(dict)
    for concept in taxonomy.concepts:
        skill_id = homes.of.get(concept.key)
        for alias in concept.aliases if skill_id else ():
            claims[fold_words(alias)].setdefault(str(skill_id), (alias, concept))
    for words, claimants in claims.items():
        owner = homes.owner(words)
        for skill_id, (alias, concept) in claimants.items():
            if owner == skill_id:
                continue
            if not words or owner or len(claimants) > 1:
                homes.left_out["aliases name another skill as well"].append(alias)
                continue
            row = rows.setdefault(skill_id, {"id": skill_id})
            rules = _rules(alias, concept)
            row.setdefault("aliases" if skill_id in homes.new else "more_aliases", []).append(rules if len(rules) > 1 else alias)


def _roles(taxonomy: Taxonomy, catalog: Catalog, homes: _Homes, aliases: bool) -> Iterator[Row]:
    """A role of each occupation that asks for skills and has a title that no role of the catalog has."""
    taken = {fold_words(title) for row in catalog.raw["roles"] for title in (row["title"], *row.get("aliases", ()))}
    shared = Counter(words for one in taxonomy.occupations for words in {fold_words(title) for title in (one.title, *one.aliases)})
    titles = {fold_words(one.title) for one in taxonomy.occupations}
    ids = {row["id"] for row in catalog.raw["roles"]}
    for one in taxonomy.occupations:
        essential = _asked(one.essential, homes)
        optional = [skill_id for skill_id in _asked(one.optional, homes) if skill_id not in essential]
        words = fold_words(one.title)
        if words in taken or not (essential or optional):
            homes.left_out["occupations are roles of the catalog" if words in taken else "occupations name no skill"].append(one.title)
            continue
        taken.add(words)
        role_id = _free_id(one.title, taxonomy.name, ids.__contains__)
        ids.add(role_id)
        row: Row = {"id": role_id, "title": one.title}
        own = {fold_words(alias): alias for alias in one.aliases if fold_words(alias) not in titles} if aliases else {}
        free = [alias for words, alias in own.items() if words and words not in taken and shared[words] == 1]
        row |= {"aliases": free} if free else {}
        row |= {"essential": essential} if essential else {}
        row |= {"optional": optional} if optional else {}
        row["source"] = f"{taxonomy.source}, {one.external_id}"
        yield row | ({"date": taxonomy.date} if taxonomy.date else {})


def _asked(keys: Iterable[str], homes: _Homes) -> list[str]:
    return list(dict.fromkeys(homes.of[key] for key in keys if key in homes.of))
