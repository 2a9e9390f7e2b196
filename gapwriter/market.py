"""Market: one role from many advertisements of one title, by counting; each advertisement counts once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from statistics import median_low
from typing import Any, NamedTuple

from gapwriter.document import read_document
from gapwriter.errors import InputError
from gapwriter.posting import DAY, Salary
from gapwriter.requirement import Relation
from gapwriter.role import Role, role_of
from gapwriter.skill import Catalog, Proficiency, read_catalog
from gapwriter.wording import count_noun, join_words, write_date
from gapwriter.words import fold_words

ESSENTIAL = 2
"""Essential is what one advertisement in so many asks for as a must."""
NAMED = 5
"""Left out is what fewer than one advertisement in so many names at all."""
GROWN = 10
"""Emerging is what the later half names at least twice as often as the earlier half, and by one in so many more of its advertisements (at least three)."""


class Named(NamedTuple):
    """A skill, or a choice of some, with the number of advertisements that ask for it as a must, that name it at all, and that name it in the earlier and in the later half."""

    skill: str
    must: int
    named: int
    earlier: int
    later: int


class Market(NamedTuple):
    """`role` has the fields of a role file; `counts` is everything that is named, the most wanted first; `faults` the files that were left out, with the reason."""

    role: dict[str, Any]
    counts: tuple[Named, ...]
    faults: tuple[InputError, ...]


class _Asked(NamedTuple):
    """`labels` by the ids of the skills of which one will do."""

    labels: dict[str, str]
    relation: Relation
    proficiency: Proficiency | None

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self.labels)


class _Ad(NamedTuple):
    """What is kept of an advertisement: a few words, so that thousands fit."""

    title: str
    day: str
    asked: tuple[_Asked, ...]
    years: float | None
    leadership: bool
    architecture: bool
    salary: Salary | None


def survey_market(paths: Iterable[str | Path], title: str = "", catalog: Catalog | None = None) -> Market:
    """Count what advertisements ask for; a folder stands for the files in it. One after the other is read, in the order of their names; what cannot be read is told in `faults`.

    `title` keeps those whose title has its words, and names the role; without it the commonest title does. Raises InputError where no advertisement is left.
    """
    catalog = catalog or read_catalog()
    ads: list[_Ad] = []
    faults: list[InputError] = []
    seen: set[bytes] = set()
    copies = 0
    for path in _files(paths):
        try:
            document = read_document(path)
            print_ = _fingerprint(document.lines)
            if print_ in seen:
                copies += 1
                continue
            ad = _ad_of(role_of(document, catalog))
        except InputError as fault:
            faults.append(fault)
            continue
        seen.add(print_)
        if title and not set(fold_words(title)) <= set(fold_words(ad.title)):
            faults.append(InputError(str(path), "title", f"{ad.title!r} is another job than {title!r}", "leave it out, or give another --title"))
            continue
        ads.append(ad)
    if not ads:
        raise faults[0] if faults else InputError("market", "", "there is no advertisement", "name files or a folder that holds some")
    role, counts = _role_from(ads, title, copies, len(faults))
    return Market(role=role, counts=counts, faults=tuple(faults))


def _files(paths: Iterable[str | Path]) -> Iterator[Path]:
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
        else:
            yield path


_PASSING = re.compile(rf"{DAY.pattern}|https?://\S+|\d{{4,}}")


def _fingerprint(lines: Sequence[str]) -> bytes:
    """The same for an advertisement that was posted again with another date, address or long number."""
    bare = (_PASSING.sub(" ", line) for line in lines)
    return blake2b(" ".join(word for line in bare for word in fold_words(line)).encode(), digest_size=16).digest()


def _ad_of(role: Role) -> _Ad:
    asked = tuple(_Asked({option.skill_id: option.label for option in one.options}, one.relation, one.proficiency) for one in role.requirements)
    day = role.date if re.fullmatch(r"\d{4}-\d{2}-\d{2}", role.date) else ""
    return _Ad(role.title, day, asked, role.years, role.leadership, role.architecture, role.salary)


# --- counting ------------------------------------------------------------------------------------------------------------------------


class _Tally(NamedTuple):
    """How many advertisements ask for a thing as a must, name it at all, call it emerging, and name it in the earlier and the later half."""

    labels: tuple[str, ...]
    must: int
    named: int
    emerging: int
    earlier: int
    later: int
    levels: tuple[Proficiency, ...]


def _role_from(ads: Sequence[_Ad], title: str, copies: int, left_out: int) -> tuple[dict[str, Any], tuple[Named, ...]]:
    halves = _halves(ads)
    tallies = sorted(_tallies(ads, halves), key=lambda one: (-one.must, -one.named, one.labels))
    sizes = Counter(half for half in halves if half)
    entries: dict[Relation, list[dict[str, Any]]] = {relation: [] for relation in Relation}
    rarer = 0
    for tally in tallies:
        relation = _relation(tally, len(ads), sizes["earlier"], sizes["later"])
        if relation is None:
            rarer += 1
        else:
            entries[relation].append(_entry(tally, grown=relation is Relation.EMERGING and bool(sizes)))
    days = sorted(ad.day for ad in ads if ad.day)
    counted: dict[str, Any] = {
        "advertisements": len(ads),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "undated": sum(not ad.day for ad in ads),
        "copies": copies,
        "left_out": left_out,
        "earlier": sizes["earlier"],
        "later": sizes["later"],
        "rarer": rarer,
    }
    pay = _pay([ad.salary for ad in ads if ad.salary])
    role: dict[str, Any] = {"title": title or _commonest(ad.title for ad in ads)}
    role |= {str(relation): rows for relation, rows in entries.items() if rows}
    role["experience"] = _conditions(ads)
    role |= {"date": days[-1]} if days else {}
    role["source"] = _source(len(ads), days)
    role["market"] = {name: value for name, value in counted.items() if value} | ({"salary": pay} if pay else {})
    return role, tuple(Named(join_words(one.labels, "or"), one.must, one.named, one.earlier, one.later) for one in tallies)


def _source(number: int, days: Sequence[str]) -> str:
    dated = f", {write_date(date.fromisoformat(days[0]))} to {write_date(date.fromisoformat(days[-1]))}" if days else ""
    return count_noun(number, "advertisement") + dated


def _halves(ads: Sequence[_Ad]) -> list[str]:
    """Which half by date each advertisement is in, "" for one without a date; all of one day are in one half, and fewer than four dated ones make no halves."""
    days = sorted(ad.day for ad in ads if ad.day)
    if len(days) < 4:
        return [""] * len(ads)
    cut = days[len(days) // 2]
    cut = cut if cut != days[0] else next((day for day in days if day > cut), "")
    return ["" if not ad.day or not cut else "earlier" if ad.day < cut else "later" for ad in ads]


def _tallies(ads: Sequence[_Ad], halves: Sequence[str]) -> Iterator[_Tally]:
    choices = _choices(ads)
    must, named, emerging = Counter[frozenset[str]](), Counter[frozenset[str]](), Counter[frozenset[str]]()
    by_half = {"earlier": Counter[frozenset[str]](), "later": Counter[frozenset[str]](), "": Counter[frozenset[str]]()}
    labels: dict[str, Counter[str]] = {}
    levels: dict[frozenset[str], list[Proficiency]] = {}
    for ad, half in zip(ads, halves, strict=True):
        asks: dict[frozenset[str], Relation] = {}
        for asked in ad.asked:
            for key, label in asked.labels.items():
                labels.setdefault(key, Counter())[label] += 1
            for unit in {choices.get(key, frozenset([key])) for key in asked.ids}:
                # one of a choice that this advertisement leaves open is no must of its own
                relation = Relation.OPTIONAL if asked.relation is Relation.ESSENTIAL and not asked.ids <= unit else asked.relation
                asks[unit] = min(asks.get(unit, relation), relation, key=list(Relation).index)
                if asked.proficiency:
                    levels.setdefault(unit, []).append(asked.proficiency)
        for unit, relation in asks.items():
            named[unit] += 1
            by_half[half][unit] += 1
            must[unit] += relation is Relation.ESSENTIAL
            emerging[unit] += relation is Relation.EMERGING
    for unit in named:
        names = tuple(sorted((_commonest(labels[key].elements()) for key in unit), key=str.casefold))
        yield _Tally(names, must[unit], named[unit], emerging[unit], by_half["earlier"][unit], by_half["later"][unit], tuple(levels.get(unit, ())))


def _choices(ads: Sequence[_Ad]) -> dict[str, frozenset[str]]:
    """The choice ("PyTorch or TensorFlow") that a skill belongs to: the one in which most advertisements that name it name it, and so for every member."""
    inside: dict[str, Counter[frozenset[str]]] = {}
    for ad in ads:
        for asked in ad.asked:
            for key in asked.ids:
                inside.setdefault(key, Counter())[asked.ids] += 1
    likely = {key: min(counts, key=lambda ids: (-counts[ids], sorted(ids))) for key, counts in inside.items()}
    return {key: unit for key, unit in likely.items() if len(unit) > 1 and all(likely[other] == unit for other in unit)}


def _relation(tally: _Tally, ads: int, earlier: int, later: int) -> Relation | None:
    if tally.must * ESSENTIAL >= ads:
        return Relation.ESSENTIAL
    if earlier and later:
        before, after = tally.earlier / earlier, tally.later / later
        if tally.later >= 3 and after >= 2 * before and (after - before) * GROWN >= 1:
            return Relation.EMERGING
    if tally.named * NAMED < ads:
        return None
    return Relation.EMERGING if 2 * tally.emerging > tally.named else Relation.OPTIONAL


def _entry(tally: _Tally, grown: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {"skill": tally.labels[0]} if len(tally.labels) == 1 else {"any_of": list(tally.labels)}
    if 2 * len(tally.levels) >= tally.named:
        entry["proficiency"] = str(sorted(tally.levels, key=lambda level: level.rank)[(len(tally.levels) - 1) // 2])
    entry["count"] = tally.named
    return entry | ({"grown": [tally.earlier, tally.later]} if grown else {})


def _conditions(ads: Sequence[_Ad]) -> dict[str, Any]:
    """Years as the lower median where half of the advertisements state some; leadership and architecture where half ask for them."""
    years = [ad.years for ad in ads if ad.years]
    found: dict[str, Any] = {"years": median_low(years)} if 2 * len(years) >= len(ads) else {}
    for name in ("leadership", "architecture"):
        if 2 * sum(getattr(ad, name) for ad in ads) >= len(ads):
            found[name] = True
    return found


def _pay(salaries: Sequence[Salary]) -> dict[str, Any] | None:
    """The medians of the ends, for the currency and the period that most of them state."""
    if not salaries:
        return None
    kinds = Counter((one.currency, one.period) for one in salaries)
    currency, period = min(kinds, key=lambda kind: (-kinds[kind], kind))
    same = [one for one in salaries if (one.currency, one.period) == (currency, period)]
    low, high = round(median_low(one.low for one in same)), round(median_low(one.high for one in same))
    return {"stated": len(same), "low": low, "high": high, "currency": currency, "period": period}


def _commonest(texts: Iterable[str]) -> str:
    counts = Counter(texts)
    return min(counts, key=lambda text: (-counts[text], text))
