"""Advert: what an advertisement in plain text asks for, in the shape of a role file, each requirement with its exact words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gapwriter.record import Record
from gapwriter.skill import Catalog


class Advert(Record):
    """`role` has the fields of a role file, entries as mappings with `skill` or `any_of`, `proficiency`, `quote`; `unrecognised` are labels that look like
    skills and are not in the catalog; `unplaced` are lines (number, text) that were not read."""

    role: dict[str, Any]
    unrecognised: tuple[str, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()


def read_advert(lines: Sequence[str], catalog: Catalog) -> Advert:
    raise NotImplementedError
