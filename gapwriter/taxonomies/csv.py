"""CSV: a list of skills of your own, with the columns id, label, aliases, kind and broader."""

from __future__ import annotations

import re
from pathlib import Path

from gapwriter.errors import InputError
from gapwriter.skill import Kind
from gapwriter.taxonomies import Concept, Row, Taxonomy, clean, read_rows, read_text, split_labels


def read(path: Path) -> Taxonomy:
    """Skills from a CSV file with a line of names. Only `label` must be there and filled; `aliases` and `broader` (ids) stand on lines of their own or between bars;
    `kind` is one of the catalog's, `domain` where it is left out. Commas, semicolons or tabs part the cells."""
    if path.is_dir():
        raise InputError(str(path), "", "this is a folder", "give the CSV file")
    first = read_text(path).lstrip().splitlines()[0]
    delimiter = max(",;\t", key=first.count)
    seen: dict[str, int] = {}
    concepts = []
    for number, row in enumerate(read_rows(path, ("label",), delimiter), 1):
        one = _concept(row, str(path), f"row {number}")
        if one.key in seen:
            raise InputError(str(path), f"row {number}", f"{one.key!r} stands in row {seen[one.key]} as well", "keep one of the two")
        seen[one.key] = number
        concepts.append(one)
    if not concepts:
        raise InputError(str(path), "", "there is no row under the first line", "list a skill a row")
    name = re.sub(r"[^a-z0-9]+", "-", path.stem.casefold()).strip("-") or "skills"
    return Taxonomy(name=name, source=path.name, concepts=tuple(concepts))


def _concept(row: Row, file: str, place: str) -> Concept:
    label, kind = clean(row["label"]), clean(row.get("kind", ""))
    if not label:
        raise InputError(file, place, "the label is empty", "name the skill or delete the row")
    if kind and kind not in tuple(Kind):
        raise InputError(file, place, f"{kind!r} is no kind of skill", f"use one of {', '.join(Kind)}")
    aliases, broader = (split_labels(row.get(column, "")) for column in ("aliases", "broader"))
    return Concept(external_id=clean(row.get("id", "")), label=label, kind=Kind(kind) if kind else Kind.DOMAIN, aliases=aliases, broader=broader)
