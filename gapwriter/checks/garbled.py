"""A sentence that stumbles: doubled words, a phrase over and over, brackets in knots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapwriter.claims import Reading, lexicon
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "The the resume does not show PyTorch.",
    "It is a way of working that is not just a way of working, but a way of working.",
)
ALLOWS = (
    "The resume shows that that skill is held: Python.",
    "## Recommended Resources\n\n“Made With ML” (madewithml.com, course, about 35 to 80 hours; free, checked 31 August 2026) and “MLOps Zoomcamp” (DataTalks.Club, course, about 50 to 100 hours; free, checked 24 November 2026).",
)
KIND = "artifact_leak"
"""A stumble is a trace of how the text was made."""

_DOUBLED = lexicon.Remembered(r"\b(the|a|an|of|and|is|are|in|to|for|not|with|as|by|or|at|on|has|have) \1\b")


_AGAIN = lexicon.Remembered(r"\b([a-z]+(?: [a-z]+){2,})\W+\1\b")
_PARALLEL = re.compile(r"[A-Z]|\b(?:level|role) (?:while|whereas|but|and|against)\b")
"""What may come twice: names, and two levels told against what is asked."""


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        doubled = _DOUBLED.search(said.loose) or _AGAIN.search(said.loose)
        if doubled:
            yield fault(KIND, said, None, f"“{doubled[0]}” stands there twice")
            continue
        if sum(group.kind in "RQ" for group in said.line.groups.values()) > 1:
            continue  # what is said of two resources goes by one form
        if again := _again(said.loose):
            yield fault(KIND, said, None, f"“{again}” comes again in one sentence")


@lru_cache(maxsize=2048)
def _again(line: str) -> str | None:
    """Words that come again in a line."""
    words = re.findall(r"\d+|[^\W\d_]+(?:'[a-z]+)?", line)
    for size, most in ((6, 1), (3, 2)):
        runs = [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]
        again = next((run for run in runs if runs.count(run) > most and len(set(run)) > 6 and not _PARALLEL.search(run)), None)
        if again:
            return again
    return None
