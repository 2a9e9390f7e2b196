"""Evidence: where a resume shows a skill, in its exact words, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from gapwriter.mention import Lexicon, Mention, Polarity, find_mentions, read_polarity
from gapwriter.record import Record
from gapwriter.resume import Passage, Resume
from gapwriter.role import read_level
from gapwriter.skill import Catalog, Kind, Proficiency, Rung


class Basis(StrEnum):
    """What stands behind a skill, the weakest first: named in a list or a profile; shown in a position or a project; certified; stated by a person."""

    CLAIMED = "claimed"
    DEMONSTRATED = "demonstrated"
    CERTIFIED = "certified"
    STATED = "stated"


class Evidence(Record):
    """One place in the resume: `quote` is an exact part of its text, `source` the field or line; only the polarity `has` speaks for the skill."""

    skill_id: str
    quote: str
    source: str
    rung: Rung
    polarity: Polarity
    basis: Basis
    level: Proficiency | None = None


def find_evidence(resume: Resume, catalog: Catalog, as_of: date, unknown: Iterable[tuple[str, str]] = ()) -> tuple[Evidence, ...]:
    """Everything that the resume says of skills, in the order of its text; `unknown` are (id, label) of skills that the catalog does not have."""
    lexicon = Lexicon(catalog, unknown)
    found = [evidence for passage in resume.passages(as_of) for evidence in _in_passage(passage, lexicon, catalog, as_of)]
    struck, added = set(), []
    for number, stated in enumerate(resume.stated.skills):
        name = catalog.find_label(stated.skill)
        skill_id = name.skill_id if name else next((key for key, label in unknown if label == stated.skill), None)
        if skill_id is None:
            continue
        if not stated.held:
            struck.add(skill_id)
        quote = ": ".join(part for part in (f"stated by {stated.who}" if stated.who else "stated", stated.why) if part)
        polarity = Polarity.HAS if stated.held else Polarity.NO
        source = f"meta.gapwriter.skills[{number}]"
        added.append(Evidence(skill_id=skill_id, quote=quote, source=source, rung=Rung.PREFERRED, polarity=polarity, basis=Basis.STATED))
    return (*(evidence for evidence in found if evidence.skill_id not in struck), *added)


def _in_passage(passage: Passage, lexicon: Lexicon, catalog: Catalog, as_of: date) -> Iterator[Evidence]:
    if passage.section == "interests" and not _is_prose(passage.text):
        return
    mentions = _mentions(passage, lexicon, catalog, as_of)
    for mention in mentions:
        kind = catalog[mention.skill_id].kind if mention.skill_id in catalog else None
        first, last = mention.sentence
        polarity = mention.polarity
        if polarity is Polarity.HAS and passage.ongoing:
            polarity = Polarity.LEARNING
        yield Evidence(
            skill_id=mention.skill_id,
            quote=passage.text[first:last].strip(),
            source=passage.source,
            rung=mention.rung,
            polarity=polarity,
            basis=_basis(passage, kind),
            level=read_level(passage.level) if passage.level else _level_beside(passage.text, mention, kind),
        )


def _mentions(passage: Passage, lexicon: Lexicon, catalog: Catalog, as_of: date) -> list[Mention]:
    text = passage.text
    if passage.is_list:
        name = catalog.find_label(text)
        if name:
            return [_whole(text, name.skill_id, name.rung, passage, as_of)]
    mentions = find_mentions(text, lexicon, as_of=as_of, heading=passage.heading, is_list=passage.is_list)
    if not mentions and passage.is_list and len(text.split()) <= 4:
        name = catalog.find_spelling(text)
        if name:
            return [_whole(text, name.skill_id, Rung.FUZZY, passage, as_of)]
    return mentions


def _whole(text: str, skill_id: str, rung: Rung, passage: Passage, as_of: date) -> Mention:
    polarity = read_polarity(text, 0, len(text), passage.heading, as_of)
    if passage.level and read_polarity(f"x ({passage.level})", 0, 1, "", as_of) is Polarity.LEARNING:
        polarity = Polarity.LEARNING
    return Mention(skill_id=skill_id, surface=text, rung=rung, start=0, end=len(text), sentence=(0, len(text)), polarity=polarity)


def _is_prose(text: str) -> bool:
    """A whole sentence among the interests is a remark; a bare word there is a pastime."""
    return len(text.split()) >= 5


def _basis(passage: Passage, kind: Kind | None) -> Basis:
    if kind in (Kind.CREDENTIAL, Kind.LICENCE) and passage.section in ("certificates", "education"):
        return Basis.CERTIFIED
    return Basis.DEMONSTRATED if passage.section in ("work", "projects", "volunteer", "publications", "awards") else Basis.CLAIMED


_BEFORE = re.compile(r"\b(beginner|basic|intermediate|advanced|expert|fluent|native|conversational)(?:\s+(?:level|in|knowledge of|user of))?\s+$", re.I)
_AFTER = re.compile(
    r"^\s*(?:[(:,–—-]\s*)(?:level\s+)?(beginner|basic|intermediate|advanced|expert|fluent|native|mother tongue|conversational|bilingual|[ABC][12])\b", re.I
)


def _level_beside(text: str, mention: Mention, kind: Kind | None) -> Proficiency | None:
    """The level that stands right beside a skill: "advanced Excel", "German (B2)"."""
    found = _AFTER.match(text[mention.end : mention.end + 40]) or _BEFORE.search(text[max(0, mention.start - 40) : mention.start])
    if not found or (re.fullmatch(r"[abc][12]", found[1], re.I) and kind is not Kind.HUMAN_LANGUAGE):
        return None
    return read_level(found[1])
