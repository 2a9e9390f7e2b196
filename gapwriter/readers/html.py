"""HTML: a saved page as the lines that a person sees, or the advertisement that it carries for machines (JobPosting of schema.org)."""

from __future__ import annotations

import codecs
import re

from gapwriter.document import LIMIT, Document
from gapwriter.errors import InputError
from gapwriter.markup import find_posting, read_linked, read_page
from gapwriter.markup.letters import in_normal_form

SUFFIXES = (".html", ".htm", ".xhtml")
_DECLARED = re.compile(rb"""<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WIDER = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "windows-874": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "macintosh": "mac-roman", "x-sjis": "cp932", "utf8": "utf-8", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "x-cp1252": "cp1252",
}  # fmt: skip
"""Names that pages declare, and what browsers read them as: mostly a larger set of characters."""
_KNOWN = re.compile(r"utf-8|windows-125\d|cp125\d|iso-8859-\d{1,2}|koi8-[ru]|gb18030|big5|euc-jp|iso-2022-jp|ibm866")


def read(content: bytes, name: str) -> Document:
    """The lines of the page with their places in the source, and what of it nobody sees; `data` is its JobPosting where it has a whole one."""
    text = _decode(content, name)
    page = read_page(text, name, xml=name.lower().endswith(".xhtml"))
    posting = find_posting(read_linked(page.linked), name)
    if posting is not None and not _is_whole(posting):
        posting = None
    if posting is None and not any(line.strip() for line in page.lines):
        raise InputError(name, "", "no text can be seen in this page", "save it from the browser when it shows its text, or copy the text")
    return Document(name=name, lines=page.lines, places=page.places, hidden=page.hidden, data=posting)


def _is_whole(posting: dict[str, object]) -> bool:
    """Whether a posting has its description, and not the first words of it alone."""
    description = posting.get("description")
    return isinstance(description, str) and bool(description.strip()) and not description.rstrip().endswith(("...", "…", "&hellip;"))


def _decode(content: bytes, name: str) -> str:
    """The page's characters: by its first bytes, by what it declares, else UTF-8, else windows-1252, as browsers do."""
    if len(content) > LIMIT:
        raise InputError(name, "", f"the page is larger than {LIMIT // 1_000_000} MB", "give the resume or the advertisement alone, without pictures in it")
    encoding = _encoding(content)
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(name, f"byte {error.start}", f"this is not {encoding.replace('cp125', 'windows-125')} text", "save the page as UTF-8") from None
    if "\0" in text:
        raise InputError(name, "", "this is a binary file", "save the page as HTML")
    if not text.strip():
        raise InputError(name, "", "the file is empty", "give a file with content")
    return in_normal_form(text, name).replace("\r\n", "\n").replace("\r", "\n")


def _encoding(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    found = _DECLARED.search(content[:4096])
    declared = found[1].decode("ascii").lower() if found else ""
    encoding = _WIDER.get(declared, declared)
    if _KNOWN.fullmatch(encoding) or encoding in _WIDER.values():
        return encoding
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
