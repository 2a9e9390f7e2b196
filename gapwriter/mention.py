"""Mention: a skill named in text, with its place and its polarity; one scanner for resumes, advertisements and prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from gapwriter.polarity import Polarity, read_polarity
from gapwriter.record import Record
from gapwriter.skill import Catalog, Kind, Name, Rung, longest_names
from gapwriter.usage import LANGUAGE_END, Place, Usage, read_usage
from gapwriter.wordform import index_forms, stem_verb
from gapwriter.words import Word, fold_words, read_words


class Mention(Record):
    """`start` and `end` are offsets in the text; `sentence` is the span of the sentence around it."""

    skill_id: str
    surface: str
    rung: Rung
    start: int
    end: int
    sentence: tuple[int, int]
    polarity: Polarity


class Lexicon:
    """The names that a scan looks for: those of a catalog, and labels of a role that the catalog does not know; `asked` are ids that the role asks for."""

    def __init__(self, catalog: Catalog, extra: Iterable[tuple[str, str]] = (), asked: Collection[str] = ()) -> None:
        """`extra` holds (id, label) pairs."""
        own = {" ".join(fold_words(label)): _own_name(skill_id, label) for skill_id, label in extra}
        self.own, self.own_reach = own, longest_names(own)
        self.own_forms = index_forms((name, row.skill_id) for name, row in own.items())
        self.own_verbs = frozenset(form.partition(" ")[0] for form in self.own_forms)
        self.catalog, self.reach, self.asked = catalog, catalog.reach, frozenset(asked)
        own_pairs = {" ".join(name.split(" ", 2)[:2]) for name in own if " " in name}
        self.pairs = catalog.pairs | own_pairs if own_pairs else catalog.pairs

    def find_name(self, folded: str) -> Name | None:
        return self.own.get(folded) or self.catalog.find_name(folded)

    def names_at(self, folded: Sequence[str], at: int) -> Sequence[tuple[Name, int]]:
        """The names that begin at a word, the longest first, each with its length in words."""
        word = folded[at]
        longest = self.reach.get(word, 0)
        if self.own_reach:
            longest = max(longest, self.own_reach.get(word, 0))
        if longest > 1 and (at + 1 == len(folded) or f"{word} {folded[at + 1]}" not in self.pairs):
            longest = 1
        if longest < 2:
            name = self.find_name(word) if longest else None
            return ((name, 1),) if name else ()
        names = ((self.find_name(" ".join(folded[at : at + length])), length) for length in range(min(longest, len(folded) - at), 0, -1))
        return [(name, length) for name, length in names if name]


def _own_name(skill_id: str, label: str) -> Name:
    """A label that stands for itself; one word with a capital is a proper name, in prose written so."""
    proper = " " not in label and label[:1].isupper()
    return Name(skill_id, label, Rung.PREFERRED, proper, frozenset(), frozenset(), Kind.DOMAIN)


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[^\W\d_a-z]|\d|[a-z]+[A-Z])|\s*[\n•▪◦●]\s*|(?<=\w)\s*;\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|approx|exp|no|vs|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|cert|dept|Inc|Ltd|Co)|\b[A-Z])\.$", re.I
)


@lru_cache(maxsize=4096)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences, list items and parts between semicolons."""
    spans, start = [], 0
    for found in _SENTENCE_END.finditer(text):
        ends_in_stop = found.group().strip("\"'”’) \t") == "" and "\n" not in found.group()
        if ends_in_stop and _ABBREVIATION.search(text, max(0, found.start() - 8), found.start()):
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return tuple((a, b) for a, b in spans if text[a:b].strip())


class _Hit(NamedTuple):
    """A name at some words of the text: `start` and `end` are characters, `at` and `length` words."""

    name: Name
    at: int
    length: int
    start: int
    end: int


