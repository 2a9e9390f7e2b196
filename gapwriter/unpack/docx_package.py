"""A Word file opened within bounds: its parts are counted and weighed before any of them is parsed."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Word
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml

from gapwriter.unpack import Refused

PARTS = 2_000
"""Parts of a file; a resume has a few dozen."""
PART = 5_000_000
"""Bytes of one part of text; that of a long resume takes a tenth."""
TEXT = 12_000_000
"""Bytes of all parts of text."""
WHOLE = 200_000_000
"""Bytes of all parts with pictures and fonts, which are never unpacked."""
RATIO = 200
"""How many times larger than its packed form a part of text over a megabyte may be; those of real files stay below 60."""
TAGS = 200_000
"""Tags of one part; the largest style sheets have 12,000."""
_READ = {"officeDocument", "styles", "theme", "settings", "header", "footer", "footnotes", "endnotes", "comments", "diagramData"}
"""Relations between parts that lead to text or to how it looks."""
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)
"""Word can save by the strict standard, whose names python-docx does not know."""
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"'](?!utf-?8[\"']|us-ascii[\"'])", re.I)
_ANEW = "open it in Word and save it anew as .docx"


def open_word(content: bytes) -> Word:
    """The file as python-docx sees it, without pictures and without relations to parts that are not there."""
    parts = read_parts(content)
    clean = BytesIO()
    with ZipFile(clean, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, _related(name, part, set(parts)) if name.endswith(".rels") else part)
    try:
        word = Document(clean)
        if None not in (word.element.body, word.styles.element, word.settings.element):
            return word
        kind = ""
    except SyntaxError as error:
        raise broken("", error) from None
    except ValueError as error:  # python-docx names the kind of the main part, a template or one with macros
        kind = str(error)
    except (AttributeError, KeyError, TypeError):
        kind = ""
    if "spreadsheet" in kind or "presentation" in kind:
        raise Refused("", "this is a spreadsheet or slides and no Word file", "give the resume as .docx")
    if "wordprocessingml" in kind or "ms-word" in kind:
        raise Refused("", "this is a Word template or holds macros", "save it as a plain Word document (.docx)")
    raise Refused("", "a main part of this Word file is missing or damaged", _ANEW)


def read_parts(content: bytes) -> dict[str, bytes]:
    """The parts of text by name, each within bounds."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = {info.filename: _read_part(archive, info) for info in _weigh(archive.infolist()) if info.filename.endswith((".xml", ".rels"))}
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error):
        raise Refused("", "this Word file is damaged or cut off", _ANEW) from None
    if "[Content_Types].xml" not in parts or "_rels/.rels" not in parts:
        raise Refused("", "this is a ZIP archive and no Word file", "give the resume itself as .docx")
    return parts


def _weigh(members: list[ZipInfo]) -> list[ZipInfo]:
    """The parts of the archive, none of them unpacked yet."""
    if len(members) > PARTS:
        raise Refused("", f"it has {len(members):,} parts, and a resume has a few dozen", _ANEW)
    names = {info.filename for info in members}
    for info in members:
        if info.flag_bits & 1:
            raise Refused("", "it is locked with a password", "save it without a password")
        if info.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", info.filename) or ":" in info.filename:
            raise Refused(info.filename, "the name of this part points outside the file", _ANEW)
        if info.filename.endswith((".xml", ".rels")) and (
            info.file_size > PART or (info.file_size > 1_000_000 and info.file_size > RATIO * info.compress_size)
        ):
            raise Refused(info.filename, f"this part unpacks from {info.compress_size / 1e3:,.0f} kB to {info.file_size / 1e6:,.1f} MB", _ANEW)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Refused(info.filename, "this part is packed in a way that Word does not use", _ANEW)
    if len(names) < len(members):
        raise Refused("", "two of its parts have one name", _ANEW)
    text = sum(info.file_size for info in members if info.filename.endswith((".xml", ".rels")))
    whole = sum(info.file_size for info in members)
    if text > TEXT or whole > WHOLE:
        raise Refused("", f"it unpacks to {(text if text > TEXT else whole) / 1e6:,.0f} MB", _ANEW)
    return members


def _read_part(archive: ZipFile, info: ZipInfo) -> bytes:
    """The bytes of one part, no more than it says that it has; refused where it declares anything of its own."""
    with archive.open(info) as file:
        part = file.read(info.file_size + 1)
    part = part.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in part or _ENCODING.match(part) or not part.lstrip().startswith(b"<"):
        raise Refused(info.filename, "this part is not written in UTF-8", _ANEW)
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Refused(info.filename, "this part declares entities (a DTD), which no Word file does", _ANEW)
    if part.count(b"<") > TAGS:
        raise Refused(info.filename, f"this part has more than {TAGS:,} tags, far more than a resume has", _ANEW)
    for strict, usual in _STRICT:
        part = part.replace(strict, usual)
    return part


def _related(name: str, part: bytes, names: set[str]) -> bytes:
    """The relations of a part that are of use: Word itself leaves some that lead nowhere."""
    try:
        root = parse_xml(part)
    except SyntaxError as error:
        raise broken(name, error) from None
    folder = "/" + name.rpartition("_rels/")[0].rstrip("/")
    for relation in list(root):
        kind, target = str(relation.get("Type", "")).rpartition("/")[2], str(relation.get("Target", ""))
        if kind not in _READ or relation.get("TargetMode") == "External" or PackURI.from_rel_ref(folder, target).membername not in names:
            root.remove(relation)
    return serialize_part_xml(root)


def broken(name: str, error: SyntaxError) -> Refused:
    """What is told of a part whose XML cannot be parsed."""
    deep = "depth" in str(error)
    return Refused(name, "it is nested more deeply than Word can show" if deep else "this Word file is damaged", _ANEW)
