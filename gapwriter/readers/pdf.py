"""PDF: what a person sees on its pages, read in a child process."""

from __future__ import annotations

from gapwriter.bounded import read_bounded
from gapwriter.document import Document
from gapwriter.errors import InputError

SUFFIXES = (".pdf",)
NEEDS = ("pypdfium2", "pdf-in")
"""The package that it needs, and the extra of gapwriter that brings it."""


def read(content: bytes, name: str) -> Document:
    """The lines of all pages in reading order, with the text set apart that nobody sees; InputError where it is no PDF or cannot be read."""
    if not content.strip():
        raise InputError(name, "", "the file is empty", "give a file with content")
    if b"%PDF-" not in content[:1024]:
        raise InputError(name, "", "this is no PDF", "give a PDF, or save it as text")
    return read_bounded("pdf", content, name, *NEEDS)
