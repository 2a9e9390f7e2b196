"""Entity: a name in a text whose meaning the facts settle; Names: all names of one comparison, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from gapwriter.wordform import is_verbal, stem_verb
from gapwriter.words import Word, common_words, fold_words, read_words


class Entity(NamedTuple):
    """`kind` is a letter, the one that stands for it in a clause: S skill, C credential, R resource, P provider, N candidate, E employer, T title held,
    G target role, H company of the role, D education, J project, M pay; `keys` are the things that the name may mean."""

    kind: str
    keys: tuple[str, ...]
    start: int
    end: int
    text: str


class _Name(NamedTuple):
    words: tuple[str, ...]
    kind: str
    key: str
    label: str


_LINKS = frozenset("of for in the a an to with on".split())
_JOINED = re.compile(r"[ \t\n]+|[ \t]*[-–/’'&+][ \t]*|[.]|")
_OFFERED = re.compile(r"(?:[(”\"]\s*,?\s*|\b(?:from|by|via|at)\s+(?:the )?)$")
_LOOSE = re.compile(r"[^\w\n,;]{0,3}")
_LISTED = re.compile(r"[^\w\n]{0,3}")
_COMMON_VERBS = frozenset(
    "learning designing managing developing training working building planning writing using teaching leading reporting processing engineering programming testing marketing making doing taking giving".split()
)
_OBJECTS = frozenset(
    "system people person team staff other colleague gap skill this that these those them it the a an in on at for with to of from by and or requirement role candidate step plan course learner time resource need which what such both each all more most any some new further first next and also experience training learning".split()
)
_RANK = "RNGTEHCPSDJM"
_AMBIGUOUS = frozenset(
    "go excel lean rest access word outlook teams slack spark swift rust chef express flask spring sap dart unity notion sketch less make ant hive pig oracle puppet salt vault excels will may basic native apex ada elm julia ruby crystal processing play phoenix ember stripe segment scratch "
    "maya blender snowflake looker tableau drift square sage xero concur ariba workday visual studio teams zoom meet drive sheets forms canvas edge relay react mode redux storm helm consul nomad packer vagrant kibana beats logic vision reason motion origin focus figma".split()
)


class Names:
    """An index of names by their first folded word; skills also by the stems of their words in any order ("pupil assessment", "assessing pupils")."""

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        """`names` are (label, kind, key)."""
        names = list(names)
        self._index: dict[str, list[_Name]] = {}
        self._forms: dict[tuple[str, ...], list[_Name]] = {}
        for label, kind, key in names:
            words = fold_words(label)
            if not words:
                continue
            name = _Name(words, kind, key, label)
            row = self._index.setdefault(words[0], [])
            if name not in row:
                row.append(name)
            if kind == "S" and (len(words) > 1 or len(words[0]) > 4):
                self._forms.setdefault(_signature(words), []).append(name)
        for row in self._index.values():
            row.sort(key=lambda name: (-len(name.words), _RANK.index(name.kind)))
        self._compact = {"".join(name.words): name for row in self._index.values() for name in row if name.kind in "SC" and len("".join(name.words)) > 5}
        heads: dict[str, set[str]] = {}
        for label, kind, key in names:
            words = fold_words(label)
            if kind == "S" and len(words) > 1 and is_verbal(words[-1]):
                heads.setdefault(_stem(words[-1]), set()).add(key)
        self._heads = {stem: next(iter(keys)) for stem, keys in heads.items() if stem and len(keys) == 1}
        self._stems = {stem for form in self._forms for stem in form}
        self._openings = {name[:length] for name in self._compact for length in (1, 2, 3)}
        self._idle: dict[str, bool] = {}
        self._read: dict[str, list[Entity]] = {}

    def find(self, text: str) -> list[Entity]:
        """The names in a text in order, the longest first, none inside another; a paragraph is read once, since the same one comes again in the whole report."""
        found: list[Entity] = []
        at = 0
        for paragraph in text.split("\n\n"):
            if paragraph not in self._read:
                self._read[paragraph] = self._find(paragraph)
            found += [one._replace(start=one.start + at, end=one.end + at) for one in self._read[paragraph]] if at else self._read[paragraph]
            at += len(paragraph) + 2
        return found

    def _find(self, text: str) -> list[Entity]:
        words = read_words(text)
        found: list[Entity] = []
        at = 0
        while at < len(words):
            if self._begins_none(words[at].folded):
                at += 1
                continue
            entity, length = self._longest(text, words, at, found[-1] if found else None) or (None, 1)
            if entity:
                found.append(entity)
            at += length
        return found

    def _begins_none(self, word: str) -> bool:
        """Whether no name can begin with the word, as with most; remembered, because the same words come again."""
        if word not in self._idle:
            self._idle[word] = not (word in self._index or word in self._stems or _stem(word) in self._stems or word[:3] in self._openings)
        return self._idle[word]

    def _longest(self, text: str, words: list[Word], at: int, before: Entity | None) -> tuple[Entity, int] | None:
        """The name at a word as it is written, or a longer form of the same skill ("estimating costs", not "estimating")."""
        exact, formed = self._exact(text, words, at, before), None
        if exact is None or exact[0].kind == "S":
            formed = self._formed(text, words, at)
        if exact and formed:
            longer = formed[1] > exact[1] and formed[0].keys == exact[0].keys and not self._cuts(text, words, at + exact[1], at + formed[1])
            return formed if longer else exact
        return exact or formed

    def _cuts(self, text: str, words: list[Word], first: int, end: int) -> bool:
        """Whether a name begins before `end` and goes on behind it ("teaching to classroom management" is no "teaching to classroom")."""
        return any((found := self._exact(text, words, at, None)) and at + found[1] > end for at in range(first, end))

    def _exact(self, text: str, words: list[Word], at: int, before: Entity | None) -> tuple[Entity, int] | None:
        best: list[_Name] = []
        row = self._index.get(words[at].folded, [])
        ahead = tuple([word.folded for word in words[at : at + len(row[0].words)]]) if row else ()
        for name in row:
            if best and len(name.words) < len(best[0].words):
                break
            if ahead[: len(name.words)] == name.words and self._stands(text, words, at, name):
                best.append(name)
        if not best:
            return self._run_together(text, words, at)
        kind = best[0].kind
        if {"N", "S"} <= {name.kind for name in best}:
            end = words[at + len(best[0].words) - 1].end
            kind = "N" if text[end - 2 : end] in ("'s", "’s") or _acts(text, end) else "S"
        last = words[at + len(best[0].words) - 1]
        kinds = {name.kind for name in best}
        if kinds & {"R", "P"} and kinds & {"S", "C"}:
            best.sort(key=lambda name: name.kind not in "RP")
            kind = self._offered(text, words[at].start, last.end, best, before)
        keys = tuple(dict.fromkeys(name.key for name in best if name.kind == kind))
        return self._entity(text, kind, keys, words[at].start, last.end), len(best[0].words)

    @staticmethod
    def _offered(text: str, start: int, end: int, names: list[_Name], before: Entity | None) -> str:
        """Whether a name that is a resource or a provider and a skill too ("PyTorch") is meant as the first or the second."""
        surface = text[start:end]
        first = names[0]
        other = "S" if any(name.kind == "S" for name in names) else "C"
        if first.kind == "R":
            quoted = text[max(0, start - 1) : start] in ("“", '"', "„", "«")
            cased = surface == first.label and not any(name.label == surface for name in names if name.kind != "R") and not surface[1:].islower()
            return "R" if quoted or cased else other
        behind = before is not None and before.kind == "R" and start - before.end <= 4
        cased = surface == first.label and not any(name.label == surface for name in names if name.kind != "P")
        return "P" if behind or cased or _OFFERED.search(text, max(0, start - 12), start) else other

    def _run_together(self, text: str, words: list[Word], at: int) -> tuple[Entity, int] | None:
        """Names written in one word or with a hyphen more or less ("PowerBI", "e mail")."""
        joined = ""
        for length in range(1, 4):
            if at + length > len(words):
                return None
            joined += words[at + length - 1].folded
            name = self._compact.get(joined)
            if name and (length == 1 or _JOINED.fullmatch(text[words[at].end : words[at + 1].start])) and len(name.words) != length:
                return self._entity(text, name.kind, (name.key,), words[at].start, words[at + length - 1].end), length
        return None

    @staticmethod
    def _entity(text: str, kind: str, keys: tuple[str, ...], start: int, end: int) -> Entity:
        end -= 2 if text.endswith(("'s", "’s"), start, end) else 0
        return Entity(kind, keys, start, end, text[start:end])

    def _stands(self, text: str, words: list[Word], at: int, name: _Name) -> bool:
        last = at + len(name.words) - 1
        loose = _LISTED if "," in name.label or ";" in name.label else _LOOSE if name.kind in "RPDEJGTH" else _JOINED
        if any(not loose.fullmatch(text[words[i].end : words[i + 1].start]) for i in range(at, last)):
            return False
        surface, after = text[words[at].start : words[last].end], text[words[last].end : words[last].end + 1]
        if last == at:
            return _is_meant(text, words[at], surface, after, name)
        return True

    def _formed(self, text: str, words: list[Word], at: int) -> tuple[Entity, int] | None:
        """A skill in another form of its words."""
        if _stem(words[at].folded) not in self._stems and words[at].folded not in self._stems:
            return None
        last = at
        while last + 1 < min(at + 7, len(words)) and self._goes_on(text, words[last], words[last + 1]):
            last += 1
        for length in range(last + 1 - at, 0, -1):
            window = words[at : at + length]
            if window[-1].folded in _LINKS or window[0].folded in _LINKS:
                continue
            folded = tuple(word.folded for word in window)
            if folded == ("designing", "system"):
                continue  # what reports call architecture
            for name in self._forms.get(_signature(folded), ()):
                if len(name.words) == 1 and not folded[0].endswith(("ing", "ment", "ation")):
                    continue
                turned = [_stem(word) for word in folded] != [_stem(word) for word in name.words]
                if turned and not folded[0].endswith("ing") and not {"of", "for"} & set(folded):
                    continue  # "supports behaviour" is no behaviour support
                return self._entity(text, "S", (name.key,), window[0].start, window[-1].end), length
        return self._done(text, words, at)

    def _goes_on(self, text: str, before: Word, word: Word) -> bool:
        """Whether a form of a skill can go on with a word."""
        return (word.folded in _LINKS or _stem(word.folded) in self._stems) and _JOINED.fullmatch(text[before.end : word.start]) is not None

    def _done(self, text: str, words: list[Word], at: int) -> tuple[Entity, int] | None:
        """A skill told by its verb and another object ("assessing pupils" for classroom assessment), where no other skill has that verb."""
        verb = words[at].folded
        key = self._heads.get(_stem(verb)) if verb.endswith("ing") and verb not in _COMMON_VERBS else None
        if not key or at + 1 >= len(words) or not _JOINED.fullmatch(text[words[at].end : words[at + 1].start]):
            return None
        noun = text[words[at + 1].start : words[at + 1].end]
        if not noun.isalpha() or not noun.islower() or words[at + 1].folded in _OBJECTS or len(noun) < 4:
            return None
        return self._entity(text, "S", (key,), words[at].start, words[at + 1].end), 2


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """What a verb and its noun share ("replacing", "replacement")."""
    return (stem_verb(word) or word).rstrip("e")


@lru_cache(maxsize=16384)
def _signature(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(_stem(word) for word in words if word not in _LINKS))


_BEFORE = re.compile(
    r"(?:^|[,:;(“\"‘*•|–—-]|\b(?:in|with|of|on|the|for|and|or|is|are|nor|both|neither|unlike|not|besides|than|but|via|lacks?|missing|no|knows?|uses?|learn|beyond|except|to|as|requires?|by))\s*$",
    re.I,
)
_AFTER = re.compile(
    r"\s*(?:$|[,.;:)”\"*(]|\b(?:and|or|nor|as|gaps?|skills?|is|are|has|have|was|will|would|on|side|in|but|which|that|remains?|for|experience|knowledge|appears?|follows?|comes|stays?|before|after|precedes?)\b)",
    re.I,
)


def _is_meant(text: str, word: Word, surface: str, after: str, name: _Name) -> bool:
    """Whether one word is the name: "R" and "C" by their capital, names that are everyday words by their surroundings."""
    if len(name.label) == 1:
        return surface == name.label and after not in ("&", "-", "'", "’") and text[max(0, word.start - 1) : word.start] not in ("&", "-", "'", "’")
    if name.kind in "NEHP" and surface.islower() and name.label[:1].isupper():
        return False
    if name.kind == "N" and re.match(r"\s+(?:19|20)\d\d\b", text[word.end :]):
        return False  # "April 2026" is a month
    if surface.upper() == "CV" and name.kind == "S":
        return False  # in a report a CV is a resume, whatever computer vision is called elsewhere
    if name.label.isupper() and surface.islower() and (surface in common_words() or len(surface) < 3):
        return False
    if name.kind == "S" and surface.islower() and not name.label.islower() and (surface in _AMBIGUOUS or len(surface) <= 2):
        return bool(_BEFORE.search(text, max(0, word.start - 14), word.start) and _AFTER.match(text, word.end))
    return True


def _acts(text: str, end: int) -> bool:
    """Whether what follows a name lets a person act ("Ruby has", "Ruby's record")."""
    return bool(
        re.match(
            r"['’]s\b|\s+(?:has|holds|is\s+(?:a|an|the|being|still|presently|currently)|does|did|can|will|would|could|may|might|works?|worked|brings?|covers?|knows?|needs?|lacks?|shows?|meets?|offers?|must|should|already|also|still|currently|presently|never)\b|,\s+(?:who|presently|currently|a|an)\b",
            text[end:],
        )
    )
