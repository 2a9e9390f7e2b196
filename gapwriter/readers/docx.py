"""Word documents: their lines with the place of each ("paragraph 12", "table 1, row 3"), read in a child process; hidden text is set apart."""

from __future__ import annotations

from gapwriter.bounded import read_bounded
from gapwriter.document import Document
from gapwriter.errors import InputError

SUFFIXES = (".docx",)
NEEDS = ("docx", "docx-in")
"""The package that it needs, and the extra of gapwriter that brings it."""
_OLD = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_AS_DOCX = "open it in a word processor and save it as .docx"


def read(content: bytes, name: str) -> Document:
    """The lines of a Word file; InputError where it is none, is locked or damaged, or takes more time or memory than it may."""
    if content.startswith(_OLD):
        locked = _LOCKED in content
        problem = "this Word file is locked with a password" if locked else "this is an old Word file (.doc)"
        raise InputError(name, "", problem, "save it without a password" if locked else "save it as .docx")
    if b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]:
        raise InputError(name, "", "this is an OpenDocument file (.odt)", _AS_DOCX)
    if not content.startswith(b"PK\x03\x04"):
        kinds = {b"%PDF-": ("a PDF file", "name it .pdf"), b"{\\rtf": ("an RTF file", _AS_DOCX), b"": ("no Word file", _AS_DOCX)}
        kind, cure = next(told for magic, told in kinds.items() if content.startswith(magic))
        raise InputError(name, "", f"this is {kind}" if content else "the file is empty", cure if content else "give a file with content")
    return read_bounded("docx", content, name, *NEEDS)
