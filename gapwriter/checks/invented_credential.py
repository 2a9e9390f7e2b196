"""A certificate, licence or degree that the resume does not have."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.invention import judge
from gapwriter.world import World

FLAGS = (
    "Noor has gained the Certified Meeting Professional.",
    "Noor holds a Google Cloud Professional certificate.",
)
ALLOWS = ("The resume lists no certificate.",)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        for kind, stranger in judge(said, world):
            if kind == "invented_credential":
                yield fault(kind, said, said.span(stranger.start, stranger.end), f"“{stranger.text}” is no certificate, licence or degree of the resume", [])
