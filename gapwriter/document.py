"""Document: what was read from a file: its lines with numbers, and its structured data where it has some."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gapwriter import plugins
from gapwriter.errors import InputError
from gapwriter.record import Record

LIMIT = 5_000_000
"""The largest text read, in bytes: a resume or an advertisement of that size is none."""
LARGEST = 20_000_000
"""The largest file read, in bytes: pictures and fonts make one large, not its text."""


MOST = {"resume": 120_000, "advertisement": 60_000}
LONGEST = 5_000
"""The most characters of each, and of one line or value in it: thirty pages, fifteen pages, and two pages without a break."""


class Hidden(Record):
    """Text of a file that a person who looks at it does not see; `how` tells why ("white", "in tiny letters", "zero-width characters")."""

    place: str
    text: str
    how: str


class Document(Record):
    """`name` is how messages call the file; `lines[0]` is line 1; `data` is the mapping that JSON or YAML held, None for prose.

    `places` says where each line stands ("page 2, line 7"), empty where that is its number; `hidden` is set apart and in none of the lines.
    """

    name: str
    lines: tuple[str, ...] = ()
    data: dict[str, Any] | None = None
    places: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()

    def place(self, line: int) -> str:
        """Where a line stands, by its number."""
        return self.places[line - 1] if self.places else f"line {line}"


def read_document(path: str | Path) -> Document:
    """Read a file by the reader that claims its suffix; without one, and from standard input (`-`), it is told apart by its content.

    Raises InputError for a file that is missing, empty, too large, binary, or of a suffix that no reader claims.
    """
    name = str(path)
    return parse_document(_read_input(), name) if name == "-" else parse_document(_read_bytes(path), name, Path(path).suffix.lower())


def parse_document(content: bytes, name: str, suffix: str = "") -> Document:
    """What `read_document` makes of the bytes of a file; `name` is how messages call it."""
    suffixes = {claimed: member for member in plugins.names("readers") for claimed in plugins.load("readers", member).SUFFIXES}
    if suffix and suffix not in suffixes:
        raise InputError(name, "", f"gapwriter does not read {suffix} files", f"save it as one of {', '.join(sorted(suffixes))}")
    if len(content) > LARGEST:
        raise InputError(name, "", f"the file is larger than {LARGEST // 1_000_000} MB", "give the resume or the role alone")
    document = plugins.load("readers", suffixes[suffix or _guess_suffix(content, name)]).read(content, name)
    assert isinstance(document, Document)
    return document


def check_measure(document: Document, what: str) -> None:
    """InputError where a document holds more than a resume or an advertisement (`what`) does."""
    total = 0
    for place, text in _texts(document.data, "") if document.data is not None else ((document.place(at), line) for at, line in enumerate(document.lines, 1)):
        total += len(text)
        if len(text) > LONGEST:
            raise InputError(document.name, place, f"there are {len(text):,} characters without a break", f"give the {what} with its line breaks")
    if total > MOST[what]:
        raise InputError(document.name, "", f"it has more than {MOST[what]:,} characters", f"give the {what} alone")


def _texts(data: Any, place: str) -> Iterator[tuple[str, str]]:
    """The texts in structured data with their places (`work[0].summary`)."""
    waiting = [(place, data)]
    while waiting:
        place, one = waiting.pop()
        if isinstance(one, str):
            yield place, one
        elif isinstance(one, dict):
            waiting += [(f"{place}.{key}".lstrip("."), value) for key, value in one.items()]
        elif isinstance(one, list | tuple):
            waiting += [(f"{place}[{at}]", value) for at, value in enumerate(one)]


def read_text_file(path: str | Path) -> str:
    """The text of a file as it is, whatever its suffix; `-` reads standard input. Raises InputError like `read_document`."""
    name = str(path)
    return decode_text(_read_input() if name == "-" else _read_bytes(path), name)


def decode_text(content: bytes, name: str) -> str:
    """UTF-8 or UTF-16 bytes as NFC text with plain line ends; InputError where they are no text."""
    if len(content) > LIMIT:
        raise InputError(name, "", f"the file is larger than {LIMIT // 1_000_000} MB", "give the resume or the role alone")
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(name, f"byte {error.start}", "this is not UTF-8 text", "save the file as UTF-8") from None
    if "\0" in text:
        raise InputError(name, "", "this is a binary file", "save it as text, JSON or YAML")
    if not text.strip():
        raise InputError(name, "", "the file is empty", "give a file with content")
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def _read_input() -> bytes:
    """Standard input, of which a command started without one has nothing."""
    return sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""


def _read_bytes(path: str | Path) -> bytes:
    if not str(path):
        raise InputError("(no name)", "", "the name of the file is empty", "name a file")
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST + 1)
    except (FileNotFoundError, ValueError):
        raise InputError(str(path), "", "there is no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(str(path), "", "this is a folder", "name a file in it") from None
    except OSError as error:
        raise InputError(str(path), "", f"cannot be read ({error.strerror})", "check its permissions") from None


_MAGIC = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"))


def _guess_suffix(content: bytes, name: str) -> str:
    """PDF and Word by their first bytes, JSON by a bracket, HTML by a tag, YAML by a field of a role, a resume or corrections; all else is prose."""
    binary = next((suffix for magic, suffix in _MAGIC if content.startswith(magic)), None)
    if binary:
        return binary
    text = decode_text(content, name)
    if text.lstrip().startswith("{"):
        return ".json"
    if re.match(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", text[:2000], re.I | re.S):
        return ".html"
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith(("#", "---"))), "")
    key, colon, _ = first.partition(":")
    return (
        ".yaml" if colon and key in {"title", "company", "essential", "optional", "emerging", "experience", "basics", "work", "corrections", "cv"} else ".txt"
    )
