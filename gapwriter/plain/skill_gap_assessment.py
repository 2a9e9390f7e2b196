"""The plain sentences of the Skill Gap Assessment."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Facts
from gapwriter.phrase import MOST, join_labels, paragraph, paragraphs, pick, say, sentences, with_value
from gapwriter.prose import Block, Sentence


def write(facts: Facts) -> Iterator[Block]:
    gaps = facts.of("gap.essential", "gap.optional", "gap.emerging")
    if not gaps and not facts.of("open.level"):
        count = facts.of("count")
        yield paragraph([say("No gap was found: the resume meets every requirement of the role.", *count)])
        yield from paragraphs(_unproven(facts))
        return
    yield from paragraphs(
        [*_gap_sentences(facts, "essential"), *_reasons(facts)],
        [*_gap_sentences(facts, "optional"), *_gap_sentences(facts, "emerging")],
        [*_said(facts), *_bridges(facts)],
        [*_open_levels(facts), *_unproven(facts)],
    )


def _gap_sentences(facts: Facts, relation: str) -> Iterator[Sentence]:
    gaps, count = facts.of(f"gap.{relation}"), facts.one(f"count.{relation}")
    if not gaps:
        if count and relation != "emerging":
            yield say(f"No {relation} requirement is a gap.", count)
        return
    missing, below = with_value(gaps, kind="missing"), with_value(gaps, kind="below_level")
    if missing:
        firsts = {
            "essential": (
                "{labels} {are} essential and missing from the resume.",
                "The essential {gaps} {are} {labels}.",
                "Among the essential requirements, {labels} {are} still to be shown.",
            ),
            "optional": (
                "Of the optional requirements, {labels} {are} not shown either.",
                "The optional {gaps} {are} {labels}.",
                "{labels}, which would be welcome, {are} not documented.",
            ),
            "emerging": (
                "Of what is emerging, {labels} {are} not shown yet.",
                "{labels} {are} emerging and open.",
                "Still to come {are} {labels}, as emerging requirements.",
            ),
        }[relation]
        first = pick(missing[0], *firsts).replace("{gaps}", "gap" if len(missing) == 1 else "gaps")
        if relation == "optional" and not facts.of("gap.essential"):
            first = first.replace(" either", "")
        yield from sentences(
            missing,
            first,
            {"essential": "{labels} {are} essential gaps too.", "optional": "{labels} {are} optional gaps as well.", "emerging": "So {are} {labels}."}[
                relation
            ],
        )
    for gap in below:
        yield say(f"{gap.about[0]} is shown at {gap.value['level']} level, while the role asks for {gap.value['asked']}.", gap)


def _reasons(facts: Facts) -> Iterator[Sentence]:
    """Why a gap comes before others, for the three that most builds on."""
    wordings = (
        "{label} comes first, because {builds} {build} on it.",
        "{label} carries {builds} and therefore comes early.",
        "{builds} in turn {build} on {label}.",
    )
    for wording, fact in zip(wordings, facts.of("gap.order")[:3], strict=False):
        label, *builds = fact.about
        yield say(wording.format(label=label, builds=join_labels(builds[:MOST]), build="builds" if len(builds) == 1 else "build"), fact)


def _said(facts: Facts) -> Iterator[Sentence]:
    gaps = facts.of("gap")
    gaps = [gap for gap in gaps if gap.kind in ("gap.essential", "gap.optional", "gap.emerging")]
    for said, wordings in (
        (
            "learning",
            (
                "The resume says that {labels} {are} being learned or known by exposure only.",
                "For {labels} the resume speaks of learning or of exposure, not of use.",
            ),
        ),
        ("wants", ("{labels} {are} named as something that CANDIDATE_SHORT wants to take up.", "The resume mentions {labels} as a wish or a plan.")),
        ("no", ("The resume itself rules out {labels} for now.", "Of {labels} the resume says outright that there is none at present.")),
    ):
        found = with_value(gaps, said=said)
        if found:
            yield from sentences(found, pick(found[0], *wordings), "The same holds for {labels}.")


def _bridges(facts: Facts) -> Iterator[Sentence]:
    for fact in facts.of("gap.bridge")[:4]:
        label, *bridges = fact.about
        one = len(bridges) == 1
        yield say(
            pick(
                fact,
                f"For {label}, {join_labels(bridges)} {'is' if one else 'are'} related experience: a shorter way, not a requirement met.",
                f"{join_labels(bridges)} {'is' if one else 'are'} related to {label} and {'shortens' if one else 'shorten'} the way without counting as met.",
                f"{join_labels(bridges)} {'comes' if one else 'come'} close to {label}; the relation shortens the way and is not counted.",
            ),
            fact,
        )


def _open_levels(facts: Facts) -> Iterator[Sentence]:
    for fact in facts.of("open.level"):
        yield say(f"{fact.about[0]} is shown without a level, so whether it is {fact.value['asked']}, as the role asks, is a question for the interview.", fact)


def _unproven(facts: Facts) -> Iterator[Sentence]:
    unproven = with_value(facts.of("met"), unproven=True)
    if unproven:
        yield from sentences(
            unproven,
            pick(
                unproven[0],
                "{labels} {are} counted as met but not proven by a dated position, and worth a question.",
                "Met on paper, yet tied to no position or project: {labels}.",
            ),
            "The same goes for {labels}.",
        )
