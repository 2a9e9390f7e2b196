"""The plain sentences of the Candidate Profile."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import MOST, are, chunks, join_labels, labels_of, paragraphs, pick, say, sentences, with_value
from gapwriter.prose import Block, Sentence
from gapwriter.wording import count_noun


def write(facts: Facts) -> Iterator[Block]:
    yield from paragraphs([*_asked_skills(facts), *_stand_ins(facts), *_levels(facts)], [*_extra_skills(facts), *_credentials(facts), *_leading(facts)])


def _asked_skills(facts: Facts) -> Iterator[Sentence]:
    asked = facts.of("skill.asked")
    if not asked:
        extra = facts.of("skill.extra")
        yield say("None of the skills that the resume shows is asked for by the role.", *extra)
    demonstrated = with_value(asked, basis="demonstrated")
    if demonstrated:
        first = pick(
            demonstrated[0],
            "Of the skills that the role asks for, positions or projects show {labels}.",
            "{labels} {are} carried by positions or projects in the resume.",
            "The positions and projects of CANDIDATE_SHORT show {labels}.",
        )
        yield from sentences(demonstrated, first, "They show {labels} as well.")
    claimed = with_value(asked, basis="claimed")
    languages, claimed = with_value(claimed, kind="human-language"), [fact for fact in claimed if fact.value["kind"] != "human-language"]
    if claimed:
        first = pick(
            claimed[0],
            "{labels} {are} named without a position or project beside it.",
            "The resume lists {labels}, without a position or project that uses it.",
            "Named, but tied to no position or project, {are} {labels}.",
        )
        for sentence in sentences(claimed, first, "The same holds for {labels}."):
            yield (
                sentence
                if len(claimed) == 1
                else sentence.model_copy(update={"text": sentence.text.replace("beside it", "beside them").replace("uses it", "uses them")})
            )
    certified = with_value(asked, basis="certified")
    if certified:
        yield from sentences(
            certified,
            pick(certified[0], "A document stands behind {labels}.", "{labels} {are} documented by certificate, licence or degree."),
            "So {are} {labels}.",
        )
    stated = with_value(asked, basis="stated")
    if stated:
        yield from sentences(stated, "{labels} {are} taken from a correction that a person made.", "So {are} {labels}.")
    if languages:
        yield from sentences(languages, "Among the languages asked for, the resume names {labels}.", "It also names {labels}.")


def _stand_ins(facts: Facts) -> Iterator[Sentence]:
    """Requirements met through a narrower skill."""
    by: dict[str, list[Fact]] = {}
    for fact in [one for one in facts.of("met", "open.level") if one.value["implied_by"]]:
        by.setdefault(str(fact.value["implied_by"]), []).append(fact)
    for narrower, met in by.items():
        for run in chunks(met):
            yield say(
                pick(
                    run[0],
                    f"{narrower} also stands for {join_labels(labels_of(run))}.",
                    f"With {narrower} comes {join_labels(labels_of(run))}.",
                    f"{join_labels(labels_of(run))} {are(run)} shown through {narrower}.",
                ),
                *run,
            )


def _levels(facts: Facts) -> Iterator[Sentence]:
    by: dict[str, list[Fact]] = {}
    for fact in facts.of("skill.asked"):
        if fact.value["level"]:
            by.setdefault(str(fact.value["level"]), []).append(fact)
    for level, held in by.items():
        for run in chunks(held):
            yield say(
                pick(
                    run[0],
                    f"The level given for {join_labels(labels_of(run))} is {level}.",
                    f"{join_labels(labels_of(run))} {are(run)} given at {level} level.",
                ),
                *run,
            )


def _extra_skills(facts: Facts) -> Iterator[Sentence]:
    extra = [fact for fact in facts.of("skill.extra") if fact.value["kind"] not in ("credential", "licence")]
    if not extra or not facts.of("skill.asked"):
        if extra:
            yield say(f"What it does show includes {join_labels(labels_of(extra[:MOST]))}.", *extra[:MOST])
        return
    named = extra if len(extra) <= MOST else extra[: MOST - 1]
    more = f" and {count_noun(len(extra) - len(named), 'further skill')}" if len(extra) > len(named) else ""
    labels = ", ".join(labels_of(named)) + more if more else join_labels(labels_of(named))
    wording = pick(
        named[0],
        "Beside what the role asks for, the resume shows {labels}.",
        "{labels} {are} documented as well, though the role does not ask for {them}.",
        "The role does not ask for {labels}, which the resume shows too.",
    )
    yield say(wording.format(labels=labels, are="is" if len(extra) == 1 else "are", them="it" if len(extra) == 1 else "them"), *extra)


def _credentials(facts: Facts) -> Iterator[Sentence]:
    none = facts.one("credential.none")
    if none:
        yield say(pick(none, "The resume lists no certificate, degree or licence that the catalog knows."), none)
    extra = [fact for fact in facts.of("skill.extra") if fact.value["kind"] in ("credential", "licence")]
    if extra:
        yield from sentences(extra[:MOST], pick(extra[0], "On paper there {are} also {labels}.", "Documented besides {are} {labels}."), "")


def _leading(facts: Facts) -> Iterator[Sentence]:
    leadership, architecture = facts.one("experience.leadership"), facts.one("experience.architecture")
    assert leadership and architecture
    led, designed = leadership.value["shown"], architecture.value["shown"]
    both = (leadership, architecture)
    if led is None and designed is None:
        yield say(
            pick(
                leadership,
                "Whether CANDIDATE_SHORT has led people or designed systems is open; the resume gives no example of either.",
                "The resume gives no example of leading people or of designing systems.",
            ),
            *both,
        )
    elif led and designed:
        yield say("Examples of leading people and of designing systems are both there.", *both)
    else:
        words = {True: "the resume gives an example of {}", None: "it gives no example of {}", False: "it says that there is no experience of {}"}
        order = [(leadership, "leading people", led), (architecture, "designing systems", designed)]
        order.sort(key=lambda row: row[2] is not True)
        (one, what, how), (two, other, then) = order
        first, second = words[how if isinstance(how, bool) else None].format(what), words[then if isinstance(then, bool) else None].format(other)
        yield say(f"{first if how else first.replace('it ', 'the resume ', 1)}; {second}.", one, two)
