"""Sentence and Block: the prose of a section, each sentence with the facts that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby

from gapwriter.record import Record


class Origin(StrEnum):
    """Who wrote a sentence: the program, the model, or the model after it was shown what was wrong."""

    PLAIN = "plain"
    MODEL = "model"
    REVISED = "revised"


class Sentence(Record):
    """One sentence as it is delivered, with the ids of its facts."""

    text: str
    facts: tuple[str, ...]
    origin: Origin = Origin.PLAIN


class Shape(StrEnum):
    PARAGRAPH = "paragraph"
    ITEM = "item"
    STEP = "step"


class Block(Record):
    """A paragraph, an item of a list or a numbered step; `head` is what an item or a step begins with."""

    shape: Shape
    sentences: tuple[Sentence, ...]
    head: str = ""


Blocks = tuple[Block, ...]


def is_list(blocks: Blocks) -> bool:
    """Whether blocks hold a list of items or steps."""
    return any(block.shape is not Shape.PARAGRAPH for block in blocks)


def runs_of(blocks: Blocks) -> Iterator[tuple[Shape, list[Block]]]:
    """Blocks of one shape behind each other: paragraphs, a list of items, a list of steps."""
    return ((shape, list(run)) for shape, run in groupby(blocks, lambda block: block.shape))


def sentences_of(blocks: Blocks) -> tuple[Sentence, ...]:
    """All sentences of blocks, in order."""
    return tuple(sentence for block in blocks for sentence in block.sentences)


class SectionText(Record):
    """A section of the report."""

    id: str
    title: str
    blocks: Blocks

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return sentences_of(self.blocks)
