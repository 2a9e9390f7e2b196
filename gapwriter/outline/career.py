"""Job: a dated position of a resume; the lines that head one, in all the ways in which people set them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapwriter.outline.contact import is_contact, is_place
from gapwriter.outline.entry import Entry, Piece, read_pieces
from gapwriter.outline.position import Part, is_firm, is_study, is_title, is_unpaid, split_parts, tell_apart
from gapwriter.outline.timeline import Timespan, find_date, find_timespan


class Job(NamedTuple):
    """A dated position. `start` and `end` are ISO dates (`2021` or `2021-03`); an empty end means that it goes on."""

    position: str
    employer: str
    start: str
    end: str
    line: int


class Head(NamedTuple):
    """What heads a position: `title` is an exact part of the line `line`; `lines` are the indexes of the entries that it takes, `more` what else
    its line says."""

    title: str
    employer: str
    span: Timespan
    line: int
    lines: tuple[int, ...]
    more: tuple[str, ...] = ()


_SPAN_OF_TIME = re.compile(r"[\s()]*(?:\d+|one|two|three)\s*(?:years?|yrs?|months?|mos?)\b.*", re.I)
_PERSON = re.compile(r"\b(?:I|my|me|we|our)\b")
_DID = re.compile(
    r"(?:\w+ed|led|built|ran|won|grew|made|wrote|cut|took|kept|set|\w+ing|completed|passed)\b(?!\s+(?:nurse|engineer|assistant|manager|analyst|consultant|officer))",
    re.I,
)
_PROMOTED = re.compile(r"\b(?:promoted|became|trained|certified|awarded|qualified|in|since|by)\s+(?=(?:\w+\.?\s+)?\d)", re.I)
_BEFORE_OR_AFTER = ",|–—-:(•·;[/"


def dated(entry: Entry, single: bool = False) -> Timespan | None:
    """The dates of a line that heads a position or a study: they stand at one of its ends, or between marks, and the rest is no sentence."""
    text = entry.text
    if len(text) > 300:
        return None
    span = find_timespan(text) or (find_date(text) if single else None)
    if span is None:
        return None
    before, after = text[: span.first].rstrip(), text[span.last :].strip()
    rest = f"{before} {after}".strip(" .,;:|()[]*_–—-·•")
    if len(rest.split()) > 16 or _PERSON.search(rest) or (_DID.match(rest) and not is_title(rest[:40])):
        return None
    bare_after = re.sub(r"^\([^)]*\)|^[)\]]", "", after).strip(" .,;:)]*_|")
    between = bool(before) and before[-1] in _BEFORE_OR_AFTER and (after[:1] in ",|–—-:)•·;.]/*_")
    return span if not before.strip("([*_ ") or not bare_after or between else None


def heads_job(entries: Sequence[Entry], at: int) -> bool:
    """Whether a line has the dates of a position and, itself or in the line above or below, its title."""
    if entries[at].bullet or not dated(entries[at]):
        return False
    near = [entries[other].text for other in (at, at - 1, at + 1) if 0 <= other < len(entries) and not entries[other].bullet and len(entries[other].text) < 90]
    return any(is_title(text) for text in near) and not any(is_study(text) or is_unpaid(text) for text in near)


def read_positions(entries: Sequence[Entry], section: str, heading: str) -> Iterator[Job | Piece]:
    """Jobs and pieces of a section of positions; where it is not paid work there are pieces alone."""
    heads = {head.lines[0]: head for head in find_heads(entries, single=section == "work")}
    taken = {index for head in heads.values() for index in head.lines}
    for at, entry in enumerate(entries):
        head = heads.get(at)
        if head:
            # Dates alone ("2018 to 2019") are what the line below them says ("Parental leave, and a lot of trains.").
            alone = not head.title and not head.employer and at + 1 < len(entries) and not entries[at + 1].apart
            yield from _read_head(head, entry, section, entries[at + 1].text if alone else "")
        elif at not in taken and not is_contact(entry.text):
            yield from _undated(entry, section, heading)


def _read_head(head: Head, entry: Entry, section: str, below: str) -> Iterator[Job | Piece]:
    whole = f"{head.title} {head.employer} {entry.text} {below}"
    paid = section == "work" and not is_unpaid(whole) and not (is_study(whole) and not is_title(head.title))
    if paid:
        yield Job(head.title, head.employer, head.span.start, head.span.end, entry.number)
    if head.title:
        kind = section if paid or section != "work" else "education" if is_study(whole) else "volunteer"
        yield Piece(head.title, head.line, kind, "position", False)
    yield from (Piece(text, entry.number, section, "", False) for text in head.more)


def _undated(entry: Entry, section: str, heading: str) -> Iterator[Piece]:
    """A line of a position; a heading without dates ("Consultant, Fern Ltd") gives its title alone."""
    parts = [] if entry.bullet or not entry.apart or entry.text.endswith(".") or len(entry.text.split()) > 12 else list(split_parts(entry.text))
    if 2 <= len(parts) <= 4:
        title, employer = tell_apart(entry.text, parts)
        if title and employer and is_title(_cut(entry.text, title)) and not is_title(_cut(entry.text, employer)):
            yield Piece(_cut(entry.text, title), entry.number, section, "position", False)
            return
    if not is_place(entry.text) or entry.bullet:
        yield from read_pieces(entry, section, heading)


def find_heads(entries: Sequence[Entry], single: bool) -> Iterator[Head]:
    """The heads of positions; a line with a bullet is one only where no line without a bullet is."""
    spans = {at: span for at, entry in enumerate(entries) if (span := dated(entry))}
    plain = {at: span for at, span in spans.items() if not entries[at].bullet}
    spans = plain or {at: span for at, span in spans.items() if is_title(entries[at].text) or is_firm(entries[at].text)}
    if single:
        spans |= {at: span for at, span in _single_dates(entries, set(spans)).items() if at not in spans}
    taken: set[int] = set(spans)
    for at in sorted(spans):
        head = _join_lines(entries, at, spans[at], taken)
        taken |= set(head.lines)
        yield head


def _single_dates(entries: Sequence[Entry], heads: set[int]) -> dict[int, Timespan]:
    """Positions with one date ("Intern, Fern Ltd, Spring 2021"): the line names a job or stands where others have their dates."""
    return {
        at: span
        for at, entry in enumerate(entries)
        if at not in heads
        and not entry.bullet
        and (entry.apart or at - 1 in heads or at + 1 in heads)
        and is_title(entry.text)
        and not _PROMOTED.search(entry.text)
        and (span := dated(entry, single=True))
    }


def _join_lines(entries: Sequence[Entry], at: int, span: Timespan, taken: set[int]) -> Head:
    """Title and employer from the line with the dates, and where one of them is missing from the line above or below."""
    entry = entries[at]
    parts = [*split_parts(entry.text, 0, span.first), *split_parts(entry.text, span.last)]
    parts = [part for part in parts if not _SPAN_OF_TIME.fullmatch(_cut(entry.text, part))]
    title_part, employer_part = tell_apart(entry.text, parts)
    title, employer = _cut(entry.text, title_part), _cut(entry.text, employer_part)
    more = _remark(entry.text, max((part.last for part in (title_part, employer_part) if part), default=len(entry.text)), span)
    line, lines = entry.number, [at]
    for near in _neighbours(entries, at, taken):
        other = entries[near]
        other_title, other_employer = (_cut(other.text, part) for part in tell_apart(other.text, list(split_parts(other.text))))
        if not is_title(title) and is_title(other_title):
            title, employer, line = other_title, employer or title or other_employer, other.number
        elif not employer or (near < at and not is_firm(employer) and is_firm(other.text) and not is_title(other_title)):
            # "Registered Nurse, Emergency Department" stands below the name of the hospital.
            title = entry.text[title_part.first : employer_part.last] if title_part and employer_part and title_part.last <= employer_part.first else title
            employer = other_employer if is_firm(other_employer) or not other_title else other_title
        else:
            continue
        lines.append(near)
    return Head(title, employer, span, line, tuple(lines), more)


def _remark(text: str, first: int, span: Timespan) -> tuple[str, ...]:
    """What a head says after title and employer ("Site supervisor, Beck Ltd. Responsible for 14 bricklayers"), unless it is a town."""
    last = span.first if span.first >= first else len(text)
    remark = text[first:last].strip(" \t,;:|–—-•·*_.()")
    return (remark,) if len(remark.split()) >= 3 and not _is_named(remark) else ()


def _neighbours(entries: Sequence[Entry], at: int, taken: set[int]) -> Iterator[int]:
    """The short lines that can belong to a head, nearest first: above it where they begin a block, else below."""
    above: list[int] = []
    near = at
    while near > 0 and not entries[near].apart and near - 1 not in taken and _is_short_line(entries[near - 1]) and len(above) < 2:
        near -= 1
        above.append(near)
    starts_block = bool(above) and (above[-1] == 0 or entries[above[-1]].apart or entries[above[-1] - 1].bullet)
    if starts_block:
        yield from above
    for near in range(at + 1, min(at + 3, len(entries))):
        if near in taken or entries[near].apart or not _is_short_line(entries[near]) or not _is_named(entries[near].text):
            break
        yield near


def _is_short_line(entry: Entry) -> bool:
    return (
        not entry.bullet and len(entry.text.split()) <= 10 and not entry.text.endswith((".", ";", "!")) and ":" not in entry.text and not is_contact(entry.text)
    )


def _is_named(text: str) -> bool:
    """Whether most words of a line have capitals, as names and titles do."""
    words = [
        word for word in re.findall(r"[^\W\d_][\w'’.&-]*", text) if word.casefold() not in ("of", "the", "and", "for", "in", "at", "de", "la", "von", "van")
    ]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _cut(text: str, part: Part | None) -> str:
    return text[part.first : part.last] if part else ""


# --- prose -------------------------------------------------------------------------------------------------------------------------

_CLAUSE = re.compile(
    r"(?<=[.;!?])\s+|,?\s+and\s+(?=(?:since|from|then|later|now|before|after|between)\b)|,\s+(?=(?:then|and then|before that|after that|since|later)\b)"
)
_WORKED = re.compile(
    r"\b(?:work(?:ed|ing)?|employed|serv(?:ed|ing)|was|been|am|joined|drove|taught|ran|manag(?:ed|ing)|job|position|role|spent|hired|cook(?:ed)?|sold|built|cleaned|nursed)\b",
    re.I,
)
_AS = re.compile(r"\b(?:as|was|been|am|being)\s+(?:(?:an?|the)\s+)?([^,.;()]+?)(?=\s+(?:at|for|with|in|from|since|between|until|on)\b|[,.;()]|$)", re.I)
_FOR = re.compile(r"\b(?:at|for|with|by|of)\s+(?:the\s+)?((?:[A-Z][\w&'’.-]*)(?:\s+(?:of\s+|and\s+|&\s+)?[A-Z][\w&'’-]*)*)")


def jobs_in_prose(pieces: Sequence[Piece]) -> Iterator[Job]:
    """Jobs that sentences tell of ("From 2015 to 2019 I worked as a welder at Fern Ltd."), for resumes that have no lines with dates."""
    for piece in pieces:
        if piece.is_list or piece.section not in ("basics", "work", "skills"):
            continue
        for clause in _CLAUSE.split(piece.text):
            span = find_timespan(clause)
            if span and _WORKED.search(clause) and not is_study(clause) and not is_unpaid(clause):
                title, firm = _AS.search(clause), _FOR.search(clause)
                yield Job(title[1].strip() if title and is_title(title[1]) else "", firm[1].rstrip(".") if firm else "", span.start, span.end, piece.line)
