"""Requirement: one thing that a role asks for, read from the label that a recruiter wrote."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from gapwriter.record import Record
from gapwriter.skill import Catalog, Kind, Proficiency
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
    """One thing asked for: any one of `options` meets it. `source` is a field of the role, `quote` its words; where many advertisements were surveyed, `count` of them name it,
    and `grown` tells how many of the earlier and of the later half."""

    options: tuple[Option, ...] = Field(min_length=1)
    relation: Relation
    proficiency: Proficiency | None = None
    source: str
    quote: str = ""
    count: int | None = None
    grown: tuple[int, int] | None = None

    @property
    def label(self) -> str:
        """The label as it is printed: "TensorFlow or PyTorch" where any of them will do."""
        return join_words([option.label for option in self.options], "or")

    @property
    def asked(self) -> str:
        """The same in the role's own words."""
        return " or ".join(option.asked for option in self.options)

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


_LEVELS: dict[str, Proficiency] = {
    word: proficiency
    for proficiency, words in {
        Proficiency.BEGINNER: "beginner basic basics novice elementary fundamental junior entry rudimentary limited rusty tourist few some",
        Proficiency.INTERMEDIATE: "intermediate working competent proficient solid good conversational moderate medium practitioner professional",
        Proficiency.ADVANCED: "advanced strong senior fluent skilled experienced high excellent full",
        Proficiency.EXPERT: "expert master mastery native bilingual guru specialist mother",
    }.items()
    for word in words.split()
}
_CEFR = {
    "a1": Proficiency.BEGINNER,
    "a2": Proficiency.BEGINNER,
    "b1": Proficiency.INTERMEDIATE,
    "b2": Proficiency.ADVANCED,
    "c1": Proficiency.EXPERT,
    "c2": Proficiency.EXPERT,
    "fluent": Proficiency.EXPERT,
}
_LANGUAGE_LEVELS = _LEVELS | _CEFR
_SAID_LEVELS = frozenset("beginner basic intermediate advanced expert fluent native conversational a1 a2 b1 b2 c1 c2 bilingual".split())
"""Words of a role's label that ask for a level; "strong" and "solid" only praise it."""


def read_level(text: str, kind: Kind | None = None) -> Proficiency | None:
    """The proficiency that a raw level states ("Advanced", "native speaker"; for a human language also "C1"); None where it states none.

    The six levels of the CEFR are set on our four as A, B1, B2, C, and "fluent" as C.
    """
    words = re.findall(r"[a-z]+\d?", text.casefold())
    scale = _LANGUAGE_LEVELS if kind is Kind.HUMAN_LANGUAGE else _LEVELS
    return next((scale[word] for word in words if word in scale), None)


class Split(NamedTuple):
    """What one label asks for: `labels` are alternatives, `asked` the role's words for them, one for each."""

    labels: tuple[str, ...]
    asked: tuple[str, ...]
    proficiency: Proficiency | None = None


_AROUND = re.compile(
    r"^(?:(?:strong|solid|good|excellent|proven|deep|hands-on|working|basic|advanced|expert|some|fluent|native|conversational|intermediate|sound|practical|in-depth|professional|prior|demonstrated|thorough|proficient in|skilled in|experienced(?: in| with)?|confident(?: in| with)?|expertise in|"
    r"(?:experience|knowledge|understanding|skills?|proficiency|command|familiarity|competence|fluency)(?:\s+(?:with|in|of|using))?|of|with|in|using)\s+)+|"
    r"\s+(?:skills?|experience|knowledge|proficiency|expertise)$|\s*[(\[][^)\]]*[)\]]\s*$|\s*[,:–—-]\s+(?:beginner|basic|intermediate|advanced|expert|fluent|native|[ABC][12])(?:\s+level)?$|"
    r"\s+(?:v?\d+(?:\.\d+)*(?:\s*\+)?|\d+(?:\.x)+)$|\s+(?:level\s+)?[ABC][12]$",
    re.I,
)


def split_label(label: str, catalog: Catalog) -> list[Split]:
    """A label as a recruiter writes it: as it is where the catalog knows it, else without level words, else as its alternatives or its parts."""
    label = " ".join(label.split())
    if catalog.find_label(label):
        return [Split((label,), (label,), _said_level(label, catalog))]
    bare = label
    while True:
        shorter = _AROUND.sub("", bare).strip(" ,;:.")
        if not shorter or shorter == bare:
            break
        bare = shorter
        if catalog.find_label(bare):
            return [Split((bare,), (label,), _said_level(label, catalog))]
    level = _said_level(label, catalog)
    for pattern, any_of in ((r"\s+or\s+|\s*/\s*|\s*,\s*(?:or\s+)?", True), (r"\s*,?\s+(?:and|&)\s+|\s*,\s*", False)):
        parts = [part.strip() for part in re.split(pattern, bare) if part.strip()]
        if len(parts) > 1 and all(catalog.find_label(part) for part in parts) and (not any_of or re.search(r"\bor\b|/", bare)):
            return [Split(tuple(parts), tuple(parts), level)] if any_of else [Split((part,), (part,), level) for part in parts]
    return [Split((label,), (label,))]


def _said_level(label: str, catalog: Catalog) -> Proficiency | None:
    """The level that words beside the skill ask for; a word that belongs to the name itself ("Advanced Cardiovascular Life Support") asks for none."""
    found, rest = catalog.find_label(label), catalog.find_label(_AROUND.sub("", label))
    if found and not (rest and rest.skill_id == found.skill_id):
        return None
    words = [word for word in re.findall(r"[a-z]+\d?", label.casefold()) if word in _SAID_LEVELS]
    kind = Kind.HUMAN_LANGUAGE if any(word in _CEFR for word in words) else None
    return read_level(words[0], kind) if words else None


def read_options(labels: Sequence[str], asked: Sequence[str], kind: Kind | None, catalog: Catalog) -> tuple[Option, ...]:
    """One option a skill: two names of the same skill are no choice."""
    options = [_option(label, words, kind, catalog) for label, words in zip(labels, asked, strict=True)]
    return tuple({option.skill_id: option for option in reversed(options)}.values())[::-1]


def _option(label: str, asked: str, kind: Kind | None, catalog: Catalog) -> Option:
    """The catalog's skill for a label: by name, else by close spelling; else the label itself, as not recognised."""
    name = catalog.find_label(label) or catalog.find_spelling(label)
    if name:
        skill = catalog[name.skill_id]
        return Option(skill_id=skill.id, label=skill.label, asked=asked, kind=skill.kind)
    return free_option(label, kind or Kind.DOMAIN)


def free_option(label: str, kind: Kind) -> Option:
    """A label that stands for itself: matched by its own words alone. Its id holds none of them, so that ids can go where free text may not."""
    folded = " ".join(fold_words(label)) or label
    return Option(skill_id=f"free-{zlib.crc32(folded.encode()):08x}", label=label, asked=label, kind=kind, known=False)
