"""Stranger: words that name a thing no fact knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gapwriter.claims import lexicon
from gapwriter.claims.clause import Clause, Line
from gapwriter.claims.quantity import WORDS
from gapwriter.skill import Catalog
from gapwriter.words import read_words


class Stranger(NamedTuple):
    """Words of a line, `start` to `end`, in a clause; `named` where they are capitalised or in quotes, `listed` where they stand
    among names of a list."""

    text: str
    start: int
    end: int
    clause: Clause
    named: bool
    is_skill: bool = False
    listed: bool = False


_WORD = re.compile(r"[^\W\d_A-Z](?:[^\W_A-Z]|['+#./-](?=\w))*[^\W_A-Z]?\+*")
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth hundred thousand dozen half".split())


def find_strangers(line: Line, clauses: list[Clause], catalog: Catalog) -> list[Stranger]:
    """Runs of words outside the lexicon, names that no fact knows, and skills of the catalog that are none of the comparison."""
    found: list[Stranger] = [*_skills(line, clauses, catalog), *_listed(line, clauses)]
    for clause in clauses:
        for group in clause.said:
            if group.kind in "UQ":
                found.append(Stranger(group.entities[0].text, group.at, group.at + 1, clause, True))
        run: list[re.Match[str]] = []
        for word in _WORD.finditer(line.text, clause.start, clause.end):
            if _is_strange(word[0]):
                if run and line.text[run[-1].end() : word.start()].strip(" -"):
                    found.append(_run(line, run, clause))
                    run = []
                run.append(word)
            elif run:
                found.append(_run(line, run, clause))
                run = []
        if run:
            found.append(_run(line, run, clause))
    return sorted(found, key=lambda one: (not one.is_skill, one.start))


_AMONG = re.compile(
    r"(?<=[SCJ], )(?P<item>[a-z][a-z-]+(?: [a-z][a-z-]+){0,3})(?=,? (?:and |or |as well as )?[SCJ]\b)|(?<=J and )(?P<project>an? [a-z][a-z-]+(?: [a-z][a-z-]+){1,5})(?=[.,;]|$)"
)
_NO_ITEM = re.compile(
    r"\b(?:and|or|as well|also|both|such as|including|even|then|but|of|in|on|with|for|to|by|is|are|has|have|had|that|which|who|not|no|nor|neither|met|shown|through|via|plus|along|further|finally|lastly|first|second|third|last|next|meanwhile|though|however|similarly|likewise|like|followed|especially|"
    r"notably|namely|respectively|as|is|was|while|whereas|although|unlike|besides|despite|ahead|before|after|the|skills?|knowledge|experience|degree|diploma|certificate|licen[cs]e|record|background|week|weeks|hours|years)\b"
)


def _listed(line: Line, clauses: list[Clause]) -> Iterator[Stranger]:
    """Words that stand in a list between two skills, or behind a project: everyday words too are a thing there."""
    for item in _AMONG.finditer(line.text):
        words = item["item"] or item["project"].partition(" ")[2]
        clause = next((one for one in clauses if one.start <= item.start() < one.end), None)
        if clause and not _NO_ITEM.search(words) and not words.endswith("ly") and not lexicon.FINITE.search(words):
            yield Stranger(words, item.end() - len(words), item.end(), clause, False, True, True)


def _skills(line: Line, clauses: list[Clause], catalog: Catalog) -> Iterator[Stranger]:
    """Names of skills of two words or more, and of one where it is no word of reports or of every day."""
    for start, end in _names(line.text, catalog):
        clause = next((one for one in clauses if one.start <= start < one.end), None)
        if clause:
            yield Stranger(line.text[start:end], start, end, clause, False, True)


@lru_cache(maxsize=8192)
def _names(line: str, catalog: Catalog) -> tuple[tuple[int, int], ...]:
    """Where a line names skills of the catalog; remembered, because a sentence is read again in the next draft and in the whole report."""
    words = [word for word in read_words(line) if not (line[word.start].isupper() and word.end - word.start == 1)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        length = 1
        for size in range(min(4, len(words) - at, catalog.reach.get(words[at].folded, 0)), 0, -1):
            window = words[at : at + size]
            text = line[window[0].start : window[-1].end]
            name = catalog.names.get(" ".join(word.folded for word in window))
            if not name or re.search(r"[^\w\s/&+#.'-]", text) or re.search(r"[A-Z]", text):
                continue
            if (size == 1 and (text in lexicon.frame() or text in lexicon.common() or len(text) < 4)) or _GENERAL.fullmatch(text):
                continue
            found.append((window[0].start, window[-1].end))
            length = size
            break
        at += length
    return tuple(found)


_GENERAL = re.compile(
    r"(?:leadership|management|managerial|people|staff|team|line|personnel|time|gap|skills?|career|work|job|role|report|record|document|data|learning|course|training|professional|personal|continuous|self|report) (?:management|leadership|development|gaps?|analysis|assessment|experience|training|planning|writing|reviews?|study|learning|keeping|records?)|leading (?:people|a team|teams|others)|paperwork|leadership|team leader(?:ship)?|line management|management experience|work experience|"
    r"(?:designing|designed|designs?) systems?|systems? design|system architecture|(?:formal|full|further|higher|adult|vocational) (?:education|training)|interviews?|report writing|career (?:planning|advice)|hiring|recruitment|working at|learning plan|planning|scheduling|summary|public profile|good fit|open source|online courses?|course work"
)


def _run(line: Line, run: list[re.Match[str]], clause: Clause) -> Stranger:
    start, end = run[0].start(), run[-1].end()
    return Stranger(line.text[start:end], start, end, clause, False)


@lru_cache(maxsize=16384)
def _is_strange(word: str) -> bool:
    word = word.removesuffix("'s").rstrip(".,/-'")
    if "/" in word:
        return any(_is_strange(part) for part in word.split("/") if part)
    if len(word) < 3 or word in lexicon.frame() or word in WORDS or word in _ORDINALS or (word.endswith(("ly", "-wise")) and len(word) > 4):
        return False
    if "-" in word:
        return any(
            len(part) > 2 and part not in lexicon.frame() and part not in WORDS and (len(part) < 5 or part not in lexicon.common()) and not _is_form(part)
            for part in word.split("-")
        )
    return not _is_form(word)


def _is_form(word: str) -> bool:
    """Whether the word is another form of one that the lexicon has."""
    frame = lexicon.frame()
    for suffix in ("s", "es", "d", "ed", "ing", "er", "ers", "est", "ness", "ment", "n't"):
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            if len(stem) > 2 and (
                stem in frame or stem + "e" in frame or (stem[-1] == stem[-2] and stem[:-1] in frame) or (stem.endswith("i") and stem[:-1] + "y" in frame)
            ):
                return True
    return word.startswith(("un", "re", "in")) and len(word) > 5 and word[2:] in frame
