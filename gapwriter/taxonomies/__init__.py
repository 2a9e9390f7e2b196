"""Taxonomy: the skills and occupations of a public classification, or of a list of your own; one file a format to read.

A member reads its official files: `read(path)` gives a Taxonomy, or an InputError that names the file and what it lacks.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator
from csv import QUOTE_MINIMAL, QUOTE_NONE, DictReader
from csv import Error as TableError
from pathlib import Path

from gapwriter.errors import InputError
from gapwriter.record import Record
from gapwriter.skill import Kind
from gapwriter.wording import join_words, visible


class Concept(Record):
    """A skill as its taxonomy has it. `external_id` names it there (an address, a code; "" where it has none); `broader` are keys of wider ones.

    `spelled` is the label in full, without an abbreviation; `short` are other ways to write that of a tool (without its maker, or by its abbreviation), and `hints` words
    that stand in brackets after the first of them.
    """

    external_id: str = ""
    label: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.external_id or self.label


class Occupation(Record):
    """An occupation with the keys of the concepts that it asks for."""

    external_id: str
    title: str
    aliases: tuple[str, ...] = ()
    essential: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


class Taxonomy(Record):
    """`name` is for files; `source`, `date` and `attribution` are told wherever it is used; `notes` say in a line each what of the files was not taken."""

    name: str
    source: str
    date: str = ""
    attribution: str = ""
    concepts: tuple[Concept, ...]
    occupations: tuple[Occupation, ...] = ()
    notes: tuple[str, ...] = ()


Row = dict[str, str]
Columns = tuple[str | tuple[str, ...], ...]
"""The columns that a table must have; of several in one place one will do."""
AGAIN = "give the file as it was downloaded"


def read_rows(path: Path, needed: Columns, delimiter: str = ",", quoted: bool = True) -> Iterator[Row]:
    """The rows of a table in UTF-8 under a line of names. InputError for what is no such table."""
    reader = DictReader(io.StringIO(read_text(path), newline=""), delimiter=delimiter, quoting=QUOTE_MINIMAL if quoted else QUOTE_NONE, strict=True)
    try:
        check_columns(path, reader.fieldnames or (), needed)
        for row in reader:
            if None in row or None in row.values():
                raise InputError(str(path), f"line {reader.line_num}", "this row has not as many cells as the first line", AGAIN)
            yield row
    except TableError as error:
        raise InputError(str(path), f"line {reader.line_num}", f"this is no row of a table ({error})", AGAIN) from None


def read_text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"byte {error.start}", "this is not UTF-8 text", "save the file as UTF-8") from None
    except OSError as error:
        raise InputError(str(path), "", f"cannot be read ({error.strerror})", "check the path and its permissions") from None
    if not text.strip():
        raise InputError(str(path), "", "the file is empty", AGAIN)
    return text


def check_columns(path: Path, names: Iterable[str], needed: Columns) -> None:
    """InputError that names the columns which are not there."""
    present = set(names)
    groups = [(one,) if isinstance(one, str) else one for one in needed]
    missing = [" or ".join(map(repr, group)) for group in groups if present.isdisjoint(group)]
    if missing:
        raise InputError(str(path), "line 1", f"there is no column {join_words(missing)}", f"{AGAIN}, with its first line")


def clean(text: str) -> str:
    """One line without stray spaces and characters that nobody sees."""
    return visible(unicodedata.normalize("NFC", text).replace("\u200b", ""))


def split_labels(cell: str) -> tuple[str, ...]:
    """The labels of a cell, which stand on lines of their own or between bars."""
    parts = (clean(part) for line in cell.splitlines() for part in line.split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))
