"""Skill: what a person can do, with its names and its place among other skills; Catalog: all of them, and the way from a name to a skill."""

from __future__ import annotations

import gc
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from importlib import import_module
from importlib.resources import files
from typing import Any, NamedTuple

from pydantic import Field

from gapwriter.record import Record
from gapwriter.settings import PREFIX
from gapwriter.wordform import index_forms
from gapwriter.words import common_words, fold_words


class Kind(StrEnum):
    """What sort of thing a skill is; `credential` covers certificates and degrees, `language` programming and query languages."""

    TOOL = "tool"
    LANGUAGE = "language"
    METHOD = "method"
    DOMAIN = "domain"
    TASK = "task"
    TRANSVERSAL = "transversal"
    CREDENTIAL = "credential"
    LICENCE = "licence"
    HUMAN_LANGUAGE = "human-language"


class Proficiency(StrEnum):
    """Our ordered scale; `rank` runs from 1 to 4."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    EXPERT = "expert"

    @property
    def rank(self) -> int:
        return tuple(Proficiency).index(self) + 1


class Strength(StrEnum):
    """How firmly one skill implies another: by definition, or nearly always."""

    STRONG = "strong"
    USUAL = "usual"


class Rung(StrEnum):
    """The ladder of matching, best first: how the words of the resume and the requirement meet."""

    PREFERRED = "preferred label"
    ALTERNATIVE = "alternative label"
    NARROWER = "narrower skill"
    FUZZY = "fuzzy spelling"


class Alias(Record):
    """Another name of a skill. `needs_context` are cue words, one of which the sentence must hold where the name stands in running prose;
    `unless` are words none of which it may hold."""

    label: str
    case_sensitive: bool = False
    needs_context: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Licensing(Record):
    """How a licence or registration is had in a region: the body that grants it, and the steps in their order; `checked_on` is the day on which the source was opened, None where it was not."""

    region: str = Field(min_length=1)
    body: str = Field(min_length=1)
    steps: tuple[str, ...] = Field(min_length=1)
    source: str
    checked_on: date | None = None


class Skill(Record):
    """One skill of the catalog; `hours` are typical learning hours from nothing to each proficiency, our own estimate; `external_ids` name it in other taxonomies."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    label: str = Field(min_length=1)
    kind: Kind
    aliases: tuple[Alias | str, ...] = ()
    case_sensitive: bool = False
    needs_context: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    implies: dict[str, Strength] = {}
    related: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    hours: dict[Proficiency, int] = {}
    proof: str
    external_ids: tuple[str, ...] = ()
    licensing: tuple[Licensing, ...] = ()

    @property
    def names(self) -> Iterator[Alias]:
        """The preferred label first, then the alternative labels."""
        yield Alias(label=self.label, case_sensitive=self.case_sensitive, needs_context=self.needs_context, unless=self.unless)
        for alias in self.aliases:
            yield alias if isinstance(alias, Alias) else Alias(label=alias)


class Name(NamedTuple):
    """A name as the index of the catalog holds it."""

    skill_id: str
    label: str
    rung: Rung
    case_sensitive: bool
    needs_context: frozenset[str]
    unless: frozenset[str]
    kind: Kind


