"""Advert: what an advertisement in plain text asks for, in the shape of a role file, each requirement with its exact words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from gapwriter.advert.condition import Years, asks_architecture, asks_leadership, is_of_condition, read_years
from gapwriter.advert.demand import Demand, read_demands
from gapwriter.advert.tier import Tier
from gapwriter.advert.vacancy import read_vacancy
from gapwriter.advert.wanted import Wanted, read_wanted
from gapwriter.mention import Lexicon
from gapwriter.posting import Salary, read_posted, read_salary
from gapwriter.record import Record
from gapwriter.skill import Catalog, Kind
from gapwriter.words import fold_words


class Advert(Record):
    """`role` has the fields of a role file, entries as mappings with `skill` or `any_of`, `proficiency`, `quote`; `unrecognised` are labels that look like
    skills and are not in the catalog; `unplaced` are lines (number, text) that were not read; `salary` is None where none is stated."""

    role: dict[str, Any]
    unrecognised: tuple[str, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()
    salary: Salary | None = None


class Request(NamedTuple):
    """A wanted skill with the demand that names it; `ids` are the skills, or the folded words of a label that the catalog does not have."""

    wanted: Wanted
    demand: Demand
    ids: tuple[str, ...]


class _Reading(NamedTuple):
    """What one demand says: skills, and the conditions beside them."""

    demand: Demand
    requests: list[Request]
    years: Years | None
    leadership: bool
    architecture: bool


_ASKING = (Tier.ESSENTIAL, Tier.OPTIONAL, Tier.EMERGING)


def read_advert(lines: Sequence[str], catalog: Catalog) -> Advert:
    """Title, company, requirements by how strongly they are asked for, and conditions; each skill once, under its strongest tier."""
    vacancy = read_vacancy(lines)
    lexicon = Lexicon(catalog)
    demands = [_without_title(demand, vacancy.title) for demand in read_demands(lines, vacancy.first)]
    readings = [_read(demand, lexicon, catalog) for demand in demands if demand.tier in _ASKING]
    requests = _unique([request for reading in readings for request in reading.requests])
    if not any(request.demand.tier is not Tier.EMERGING for request in requests):
        # An advertisement that only describes the work asks for what the work takes.
        requests = _unique([*requests, *_from_duties(demands, lexicon, catalog)])
    role: dict[str, Any] = {"title": vacancy.title or "Role"} | ({"company": vacancy.company} if vacancy.company else {})
    text = "\n".join(lines)
    role |= {tier.value: [_entry(request, text) for request in requests if request.demand.tier is tier] for tier in _ASKING}
    role["experience"] = _conditions(readings, demands)
    role |= {"date": posted} if (posted := read_posted(lines)) else {}
    return Advert(
        role=role,
        unrecognised=tuple(label for request in requests if not request.wanted.known for label in request.wanted.labels if not catalog.find_label(label)),
        unplaced=tuple((reading.demand.line, reading.demand.text) for reading in readings if _is_unread(reading)),
        salary=read_salary(lines),
    )


def _without_title(demand: Demand, title: str) -> Demand:
    """ "We are looking for a pastry chef" asks for nothing but the job itself."""
    at = -1 if demand.is_item or not title else demand.text.casefold().find(title.casefold())
    return demand if at < 0 else demand._replace(text=f"{demand.text[:at]}…{demand.text[at + len(title) :]}")


def _read(demand: Demand, lexicon: Lexicon, catalog: Catalog) -> _Reading:
    essential = demand.tier is Tier.ESSENTIAL
    years = read_years(demand.text)
    leadership = essential and asks_leadership(demand.text)
    architecture = essential and asks_architecture(demand.text)
    requests = [_request(wanted, demand, catalog) for wanted in read_wanted(demand.text, demand.is_item, lexicon, catalog)]
    if years:
        # "3 years in HR", "5 years with data pipelines": the trade is what the years are of; a product or a certificate is asked for besides.
        requests = [request for request in requests if request.wanted.known and all(_is_product(skill_id, catalog) for skill_id in request.ids)]
    if leadership or architecture:
        requests = [request for request in requests if request.wanted.known and not any(is_of_condition(label) for label in request.wanted.labels)]
    return _Reading(demand, requests, years if essential else None, leadership, architecture)


def _is_product(skill_id: str, catalog: Catalog) -> bool:
    return skill_id in catalog and catalog[skill_id].kind in (Kind.TOOL, Kind.LANGUAGE, Kind.CREDENTIAL, Kind.LICENCE, Kind.HUMAN_LANGUAGE)


def _request(wanted: Wanted, demand: Demand, catalog: Catalog) -> Request:
    names = [(catalog.find_label(label) or catalog.find_spelling(label), label) for label in wanted.labels]
    return Request(wanted, demand, tuple(name.skill_id if name else " ".join(fold_words(label)) for name, label in names))


def _is_unread(reading: _Reading) -> bool:
    return not (reading.requests or reading.years or reading.leadership or reading.architecture or read_years(reading.demand.text))


def _from_duties(demands: Iterable[Demand], lexicon: Lexicon, catalog: Catalog) -> Iterator[Request]:
    for demand in demands:
        if demand.tier is Tier.DUTY:
            asked = demand._replace(tier=Tier.ESSENTIAL)
            yield from (_request(wanted, asked, catalog) for wanted in read_wanted(demand.text, False, lexicon, catalog) if _in_words(wanted, demand))


def _in_words(wanted: Wanted, demand: Demand) -> bool:
    """Whether the text itself has the name: a verb with its object ("build models") is the duty, not a requirement."""
    return wanted.known and all(label in demand.text for label in wanted.labels)


# --- each skill once ---------------------------------------------------------------------------------------------------------------


def _unique(requests: Sequence[Request]) -> list[Request]:
    """Each skill under its strongest tier; a choice goes where one of its skills is asked for as strongly on its own."""
    alone: dict[str, int] = {}
    for request in requests:
        if len(request.ids) == 1:
            alone[request.ids[0]] = min(_rank(request), alone.get(request.ids[0], 9))
    kept: list[Request] = []
    seen: set[frozenset[str]] = set()
    for request in sorted(requests, key=_rank):
        key = frozenset(request.ids)
        covered = len(key) > 1 and any(alone.get(skill_id, 9) <= _rank(request) for skill_id in key)
        if key not in seen and not covered:
            seen.add(key)
            kept.append(request)
    return kept


def _rank(request: Request) -> int:
    return _ASKING.index(request.demand.tier)


def _entry(request: Request, text: str) -> dict[str, Any]:
    labels = list(request.wanted.labels)
    entry: dict[str, Any] = {"any_of": labels} if len(labels) > 1 else {"skill": labels[0]}
    if request.wanted.proficiency:
        entry["proficiency"] = request.wanted.proficiency.value
    return entry | {"quote": _exact(request.demand.quote, text)}


def _exact(quote: str, text: str) -> str:
    """A quote as it stands in the text, over the ends of its lines."""
    found = quote not in text and re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return found[0] if found else quote


# --- conditions --------------------------------------------------------------------------------------------------------------------


def _conditions(readings: Sequence[_Reading], demands: Sequence[Demand]) -> dict[str, Any]:
    figures = [reading for reading in readings if reading.years]
    # The first figure that is not tied to a product ("5+ years of experience" before "2 years of Kubernetes").
    general = [reading for reading in figures if not reading.requests] or figures
    found: dict[str, Any] = {"years": general[0].years.years} if general and general[0].years else {}
    duties = [demand.text for demand in demands if demand.tier is Tier.DUTY]
    leads = any(reading.leadership for reading in readings) or any(asks_leadership(text) and _is_duty_of_leading(text) for text in duties)
    return found | {"leadership": leads, "architecture": any(reading.architecture for reading in readings)}


def _is_duty_of_leading(text: str) -> bool:
    """Among the duties only what says outright that the person leads people: helping or training others is no leadership."""
    words = fold_words(text)
    return bool({"lead", "leading", "manage", "managing", "supervise", "supervising", "head"} & set(words))
