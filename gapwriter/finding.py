"""Finding: a fault of a text, with its place, its class, its reason and the facts that decide it; Judgement: what became of each clause."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from gapwriter.display import Displayed
from gapwriter.record import Record


class Verdict(StrEnum):
    """Supported by facts, contradicted by them (or invented), not to be verified, or claiming nothing."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"
    NEUTRAL = "neutral"


class Finding(Record):
    """`span` are character offsets in the text, None for what is left out; `message` tells a writer what is wrong and what is true; `facts` are ids."""

    kind: str
    span: tuple[int, int] | None
    section: str
    sentence: str
    message: str
    facts: tuple[str, ...] = ()


class Findings(Displayed, tuple[Finding, ...]):
    """What a check found, the gravest first; equal to a list of the same."""

    VIEW: ClassVar[str] = "findings"

    def __eq__(self, other: object) -> bool:
        return tuple.__eq__(self, tuple(other) if isinstance(other, list) else other)

    __hash__ = tuple.__hash__


class Judgement(Record):
    """One clause with its verdict and the ids of the facts that decide it; `sentence` are the offsets of the sentence that it belongs to."""

    span: tuple[int, int]
    sentence: tuple[int, int]
    section: str
    verdict: Verdict
    facts: tuple[str, ...] = ()


class Examination(Record):
    """All that a check found: findings, the gravest first, and a judgement for each clause in the order of the text."""

    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]

    def count(self, verdict: Verdict) -> int:
        return sum(judgement.verdict is verdict for judgement in self.judgements)

    def as_data(self) -> dict[str, Any]:
        """The shape that `gapwriter check --format json` prints."""
        counts = {str(verdict): self.count(verdict) for verdict in (Verdict.SUPPORTED, Verdict.NEUTRAL, Verdict.UNVERIFIABLE)}
        return {"findings": [finding.model_dump(mode="json") for finding in self.findings], **counts}

    def facts_of(self, start: int, end: int) -> tuple[str, ...]:
        """The facts that a stretch of the text rests on."""
        return tuple(dict.fromkeys(fact for one in self.judgements if start <= one.span[0] < end for fact in one.facts))
