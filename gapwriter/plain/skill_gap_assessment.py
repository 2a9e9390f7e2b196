"""The plain sentences of the Skill Gap Assessment."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.language import Texts
from gapwriter.phrase import MOST, join_labels, number_of, paragraph, paragraphs, rotate, tell, tell_all, with_value
from gapwriter.prose import Block, Sentence

RELATIONS = ("essential", "optional", "emerging")


def write(facts: Facts) -> Iterator[Block]:
    if not _gaps(facts) and not facts.of("open.level"):
        yield paragraph([tell(facts.words, "plain.gaps.nothing", *facts.of("count"))])
        yield from paragraphs(_unproven(facts))
        return
    yield from paragraphs(
        [*_missing(facts, "essential"), *_below_level(facts, "essential"), *_reasons(facts, "essential")],
        [
            *_missing(facts, "optional"),
            *_below_level(facts, "optional"),
            *_reasons(facts, "optional"),
            *_missing(facts, "emerging"),
            *_below_level(facts, "emerging"),
        ],
        [*_said(facts), *_bridges(facts)],
        [*_open_levels(facts), *_unproven(facts)],
    )


def _gaps(facts: Facts) -> list[Fact]:
    return facts.of(*(f"gap.{relation}" for relation in RELATIONS))


def _missing(facts: Facts, relation: str) -> Iterator[Sentence]:
    gaps, count = facts.of(f"gap.{relation}"), facts.one(f"count.{relation}")
    missing = with_value(gaps, kind="missing")
    further = "long" if len(missing) > 2 * MOST else "emerging_too" if relation == "emerging" else "too"
    yield from tell_all(facts.words, f"plain.gaps.{relation}", f"plain.gaps.{further}", missing)
    if count and not gaps and relation == "essential":
        yield tell(facts.words, "plain.gaps.only_others", count)


def _below_level(facts: Facts, relation: str) -> Iterator[Sentence]:
    words = facts.words
    for gap in with_value(facts.of(f"gap.{relation}"), kind="below_level"):
        levels: Texts = {name: words.say(f"level.{gap.value[name]}") for name in ("level", "asked")}
        yield tell(words, "plain.gaps.assumed" if gap.value["assumed"] else "plain.gaps.below_level", gap, label=gap.about[0], **levels)


def _reasons(facts: Facts, relation: str) -> Iterator[Sentence]:
    """Why a gap comes before others, for the three that most builds on."""
    for choice, fact in enumerate(facts.of(f"gap.order.{relation}")[:3]):
        label, *builds = fact.about
        values: Texts = {"label": label, "builds": join_labels(facts.words, builds[:MOST])}
        yield tell(facts.words, "plain.gaps.order", fact, choice=choice, many=number_of(builds), **values)


def _said(facts: Facts) -> Iterator[Sentence]:
    for said in ("struck", "expired", "learning", "exposure", "wants", "no"):
        yield from tell_all(facts.words, f"plain.gaps.said.{said}", "plain.gaps.said_too", with_value(_gaps(facts), said=said))


def _bridges(facts: Facts) -> Iterator[Sentence]:
    bridges = facts.of("gap.bridge")[:4]
    for fact, choice in zip(bridges, rotate(bridges), strict=True):
        label, *near = fact.about
        yield tell(facts.words, "plain.gaps.bridge", fact, choice=choice, many=len(near), label=label, bridges=join_labels(facts.words, near))


def _open_levels(facts: Facts) -> Iterator[Sentence]:
    for fact in facts.of("open.level"):
        yield tell(facts.words, "plain.gaps.level_open", fact, label=fact.about[0], asked=facts.words.say(f"level.{fact.value['asked']}"))


def _unproven(facts: Facts) -> Iterator[Sentence]:
    met = facts.of("met")
    yield from tell_all(facts.words, "plain.gaps.unproven", "plain.gaps.unproven_too", with_value(met, unproven=True))
    for fact in with_value(met, inferred=True)[:MOST]:
        yield tell(facts.words, "plain.gaps.inferred", fact, label=fact.about[0], narrower=fact.value["implied_by"])
