"""Phrases: the pieces that plain sentences are made of; wording varies by a choice that a fact's id and value decide.

The same facts give the same text, another candidate another one, and a changed fact changes its own sentences only. No list in running prose is longer than seven.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence

from gapwriter.fact import Fact
from gapwriter.prose import Block, Sentence, Shape
from gapwriter.wording import capital

MOST = 7
"""The longest list in running prose."""


def say(text: str, *facts: Fact) -> Sentence:
    return Sentence(text=capital(text), facts=tuple(dict.fromkeys(fact.id for fact in facts)))


def paragraph(sentences: Iterable[Sentence]) -> Block:
    return Block(shape=Shape.PARAGRAPH, sentences=tuple(sentences))


def paragraphs(*groups: Iterable[Sentence]) -> Iterator[Block]:
    for group in groups:
        sentences = tuple(group)
        if sentences:
            yield paragraph(sentences)


def pick(fact: Fact, *wordings: str) -> str:
    """One of several wordings, by the fact's own id and value."""
    return wordings[zlib.crc32(f"{fact.id}={sorted(fact.value.items())}".encode()) % len(wordings)]


def rotate(facts: Sequence[Fact], *wordings: str) -> Iterator[str]:
    """A wording for each of several like facts, never the same twice running; the first fact decides where it begins."""
    start = wordings.index(pick(facts[0], *wordings)) if facts else 0
    return (wordings[(start + number) % len(wordings)] for number in range(len(facts)))


def join_labels(labels: Sequence[str], last: str = "and") -> str:
    """A list in words; an alternative ("A or B") goes to the end, behind a comma, so that it stays one thing."""
    ordered = [label for label in labels if " or " not in label] + [label for label in labels if " or " in label]
    if len(ordered) < 2:
        return ordered[0] if ordered else ""
    comma = "," if " or " in ordered[-1] or any(" and " in label for label in ordered) else ""
    return f"{', '.join(ordered[:-1])}{comma} {last} {ordered[-1]}"


def labels_of(facts: Iterable[Fact]) -> list[str]:
    return [fact.about[0] for fact in facts]


_SINGULAR = frozenset({"pandas", "sales", "keras", "news", "series", "means"})


def are(facts: Sequence[Fact]) -> str:
    """ "is" or "are", by the number of labels, and of the one label ("pivot tables are")."""
    if len(facts) != 1 or not facts[0].about:
        return "is" if len(facts) == 1 else "are"
    words = facts[0].about[0].split()
    last = words[-1] if not words[0].endswith("ing") else ""
    plural = last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "ops")) and last not in _SINGULAR
    return "are" if plural else "is"


def chunks(facts: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
    """Runs of at most seven, of nearly equal length."""
    runs = -(-len(facts) // MOST)
    for run in range(runs):
        yield facts[run * len(facts) // runs : (run + 1) * len(facts) // runs]


def sentences(facts: Sequence[Fact], first: str, *further: str) -> Iterator[Sentence]:
    """Sentences that name all of some facts, seven at a time; the wordings take `{labels}` and `{are}`, the further ones take turns."""
    for number, run in enumerate(chunks(facts)):
        wording = further[(number - 1) % len(further)] if number else first
        yield say(wording.format(labels=join_labels(labels_of(run)), are=are(run)), *run)


def with_value(facts: Iterable[Fact], **wanted: object) -> list[Fact]:
    return [fact for fact in facts if all(fact.value.get(key) == value for key, value in wanted.items())]
