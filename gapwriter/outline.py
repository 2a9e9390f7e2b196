"""Outline: the sections, positions and pieces of text that the lines of a plain-text resume hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gapwriter.record import Record


class Job(NamedTuple):
    """A dated position. `start` and `end` are ISO dates (`2021` or `2021-03`); an empty end means that it goes on."""

    position: str
    employer: str
    start: str
    end: str
    line: int


class Piece(NamedTuple):
    """A line's text, or a part of it, with its number (from 1); `section` is a root key of JSON Resume."""

    text: str
    line: int
    section: str
    heading: str
    is_list: bool


class Outline(Record):
    """`unplaced` are the lines (number, text) that no section claims and that were not read."""

    name: str = ""
    jobs: tuple[Job, ...] = ()
    passages: tuple[Piece, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()


def read_outline(lines: Sequence[str]) -> Outline:
    raise NotImplementedError
