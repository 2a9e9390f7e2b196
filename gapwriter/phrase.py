"""Phrases: what plain sentences are made with; wording varies by a choice that a fact's id and value decide.

The same facts give the same text, another candidate another one, and a changed fact changes its own sentences only. No list in running prose is longer than seven.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence

from gapwriter.fact import Fact
from gapwriter.language import Language
from gapwriter.prose import Block, Sentence, Shape
from gapwriter.wording import capital

MOST = 7
"""The longest list in running prose."""


def say(text: str, *facts: Fact) -> Sentence:
    return Sentence(text=capital(text), facts=tuple(dict.fromkeys(fact.id for fact in facts)))


def tell(words: Language, key: str, *facts: Fact, choice: int | None = None, many: int = 1, **values: object) -> Sentence:
    """A text of the language about some facts; of several wordings the one of `choice`, or that the first fact picks."""
    if choice is None:
        choice = pick(facts[0]) if len(words.choices(key)) > 1 else 0
    return say(words.say(key, choice, many, **values), *facts)


def paragraph(sentences: Iterable[Sentence]) -> Block:
    return Block(shape=Shape.PARAGRAPH, sentences=tuple(sentences))


def paragraphs(*groups: Iterable[Sentence]) -> Iterator[Block]:
    for group in groups:
        sentences = tuple(group)
        if sentences:
            yield paragraph(sentences)


def pick(fact: Fact) -> int:
    """A number that chooses among wordings, from the fact's own id and value."""
    return zlib.crc32(f"{fact.id}={sorted(fact.value.items())}".encode())


def rotate(facts: Sequence[Fact]) -> Iterator[int]:
    """A choice for each of several like facts, never the same wording twice running; the first fact decides where it begins."""
    start = pick(facts[0]) if facts else 0
    return iter(range(start, start + len(facts)))


def join_labels(words: Language, labels: Sequence[str], last: str = "and") -> str:
    """A list in words; an alternative ("A or B") goes to the end, set apart so that it stays one thing."""
    together, either = words.joints
    ordered = [label for label in labels if either not in label] + [label for label in labels if either in label]
    if len(ordered) > 1 and (either in ordered[-1] or any(together in label for label in ordered)):
        return words.say(f"lists.{last}_apart", first=", ".join(ordered[:-1]), last=ordered[-1])
    return words.join(ordered, last)


def labels_of(facts: Iterable[Fact]) -> list[str]:
    return [fact.about[0] for fact in facts]


_SINGULAR = frozenset({"pandas", "sales", "keras", "news", "series", "means"})


def number_of(labels: Sequence[str]) -> int:
    """How many things labels name, for the form of a sentence; one label can name several ("pivot tables are")."""
    if len(labels) != 1:
        return len(labels)
    words = labels[0].split()
    last = words[-1] if not words[0].endswith("ing") else ""
    plural = last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "ops")) and last not in _SINGULAR
    return 2 if plural else 1


def chunks(facts: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
    """Runs of at most seven, of nearly equal length."""
    runs = -(-len(facts) // MOST)
    for run in range(runs):
        yield facts[run * len(facts) // runs : (run + 1) * len(facts) // runs]


def tell_all(words: Language, key: str, further: str, facts: Sequence[Fact], **values: object) -> Iterator[Sentence]:
    """Sentences that name all of some facts, seven at a time, as `{labels}`; the wordings of the further ones take turns."""
    for number, run in enumerate(chunks(facts)):
        labels = labels_of(run)
        choice = number - 1 if number else pick(facts[0])
        yield tell(words, further if number else key, *run, choice=choice, many=number_of(labels), labels=join_labels(words, labels), **values)


def with_value(facts: Iterable[Fact], **wanted: object) -> list[Fact]:
    return [fact for fact in facts if all(fact.value.get(key) == value for key, value in wanted.items())]
