"""Settlement: what holds of a section's blocks, with plain sentences in place of the rest, where the text speaks of the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapwriter.desk import Desk, Judged
from gapwriter.manuscript import find_head
from gapwriter.phrase import say
from gapwriter.prompt import Section
from gapwriter.prose import Block, Blocks, Origin, Sentence, Shape, is_list
from gapwriter.words import fold_words

_LEANS = re.compile(
    r"(?:It|Its|They|Their|These|Those|This|That|Both|Neither|Nor|So (?:is|are|do|does|has)|The same|The (?:other|others|first|second|third|last|rest|remaining|former|latter)|Of (?:these|those|them)|"
    r"Among (?:these|those|them)|To (?:these|those|them)|Each|All (?:of them|three|four|five|six)|None of (?:them|these)|Also|Besides(?: that|,)|In addition|Likewise|Similarly|Then|Two|One of|Three)\b"
    r"|.*\b(?:respectively|the former|the latter|either of them|the other (?:one|two|three|four|condition|conditions))\b|.*\b(?:also|too)\b[^,;]{0,12}\.$|The role also\b|.*\balso asks\b",
)
"""A sentence that leans on the one before it, and cannot stay where that one falls."""


def settle(judged: Judged, section: Section, plain: Blocks, desk: Desk) -> Blocks:
    """What holds of the blocks, and plain sentences for the rest; the plain blocks alone where that does not come to rest."""
    for _ in range(4):
        if judged.holds:
            return tuple(_with_facts(judged))
        if judged.faults:
            judged = desk.judge(in_order(_without(judged.blocks, _culprits(judged)), plain), section)
        if not judged.faults and any(judged.left_out):
            judged = desk.judge(in_order(_complete(judged, section, plain, desk), plain), section)
    return tuple(_with_facts(judged)) if judged.holds else plain


def settle_without(faults: set[tuple[int, int]], blocks: Blocks, section: Section, plain: Blocks, desk: Desk) -> Blocks:
    """The blocks without the sentences at some places, settled."""
    return settle(desk.judge(in_order(_without(blocks, faults), plain), section), section, plain, desk)


def _culprits(judged: Judged) -> set[tuple[int, int]]:
    """The places that have to fall: the model's sentences at fault; where only plain ones are, the model's that speak of the same facts, and at last all of them."""
    own = {(place.block, place.number): place for place in judged.layout.places if judged.sentence(place).origin is not Origin.PLAIN}
    at_fault = set(judged.faults) & set(own)
    if at_fault:
        return at_fault
    disputed = {fact for place in judged.layout.places if (place.block, place.number) in judged.faults for fact in judged.facts_at(place)}
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


def _without(blocks: Blocks, faults: set[tuple[int, int]]) -> Blocks:
    """The blocks without some sentences, and without those that leaned on them."""
    kept = []
    for number, block in enumerate(blocks):
        bad = {one for at, one in faults if at == number}
        sentences: list[Sentence] = []
        fallen = False
        for one, sentence in enumerate(block.sentences):
            fallen = one in bad or (fallen and sentence.origin is not Origin.PLAIN and bool(_LEANS.match(sentence.text)))
            if not fallen:
                sentences.append(sentence)
        if sentences:
            kept.append(block.model_copy(update={"sentences": tuple(sentences)}))
    return tuple(kept)


def in_order(blocks: Blocks, plain: Blocks) -> Blocks:
    """The items in the order and the shape of the plain ones, between the paragraphs before and after; an item that the plan does not have falls."""
    if not is_list(plain):
        return blocks
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


def _complete(judged: Judged, section: Section, plain: Blocks, desk: Desk) -> Blocks:
    """The blocks with plain sentences for what is left out, each where the plain text has it."""
    rank = _homes(plain)
    ranks = {(place.block, place.number): min((rank[fact] for fact in judged.facts_of(place) if fact in rank), default=-1) for place in judged.layout.places}
    left_out = set(judged.left_out)
    unnamed = left_out - set(rank)
    stated: set[str] = set()
    lines = [list(block.sentences) for block in judged.blocks]
    keys = [[ranks[number, one] for one in range(len(block.sentences))] for number, block in enumerate(judged.blocks)]
    paragraphs = [number for number, block in enumerate(judged.blocks) if block.shape is Shape.PARAGRAPH]
    first_item = next((number for number, block in enumerate(judged.blocks) if block.shape is not Shape.PARAGRAPH), len(judged.blocks))
    early: list[Sentence] = []
    late: list[Sentence] = []
    for number, (before, sentence, head, is_late) in enumerate(_in_line(plain)):
        wanted = [fact for fact in sentence.facts if fact in left_out - stated and rank[fact] == number] or list(_like(sentence, unnamed - stated, desk))
        if not wanted:
            continue
        stated |= set(wanted)
        rooms = (
            [at for at in paragraphs if (at > first_item) == is_late or not is_list(plain)]
            if not head
            else [at for at, block in enumerate(judged.blocks) if block.head == head]
        )
        filling = list(_filling(sentence, before, wanted, section, desk))
        if not rooms:
            (late if is_late else early).extend(filling)
            continue
        opens = number == 0 and not head
        at, one = (None if opens else _spot([(at, one, key) for at in rooms for one, key in enumerate(keys[at])], number)) or (rooms[0], 0)
        lines[at][one:one], keys[at][one:one] = filling, [number] * len(filling)
    for line in lines:
        line[:] = [one for one in line if not any(_repeats(one, other) for other in line if one.origin is not Origin.PLAIN and other.origin is Origin.PLAIN)]
    blocks = [block.model_copy(update={"sentences": tuple(line)}) for block, line in zip(judged.blocks, lines, strict=True) if line]
    opening = [Block(shape=Shape.PARAGRAPH, sentences=tuple(early))] if early else []
    closing = [Block(shape=Shape.PARAGRAPH, sentences=tuple(late))] if late else []
    return (*opening, *blocks, *closing)


def _repeats(sentence: Sentence, plain: Sentence) -> bool:
    """Whether nearly all words of a model's sentence stand in the plain one beside it."""
    words, others = fold_words(sentence.text), set(fold_words(plain.text))
    return sum(word in others for word in words) >= 0.8 * len(words)


def _homes(plain: Blocks) -> dict[str, int]:
    """The number of the plain sentence that says a fact: of several the one with the fewest facts, one in an item before others."""
    homes: dict[str, tuple[int, bool, int]] = {}
    for number, (_, sentence, head, _) in enumerate(_in_line(plain)):
        for fact in sentence.facts:
            home = (len(sentence.facts), not head, number)
            homes[fact] = min(homes.get(fact, home), home)
    return {fact: number for fact, (_, _, number) in homes.items()}


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


def _in_line(plain: Blocks) -> Iterator[tuple[Sentence | None, Sentence, str, bool]]:
    """The plain sentences, each with the one before it in its block, the head of its item, and whether it comes after the items of a list."""
    late = False
    for block in plain:
        before = None
        late = late or block.shape is not Shape.PARAGRAPH
        for sentence in block.sentences:
            yield before, sentence, block.head, late
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
