"""The plain sentences of the Skill Gap Assessment."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import MOST, join_labels, paragraph, paragraphs, pick, rotate, say, sentences, with_value
from gapwriter.prose import Block, Sentence

RELATIONS = ("essential", "optional", "emerging")


def write(facts: Facts) -> Iterator[Block]:
    if not _gaps(facts) and not facts.of("open.level"):
        yield paragraph([say("No gap was found: the resume meets every requirement of the role.", *facts.of("count"))])
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


_WORDINGS = {
    "essential": (
        "{labels} {are} essential and not documented.",
        "The essential {gaps} {are} {labels}.",
        "Among the essential requirements, {labels} {are} still to be shown.",
    ),
    "optional": (
        "Of the optional requirements, {labels} {are} not documented.",
        "The optional {gaps} {are} {labels}.",
        "{labels}, which would be welcome, {are} not documented.",
    ),
    "emerging": (
        "The emerging requirements that the resume does not show {are} {labels}.",
        "{labels} {are} emerging and not shown yet.",
        "Of what is emerging, the resume does not show {labels}.",
    ),
}
_FURTHER = ("So {are} {labels}.", "To these come {labels}.", "{labels} complete the list.")


def _missing(facts: Facts, relation: str) -> Iterator[Sentence]:
    gaps, count = facts.of(f"gap.{relation}"), facts.one(f"count.{relation}")
    missing = with_value(gaps, kind="missing")
    if missing:
        wording = pick(missing[0], *_WORDINGS[relation]).replace("{gaps}", "gap" if len(missing) == 1 else "gaps")
        if relation == "emerging" and len(missing) == 1:
            wording = wording.replace("requirements that", "requirement that")
        further = _FURTHER if len(missing) > 2 * MOST else (_FURTHER[0], _FURTHER[2]) if relation != "emerging" else ("Nor does it show {labels}.",)
        yield from sentences(missing, wording, *further)
    elif count and not gaps and relation == "essential":
        yield say("With the essential requirements met or open only in their level, what remains is optional or emerging.", count)


def _below_level(facts: Facts, relation: str) -> Iterator[Sentence]:
    for gap in with_value(facts.of(f"gap.{relation}"), kind="below_level"):
        level, asked = gap.value["level"], gap.value["asked"]
        wordings = ("{label} is shown at {level} level, while the role asks for {asked}.", "In {label} the resume reaches {level} level; {asked} is asked for.")
        if gap.value["assumed"]:
            wordings = ("{label} is shown at {level} level; the role names no level, and {asked} is assumed.",) * 2
        yield say(pick(gap, *wordings).format(label=gap.about[0], level=level, asked=asked), gap)


def _reasons(facts: Facts, relation: str) -> Iterator[Sentence]:
    """Why a gap comes before others, for the three that most builds on."""
    wordings = (
        "Of these, {label} comes before {builds}, which {build} on it.",
        "{label} carries {builds} and therefore comes early.",
        "{builds} in turn {build} on {label}.",
    )
    for wording, fact in zip(wordings, facts.of(f"gap.order.{relation}")[:3], strict=False):
        label, *builds = fact.about
        yield say(wording.format(label=label, builds=join_labels(builds[:MOST]), build="builds" if len(builds) == 1 else "build"), fact)


_SAID = (
    ("struck", ("A person who corrected the facts has struck {labels}.", "By a person's correction {labels} {are} not counted.")),
    ("expired", ("By the resume's own words {labels} has expired.", "The resume says that {labels} has run out.")),
    ("learning", ("The resume says that {labels} {are} being learned.", "For {labels} the resume speaks of learning, not yet of use.")),
    ("exposure", ("With {labels} the resume tells of exposure only.", "The resume speaks of having seen or helped with {labels}, not of doing it alone.")),
    ("wants", ("{labels} {are} named as something that CANDIDATE_SHORT wants to take up.", "The resume mentions {labels} as a wish or a plan.")),
    ("no", ("The resume itself says no to {labels}.", "To {labels} the resume says no in so many words.")),
)


def _said(facts: Facts) -> Iterator[Sentence]:
    for said, wordings in _SAID:
        found = with_value(_gaps(facts), said=said)
        if found:
            plural = len(found) > 1
            wording = pick(found[0], *wordings)
            wording = wording.replace("has expired", "have expired").replace("has run out", "have run out") if plural else wording
            yield from sentences(found, wording, "The same holds for {labels}.")


def _bridges(facts: Facts) -> Iterator[Sentence]:
    wordings = (
        "For {label}, {bridges} {are} related experience, which shortens the way and does not count as met.",
        "{bridges} {are} related to {label} and may shorten the way, without counting as met.",
        "Nearest to {label} {are} {bridges}; what is related is credited as related only.",
    )
    bridges = facts.of("gap.bridge")[:4]
    for fact, wording in zip(bridges, rotate(bridges, *wordings), strict=True):
        label, *near = fact.about
        yield say(wording.format(label=label, bridges=join_labels(near), are="is" if len(near) == 1 else "are"), fact)


def _open_levels(facts: Facts) -> Iterator[Sentence]:
    for fact in facts.of("open.level"):
        asked = fact.value["asked"]
        yield say(f"{fact.about[0]} is shown without a level; whether it is {asked}, as the role asks, is a question for the interview.", fact)


def _unproven(facts: Facts) -> Iterator[Sentence]:
    met = facts.of("met")
    claimed = with_value(met, unproven=True)
    if claimed:
        wordings = (
            "{labels} {are} met by a claim alone, which is worth a question.",
            "Counted as met, yet tied to no position or project, {are} {labels}.",
        )
        yield from sentences(claimed, pick(claimed[0], *wordings), "The same goes for {labels}.")
    for fact in with_value(met, inferred=True)[:MOST]:
        yield say(f"{fact.about[0]} is inferred from {fact.value['implied_by']}, which usually brings it.", fact)
