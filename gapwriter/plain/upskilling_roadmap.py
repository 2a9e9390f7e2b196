"""The plain sentences of the Upskilling Roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import are, join_labels, paragraph, paragraphs, pick, say, sentences
from gapwriter.prose import Block, Sentence, Shape
from gapwriter.wording import capital


def write(facts: Facts) -> Iterator[Block]:
    steps = facts.of("step.gap", "step.prerequisite")
    steps.sort(key=lambda step: int(str(step.value["order"])))
    weeks, hours, pace = facts.one("roadmap.weeks"), facts.one("roadmap.hours"), facts.one("roadmap.pace")
    if weeks and hours and pace:
        wording = pick(
            hours, "The plan counts on {pace} a week and comes to {hours} in {weeks}.", "{hours}, spread over {weeks} at {pace} a week, make up the plan."
        )
        text = wording.format(pace=pace.written, hours=hours.written, weeks=weeks.written)
        yield paragraph([say(text, weeks, hours, pace)])
    elif not facts.of("left_out"):
        yield paragraph([say("With no gap to close there is nothing to plan.", *facts.of("count"))])
    proofs = {fact.about[0]: fact for fact in facts.of("step.proof")}
    for step in steps:
        yield _step(step, proofs[step.about[0]])
    yield from paragraphs(_left_out(facts))


def _step(step: Fact, proof: Fact) -> Block:
    sentences = [say(f"{step.written}.", step)]
    serves, meets = step.value["serves"], step.value["meets"]
    if isinstance(serves, list) and serves:
        sentences.append(say(f"No requirement itself, but needed for {join_labels(serves)}.", step))
    elif isinstance(meets, list) and meets != [step.about[0]]:
        others = [label for label in meets if label != step.about[0]]
        sentences.append(say(f"It answers the requirement{'' if len(others) == 1 else 's'} {join_labels(others)}.", step))
    sentences.append(say(f"Proof: {proof.written}.", proof))
    return Block(shape=Shape.STEP, head=capital(step.about[0]), sentences=tuple(sentences))


def _left_out(facts: Facts) -> Iterator[Sentence]:
    for reason, first in (
        ("formal", "{labels} {are} granted by the body that issues it, on its own terms, and no weeks are planned for that."),
        ("unrecognised", "{labels} {are} unknown to the catalog, so no hours could be planned."),
        ("horizon", "{labels} {are} left for later: the horizon of the plan ends before."),
        ("emerging", "{labels} {are} not asked for yet and therefore not planned."),
    ):
        found = facts.of(f"left_out.{reason}")
        for sentence in sentences(found, first, "The same is true of {labels}."):
            yield sentence if len(found) == 1 else sentence.model_copy(update={"text": sentence.text.replace("body that issues it", "bodies that issue them")})
    beyond = facts.of("roadmap.beyond")
    if beyond:
        names = join_labels([str(fact.value["gate"]) for fact in beyond])
        yield say(f"No step stands for {names}, which {are(beyond)} shown at work and not by a course.", *beyond)
