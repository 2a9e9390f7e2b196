"""Foreign formats as lines: `unpack(content) -> Iterator[Line]`, one file a format, run in a child process (`gapwriter.bounded`). Nothing here imports anything of ours but this."""

from __future__ import annotations

from typing import NamedTuple

FULL = 3
"""The exit code of a child that asked for more memory than it may have."""


class Line(NamedTuple):
    """A line of text as a person reads it, in reading order; an empty text parts what stands apart. `place` is where it stands ("page 2, line 7"); `hidden` tells why nobody sees it, "" where it is seen."""

    text: str
    place: str
    hidden: str = ""


class Refused(Exception):
    """A file that is not read: place, problem and cure, each a few words."""

    def __init__(self, place: str, problem: str, cure: str) -> None:
        self.told = (place, problem, cure)
        super().__init__(problem)