def find_mentions(text: str, lexicon: Lexicon, *, as_of: date, heading: str = "", is_list: bool = False, is_remark: bool = False) -> list[Mention]:
    """Every skill named in a text, in order: by a name, the longest first, or by the verb and the object of a task.

    `heading` is the title that the text stands under ("Currently learning"); `is_list` says that the text is an entry of a list of skills,
    where a name that fills it needs no context. `as_of` decides what has expired; `is_remark` see `read_polarity`.
    """
    words = read_words(text)
    folded = [word.folded for word in words]
    sentences = split_sentences(text)
    starts = [start for start, _ in sentences]

    def sentence_of(start: int) -> tuple[int, int]:
        return sentences[max(0, bisect_right(starts, start) - 1)]

    hits = _named(text, words, folded, sentence_of, lexicon, is_list)
    hits += [extra for hit in hits for extra in _shared_words(text, words, folded, hit, lexicon)]
    hits += _done(text, words, folded, hits, lexicon)
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    return [_mention(text, hit, sentence_of(hit.start), heading, as_of, is_remark) for hit in hits]


_WINDOW = 300
"""Characters around a skill within which words can speak of it: a longer sentence is a list, or no sentence."""


def _mention(text: str, hit: _Hit, sentence: tuple[int, int], heading: str, as_of: date, is_remark: bool) -> Mention:
    first, last = max(sentence[0], hit.start - _WINDOW), min(sentence[1], hit.end + _WINDOW)
    polarity = read_polarity(text[first:last], hit.start - first, hit.end - first, heading, as_of, is_remark)
    return Mention(
        skill_id=hit.name.skill_id, surface=text[hit.start : hit.end], rung=hit.name.rung, start=hit.start, end=hit.end, sentence=sentence, polarity=polarity
    )


def _named(
    text: str, words: Sequence[Word], folded: Sequence[str], sentence_of: Callable[[int], tuple[int, int]], lexicon: Lexicon, is_list: bool
) -> list[_Hit]:
    """Names that are meant, and names that could be and stand in one list with them ("Ruby and Elixir")."""
    hits: list[_Hit] = []
    open_hits: list[_Hit] = []
    at = 0
    while at < len(words):
        taken = 1
        for name, length in lexicon.names_at(folded, at):
            hit = _Hit(name, at, length, words[at].start, words[at + length - 1].end)
            if length > 1 and _parted(text, words, hit):
                continue  # "Python (pandas)" are two names
            usage = read_usage(name, _place(text, words, hit, sentence_of(hit.start), is_list, name.skill_id in lexicon.asked))
            if usage is Usage.YES:
                hits.append(hit)
                taken = length
                break
            if usage is Usage.MAYBE:
                open_hits.append(hit)
        at += taken
    held = {place for hit in hits for place in range(hit.at, hit.at + hit.length)}
    open_hits = [hit for hit in open_hits if not held.intersection(range(hit.at, hit.at + hit.length))]
    tags = [hit for hit in open_hits if hit.name.kind in (Kind.TOOL, Kind.LANGUAGE, Kind.METHOD)]
    if hits and len(hits) + len(tags) > 2 and len(held) + sum(hit.length for hit in tags) == len(words):
        return hits + tags  # nothing but names: the tags of a posting
    named, opened = ({**{hit.at: hit for hit in some}, **{-(hit.at + hit.length): hit for hit in some}} for some in (hits, open_hits))
    return hits + [hit for hit in open_hits if _beside(text, hit, named, opened)]


def _parted(text: str, words: Sequence[Word], hit: _Hit) -> bool:
    """Whether a bracket, a comma or a stop stands between the words of a name that has none."""
    inside = text[hit.start : hit.end]
    return any(
        mark in inside and mark not in hit.name.label and any(mark in text[words[i].end : words[i + 1].start] for i in range(hit.at, hit.at + hit.length - 1))
        for mark in "([,;:"
    )


