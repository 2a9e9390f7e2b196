"""World: what the facts of one comparison say, by name: the closed world in which a text is true or false."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from gapwriter.claims.entity import Names
from gapwriter.claims.lexicon import frame
from gapwriter.fact import Fact, Facts
from gapwriter.skill import read_catalog
from gapwriter.wordform import stem_verb
from gapwriter.words import fold_words


@dataclass
class Skill:
    """What the facts say of one skill, certificate or licence; `facts` are ids by aspect (`hold`, `require`, `step`)."""

    key: str
    label: str
    held: bool = False
    gap: bool = False
    level: str | None = None
    level_words: str = ""
    relation: str | None = None
    asked_level: str | None = None
    order: int | None = None
    first: int | None = None
    last: int | None = None
    weeks: int | None = None
    hours: int | None = None
    left_out: bool = False
    related: bool = False
    is_credential: bool = False
    gate: bool = False
    expired: bool = False
    denied: bool = False
    asked: bool = False
    facts: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Work:
    """A resource; `amount` is its price where the record has one."""

    key: str
    title: str
    provider: str
    access: str
    amount: float | None
    low: int
    high: int
    skills: set[str]
    fact: str
    kind: str = ""
    checked: str | None = None


class World:
    """The facts of a comparison by name and by number."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.skills: dict[str, Skill] = {}
        self.works: dict[str, Work] = {}
        self._names: list[tuple[str, str, str]] = []
        self.catalog = read_catalog(facts.layers)
        self.horizon: int | None = None
        self.proofs = {self.facts.cast.restore(fact.written).casefold(): fact.id for fact in facts.of("step.proof", "left_out") if fact.written}
        for fact in facts:
            self._take(fact)
        self._alias()
        self._cast()
        self._count()
        self.names = Names(self._names)
        self._keys: dict[str, set[str]] = {}
        self._words = {
            stem_verb(word) or word
            for label in (*(name for name, letter, _ in self._names if letter not in "RP"), *(skill.level_words for skill in self.skills.values()))
            for word in fold_words(label)
        }

    def _take(self, fact: Fact) -> None:
        kind = fact.kind
        if kind.startswith("resource.record"):
            self._resource(fact)
            return
        if kind == "market.salary":
            self._name(self.facts.cast.restore(fact.written), "M", fact.id)
            return
        if kind in ("education", "project"):
            self._name(fact.about[0], "D" if kind == "education" else "J", fact.id)
            return
        if kind in ("gap.bridge", "gap.order.essential", "gap.order.optional", "gap.order.emerging"):
            for label in map(self.facts.cast.restore, fact.about):
                self._skill(label, fact).facts.setdefault(kind, []).append(fact.id)
            return
        for label in map(self.facts.cast.restore, fact.about[:1]):
            if kind.startswith(("skill.", "met.", "open.", "gap.", "requirement.", "step.", "gate.", "left_out.", "limit.unrecognised", "resource.none")):
                self._aspect(fact, self._skill(label, fact))

    def _aspect(self, fact: Fact, skill: Skill) -> None:
        kind, value = fact.kind, fact.value
        aspect = {"skill": "hold", "met": "hold", "open": "hold", "gap": "hold", "requirement": "require", "step": "step"}.get(kind.split(".")[0], kind)
        skill.facts.setdefault(aspect, []).append(fact.id)
        if kind.startswith("skill."):
            skill.held, skill.level = True, _text(value.get("level")) or skill.level
            skill.asked = kind in ("skill.asked", "skill.stands_in")
            skill.level_words = str(value.get("level_words") or "")
            skill.is_credential = value.get("kind") in ("credential", "licence")
        elif kind.startswith(("met.", "open.")):
            skill.held, skill.level = True, _text(value.get("level")) or skill.level
        elif kind.startswith("requirement."):
            skill.relation, skill.asked_level = str(value["relation"]), _text(value.get("level"))
            skill.is_credential = skill.is_credential or value.get("kind") in ("credential", "licence")
        elif kind in ("gap.essential", "gap.optional", "gap.emerging"):
            skill.gap, skill.held = True, value.get("kind") == "below_level"
            skill.level, skill.expired = _text(value.get("level")) or skill.level, value.get("said") == "expired"
            skill.denied = value.get("said") in ("no", "struck", "expired")
        elif kind.startswith("gate."):
            skill.gate, skill.is_credential = True, skill.is_credential or kind in ("gate.licence", "gate.degree", "gate.credential")
            skill.held = skill.held or value.get("status") == "pass"
            skill.relation = skill.relation or str(value.get("relation") or "essential")
            skill.gap = skill.gap or not skill.held
        elif kind in ("step.gap", "step.prerequisite"):
            for name in ("order", "first", "last", "weeks", "hours"):
                setattr(skill, name, _number(fact, name))
        elif kind.startswith("left_out."):
            skill.left_out = True
            self.horizon = _number(fact, "horizon") or self.horizon

    def _skill(self, label: str, fact: Fact) -> Skill:
        key = label.casefold()
        if key not in self.skills:
            self.skills[key] = Skill(key, label)
            credential = fact.value.get("kind") in ("credential", "licence") or fact.kind in ("gate.licence", "gate.degree")
            self._name(label, "C" if credential else "S", key)
        names = fact.value.get("names")
        for alias in names if isinstance(names, list) else ():
            self._name(str(alias), "C" if self.skills[key].is_credential else "S", key)
        return self.skills[key]

    def _alias(self) -> None:
        """The alternative labels of the catalog, where no other skill of the comparison goes by them."""
        by_id: dict[str, list[Skill]] = {}
        for skill in self.skills.values():
            name = self.catalog.find_label(skill.label)
            if name:
                by_id.setdefault(name.skill_id, []).append(skill)
        taken = {fold_words(label) for label, letter, _ in self._names if letter in "SC"}
        for skill_id, skills in by_id.items():
            if len(skills) == 1:
                for alias in self.catalog[skill_id].names:
                    words = fold_words(alias.label)
                    if words not in taken and not (len(words) == 1 and words[0] in frame()):  # "record" is no records management
                        self._name(alias.label, "C" if skills[0].is_credential else "S", skills[0].key)

    def _resource(self, fact: Fact) -> None:
        value = fact.value
        skill = self._skill(self.facts.cast.restore(fact.about[0]), fact)
        key = f"{value['title']}|{value['provider']}"
        if key not in self.works:
            amount = value.get("amount")
            self.works[key] = Work(
                key,
                str(value["title"]),
                str(value["provider"]),
                str(value["access"]),
                float(amount) if isinstance(amount, int | float | str) else None,
                _number(fact, "low") or 0,
                _number(fact, "high") or 0,
                set(),
                fact.id,
                str(value.get("kind") or ""),
                _text(value.get("checked_on")),
            )
            self._name(str(value["title"]), "R", key)
            self._name(str(value["provider"]), "P", str(value["provider"]))
        self.works[key].skills.add(skill.key)

    def _cast(self) -> None:
        names = self.facts.cast.names
        letters = {
            "CANDIDATE": "N",
            "ROLE": "G",
            "COMPANY": "H",
            "TITLE": "T",
            "EMPLOYER": "E",
            "SCHOOL": "D",
            "STUDY": "D",
            "CERTIFICATE": "D",
            "PROJECT": "J",
        }
        for placeholder, name in names.items():
            letter = letters.get(placeholder.removesuffix("_SHORT").rstrip("_0123456789"))
            if letter and name != "the candidate":
                self._name(name, letter, placeholder)
        if self.facts.audience == "candidate":
            for word in ("you", "You"):
                self._name(word, "N", "CANDIDATE")
        full = names.get("CANDIDATE", "")
        parts = [part for part in full.replace("(", " ").replace(")", " ").split() if len(part) > 2]
        for part in parts:
            self._name(part, "N", "CANDIDATE")
        if "(" in full:
            outer, _, inner = full.partition("(")
            self._name(outer, "N", "CANDIDATE")
            self._name(inner, "N", "CANDIDATE")
        self.role, self.company = names.get("ROLE", ""), names.get("COMPANY", "")
        self.titles = [name for key, name in names.items() if key.startswith("TITLE_")]

    def _count(self) -> None:
        facts = self.facts
        self.counts: dict[str, tuple[int, int]] = {}
        for relation in ("essential", "optional", "emerging"):
            count = facts.one(f"count.{relation}")
            self.counts[relation] = (_number(count, "met") or 0, _number(count, "of") or 0)
        years = facts.one("experience.years")
        self.months = _number(years, "months")
        gate = facts.one("gate.years")
        self.required = _number(gate, "required")
        self.leads = self._shown("leadership")
        self.designs = self._shown("architecture")
        self.asks_leadership = facts.one("gate.leadership") is not None
        pronouns = facts.one("pronouns")
        self.pronouns = str(pronouns.value["pronouns"]) if pronouns else ""
        score = facts.one("score")
        self.score = _number(score, "percent")
        self.points = (_number(score, "met"), _number(score, "of"))
        self.steps = sorted((skill for skill in self.skills.values() if skill.order), key=lambda skill: skill.order or 0)
        sums = {name: facts.one(f"roadmap.{name}") for name in ("weeks", "hours", "pace", "steps", "essential")}
        self.weeks = _number(sums["weeks"], "weeks") or sum(skill.weeks or 0 for skill in self.steps) or None
        self.hours = _number(sums["hours"], "hours")
        self.pace = _number(sums["pace"], "hours_per_week")
        self.last_essential = _number(sums["essential"], "week")

    def _shown(self, kind: str) -> bool | None:
        fact = self.facts.one(f"experience.{kind}")
        shown = fact.value.get("shown") if fact else None
        return shown if isinstance(shown, bool) else None

    def _name(self, label: str, letter: str, key: str) -> None:
        if label:
            self._names.append((label, letter, key))

    def is_known(self, text: str, strict: bool = False) -> bool:
        """Whether every word of some words stands in a name of the facts ("the relaunch" of a menu relaunch); a `strict` reading lets no other word pass."""
        words = [word for word in fold_words(text) if (strict or len(word) > 2) and (strict or word not in frame())]
        return all((stem_verb(word) or word) in self._words for word in words)

    def keys_of(self, label: str) -> set[str]:
        """The keys of what a label may name."""
        if label not in self._keys:
            self._keys[label] = {key for entity in self.names.find(label) for key in entity.keys}
        return self._keys[label]

    @cached_property
    def shares(self) -> dict[str, int]:
        """By skill, how many of the advertisements that were surveyed name it; empty where none were."""
        return {self.facts.cast.restore(fact.about[0]).casefold(): _number(fact, "count") or 0 for fact in self.facts.of("market.share")}

    @cached_property
    def surveyed(self) -> int:
        """How many advertisements the role was made of; 0 where it was not."""
        return next((_number(fact, "of") or 0 for fact in self.facts.of("market.share", "market.salary")), 0)

    @cached_property
    def credentials(self) -> list[str]:
        """The names of certificates, degrees, licences and studies, held or asked for."""
        return [label for label, letter, _ in self._names if letter in "CD"]

    @cached_property
    def bridged(self) -> list[tuple[str, str]]:
        """What is asked for, with each skill that the facts call related to it."""
        restore = self.facts.cast.restore
        return [(restore(fact.about[0]), restore(near)) for fact in self.facts.of("gap.bridge") for near in fact.about[1:]]

    @cached_property
    def bases(self) -> dict[str, set[str]]:
        """By skill, what it builds on, also by way of others; empty where the facts tell of no order."""
        bases: dict[str, set[str]] = {}
        restore = self.facts.cast.restore
        pairs = [(later, fact.about[0]) for fact in self.facts.of("gap.order") for later in fact.about[1:]]
        for fact in self.facts.of("step.gap", "step.prerequisite"):
            pairs += [(str(later), fact.about[0]) for later in _texts(fact, "serves")]
            pairs += [(fact.about[0], str(base)) for base in _texts(fact, "after")]
        for later, base in pairs:
            for key in self.keys_of(restore(later)):
                bases.setdefault(key, set()).update(self.keys_of(restore(base)))
        for _ in range(len(bases)):
            for found in bases.values():
                found |= {further for base in found for further in bases.get(base, ())}
        return bases

    def gaps(self, relation: str) -> list[Skill]:
        return [skill for skill in self.skills.values() if skill.gap and skill.relation == relation and not (skill.gate and "require" not in skill.facts)]


def _number(fact: Fact | None, name: str) -> int | None:
    value = fact.value.get(name) if fact else None
    return value if isinstance(value, int) else None


def _text(value: object) -> str | None:
    return str(value) if value else None


def _texts(fact: Fact, name: str) -> list[str]:
    value = fact.value.get(name)
    return list(value) if isinstance(value, list) else []
