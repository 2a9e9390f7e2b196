"""A certificate, licence or degree that the resume does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, lexicon
from gapwriter.fault import MARKET, ROADMAP, fault
from gapwriter.finding import Finding
from gapwriter.invention import judge
from gapwriter.world import World

FLAGS = (
    "Noor has gained the Certified Meeting Professional.",
    "Noor holds a Google Cloud Professional certificate.",
    "Among the certificates and degrees is also an associate degree.",
)
ALLOWS = ("The resume lists no certificate.",)


_DEGREE = re.compile(r"\b(?P<level>associate|bachelor|master|doctora|phd)[a-z]*(?:['’]s?)? (?:degree|diploma)s?\b|\b(?P<alone>doctorate|phd)\b")
"""Degrees in small letters, which no name marks."""


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        for kind, stranger in judge(said, world):
            if kind == "invented_credential":
                yield fault(kind, said, said.span(stranger.start, stranger.end), f"“{stranger.text}” is no certificate, licence or degree of the resume", [])
        if (
            said.sentence.section in (MARKET, ROADMAP)
            or lexicon.NEGATORS.search(said.text)
            or re.search(r"\b(?:role|position|G|H|asks?|asked|requires?|required)\b", said.text)
        ):
            continue
        for found in _DEGREE.finditer(said.text):
            level = (found["level"] or found["alone"])[:6]
            if not any(level in name.casefold() for name in world.credentials):
                yield fault("invented_credential", said, said.span(*found.span()), "no such degree is in the resume", [])
