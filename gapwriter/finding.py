"""Finding: a fault of a text, with its place, its class, its reason and the facts that decide it."""

from __future__ import annotations

from gapwriter.record import Record


class Finding(Record):
    """`span` are character offsets in the text, None for what is left out; `message` tells a writer what is wrong and what is true; `facts` are ids."""

    kind: str
    span: tuple[int, int] | None
    section: str
    sentence: str
    message: str
    facts: tuple[str, ...] = ()
