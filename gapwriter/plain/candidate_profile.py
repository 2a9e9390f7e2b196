"""The plain sentences of the Candidate Profile."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import MOST, chunks, join_labels, labels_of, number_of, paragraphs, pick, rotate, tell, tell_all, with_value
from gapwriter.prose import Block, Sentence


def write(facts: Facts) -> Iterator[Block]:
    yield from paragraphs(
        [*_asked_skills(facts), *_stand_ins(facts), *_levels(facts)],
        [*_extra_skills(facts), *_credentials(facts), *_leading(facts)],
    )


def _asked_skills(facts: Facts) -> Iterator[Sentence]:
    words, asked = facts.words, facts.of("skill.asked")
    if not asked and not facts.of("skill.stands_in"):
        yield tell(words, "plain.profile.nothing_asked", *facts.of("skill.extra"))
    claimed = with_value(asked, basis="claimed")
    languages = with_value(claimed, kind="human-language")
    for how, held in (
        ("demonstrated", with_value(asked, basis="demonstrated")),
        ("claimed", [fact for fact in claimed if fact not in languages]),
        ("certified", with_value(asked, basis="certified")),
        ("stated", with_value(asked, basis="stated")),
        ("languages", languages),
    ):
        yield from tell_all(words, f"plain.profile.{how}", f"plain.profile.{how}_too", held)


def _stand_ins(facts: Facts) -> Iterator[Sentence]:
    """Requirements met through a narrower skill, the narrower one named with its facts."""
    by: dict[str, list[Fact]] = {}
    for fact in facts.of("met", "open.level"):
        if fact.value["implied_by"]:
            by.setdefault(str(fact.value["implied_by"]), []).append(fact)
    held = {fact.about[0]: fact for fact in facts.of("skill")}
    for (narrower, met), choice in zip(by.items(), rotate([met[0] for met in by.values()]), strict=True):
        basis = [held[narrower]] if narrower in held else []
        labels = join_labels(facts.words, labels_of(met[:MOST]))
        yield tell(facts.words, "plain.profile.stands_in", *met[:MOST], *basis, choice=choice, narrower=narrower, labels=labels)


def _levels(facts: Facts) -> Iterator[Sentence]:
    """Levels in the resume's own words."""
    by: dict[str, list[Fact]] = {}
    for fact in facts.of("skill.asked"):
        if fact.value["level"]:
            by.setdefault(str(fact.value["level_words"]), []).append(fact)
    for level, held in by.items():
        for run in chunks(held):
            yield tell(facts.words, "plain.profile.level", *run, labels=join_labels(facts.words, labels_of(run)), given=level)


def _extra_skills(facts: Facts) -> Iterator[Sentence]:
    """What the role does not ask for: demonstrated skills first, five at most by name."""
    extra = [fact for fact in facts.of("skill.extra") if fact.value["kind"] not in ("credential", "licence", "human-language")]
    if not extra:
        return
    words = facts.words
    named = sorted(extra, key=lambda fact: (fact.value["basis"] != "demonstrated", -int(str(fact.value["places"]))))[:5]
    labels = labels_of(named) + ([words.say("plain.profile.others")] if len(extra) > len(named) else [])
    yield tell(words, "plain.profile.extra", *extra, choice=pick(named[0]), labels=join_labels(words, labels))


def _credentials(facts: Facts) -> Iterator[Sentence]:
    none = facts.one("credential.none")
    if none:
        yield tell(facts.words, "facts.no_credential", none)
    extra = [fact for fact in facts.of("skill.extra") if fact.value["kind"] in ("credential", "licence")][:MOST]
    if extra:
        labels = labels_of(extra)
        yield tell(facts.words, "plain.profile.extra_credentials", *extra, many=number_of(labels), labels=join_labels(facts.words, labels))


def _leading(facts: Facts) -> Iterator[Sentence]:
    words, leadership, architecture = facts.words, facts.one("experience.leadership"), facts.one("experience.architecture")
    assert leadership and architecture
    told = [(fact, _state(fact), words.say(f"activity.{fact.kind.rpartition('.')[2]}")) for fact in (leadership, architecture)]
    if leadership.value["stated"] or architecture.value["stated"]:
        yield from (tell(words, f"facts.activity.{state}", fact, activity=activity) for fact, state, activity in told)
        return
    (one, first, activity), (two, second, other) = sorted(told, key=lambda row: row[1] != "shown")
    how = f"both_{first}" if first == second else f"{first}_{second}"
    yield tell(words, f"plain.profile.activity.{how}", one, two, first=activity, second=other)


def _state(fact: Fact) -> str:
    if fact.value["shown"] is None:
        return "open"
    return "shown" if fact.value["shown"] else "struck" if fact.value["stated"] else "denied"
