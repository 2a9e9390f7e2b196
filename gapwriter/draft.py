"""Draft: the prose of one section as a model writes it, checked, revised by the findings, and settled with plain sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from gapwriter.answer import Answer
from gapwriter.desk import Desk, Judged
from gapwriter.errors import BackendError, BudgetError, RefusedError
from gapwriter.manuscript import Place, read_manuscript, split_sentences
from gapwriter.prompt import Prompt, Section
from gapwriter.prose import Block, Blocks, Origin, Sentence, Shape, is_list, sentences_of
from gapwriter.reword import keeps_meaning
from gapwriter.settlement import in_order, settle

Ask = Callable[[Prompt, int], Answer]
"""Asks the model: a prompt, and how often it may be tried."""


class Writer(NamedTuple):
    """A model at a desk; `way` is `section` or `sentence`, `attempts` how often a first call is tried and a section revised, `candidates` how many rewordings of a sentence are asked for."""

    desk: Desk
    ask: Ask
    way: str = "section"
    attempts: int = 2
    candidates: int = 1


def write_draft(section: Section, plain: Blocks, writer: Writer) -> Blocks:
    """The blocks of a section, as far as they hold in the model's words, with placeholders for names; `plain` are the plain blocks, which stand in for the rest.

    Raises BackendError where no usable answer came: RefusedError and BudgetError where none will.
    """
    desk = writer.desk
    if writer.way == "sentence":
        return settle(desk.judge(_reword(section, plain, writer), section), section, plain, desk)
    answer = writer.ask(desk.prompts.fill(desk.facts, section), writer.attempts)
    judged = desk.judge(in_order(read_manuscript(answer.text, desk.checker, is_list(plain)), plain), section)
    for _ in range(writer.attempts):
        revised = None if judged.holds else _revise(judged, section, plain, writer)
        if revised is None:
            break
        judged = desk.judge(in_order(revised, plain), section)
    return settle(judged, section, plain, desk)


def _revise(judged: Judged, section: Section, plain: Blocks, writer: Writer) -> Blocks | None:
    """Have the sentences that fail and carry facts written anew, and the left-out ones written; None where nothing is to be asked or no answer came."""
    desk = writer.desk
    must = {fact.id for fact in desk.facts.of(*section.must_state)}
    failing = [place for place in judged.layout.places if (place.block, place.number) in judged.faults and must & set(judged.facts_at(place))]
    left_out = [] if is_list(plain) else [facts for sentence in sentences_of(plain) if (facts := [one for one in sentence.facts if one in judged.left_out])]
    if not failing and not left_out:
        return None
    mask = desk.facts.cast.mask
    asked = [(judged.sentence(place).text, [mask(finding.message) for finding in judged.faults[place.block, place.number]]) for place in failing]
    asked += [("", ["state: " + " ".join(desk.by_id[one].text for one in facts)]) for facts in left_out]
    used = {fact for place in failing for fact in judged.facts_at(place)} | {fact for facts in left_out for fact in facts}
    known = [fact for fact in desk.facts if fact.id in used] or desk.facts.of(*section.must_state)
    answer = _ask_once(writer, desk.prompts.fill_revision(desk.facts, section, asked, known))
    return _put(judged, failing, _numbered(answer.text), desk) if answer else None


def _ask_once(writer: Writer, prompt: Prompt) -> Answer | None:
    """The answer to a call that may come to nothing; what ends all calls is raised."""
    try:
        return writer.ask(prompt, 1)
    except (RefusedError, BudgetError):
        raise
    except BackendError:
        return None


def _numbered(text: str) -> dict[int, str]:
    """The numbered sentences of a revision."""
    found: dict[int, list[str]] = {}
    number = 0
    for line in text.splitlines():
        begun = re.match(r"\s*\**(\d{1,2})[.):]\**\s*(.*)", line)
        if begun:
            number = int(begun[1])
        words = (begun[2] if begun else line).strip()
        if number and words:
            found.setdefault(number, []).append(words)
    return {number: " ".join(lines) for number, lines in found.items()}


def _put(judged: Judged, failing: Sequence[Place], answers: dict[int, str], desk: Desk) -> Blocks:
    """The blocks with the revised sentences in place of the failing ones, and the new ones behind."""
    revised = {(place.block, place.number): answers.pop(number, "") for number, place in enumerate(failing, 1)}
    blocks = []
    for at, block in enumerate(judged.blocks):
        sentences: list[Sentence] = []
        for number, sentence in enumerate(block.sentences):
            text = revised.get((at, number))
            sentences += _revised(text, desk) if text else [sentence]
        blocks.append(block.model_copy(update={"sentences": tuple(sentences)}))
    new = tuple(sentence for text in answers.values() for sentence in _revised(text, desk))
    return (*blocks, Block(shape=Shape.PARAGRAPH, sentences=new)) if new else tuple(blocks)


def _revised(text: str, desk: Desk) -> Iterator[Sentence]:
    for block in read_manuscript(text, desk.checker, False, Origin.REVISED):
        yield from block.sentences


def _reword(section: Section, plain: Blocks, writer: Writer) -> Blocks:
    """The plain blocks with each sentence of a paragraph in the model's words, where one of its rewordings keeps the meaning."""
    return tuple(
        block.model_copy(update={"sentences": tuple(_reworded(sentence, section, writer) for sentence in block.sentences)})
        if block.shape is Shape.PARAGRAPH
        else block
        for block in plain
    )


def _reworded(sentence: Sentence, section: Section, writer: Writer) -> Sentence:
    checker, restore = writer.desk.checker, writer.desk.facts.cast.restore
    for _ in range(writer.candidates):
        answer = _ask_once(writer, writer.desk.prompts.fill_rewording(sentence.text))
        found = split_sentences(answer.text, checker) if answer else []
        if len(found) == 1 and keeps_meaning(restore(sentence.text), restore(found[0]), section.title, checker):
            return Sentence(text=found[0], facts=sentence.facts, origin=Origin.MODEL)
    return sentence
