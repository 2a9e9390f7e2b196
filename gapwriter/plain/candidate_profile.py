"""The plain sentences of the Candidate Profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import MOST, are, chunks, join_labels, labels_of, paragraphs, pick, rotate, say, sentences, with_value
from gapwriter.prose import Block, Sentence


def write(facts: Facts) -> Iterator[Block]:
    yield from paragraphs(
        [*_asked_skills(facts), *_stand_ins(facts), *_levels(facts)],
        [*_extra_skills(facts), *_credentials(facts), *_leading(facts)],
    )


def _asked_skills(facts: Facts) -> Iterator[Sentence]:
    asked = facts.of("skill.asked")
    if not asked and not facts.of("skill.stands_in"):
        yield say("The role names none of the skills that the resume shows.", *facts.of("skill.extra"))
    yield from _by_basis(
        with_value(asked, basis="demonstrated"),
        (
            "Of the skills that the role asks for, positions or projects show {labels}.",
            "Positions or projects in the resume show {labels}.",
            "The positions and projects of CANDIDATE_SHORT show {labels}.",
        ),
        "The list goes on with {labels}.",
    )
    claimed = with_value(asked, basis="claimed")
    languages = with_value(claimed, kind="human-language")
    yield from _by_basis(
        [fact for fact in claimed if fact not in languages],
        (
            "The resume names {labels} without a position or project to match.",
            "{labels} {are} listed, with no position or project to match.",
            "Named, but tied to no position or project, {are} {labels}.",
        ),
        "The same holds for {labels}.",
    )
    yield from _by_basis(
        with_value(asked, basis="certified"),
        ("Among certificates, licences and degrees the resume lists {labels}.", "The resume lists {labels} with its certificates, licences or degrees."),
        "It lists {labels} too.",
    )
    yield from _by_basis(with_value(asked, basis="stated"), ("{labels} {are} taken from a correction that a person made.",), "So {are} {labels}.")
    yield from _by_basis(languages, ("Of the languages asked for, the resume names {labels}.",), "It also names {labels}.")


def _by_basis(held: Sequence[Fact], wordings: Sequence[str], further: str) -> Iterator[Sentence]:
    if held:
        yield from sentences(held, pick(held[0], *wordings), further)


def _stand_ins(facts: Facts) -> Iterator[Sentence]:
    """Requirements met through a narrower skill, the narrower one named with its facts."""
    by: dict[str, list[Fact]] = {}
    for fact in facts.of("met", "open.level"):
        if fact.value["implied_by"]:
            by.setdefault(str(fact.value["implied_by"]), []).append(fact)
    held = {fact.about[0]: fact for fact in facts.of("skill")}
    wordings = ("{narrower} also stands for {labels}.", "{narrower} brings {labels} with it.", "Through {narrower} the resume shows {labels} as well.")
    chosen = rotate([met[0] for met in by.values()], *wordings)
    for (narrower, met), wording in zip(by.items(), chosen, strict=True):
        basis = [held[narrower]] if narrower in held else []
        yield say(wording.format(narrower=narrower, labels=join_labels(labels_of(met[:MOST]))), *met[:MOST], *basis)


def _levels(facts: Facts) -> Iterator[Sentence]:
    """Levels in the resume's own words."""
    by: dict[str, list[Fact]] = {}
    for fact in facts.of("skill.asked"):
        if fact.value["level"]:
            by.setdefault(str(fact.value["level_words"]), []).append(fact)
    for words, held in by.items():
        for run in chunks(held):
            yield say(f"The resume gives {join_labels(labels_of(run))} as “{words}”.", *run)


def _extra_skills(facts: Facts) -> Iterator[Sentence]:
    """What the role does not ask for: demonstrated skills first, five at most by name."""
    extra = [fact for fact in facts.of("skill.extra") if fact.value["kind"] not in ("credential", "licence", "human-language")]
    if not extra:
        return
    named = sorted(extra, key=lambda fact: (fact.value["basis"] != "demonstrated", -int(str(fact.value["places"]))))[:5]
    labels = join_labels([*labels_of(named), "other skills"] if len(extra) > len(named) else labels_of(named))
    wording = pick(
        named[0],
        "Besides what the role asks for, the resume shows {labels}.",
        "The resume also shows {labels}, for which the role does not ask.",
        "The role does not ask for {labels}, which the resume shows too.",
    )
    yield say(wording.format(labels=labels), *extra)


def _credentials(facts: Facts) -> Iterator[Sentence]:
    none = facts.one("credential.none")
    if none:
        yield say("The resume lists no certificate, degree or licence that the catalog knows.", none)
    extra = [fact for fact in facts.of("skill.extra") if fact.value["kind"] in ("credential", "licence")][:MOST]
    if extra:
        yield say(f"Among its certificates and degrees {are(extra)} also {join_labels(labels_of(extra))}.", *extra)


def _leading(facts: Facts) -> Iterator[Sentence]:
    leadership, architecture = facts.one("experience.leadership"), facts.one("experience.architecture")
    assert leadership and architecture
    if leadership.value["stated"] or architecture.value["stated"]:
        yield say(leadership.text, leadership)
        yield say(architecture.text, architecture)
        return
    led, designed = leadership.value["shown"], architecture.value["shown"]
    both = (leadership, architecture)
    if led is None and designed is None:
        wordings = (
            "Whether CANDIDATE_SHORT has led people or designed systems is open; an interview can settle both.",
            "The resume gives no example of leading people or of designing systems.",
        )
        yield say(pick(leadership, *wordings), *both)
    elif led and designed:
        yield say("Examples of leading people and of designing systems are both there.", *both)
    else:
        words = {True: "gives an example of {}", None: "gives no example of {}", False: "says that there is no experience of {}"}
        order = [(leadership, "leading people", led), (architecture, "designing systems", designed)]
        order.sort(key=lambda row: row[2] is not True)
        (one, what, how), (two, other, then) = order
        first, second = (words[value if isinstance(value, bool) else None].format(noun) for value, noun in ((how, what), (then, other)))
        yield say(f"The resume {first} and {second}.", one, two)
