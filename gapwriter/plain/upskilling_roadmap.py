"""The plain sentences of the Upskilling Roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.language import Texts
from gapwriter.phrase import join_labels, number_of, paragraph, paragraphs, pick, tell, tell_all
from gapwriter.prose import Block, Sentence, Shape
from gapwriter.wording import capital


def write(facts: Facts) -> Iterator[Block]:
    words = facts.words
    steps = sorted(facts.of("step.gap", "step.prerequisite"), key=lambda step: int(str(step.value["order"])))
    weeks, hours, pace = facts.one("roadmap.weeks"), facts.one("roadmap.hours"), facts.one("roadmap.pace")
    if weeks and hours and pace:
        values: Texts = {"pace": pace.written, "hours": hours.written, "weeks": weeks.written}
        yield paragraph([tell(words, "plain.plan.length", weeks, hours, pace, choice=pick(hours), **values)])
    elif not facts.of("left_out"):
        yield paragraph([tell(words, "plain.plan.nothing", *facts.of("count"))])
    proofs = {fact.about[0]: fact for fact in facts.of("step.proof")}
    for step in steps:
        yield _step(step, proofs[step.about[0]], facts)
    yield from paragraphs(_left_out(facts))


def _step(step: Fact, proof: Fact, facts: Facts) -> Block:
    words, label, serves, meets = facts.words, step.about[0], step.value["serves"], step.value["meets"]
    sentences = [tell(words, "plain.plan.step", step, when=step.written)]
    if isinstance(serves, list) and serves:
        sentences.append(tell(words, "plain.plan.serves", step, many=number_of(serves), label=label, serves=join_labels(words, serves)))
    elif isinstance(meets, list) and (others := [other for other in meets if other != label]):
        sentences.append(tell(words, "plain.plan.stands_for", step, label=label, labels=join_labels(words, others)))
    sentences.append(tell(words, "plain.plan.proof", proof, proof=proof.written))
    return Block(shape=Shape.STEP, head=capital(label), sentences=tuple(sentences))


def _left_out(facts: Facts) -> Iterator[Sentence]:
    words = facts.words
    for reason in ("formal", "renewal", "unrecognised", "horizon", "emerging"):
        found = facts.of(f"left_out.{reason}")
        if found:
            horizon = int(str(found[0].value["horizon"]))
            key = "beyond_horizon" if reason == "horizon" and _is_full(facts, horizon) else reason
            yield from tell_all(words, f"plain.plan.left_out.{key}", "plain.plan.left_out.too", found, horizon=words.count(horizon, "week"))
    beyond = facts.of("roadmap.beyond")
    if beyond:
        activities = [words.say(f"activity.{fact.value['gate']}") for fact in beyond]
        yield tell(words, "plain.plan.beyond", *beyond, many=len(beyond), activities=join_labels(words, activities))


def _is_full(facts: Facts, horizon: int) -> bool:
    """Whether the essential steps alone go beyond the horizon."""
    weeks = facts.one("roadmap.weeks")
    return weeks is not None and int(str(weeks.value["weeks"])) > horizon
