"""Outline: the sections, positions and pieces of text that the lines of a plain-text resume hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapwriter.outline.career import Job, dated, heads_job, jobs_in_prose, read_positions
from gapwriter.outline.contact import find_name, is_contact, is_place
from gapwriter.outline.entry import Entry, Piece, is_list, is_wrapped, read_pieces, split_languages, strip_bullet, wrap_width
from gapwriter.outline.position import is_firm, is_study, is_title, split_parts
from gapwriter.outline.section import Heading, is_framed, is_rule, is_unknown_heading, read_heading
from gapwriter.outline.study import SCHOOL, read_education
from gapwriter.outline.timeline import find_date, find_timespan
from gapwriter.record import Record

__all__ = ["Job", "Outline", "Piece", "read_outline"]


class Outline(Record):
    """`unplaced` are the lines (number, text) that no section claims and that were not read."""

    name: str = ""
    jobs: tuple[Job, ...] = ()
    passages: tuple[Piece, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()


class Unplaced(NamedTuple):
    line: int
    text: str


class Section(NamedTuple):
    """A heading with the entries below it; what stands above the first heading has an empty one."""

    heading: Heading
    entries: list[Entry]


Found = Job | Piece | Unplaced
_TOP = Heading("", "")


def read_outline(lines: Sequence[str]) -> Outline:
    """Everything that the lines of a resume say, in their order; nothing is left out silently."""
    name, name_at = find_name(lines)
    found = [one for section in _read_sections(lines, name, name_at) for one in _read_section(section)]
    pieces = tuple(one for one in found if isinstance(one, Piece))
    jobs = tuple(one for one in found if isinstance(one, Job)) or tuple(jobs_in_prose(pieces))
    unplaced = tuple((one.line, one.text) for one in found if isinstance(one, Unplaced))
    return Outline(name=name, jobs=jobs, passages=pieces, unplaced=unplaced)


# --- sections ----------------------------------------------------------------------------------------------------------------------


def _read_sections(lines: Sequence[str], name: str, name_at: int) -> list[Section]:
    """The sections in order, wrapped lines joined."""
    sections = [Section(_TOP, [])]
    width, apart = wrap_width(lines), False
    for at, line in enumerate(lines):
        if not line.strip() or is_rule(line):
            apart = True
            continue
        if at == name_at:
            sections[-1].entries.extend(_beside_name(line, at, name))
            continue
        text, bullet = (line.strip(), False) if is_framed(line) else strip_bullet(line)
        heading = None if bullet else _heading(lines, at, sections[-1], apart)
        entries = sections[-1].entries
        if heading:
            sections.append(Section(heading, []))
            if heading.rest:
                sections[-1].entries.append(Entry(heading.rest, at + 1, False, apart))
        elif (
            entries
            and not bullet
            and not apart
            and at != name_at + 1
            and is_wrapped(lines[at - 1], entries[-1].bullet, line, width)
            and not _is_own(entries[-1], text)
        ):
            entries[-1] = entries[-1]._replace(text=f"{entries[-1].text} {text}")
        else:
            entries.append(Entry(text, at + 1, bullet, apart or not entries))
        apart = False
    return [section for section in sections if section.entries]


def _beside_name(line: str, at: int, name: str) -> Iterator[Entry]:
    """What stands after the name in its line ("Jane Doe, RN, BSN", "Jane Doe - Accountant - Leeds")."""
    for part in list(split_parts(line))[1:]:
        text = line[part.first : part.last]
        if text.casefold() not in name.casefold() and (is_title(text) or (text.isupper() and len(text) <= 8)) and not is_contact(text):
            yield Entry(text, at + 1, False, True)


def _is_own(before: Entry, text: str) -> bool:
    """Whether a line begins something of its own: it has the dates of a position, or the one before it is a list or a head that is whole."""
    here = Entry(text, 0, False, False)
    span = dated(here)
    if span and span.first > 2 and text[0].islower():
        return False  # the middle of a sentence ("it up with Hilt. From 2020")
    return bool(span) or (bool(dated(before)) and not before.bullet)


def _heading(lines: Sequence[str], at: int, section: Section, apart: bool) -> Heading | None:
    line = lines[at]
    heading = read_heading(line)
    inside = section.heading.section
    if heading and heading.rest:
        # "Languages: Python, SQL" among the skills, "Tools: Docker" below a job are parts of them.
        return None if _is_part(heading, section.heading, apart) or find_timespan(heading.title) else heading
    if heading:
        return heading
    if not (is_unknown_heading(lines, at) or (apart and inside not in ("", "work", "volunteer", "projects", "education") and _heads_jobs(lines, at))):
        return None
    if not section.entries and inside == "":
        return None
    title = line.strip(" \t=*_~#:|-–—[]<>")
    if inside in ("", "work", "volunteer", "projects", "education") and (
        is_title(title) or is_firm(title) or is_contact(title) or is_place(title) or _dated_soon(lines, at)
    ):
        return None
    if inside == "unknown" and _dated_soon(lines, at) and any(dated(entry) for entry in section.entries):
        return None  # the next employer in a list of positions
    return Heading(title.replace("(", "").replace(")", ""), "unknown")


def _is_part(label: Heading, around: Heading, apart: bool) -> bool:
    """Whether a title that has its text in the same line belongs to the section around it."""
    if "driving" in label.title.casefold():
        return True
    if around.rest or around.section not in ("skills", "work", "projects", "volunteer"):
        return False
    return label.section in ("skills", "languages") and (around.section == "skills" or (not apart and label.section == "skills"))


def _heads_jobs(lines: Sequence[str], at: int) -> bool:
    """Whether a short line stands alone above a block of lines that begins with dates ("Stations (oldest first)")."""
    title = lines[at].strip()
    if (
        len(title.split()) > 6
        or not title[:1].isupper()
        or title.endswith((".", ",", ";"))
        or at + 2 >= len(lines)
        or lines[at + 1].strip()
        or is_contact(title)
    ):
        return False
    below = next((number for number in range(at + 1, len(lines)) if lines[number].strip()), None)
    return below is not None and _dated_soon(lines, below)


def _dated_soon(lines: Sequence[str], at: int) -> bool:
    """Whether dates follow in the next lines of the same block, so that the line heads a position."""
    for line in lines[at : at + 3]:
        if not line.strip():
            return False
        if find_timespan(line) or find_date(line):
            return True
    return False


# --- reading one section -----------------------------------------------------------------------------------------------------------


def _read_section(section: Section) -> Iterator[Found]:
    title, kind, _ = section.heading
    entries = section.entries
    if kind == "":
        yield from _read_top(entries)
    elif kind == "unknown":
        yield from _read_unknown(entries, title)
    elif kind in ("work", "volunteer"):
        yield from read_positions(entries, kind, title)
    elif kind == "publications" and any(_RIGHTS.search(entry.text) for entry in entries):
        yield from _read_lists(entries, "certificates", title)
    elif kind == "education":
        yield from read_education(entries, title)
    elif kind == "references":
        yield from _read_references(entries)
    elif kind in ("skills", "languages", "certificates"):
        yield from _read_lists(entries, kind, title)
    else:
        yield from _read_prose(entries, kind, title)


def _read_lists(entries: Sequence[Entry], kind: str, title: str) -> Iterator[Piece]:
    """Sections of names. A certificate keeps its line whole: what follows the comma tells when it expires; so does a language with its level."""
    for entry in entries:
        if is_contact(entry.text):
            continue
        if kind == "certificates":
            yield Piece(entry.text, entry.number, kind, title, len(entry.text.split()) <= 12)
        elif kind == "languages" and re.search(r":|\s{3}|\t", entry.text):
            yield from (Piece(item, entry.number, kind, title, True) for item in split_languages(entry.text))
        else:
            yield from read_pieces(entry, kind, title, least=1)


_RIGHTS = re.compile(
    r"\b(?:certificates?|certified|certification|licen[cs]e|nvq|level \d|valid (?:to|until|through)|expired|expires|renewed|first aid|diploma|foundation)\b",
    re.I,
)
"""Papers that are no publications: certificates ("Level 2 Food Safety, renewed 2025")."""


def _read_prose(entries: Sequence[Entry], kind: str, title: str) -> Iterator[Piece]:
    for entry in entries:
        if not is_contact(entry.text):
            names = kind == "basics" and len(entry.text.split()) <= 12 and is_list(entry.text, 2) and not entry.text.endswith(".")
            yield from read_pieces(entry, kind, title, least=1 if names else 3)


def _read_unknown(entries: list[Entry], title: str) -> Iterator[Found]:
    """A section whose title says nothing is what its lines are: positions, a list of skills, or remarks."""
    if any(heads_job(entries, at) for at in range(len(entries))):
        yield from read_positions(entries, "work", title)
    elif all(is_list(entry.text, 2) for entry in entries):
        yield from _read_lists(entries, "skills", title)
    else:
        yield from _read_prose(entries, "basics", title)


_REFERENCES = re.compile(r"\b(?:I|I'm|I’m|my)\b")


def _read_references(entries: Sequence[Entry]) -> Iterator[Piece]:
    """Names of other people stay out; what the candidate says of themselves does not."""
    for entry in entries:
        if _REFERENCES.search(entry.text) and not is_contact(entry.text):
            yield Piece(entry.text, entry.number, "basics", "", False)


# --- no heading --------------------------------------------------------------------------------------------------------------------


def _read_top(entries: Sequence[Entry]) -> Iterator[Found]:
    """What stands before the first heading, or a resume without any: block by block, by what the lines look like."""
    earlier = ""
    for number, block in enumerate(_paragraphs(entries)):
        heads = [entry for entry in block if dated(entry)]
        if heads:
            earlier = (
                "education"
                if all(is_study(entry.text) or SCHOOL.search(entry.text) for entry in heads) and not any(is_title(entry.text) for entry in heads)
                else "work"
            )
            yield from read_education(block, "") if earlier == "education" else _read_jobs(block)
        elif earlier and all(entry.bullet for entry in block):
            yield from _read_prose(block, earlier, "")
        else:
            earlier = ""
            for entry in block:
                yield from _read_loose(entry, first=number <= 1)


def _read_jobs(block: Sequence[Entry]) -> Iterator[Found]:
    """A block with dates: its studies apart from its positions."""
    studies = [entry for entry in block if dated(entry) and is_study(entry.text) and not is_title(entry.text)]
    yield from read_education(studies, "")
    yield from read_positions([entry for entry in block if entry not in studies], "work", "")


def _paragraphs(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    block: list[Entry] = []
    for entry in entries:
        if block and entry.apart:
            yield block
            block = []
        block.append(entry)
    if block:
        yield block


def _read_loose(entry: Entry, first: bool) -> Iterator[Found]:
    text = entry.text
    if first and text.isupper() and len(text) <= 8 and not is_contact(text):
        yield Piece(text, entry.number, "basics", "", True)
        return
    if is_title(text) and len(text.split()) <= 14:
        part = next((text[p.first : p.last] for p in split_parts(text) if is_title(text[p.first : p.last]) and not is_contact(text[p.first : p.last])), "")
        if part and (is_contact(text) or first):
            yield Piece(part, entry.number, "basics", "", False)
            return
    if is_contact(text) or (first and is_place(text)):
        return
    if is_list(text):
        yield from read_pieces(entry, "skills", "", least=1)
    elif len(text.split()) >= 5 or not first or is_title(text):
        yield from read_pieces(entry, "basics", "")
    else:
        yield Unplaced(entry.number, text)
