"""Manuscript: the prose of a section as blocks, read from what a model wrote and laid out for the checker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gapwriter.cast import Cast
from gapwriter.checker import Checker
from gapwriter.claims.passage import read_passage
from gapwriter.prose import Block, Blocks, Origin, Sentence, Shape
from gapwriter.wording import capital
from gapwriter.words import fold_words


class Place(NamedTuple):
    """Where a sentence stands: `start` and `end` in the text, `block` and `number` in the blocks."""

    start: int
    end: int
    block: int
    number: int


class Layout(NamedTuple):
    """A text as the checker reads it, with the names in place, and where its sentences stand."""

    text: str
    places: tuple[Place, ...]

    def touched(self, span: tuple[int, int] | None, offset: int = 0) -> Iterator[Place]:
        """The sentences that a stretch lies in; `offset` is where the text begins in the one that the stretch is of."""
        start, end = (span[0] - offset, span[1] - offset) if span else (0, 0)
        yield from (place for place in self.places if start < place.end and place.start < end)


_ITEM = re.compile(r"\s*(?:[-*+•–]|\d{1,2}[.)])\s+(.*)", re.S)
_HEAD = re.compile(r"\*\*(.+?)\*\*\s*[:,.–—-]*\s*(.*)", re.S)
_SKIPPED = re.compile(r"\s*(?:#{1,6}\s.*|\|.*\||[-*_=]{3,})\s*")
_CITED = re.compile(r"\s*[\[(](?:Fact |fact )?F\d+(?:\s*[,;–-]\s*F\d+)*[\])]")
_ARTICLE = re.compile(r"\b[Tt]he (?=(?:CANDIDATE|COMPANY|EMPLOYER_\d+)\b)")


def read_manuscript(text: str, checker: Checker, listed: bool, origin: Origin = Origin.MODEL) -> Blocks:
    """The blocks of what a model wrote. `listed` says that the section is a list: its items keep their heads; in any other section items are read as a paragraph.

    Headings, rules and tables are left out (code makes them), emphasis and fact numbers in brackets are taken off.
    """
    blocks: list[Block] = []
    for paragraph in _paragraphs(text):
        item = _ITEM.match(paragraph)
        head, body = "", item[1] if item else paragraph
        lead = _HEAD.match(body)
        if item and lead and listed:
            head, body = lead[1].strip(" :."), lead[2]
        sentences = tuple(_sentences(body, checker, origin))
        if not sentences and not head:
            continue
        if item and listed and head:
            blocks.append(Block(shape=Shape.ITEM, head=capital(_plain(head)), sentences=sentences))
        elif item and blocks and blocks[-1].shape is Shape.PARAGRAPH and not listed:
            blocks[-1] = blocks[-1].model_copy(update={"sentences": (*blocks[-1].sentences, *sentences)})
        else:
            blocks.append(Block(shape=Shape.PARAGRAPH, sentences=sentences))
    return tuple(blocks)


def split_sentences(text: str, checker: Checker) -> list[str]:
    """The sentences of a text, with placeholders; no sentence ends inside a name or a title."""
    spans = tuple((one.start, one.end) for one in checker.world.names.find(text)) if re.search(r"[“\"]|[a-z][.!?] [a-z]", text) else ()
    return [" ".join(sentence.text.split()) for sentence in read_passage(text, None, spans).sentences]


def lay_out(blocks: Blocks, cast: Cast) -> Layout:
    """The blocks as text, names in place."""
    text, places, steps, before = "", [], 0, None
    for at, block in enumerate(blocks):
        listed = block.shape is not Shape.PARAGRAPH
        steps = steps + 1 if block.shape is Shape.STEP else 0
        if before is not None:
            text += "\n" if listed and before else "\n\n"
        before = listed
        start = len(text)
        if listed:
            text += f"{steps}. " if block.shape is Shape.STEP else "- "
            text += f"**{cast.restore(block.head)}**: "
        for number, sentence in enumerate(block.sentences):
            text += " " if number else ""
            start = len(text) if number else start
            text += cast.restore(sentence.text)
            places.append(Place(start, len(text), at, number))
    return Layout(text, tuple(places))


def find_head(head: str, heads: Iterable[str]) -> str | None:
    """The head among some that names the same thing."""
    words = " ".join(fold_words(head))
    return next((one for one in heads if " ".join(fold_words(one)) == words), None)


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs and items, each on one line; a line that goes on belongs to what it follows."""
    run: list[str] = []
    for line in [*text.splitlines(), ""]:
        if not line.strip() or _SKIPPED.fullmatch(line) or _ITEM.match(line):
            if run:
                yield " ".join(run)
            run = [] if not line.strip() or _SKIPPED.fullmatch(line) else [line.strip()]
        else:
            run.append(line.strip())


def _sentences(text: str, checker: Checker, origin: Origin) -> Iterator[Sentence]:
    for sentence in split_sentences(_plain(text), checker):
        if re.search(r"\w", sentence):
            yield Sentence(text=capital(sentence), facts=(), origin=origin)


def _plain(text: str) -> str:
    """Without emphasis, code marks, links' addresses, fact numbers, and the article before a name."""
    text = re.sub(r"\[([^\]]+)\]\([^)\s]+\)", r"\1", _CITED.sub("", text))
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])", r"\1", text).replace("`", "")
    return _ARTICLE.sub("", text)
