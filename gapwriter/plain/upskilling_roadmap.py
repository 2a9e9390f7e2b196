"""The plain sentences of the Upskilling Roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import join_labels, paragraph, paragraphs, pick, say, sentences
from gapwriter.prose import Block, Sentence, Shape
from gapwriter.wording import capital, count_noun


def write(facts: Facts) -> Iterator[Block]:
    steps = sorted(facts.of("step.gap", "step.prerequisite"), key=lambda step: int(str(step.value["order"])))
    weeks, hours, pace = facts.one("roadmap.weeks"), facts.one("roadmap.hours"), facts.one("roadmap.pace")
    if weeks and hours and pace:
        wordings = (
            "The plan counts on {pace} a week and comes to {hours} in {weeks}; each step begins in a new week.",
            "{hours} of learning fill {weeks}, at {pace} a week and with each step beginning in a new week.",
        )
        yield paragraph([say(pick(hours, *wordings).format(pace=pace.written, hours=hours.written, weeks=weeks.written), weeks, hours, pace)])
    elif not facts.of("left_out"):
        yield paragraph([say("With no gap to close there is nothing to plan.", *facts.of("count"))])
    proofs = {fact.about[0]: fact for fact in facts.of("step.proof")}
    for step in steps:
        yield _step(step, proofs[step.about[0]])
    yield from paragraphs(_left_out(facts))


def _step(step: Fact, proof: Fact) -> Block:
    label, serves, meets = step.about[0], step.value["serves"], step.value["meets"]
    sentences = [say(f"{step.written}.", step)]
    if isinstance(serves, list) and serves:
        build = "builds" if len(serves) == 1 else "build"
        sentences.append(say(f"{label} is no requirement itself; {join_labels(serves)} {build} on it.", step))
    elif isinstance(meets, list) and meets != [label]:
        others = [other for other in meets if other != label]
        if others:
            sentences.append(say(f"{label} stands here for {join_labels(others)}.", step))
    sentences.append(say(f"Proof: {proof.written}.", proof))
    return Block(shape=Shape.STEP, head=capital(label), sentences=tuple(sentences))


def _beyond_horizon(facts: Facts) -> str:
    weeks, beyond = facts.one("roadmap.weeks"), facts.of("left_out.horizon")
    if weeks and beyond and int(str(weeks.value["weeks"])) > int(str(beyond[0].value["horizon"])):
        return "{labels} {are} not planned, since the essential steps alone go beyond the horizon of {horizon}."
    return "{labels} {do} not fit into the horizon of {horizon}."


def _left_out(facts: Facts) -> Iterator[Sentence]:
    for reason, first in (
        ("formal", "{labels} {are} granted by the issuing body, which sets the conditions; no weeks are planned for that."),
        ("renewal", "{labels} needs a renewal rather than a course, so no weeks are planned."),
        ("unrecognised", "{labels} {are} unknown to the catalog, so no hours could be planned."),
        ("horizon", _beyond_horizon(facts)),
        ("emerging", "{labels} {are} emerging and {stay} outside the plan."),
    ):
        found = facts.of(f"left_out.{reason}")
        if found:
            one = len(found) == 1
            words = {
                "{do}": "does" if one else "do",
                "{stay}": "stays" if one else "stay",
                "{horizon}": count_noun(int(str(found[0].value["horizon"])), "week"),
            }
            for mark, word in words.items():
                first = first.replace(mark, word)
            if not one:
                first = first.replace("needs a renewal", "need a renewal")
            yield from sentences(found, first, "The same is true of {labels}.")
    beyond = facts.of("roadmap.beyond")
    if beyond:
        names = join_labels([{"leadership": "leading people", "architecture": "designing systems"}[str(fact.value["gate"])] for fact in beyond])
        yield say(f"No step stands for {names}, which {'is' if len(beyond) == 1 else 'are'} shown at work and not by a course.", *beyond)