class Catalog:
    """Skills by id and by name, with the built-in roles and resources as plain data.

    `raw` is the compiled catalog: {"skills": [...], "roles": [...], "resources": [...]}, rows as in catalog/README.md, and "names", the index of
    names, which is worked out where it is left out. "attributions" are texts with the ids of the rows that they go with, by part.
    """

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw
        self._rows = {row["id"]: row for row in raw["skills"]}
        self._skills: dict[str, Skill] = {}
        self._made: dict[str, Name] = {}
        self._spelled: dict[tuple[str, int], dict[str, str]] = {}
        self._implied: dict[str, dict[str, Strength]] = {}
        self._required: dict[str, frozenset[str]] = {}

    def __contains__(self, skill_id: object) -> bool:
        return skill_id in self._rows

    def __iter__(self) -> Iterator[Skill]:
        return (self[skill_id] for skill_id in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, skill_id: str) -> Skill:
        """The skill of that id, built on first use: a report needs a few dozen of them."""
        if skill_id not in self._skills:
            self._skills[skill_id] = Skill.model_validate(self._rows[skill_id])
        return self._skills[skill_id]

    @cached_property
    def names(self) -> dict[str, list[Any]]:
        """Every name by its folded words, joined by spaces; the value holds the fields of a Name."""
        return self.raw.get("names") or index_names(self.raw["skills"])

    @cached_property
    def forms(self) -> dict[str, str]:
        """The names of tasks by verb and object (see `wordform`)."""
        return self.raw.get("forms") or index_forms(plain_tasks(self.names))

    @cached_property
    def verbs(self) -> frozenset[str]:
        return frozenset(form.partition(" ")[0] for form in self.forms)

    @cached_property
    def reach(self) -> dict[str, int]:
        """The longest name, in words, that begins with a word."""
        return self.raw.get("reach") or longest_names(self.names)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The first two words of every name of two or more: few words of a text go on as one does."""
        return frozenset(" ".join(name.split(" ", 2)[:2]) for name in self.names if " " in name)

    def find_name(self, folded: str) -> Name | None:
        """The name that some folded words, joined by spaces, are."""
        name = self._made.get(folded)
        if name is None and (row := self.names.get(folded)) is not None:
            name = self._made[folded] = Name(row[0], row[1], Rung(row[2]), row[3], frozenset(row[4]), frozenset(row[5]), Kind(row[6]))
        return name

    def find_label(self, label: str) -> Name | None:
        """The name that a whole label is, in any capitals and spelling; None where the catalog does not have it."""
        folded = " ".join(fold_words(label))
        name = self.find_name(folded)
        if name is None and not (label.islower() and " " in label):  # "solid work" is no SolidWorks
            name = self.find_name(self._compact.get(folded.replace(" ", ""), ""))
        return name if name and not other_capitals(label, name.label) else None

    def find_spelling(self, label: str) -> Name | None:
        """The one name that a misspelled label is close to; None where it is short, has digits, or more than one skill is near.

        One slip (a letter more, less, wrong, or two swapped) in six letters or more, two in eleven or more; the first letter must agree.
        """
        text = _plain_text(label)
        slips = 2 if len(text) >= 11 else 1
        if len(text) < 6 or not text.replace(" ", "").isalpha() or all(word in common_words() for word in text.split()):
            return None
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near = process.extract(text, self._spellings(text[0], text.count(" ")), scorer=OSA.distance, score_cutoff=slips, limit=5)
        found = {self.names[name][0]: name for _, _, name in near}
        return self.find_name(found.popitem()[1]) if len(found) == 1 else None

    @cached_property
    def _compact(self) -> dict[str, str]:
        """Names by their letters alone, for "bandsaw" and "band saw"."""
        return {name.replace(" ", ""): name for name in self.names if len(name) >= 7}

    def _spellings(self, first: str, spaces: int) -> dict[str, str]:
        """Names as they are written, of letters alone, with a first letter and a number of spaces; each by its folded form."""
        if (first, spaces) not in self._spelled:
            texts = {name: _plain_text(row[1]) for name, row in self.names.items() if name.startswith(first) and name.count(" ") == spaces}
            self._spelled[first, spaces] = {name: text for name, text in texts.items() if len(text) >= 5 and text.replace(" ", "").isalpha()}
        return self._spelled[first, spaces]

    def implied(self, skill_id: str) -> dict[str, Strength]:
        """What whoever has this skill has shown as well, at any distance; a chain is as strong as its weakest link."""
        if skill_id not in self._implied:
            reached: dict[str, Strength] = {}
            ahead = [(skill_id, Strength.STRONG)]
            while ahead:
                here, strength = ahead.pop()
                for wider, link in self._rows.get(here, {}).get("implies", {}).items():
                    both = Strength.STRONG if strength == link == Strength.STRONG else Strength.USUAL
                    if wider != skill_id and (wider not in reached or (both is Strength.STRONG and reached[wider] is Strength.USUAL)):
                        reached[wider] = both
                        ahead.append((wider, both))
            self._implied[skill_id] = reached
        return self._implied[skill_id]

    def required(self, skill_id: str) -> frozenset[str]:
        """The prerequisites of a skill, and theirs."""
        if skill_id not in self._required:
            found: set[str] = set()
            ahead = [skill_id]
            while ahead:
                below = self._rows.get(ahead.pop(), {}).get("requires", ())
                ahead += [one for one in below if one not in found]
                found.update(below)
            self._required[skill_id] = frozenset(found)
        return self._required[skill_id]

    @cached_property
    def resources(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of resources by skill."""
        by_skill: dict[str, list[dict[str, Any]]] = {}
        for row in self.raw["resources"]:
            for skill_id in row["skills"]:
                by_skill.setdefault(skill_id, []).append(row)
        return by_skill

    def attributions(self, skill_ids: Iterable[str], title: str = "") -> tuple[str, ...]:
        """What the makers of imported skills, and of the role of a title, ask to be printed where they are used."""
        used = {"skills": set(skill_ids), "roles": {row["id"] for row in self.raw["roles"] if row["title"] == title}}
        return tuple(text for text, ids in self.raw.get("attributions", {}).items() if any(not used[part].isdisjoint(ids[part]) for part in used))