def _place(text: str, words: Sequence[Word], hit: _Hit, sentence: tuple[int, int], is_list: bool, is_asked: bool) -> Place:
    first, last = max(sentence[0], hit.start - _WINDOW), min(sentence[1], hit.end + _WINDOW)
    return Place(text, hit.start, hit.end, first, last, words[max(0, hit.at - 60) : hit.at + hit.length + 60], is_list, is_asked)


_JOINT = re.compile(r"\s*(?:,|/|&|\band\b|\bor\b|, and)\s*|\s*:\s*|\s+")


def _beside(text: str, hit: _Hit, named: Mapping[int, _Hit], opened: Mapping[int, _Hit]) -> bool:
    """Whether a name written as its label stands next to one that is meant, in a list of tools and languages; or behind one that is open like itself.

    Both mappings hold hits by the word they begin with and, as negative numbers, by the word behind them.
    """
    kind = hit.name.kind
    if text[hit.start : hit.end] != hit.name.label or kind not in (Kind.TOOL, Kind.LANGUAGE, Kind.HUMAN_LANGUAGE):
        return False
    for other in (named.get(-(hit.at - skip)) or named.get(hit.at + hit.length + skip) for skip in (0, 1)):
        if other and (kind is Kind.HUMAN_LANGUAGE) == (other.name.kind is Kind.HUMAN_LANGUAGE) and other.name.kind in (Kind.TOOL, Kind.LANGUAGE, kind):
            gap = text[other.end : hit.start] if other.end <= hit.start else text[hit.end : other.start]
            if _JOINT.fullmatch(gap):
                return True
    if kind is Kind.HUMAN_LANGUAGE:
        return _among_languages(text, hit, opened)
    before = opened.get(-hit.at) or opened.get(-(hit.at - 1))
    return bool(
        before
        and kind is before.name.kind is Kind.TOOL
        and text[before.start : before.end] == before.name.label
        and _JOINT.fullmatch(text[before.end : hit.start])
    )


def _among_languages(text: str, hit: _Hit, opened: Mapping[int, _Hit]) -> bool:
    """Whether languages alone make a list that ends its phrase ("German, Italian and French are an advantage"), which "French and Italian guests" does not."""
    run = [hit]
    for step in (1, -1):
        while True:
            edge = run[-1] if step > 0 else run[0]
            near = [opened.get(edge.at + edge.length + skip) if step > 0 else opened.get(-(edge.at - skip)) for skip in (0, 1)]
            other = next((one for one in near if one and one.name.kind is Kind.HUMAN_LANGUAGE), None)
            first, second = (edge, other) if step > 0 else (other, edge)
            if first is None or second is None or not _JOINT.fullmatch(text[first.end : second.start]):
                break
            run = [*run, other] if step > 0 and other else [other, *run] if other else run
    return len(run) > 1 and bool(LANGUAGE_END.match(text[run[-1].end :]))


def _shared_words(text: str, words: Sequence[Word], folded: Sequence[str], hit: _Hit, lexicon: Lexicon) -> Iterator[_Hit]:
    """Names that share words with one that was found: "accounts payable and receivable", "front- and back-end development"."""
    after = hit.at + hit.length
    if after + 1 < len(words) and folded[after] in ("and", "or") and hit.length > 1:
        for kept in range(hit.length - 1, 0, -1):
            name = lexicon.find_name(" ".join([*folded[hit.at : hit.at + kept], folded[after + 1]]))
            if name and not name.needs_context:
                yield _Hit(name, hit.at, hit.length + 2, words[hit.at].start, words[after + 1].end)
                break
    before = hit.at - 1
    if before >= 1 and folded[before] in ("and", "or"):
        for dropped in range(max(1, hit.length - 2), hit.length):
            name = lexicon.find_name(" ".join([folded[before - 1], *folded[hit.at + dropped : after]]))
            if name and not name.needs_context and name.skill_id != hit.name.skill_id:
                yield _Hit(name, before - 1, hit.length + 2, words[before - 1].start, words[after - 1].end)
                break


