"""Claims: what a text says, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from gapwriter.claims import lexicon
from gapwriter.claims.claim import OPPOSITE, Claim, read_claims, read_sign
from gapwriter.claims.clause import Clause, Line, read_line
from gapwriter.claims.entity import Entity, Names
from gapwriter.claims.passage import Passage, Sentence, read_passage
from gapwriter.claims.quantity import Count, Quantity, read_numbers
from gapwriter.claims.stranger import Stranger, find_strangers
from gapwriter.skill import Catalog

__all__ = ["Claim", "Clause", "Entity", "Line", "Names", "Passage", "Reading", "Said", "Sentence", "lexicon", "read_text"]


@dataclass
class Said:
    """A sentence with all that it says; `invented` is for `invention`, which judges its strangers once."""

    sentence: Sentence
    line: Line
    clauses: list[Clause]
    claims: list[Claim]
    entities: list[Entity]
    quantities: Sequence[Quantity]
    counts: Sequence[Count]
    strangers: list[Stranger]
    invented: list[tuple[str, Stranger]] | None = None

    @property
    def text(self) -> str:
        return self.line.text

    @cached_property
    def loose(self) -> str:
        """The line with unknown names spelled out, for what is known by its words alone."""
        parts, last = [], 0
        for at, group in sorted(self.line.groups.items()):
            if group.kind in "UQ":
                parts += [self.line.text[last:at], group.entities[0].text.lower()]
                last = at + 1
        return "".join([*parts, self.line.text[last:]])

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.line.span(start, end)


@dataclass
class Reading:
    """A text as it was read; `section` is the section that the caller named, if any, `found` what is worked out of it once (`fault.once`)."""

    passage: Passage
    said: list[Said]
    section: str | None
    rows: list[Said] = field(default_factory=list)
    found: dict[Callable[..., object], list[Any]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.passage.text

    def of(self, section: str) -> list[Said]:
        return [said for said in self.said if said.sentence.section == section]

    def named(self, section: str) -> set[str] | None:
        """The keys of everything that a section names, in rows of tables too; None where the text has no such section."""
        found = [said for said in (*self.said, *self.rows) if said.sentence.section == section]
        return {key for said in found for entity in said.entities for key in entity.keys} if found else None


_SO = re.compile(r"\W*(?:so (?:is|are|do|does|has|have)|the same (?:goes|holds|applies|is true) (?:for|of|to)|likewise)\b")
_NOR = re.compile(r"\W*(?:neither (?:is|are|does|do|has|have)|nor)\b")


_AMONG = re.compile(r"\b(?P<no>not |neither |nor )?(?:is |are )?(?:among|one of|part of) (?:them|these|those)\b")


MARKET = "Market Requirements Analysis"


def _echo(line: str, claims: list[Claim], said: list[Said]) -> None:
    """ "So are A and B" says of them what the sentence before said of others."""
    if (
        said
        and (claims and (claims[0].clause.line.sentence.section != MARKET or lexicon.MARKET_PERSON.search(said[-1].line.text)))
        and re.match(r"\W*(?:those|these|they|that|it|this) (?:is|are|being)\b[^A-Z]{0,15}S\b[^A-Z]*$", line)
        and not any(claim.sign for claim in claims if claim.kind == "hold")
    ):
        sign, _ = read_sign(said[-1].line.text)
        for claim in claims:
            if claim.kind == "hold":
                claim.sign = sign if sign in ("+", "-") else ""
    before = next((claim.sign for claim in reversed(said[-1].claims) if claim.kind == "hold" and claim.sign in ("+", "-")), "") if said else ""
    if before and (among := _AMONG.search(line)) and not lexicon.FINITE.search(line[: among.start()]):
        for claim in claims:
            if claim.kind == "hold":
                claim.sign = OPPOSITE[before] if among["no"] else before
    if (_SO.match(line) or _NOR.match(line)) and (before := _main_sign(said[-1]) if said else ""):
        for claim in claims:
            if claim.kind == "hold" and not claim.clause.mode.startswith("but"):
                claim.sign = before


_ASIDE = ("but:although", "but:though", "but:even though", "but:while", "but:even if")


def _main_sign(before: Said) -> str:
    """What a sentence says of what it names last, leaving out what it only concedes ("A is not shown, although B is")."""
    signs = [(claim.sign, claim.clause.mode in _ASIDE) for claim in before.claims if claim.kind == "hold" and claim.sign in ("+", "-")]
    return next((sign for sign, aside in reversed(signs) if not aside), signs[-1][0] if signs else "")


_YOURS = re.compile(r"\b[Yy]our(?= (?:resume|cv|record)\b)|(?<=\b[Yy]ou )(?:are|have|were)\b")
_THEIRS = {"your": "the`", "are": "is`", "have": "has`", "were": "was`"}
"""How what is told to the candidate is read; the marks that keep the length are left out of the line."""


def _third_person(found: re.Match[str]) -> str:
    word = _THEIRS[found[0].casefold()]
    return word if found[0][0].islower() else word.capitalize()


def _without(text: str, proofs: Collection[str]) -> str:
    """The text with "such work" in the place of proofs, which claims nothing, and everything else at its offset."""
    folded = text.casefold()
    for proof in proofs:
        if proof not in folded:
            continue
        text = re.sub(re.escape(proof), lambda found: "such work".ljust(len(found[0]))[: len(found[0])], text, flags=re.I)
    return text


def read_text(text: str, names: Names, catalog: Catalog, section: str | None = None, proofs: Collection[str] = (), addressed: bool = False) -> Reading:
    """Read a text against the names of one comparison; `proofs` are texts of the facts that a sentence may hold word for word: what they say is not read, what
    stands around them is. `addressed` says that the candidate is spoken to."""
    told = _without(text, proofs)
    if addressed:
        told = _YOURS.sub(_third_person, told)
    entities = names.find(told)
    passage = read_passage(text, section, tuple((one.start, one.end) for one in entities))
    said: list[Said] = []
    rows: list[Said] = []
    at = 0
    for sentence in passage.sentences:
        while at < len(entities) and entities[at].end <= sentence.start:
            at += 1
        inside = []
        here = at
        while here < len(entities) and entities[here].start < sentence.end:
            inside.append(entities[here])
            here += 1
        line = read_line(told, sentence, inside, lexicon.frame())
        if sentence.is_row:
            rows.append(Said(sentence, line, [], [], inside, [], [], []))
            continue
        if sentence.text.rstrip().endswith("?"):
            said.append(Said(sentence, line, [], [], inside, [], [], []))
            continue  # a question says nothing
        clauses, claims = read_claims(line, sentence.lead.lower(), sentence.section)
        _echo(line.text, claims, said)
        quantities, counts = read_numbers(line.text)
        said.append(Said(sentence, line, clauses, claims, inside, quantities, counts, find_strangers(line, clauses, catalog)))
    return Reading(passage, said, section, rows)