def plain_tasks(names: dict[str, list[Any]]) -> list[tuple[str, str]]:
    """The names, folded, of what people do, each with the id of its skill."""
    return [(name, row[0]) for name, row in names.items() if not row[3] and row[6] in (Kind.TASK, Kind.METHOD, Kind.DOMAIN, Kind.TRANSVERSAL)]


def other_capitals(surface: str, label: str) -> bool:
    """Whether two abbreviations in capitals differ, though they fold alike: CMM is no singular of CMMS."""
    ours, theirs = ("".join(filter(str.isalnum, text)) for text in (surface, label))
    return ours != theirs and ours.isupper() and theirs.isupper() and len(theirs) <= 6


def _plain_text(label: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", label.casefold()))


def index_names(rows: Iterable[dict[str, Any]]) -> dict[str, list[Any]]:
    """The names of some skills by their folded words; the first claim of a name holds (the linter reports a second)."""
    index, lower = split_names(rows)
    return lower | index


def split_names(rows: Iterable[dict[str, Any]]) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """The names by their folded words, and by how they fold in small letters; a name that folds so anyway goes first."""
    index: dict[str, list[Any]] = {}
    lower: dict[str, list[Any]] = {}
    for row in rows:
        own: dict[str, Any] = {"label": row["label"], **{key: row[key] for key in ("case_sensitive", "needs_context", "unless") if key in row}}
        for place, name in enumerate([own, *row.get("aliases", ())]):
            name = {"label": name} if isinstance(name, str) else name
            words = fold_words(name["label"])
            cues, unless = (sorted({word for cue in name.get(rule, ()) for word in fold_words(cue)}) for rule in ("needs_context", "unless"))
            rung = Rung.ALTERNATIVE if place else Rung.PREFERRED
            entry = [row["id"], name["label"], rung, name.get("case_sensitive", False), cues, unless, row["kind"]]
            index.setdefault(" ".join(words), entry)
            lower.setdefault(" ".join(fold_words(name["label"].casefold())), entry)
    return index, {words: entry for words, entry in lower.items() if words not in index}


def longest_names(names: Iterable[str]) -> dict[str, int]:
    """For each first word the number of words of the longest name that begins with it."""
    reach: dict[str, int] = {}
    for name in names:
        first, length = name.partition(" ")[0], name.count(" ") + 1
        if length > reach.get(first, 0):
            reach[first] = length
    return reach


CATALOG_FILE = files("gapwriter") / "catalog" / "catalog.json"


def read_catalog(layers: str | None = None) -> Catalog:
    """The built-in catalog, with folders laid over it: those of `layers`, in order (`""`: none), or of the environment's GAPWRITER_CATALOG.

    Raises InputError for a folder that holds no layer or a faulty one.
    """
    chosen = chosen_layers() if layers is None else layers
    return _layered(chosen) if chosen.strip() else _built_in()


def chosen_layers() -> str:
    """The folders that the environment lays over the built-in catalog."""
    return os.environ.get(PREFIX + "CATALOG", "")


@cache
def _built_in() -> Catalog:
    """Our own, as `make catalog` compiled it from the YAML files beside it."""
    return _lasting(lambda: Catalog(json.loads(CATALOG_FILE.read_text("utf-8"))))


@cache
def _layered(layers: str) -> Catalog:
    """Layers are held to the linter, which stands below; who has none loads nothing of it."""
    return _lasting(lambda: import_module("gapwriter.layer").lay_folders(_built_in(), layers))


def _lasting(make: Callable[[], Catalog]) -> Catalog:
    """Half a million objects that live as long as the program: the collector need neither watch them being made nor look at them again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        catalog = make()
        gc.freeze()
        return catalog
    finally:
        if collecting:
            gc.enable()
