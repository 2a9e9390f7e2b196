"""Fact: an atomic statement that a report may make, with its value, its words and its source; Facts: all of them, a closed world."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from gapwriter.cast import Cast
from gapwriter.language import Language, read_language
from gapwriter.record import Record

Value = dict[str, str | int | bool | list[str] | None]


class Fact(Record):
    """`kind` is dotted (`gap.essential`); `about` the labels it speaks of; `value` its typed parts; `written` its quantity in words, the only form in which
    a text may print it; `text` one sentence that states it, with placeholders for names; `source` where it comes from."""

    id: str
    kind: str
    about: tuple[str, ...] = ()
    value: Value = {}
    written: str = ""
    text: str
    source: str


class Facts(Record):
    """Every statement that a report may make. There is no field for gender, age, nationality, photo or address: nothing of it can leak.

    `layers` are the folders that lay over our catalog when they were stated (see `read_catalog`), None where that is not known; `language` is that
    of every text here, `audience` whom the plain sentences speak to.
    """

    facts: tuple[Fact, ...]
    cast: Cast = Cast(names={})
    layers: str | None = None
    language: str = "en"
    audience: str = "recruiter"

    def __iter__(self) -> Iterator[Fact]:  # type: ignore[override]
        return iter(self.facts)

    def of(self, *kinds: str) -> list[Fact]:
        """The facts of some kinds, in order; a kind names its children too (`gap` gives `gap.essential`)."""
        return [fact for kind in kinds for fact in self._by_kind.get(kind, ())]

    def one(self, kind: str) -> Fact | None:
        found = self._by_kind.get(kind, ())
        return found[0] if found else None

    @cached_property
    def words(self) -> Language:
        """The language of the plain sentences, for the one they speak to."""
        return read_language(self.language, self.audience)

    @cached_property
    def _by_kind(self) -> dict[str, list[Fact]]:
        by_kind: dict[str, list[Fact]] = {}
        for fact in self.facts:
            parts = fact.kind.split(".")
            for end in range(1, len(parts) + 1):
                by_kind.setdefault(".".join(parts[:end]), []).append(fact)
        return by_kind
