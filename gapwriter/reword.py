"""Rewording: whether a sentence says what another says, no more and no less.

For small models, of which one rewording in three keeps the meaning and one in four is no sentence: what is let through is the same words in another order, or with small words and a few like ones changed.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from gapwriter.checker import Checker
from gapwriter.claims import Reading
from gapwriter.words import fold_words

_SMALL = frozenset("which that also both too there of in for with as by to on at then here".split())
"""Words that may come and go."""
_LIKE = {
    other: one
    for one, *others in (
        ("shown", "documented", "evidenced"),
        ("shows", "documents"),
        ("show", "document"),
        ("asks", "calls"),
        ("begins", "starts"),
        ("needed", "required"),
        ("besides", "beyond"),
    )
    for other in others
}
"""Words that say the same in a report, in the same form."""
_SUBJECTS = frozenset("resume role candidate report roadmap plan catalog company".split())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\s\w,.;:]")
_MOVED = 0.5
"""So much of the words stays in order: one part of a sentence may move, no more."""


def keeps_meaning(plain: str, reworded: str, section: str, checker: Checker) -> bool:
    """Whether two sentences of a section have the same words but for small and like ones, the same subjects and names in the same order, and make the same claims."""
    one, other = _words(plain), _words(reworded)
    if fold_words(plain) == fold_words(reworded) or not re.search(r"[.!?]$", reworded):
        return False  # nothing is gained, or something is missing
    large, others = ([word for word in words if word not in _SMALL] for words in (one, other))
    if Counter(large) != Counter(others) or _common(large, others) < _MOVED * len(large) or abs(len(one) - len(other)) > 3:
        return False
    if [word for word in large if word in _SUBJECTS] != [word for word in others if word in _SUBJECTS] or any(a == b for a, b in pairwise(other)):
        return False
    read, reread = checker.read(plain, section), checker.read(reworded, section)
    return len(reread.said) == len(read.said) == 1 and _signature(read) == _signature(reread) and _names(read) == _names(reread)


def _words(sentence: str) -> list[str]:
    return [_LIKE.get(word, word) for word in _WORD.findall(sentence.casefold())]


def _common(one: list[str], other: list[str]) -> int:
    """The length of the longest run of words, gaps allowed, that both have in the same order."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for at, second in enumerate(other, 1):
            before, row[at] = row[at], before + 1 if word == second else max(row[at], row[at - 1])
    return row[-1]


def _names(reading: Reading) -> list[tuple[str, ...]]:
    return [entity.keys for said in reading.said for entity in said.entities]


def _signature(reading: Reading) -> Counter[tuple[object, ...]]:
    """What a sentence says: its claims with their signs, its quantities and counts."""
    found: Counter[tuple[object, ...]] = Counter()
    for said in reading.said:
        found.update((claim.kind, claim.entity.keys, claim.sign, claim.value, claim.hedged) for claim in said.claims)
        found.update((one.value, one.bound, one.unit, one.upper) for one in said.quantities)
        found.update((one.x, one.y, one.share, one.bound) for one in said.counts)
    return found
