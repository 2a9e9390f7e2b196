"""Rewording: whether a sentence says what another says, no more and no less; for small models, of which one rewording in three keeps the meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gapwriter.checker import Checker
from gapwriter.claims import Reading
from gapwriter.words import fold_words

_FREE = frozenset(
    """a an the and or but nor of in on at to for with by from as is are was were be been has have had do does did not no none it its this that these those which who also both
    there here so too while whereas though although yet still only just either neither each any all among amongst between within without besides beyond beside about than then
    resume cv role requirement requirement report candidate show shown documented document name named list listed mention mentioned state stated give given evidence experience
    ask asked require required call called need needed meet met essential optional emerging professional skill position project""".split()
)
"""Words that a rewording may bring in: they carry no fact of their own, and what they do to the facts the signature holds."""


def keeps_meaning(plain: str, reworded: str, section: str, checker: Checker) -> bool:
    """Whether two sentences of a section make the same claims of the same things with the same numbers, and the second brings in no content of its own."""
    if fold_words(plain) == fold_words(reworded):
        return False  # nothing is gained
    one, other = checker.read(plain, section), checker.read(reworded, section)
    return len(other.said) == 1 == len(one.said) and _signature(one) == _signature(other) and not list(_new_words(plain, reworded)) and _in_order(one, other)


def _signature(reading: Reading) -> Counter[tuple[object, ...]]:
    """What a sentence says: claims with their signs, names, quantities and counts."""
    found: Counter[tuple[object, ...]] = Counter()
    for said in reading.said:
        found.update({(claim.kind, claim.entity.keys, claim.sign, claim.value, claim.hedged) for claim in said.claims})
        found.update((entity.kind, entity.keys) for entity in said.entities)
        found.update((one.value, one.bound, one.unit, one.upper) for one in said.quantities)
        found.update((one.x, one.y, one.share, one.bound) for one in said.counts)
        found.update(("whose", clause.mode) for clause in said.clauses if clause.mode in ("if", "unless", "except", "unlike"))
    return found


def _in_order(one: Reading, other: Reading) -> bool:
    """Whether the names come in the same order: who is the subject of what decides meaning more than any word."""
    return [entity.keys for said in one.said for entity in said.entities] == [entity.keys for said in other.said for entity in said.entities]


def _new_words(plain: str, reworded: str) -> Iterator[str]:
    known = set(fold_words(plain)) | _FREE
    yield from (word for word in fold_words(reworded) if word not in known and word.rstrip("s") not in known and re.search(r"\w", word))
