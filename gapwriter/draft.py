"""Draft: the prose of one section as a model writes it, checked, revised by the findings, and completed with plain sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from gapwriter.answer import Answer
from gapwriter.cast import PLACEHOLDER
from gapwriter.checker import Checker
from gapwriter.errors import BackendError, BudgetError, RefusedError
from gapwriter.fact import Facts
from gapwriter.finding import Examination, Finding
from gapwriter.guard import Guard
from gapwriter.manuscript import Layout, Place, find_head, lay_out, read_manuscript, split_sentences
from gapwriter.phrase import say
from gapwriter.prompt import Prompt, Prompts, Section
from gapwriter.prose import Block, Origin, Sentence, Shape
from gapwriter.reword import keeps_meaning

Ask = Callable[[Prompt, int], Answer]
"""Asks the model: a prompt, and how often it may be tried."""

_LEANS = re.compile(
    r"(?:It|Its|They|Their|These|Those|This|That|Both|Neither|Nor|So (?:is|are|do|does|has)|The same|The (?:other|others|first|second|third|last|rest|remaining|former|latter)|Of (?:these|those|them)|"
    r"Among (?:these|those|them)|To (?:these|those|them)|Each|All (?:of them|three|four|five|six)|None of (?:them|these)|Also|Besides(?: that|,)|In addition|Likewise|Similarly|Then|Two|One of|Three)\b"
    r"|.*\b(?:respectively|the former|the latter|either of them|the other (?:one|two|three|four|condition|conditions))\b|.*\b(?:also|too)\b[^,;]{0,12}\.$|The role also\b|.*\balso asks\b",
)
"""A sentence that leans on the one before it, and cannot stay where that one falls."""


class Judged(NamedTuple):
    """A section with what the checker found: `faults` by place in the blocks, `left_out` the ids of facts that are not stated
    ("" for a fault that lies in no sentence), `examination` as a whole."""

    blocks: tuple[Block, ...]
    layout: Layout
    faults: dict[tuple[int, int], list[Finding]]
    left_out: tuple[str, ...]
    examination: Examination

    @property
    def holds(self) -> bool:
        return not self.faults and not self.left_out

    def facts_of(self, place: Place) -> tuple[str, ...]:
        return self.examination.facts_of(place.start, place.end)


class Desk:
    """What the drafts of one report share: the facts, their checker, the prompts, the model, and how often it may revise."""

    def __init__(self, facts: Facts, prompts: Prompts, ask: Ask, attempts: int, candidates: int = 1) -> None:
        self.facts, self.prompts, self.ask, self.attempts, self.candidates = facts, prompts, ask, attempts, candidates
        self.checker = Checker(facts)
        self.guard = Guard(self.checker)
        self.by_id = {fact.id: fact for fact in facts}

    @cached_property
    def instructions(self) -> str:
        """The words of the prompts, of which none belongs into a report."""
        return _even(self.prompts.text)

    def judge(self, blocks: Sequence[Block], section: Section) -> Judged:
        """Hold the blocks to the facts, by the strict rules."""
        layout = lay_out(blocks, self.facts.cast)
        if not layout.places:
            return Judged(tuple(blocks), layout, {}, ("",), Examination(findings=(), judgements=()))  # nothing is said
        try:
            reading = self.checker.read(layout.text, section.title)
        except Exception:  # a text that cannot be read is vouched for by nobody
            return Judged(tuple(blocks), layout, {}, ("",), Examination(findings=(), judgements=()))
        examination = self.checker.judge(reading, strict=True)
        names = [(entity.start, entity.end) for said in (*reading.said, *reading.rows) for entity in said.entities]
        faults: dict[tuple[int, int], list[Finding]] = {}
        left_out: list[str] = []
        for finding in examination.findings:
            if finding.span is None:
                left_out += finding.facts or ("",)
            for place in layout.places if finding.span else ():
                if finding.span and finding.span[0] < place.end and place.start < finding.span[1]:
                    faults.setdefault((place.block, place.number), []).append(finding)
        for place in layout.places:
            text = layout.text[place.start : place.end]
            raw = blocks[place.block].sentences[place.number].text
            if any(found not in self.facts.cast.names for found in PLACEHOLDER.findall(raw)):
                faults.setdefault((place.block, place.number), []).append(self._fault("artifact_leak", section, text, "this placeholder stands for no name"))
            elif blocks[place.block].sentences[place.number].origin is not Origin.PLAIN and (
                foreign := list(
                    self.guard.check(text, section, [(start - place.start, end - place.start) for start, end in names if place.start <= start < place.end])
                )
            ):
                faults.setdefault((place.block, place.number), []).extend(foreign)
            elif len(text) > 30 and _even(text) in self.instructions:
                faults.setdefault((place.block, place.number), []).append(self._fault("injection_leak", section, text, "this repeats the instructions"))
        return Judged(tuple(blocks), layout, faults, tuple(dict.fromkeys(left_out)), examination)

    @staticmethod
    def _fault(kind: str, section: Section, text: str, message: str) -> Finding:
        return Finding(kind=kind, span=None, section=section.title, sentence=text, message=message)


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()


def write_draft(section: Section, plain: tuple[Block, ...], desk: Desk, way: str) -> tuple[Block, ...]:
    """The blocks of a section, as far as they hold in the model's words, with placeholders for names.

    `plain` are the plain blocks; `way` is `section` or `sentence`. Raises RefusedError and BudgetError; a model that gives nothing usable leaves the plain blocks (BackendError).
    """
    if way == "sentence":
        return _settle(desk.judge(_reword(section, plain, desk), section), section, plain, desk)
    answer = desk.ask(desk.prompts.fill(desk.facts, section), desk.attempts)
    blocks = read_manuscript(answer.text, desk.checker, _is_list(plain))
    judged = desk.judge(_ordered(blocks, plain), section)
    for _ in range(desk.attempts):
        revised = None if judged.holds else _revise(judged, section, plain, desk)
        if revised is None:
            break
        judged = desk.judge(_ordered(revised, plain), section)
    return _settle(judged, section, plain, desk)


def settle_draft(section: Section, blocks: tuple[Block, ...], plain: tuple[Block, ...], faults: Iterable[tuple[int, int]], desk: Desk) -> tuple[Block, ...]:
    """The blocks without the sentences at some places, completed by plain ones."""
    return _settle(desk.judge(_ordered(_without(blocks, set(faults)), plain), section), section, plain, desk)


def _is_list(blocks: Iterable[Block]) -> bool:
    return any(block.shape is not Shape.PARAGRAPH for block in blocks)


def _revise(judged: Judged, section: Section, plain: tuple[Block, ...], desk: Desk) -> tuple[Block, ...] | None:
    """Have the sentences that fail and carry facts written anew, and the left-out ones written; None where nothing is to be asked or no answer came."""
    must = {fact.id for fact in desk.facts.of(*section.must_state)}
    listed = _is_list(plain)
    failing = [place for place in judged.layout.places if (place.block, place.number) in judged.faults and must & set(_facts_at(judged, place))]
    new = [] if listed else [sentence for sentence in _sentences(plain) if set(sentence.facts) & set(judged.left_out)]
    if not failing and not new:
        return None
    mask = desk.facts.cast.mask
    asked = [
        {
            "sentence": judged.blocks[place.block].sentences[place.number].text,
            "reasons": [mask(finding.message) for finding in judged.faults[place.block, place.number]],
        }
        for place in failing
    ]
    used = [fact for place in failing for fact in _facts_at(judged, place)]
    for sentence in new:
        facts = [one for one in sentence.facts if one in judged.left_out]
        asked.append({"sentence": "", "reasons": ["state: " + " ".join(desk.by_id[one].text for one in facts)]})
        used += facts
    known = [fact for fact in desk.facts if fact.id in used] or desk.facts.of(*section.must_state)
    try:
        answer = desk.ask(desk.prompts.fill_revision(desk.facts, section, asked, known), 1)
    except (RefusedError, BudgetError):
        raise
    except BackendError:
        return None
    return _put(judged, failing, len(new), _numbered(answer.text), plain, desk)


def _facts_at(judged: Judged, place: Place) -> tuple[str, ...]:
    faults = judged.faults.get((place.block, place.number), ())
    return tuple(dict.fromkeys([*judged.facts_of(place), *(fact for finding in faults for fact in finding.facts)]))


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


def _put(judged: Judged, failing: Sequence[Place], new: int, answers: dict[int, str], plain: tuple[Block, ...], desk: Desk) -> tuple[Block, ...]:
    """The blocks with the revised sentences in place of the failing ones, and the new ones behind."""
    at = {(place.block, place.number): answers.get(number) for number, place in enumerate(failing, 1)}
    blocks = []
    for number, block in enumerate(judged.blocks):
        sentences: list[Sentence] = []
        for one, sentence in enumerate(block.sentences):
            if at.get((number, one)):
                sentences += _revised(str(at[number, one]), desk)
            else:
                sentences.append(sentence)
        blocks.append(block.model_copy(update={"sentences": tuple(sentences)}))
    added = [sentence for number in range(len(failing) + 1, len(failing) + new + 1) if answers.get(number) for sentence in _revised(answers[number], desk)]
    if added:
        blocks.append(Block(shape=Shape.PARAGRAPH, sentences=tuple(added)))
    return tuple(blocks)


def _revised(text: str, desk: Desk) -> Iterator[Sentence]:
    for block in read_manuscript(text, desk.checker, False, Origin.REVISED):
        yield from block.sentences


def _settle(judged: Judged, section: Section, plain: tuple[Block, ...], desk: Desk) -> tuple[Block, ...]:
    """What holds of the blocks, and plain sentences for the rest; the plain blocks alone where that does not come to rest."""
    for _ in range(4):
        if judged.holds:
            return tuple(_with_facts(judged))
        if judged.faults:
            judged = desk.judge(_ordered(_without(judged.blocks, _culprits(judged)), plain), section)
        if not judged.faults and any(judged.left_out):
            judged = desk.judge(_ordered(_complete(judged, section, plain, desk), plain), section)
    return tuple(_with_facts(judged)) if judged.holds else plain


def _culprits(judged: Judged) -> set[tuple[int, int]]:
    """The places that have to fall: the model's sentences at fault; where only plain ones are, the model's that speak of the same facts, and at last all of them."""
    own = {
        (place.block, place.number): place for place in judged.layout.places if judged.blocks[place.block].sentences[place.number].origin is not Origin.PLAIN
    }
    at_fault = set(judged.faults) & set(own)
    if at_fault:
        return at_fault
    disputed = {fact for place in judged.layout.places if (place.block, place.number) in judged.faults for fact in _facts_at(judged, place)}
    return {key for key, place in own.items() if disputed & set(judged.facts_of(place))} or set(own)


def _with_facts(judged: Judged) -> Iterator[Block]:
    """The blocks, each sentence of the model with the facts that it was found to rest on."""
    at = {(place.block, place.number): judged.facts_of(place) for place in judged.layout.places}
    for number, block in enumerate(judged.blocks):
        sentences = [
            sentence if sentence.origin is Origin.PLAIN else sentence.model_copy(update={"facts": at[number, one]})
            for one, sentence in enumerate(block.sentences)
        ]
        yield block.model_copy(update={"sentences": tuple(sentences)})


def _without(blocks: Sequence[Block], faults: set[tuple[int, int]]) -> tuple[Block, ...]:
    """The blocks without some sentences, and without those that leaned on them; an item falls as a whole."""
    kept = []
    for number, block in enumerate(blocks):
        bad = {one for at, one in faults if at == number}
        if block.shape is not Shape.PARAGRAPH:
            if not bad:
                kept.append(block)
            continue
        sentences: list[Sentence] = []
        fallen = False
        for one, sentence in enumerate(block.sentences):
            fallen = one in bad or (fallen and sentence.origin is not Origin.PLAIN and bool(_LEANS.match(sentence.text)))
            if not fallen:
                sentences.append(sentence)
        if sentences:
            kept.append(block.model_copy(update={"sentences": tuple(sentences)}))
    return tuple(kept)


def _ordered(blocks: Sequence[Block], plain: Sequence[Block]) -> tuple[Block, ...]:
    """The items in the order and the shape of the plain ones, between the paragraphs before and after; an item that the plan does not have falls."""
    if not _is_list(plain):
        return tuple(blocks)
    wanted = [block for block in plain if block.shape is not Shape.PARAGRAPH]
    heads = {block.head: block for block in wanted}
    found: dict[str, Block] = {}
    first = next((number for number, block in enumerate(blocks) if block.shape is not Shape.PARAGRAPH), len(blocks))
    for block in blocks:
        head = find_head(block.head, heads) if block.shape is not Shape.PARAGRAPH else None
        if head and head not in found and block.sentences:
            found[head] = block.model_copy(update={"shape": heads[head].shape, "head": head})
    items = [found.get(block.head, block) for block in wanted]
    before = [block for block in blocks[:first] if block.shape is Shape.PARAGRAPH]
    after = [block for block in blocks[first:] if block.shape is Shape.PARAGRAPH]
    return (*before, *items, *after)


def _complete(judged: Judged, section: Section, plain: tuple[Block, ...], desk: Desk) -> tuple[Block, ...]:
    """The blocks with plain sentences for what is left out, each where the plain text has it."""
    rank = {fact: number for number, sentence in reversed(list(enumerate(_sentences(plain)))) for fact in sentence.facts}
    ranks = {(place.block, place.number): min((rank[fact] for fact in judged.facts_of(place) if fact in rank), default=-1) for place in judged.layout.places}
    left_out = set(judged.left_out)
    stated: set[str] = set()
    lines = [list(block.sentences) for block in judged.blocks]
    keys = [[ranks[number, one] for one in range(len(block.sentences))] for number, block in enumerate(judged.blocks)]
    paragraphs = [number for number, block in enumerate(judged.blocks) if block.shape is Shape.PARAGRAPH]
    first_item = next((number for number, block in enumerate(judged.blocks) if block.shape is not Shape.PARAGRAPH), len(judged.blocks))
    early: list[Sentence] = []
    late: list[Sentence] = []
    for number, (before, sentence, is_late) in enumerate(_in_line(plain)):
        wanted = [fact for fact in sentence.facts if fact in left_out - stated] or list(_like(sentence, left_out - stated, desk))
        if not wanted:
            continue
        stated |= set(wanted)
        rooms = [at for at in paragraphs if (at > first_item) == is_late or not _is_list(plain)]
        filling = list(_filling(sentence, before, wanted, section, desk))
        if not rooms:
            (late if is_late else early).extend(filling)
            continue
        at, one = _spot([(at, one, key) for at in rooms for one, key in enumerate(keys[at])], number) or (rooms[0], 0)
        lines[at][one:one], keys[at][one:one] = filling, [number] * len(filling)
    blocks = [block.model_copy(update={"sentences": tuple(line)}) for block, line in zip(judged.blocks, lines, strict=True)]
    opening = [Block(shape=Shape.PARAGRAPH, sentences=tuple(early))] if early else []
    closing = [Block(shape=Shape.PARAGRAPH, sentences=tuple(late))] if late else []
    return (*opening, *blocks, *closing)


def _spot(keys: Sequence[tuple[int, int, int]], number: int) -> tuple[int, int] | None:
    """Where the plain sentence of this number goes: behind those that say a part of it, else behind the first run of those that say what stands nearest before it."""
    nearest = max((key for _, _, key in keys if 0 <= key <= number), default=None)
    found = None
    for at, one, key in keys:
        if key == nearest and nearest is not None:
            found = (at, one + 1)
        elif found and nearest != number:
            break
    return found


def _in_line(plain: Sequence[Block]) -> Iterator[tuple[Sentence | None, Sentence, bool]]:
    """The plain sentences with the one before each in its paragraph, and whether they come after a list."""
    late = False
    for block in plain:
        before = None
        late = late or block.shape is not Shape.PARAGRAPH
        for sentence in block.sentences:
            yield before, sentence, late
            before = sentence


def _like(sentence: Sentence, left_out: set[str], desk: Desk) -> Iterator[str]:
    """Left-out facts that no plain sentence names by id and that this one speaks of."""
    about = {label for fact in sentence.facts if fact in desk.by_id for label in desk.by_id[fact].about}
    yield from (fact for fact in left_out if fact in desk.by_id and set(desk.by_id[fact].about[:1]) & about)


def _filling(sentence: Sentence, before: Sentence | None, wanted: Sequence[str], section: Section, desk: Desk) -> Iterator[Sentence]:
    """The plain sentence, or the facts one by one where it would say much again or lean on a sentence that is not there."""
    must = {fact.id for fact in desk.facts.of(*section.must_state)}
    said = [fact for fact in sentence.facts if fact in must]
    leans = before is not None and bool(_LEANS.match(sentence.text))
    if (
        len(wanted) <= 3
        and (leans or len(said) > len(wanted))
        and all(desk.by_id[fact].kind.split(".")[0] in ("gap", "requirement", "gate", "count", "limit") for fact in wanted)
    ):
        yield from (say(desk.by_id[fact].text, desk.by_id[fact]) for fact in wanted)
    else:
        yield sentence


def _sentences(blocks: Iterable[Block]) -> list[Sentence]:
    return [sentence for block in blocks for sentence in block.sentences]


def _reword(section: Section, plain: tuple[Block, ...], desk: Desk) -> tuple[Block, ...]:
    """The plain blocks with each sentence of a paragraph in the model's words, where one of its rewordings keeps the meaning."""
    blocks = []
    for block in plain:
        if block.shape is Shape.PARAGRAPH:
            block = block.model_copy(update={"sentences": tuple(_reworded(sentence, section, desk) for sentence in block.sentences)})
        blocks.append(block)
    return tuple(blocks)


def _reworded(sentence: Sentence, section: Section, desk: Desk) -> Sentence:
    restore = desk.facts.cast.restore
    for _ in range(desk.candidates):
        try:
            answer = desk.ask(desk.prompts.fill_rewording(sentence.text), 1)
        except (RefusedError, BudgetError):
            raise
        except BackendError:
            continue
        found = split_sentences(answer.text, desk.checker)
        if len(found) == 1 and keeps_meaning(restore(sentence.text), restore(found[0]), section.title, desk.checker):
            return Sentence(text=found[0], facts=sentence.facts, origin=Origin.MODEL)
    return sentence