_PHRASE_END = frozenset(
    (
        "and or for of in on at to from by with per every each a an the as into over under during until since before after while that which who when up out off "
        "daily weekly monthly yearly so then within using via across than"
    ).split()
)


def _done(text: str, words: Sequence[Word], folded: Sequence[str], hits: Sequence[_Hit], lexicon: Lexicon) -> list[_Hit]:
    """Tasks told by their verb: "negotiated contracts", "packing of orders", "refactored"; the object must end its phrase."""
    taken = {at for hit in hits if hit.length > 1 for at in range(hit.at, hit.at + hit.length)}
    verbs = lexicon.catalog.verbs
    found: list[_Hit] = []
    for at, word in enumerate(folded):
        if at in taken:
            continue
        verb = stem_verb(word)
        if (verb not in verbs and verb not in lexicon.own_verbs) or not _is_verb(text, words, at):
            continue
        found += _with_object(text, words, folded, at, verb, lexicon)
    return found


def _is_verb(text: str, words: Sequence[Word], at: int) -> bool:
    """A form in -ed or -ing, or a word that opens its sentence or follows a comma or "and" (as the verbs of a resume do)."""
    word = words[at].folded
    if word in ("staff", "store", "house", "floor"):
        return False  # a noun of titles ("Staff Nurse"), and hardly ever what somebody did
    if word.endswith(("ed", "ing")) or word in ("built", "wrote", "taught", "sold", "drove", "laid"):
        return True
    opening = text[: words[at].start].rstrip()
    return not opening or opening[-1] in ".,;:•-–\n" or (at > 0 and words[at - 1].folded in ("and", "i", "to", "also"))


def _with_object(text: str, words: Sequence[Word], folded: Sequence[str], at: int, verb: str, lexicon: Lexicon) -> Iterator[_Hit]:
    """The tasks of a verb: with an object that ends its phrase within five words, with the word before its hyphen ("unit-tested"), or by the verb in -ed alone."""
    if at and text[words[at - 1].end : words[at].start] == "-" and (name := _task(f"{verb} {folded[at - 1]}", lexicon)):
        yield _Hit(name, at - 1, 2, words[at - 1].start, words[at].end)
    for further in range(at + 1, min(at + 6, len(words))):
        if re.search(r"[.,;:()]", text[words[further - 1].end : words[further].start]):
            break
        name = _task(f"{verb} {folded[further - 1]} {folded[further]}", lexicon) or _task(f"{verb} {folded[further]}", lexicon)
        if name and _ends_phrase(text, words, folded, further):
            yield _Hit(name, at, 1, words[at].start, words[further].end)
    name = _task(verb, lexicon) if folded[at].endswith("ed") else None
    # A verb alone says little: it counts for a preferred label, and for what the role asks for.
    if name and (name.skill_id in lexicon.asked or lexicon.catalog.find_name(lexicon.catalog.forms.get(verb, "")) == name._replace(rung=Rung.PREFERRED)):
        yield _Hit(name, at, 1, words[at].start, words[at].end)


def _task(form: str, lexicon: Lexicon) -> Name | None:
    """The task of a form; one whose name needs context only where the role asks for it."""
    name = lexicon.find_name(lexicon.own_forms.get(form) or lexicon.catalog.forms.get(form, ""))
    if name is None or (name.needs_context and name.skill_id not in lexicon.asked):
        return None
    return name._replace(rung=Rung.ALTERNATIVE)


def _ends_phrase(text: str, words: Sequence[Word], folded: Sequence[str], at: int) -> bool:
    if at + 1 >= len(words):
        return True
    return (
        bool(re.search(r"[.,;:()–—]", text[words[at].end : words[at + 1].start]))
        or folded[at + 1] in _PHRASE_END
        or text[words[at].end : words[at + 1].start].strip() != ""
    )
