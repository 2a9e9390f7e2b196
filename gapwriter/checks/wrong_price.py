"""A resource called free that is not, or paid that is free, or a price or a day of checking that no record has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said
from gapwriter.claims.quantity import MONEY
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.offer import prices_of, stretches, wrong_day
from gapwriter.table import in_tables
from gapwriter.world import Work, World

FLAGS = (
    "## Recommended Resources\n\n“MLOps Zoomcamp” (DataTalks.Club) costs $300 and covers MLOps.",
    "## Recommended Resources\n\n“MLOps Zoomcamp” is available by subscription.",
    "## Recommended Resources\n\n“MLOps Zoomcamp” (DataTalks.Club, course; free, checked 1 May 2026).",
)
ALLOWS = (
    "## Recommended Resources\n\n“MLOps Zoomcamp” (DataTalks.Club) is free of charge.",
    "## Recommended Resources\n\n“Linux Tutorial for Beginners - Learn Linux and the Bash Command Line” (Ryans Tutorials; free) and “Introduction to Linux (LFS101)” (The Linux Foundation; access not verified).",
)

_FREE = re.compile(
    r"\b(?:(?:for )?free(?: of (?:charge|cost))?|free-of-charge|at no (?:cost|charge|extra cost|expense)|without (?:charge|cost|payment|a fee|fee|any fee|paying|spending)|no (?:cost|charge|fee|fees|payment|tuition|price tag)|costs? nothing|pays? nothing|nothing to pay|gratis|complimentary|zero cost|cost-free|costless|not cost (?:a thing|anything|a penny|a cent)|zero|open access|openly available|no money|not charge|does not charge|charges nothing)\b"
)
_PAID = re.compile(
    r"\b(?:paid|pay for|fee(?:-based)?|fees|priced|price of|price tag|costs? [$£€\d]|charges? [$£€\d]|chargeable|purchase|bought|buy|for a fee|one-off|commercial|not free|isn't free|costs money|at a cost|a cost of|at a price|comes at)\b"
)
_FULLY = re.compile(r"\b(?:entirely|completely|fully|wholly|all) free\b|\bfree (?:in full|throughout|as a whole|of any charge|without limits?)\b")
_NONE = re.compile(r"\b(?:without|no|waives?)(?: an?| the| any)?(?: \w+)?\s*$")
_SUBSCRIPTION = re.compile(r"\b(?:subscription|subscribers?|subscribe|subscribing|monthly|per month|a month|membership|members)\b")
_DENIED = re.compile(r"\b(?:not|n't|never|cannot|neither|nor|hardly|anything but|far from|isn't|aren't|doesn't)\b")


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("wrong_price", reading, world)
    for said in reading.said:
        places = stretches(said, world)
        for work, at, start, end in places:
            text = said.text[start:end]
            if len(places) > 1 and re.search(r"\b(?:unlike|in contrast to|as opposed to|contrary to)\W*$", said.text[:at]):
                continue
            if day := wrong_day([work] if len(places) == 1 or "(" in text else [one[0] for one in places], text):
                known = f"checked on {work.checked}" if work.checked else "not checked"
                yield fault("wrong_price", said, said.span(start + day[0], start + day[1]), f"“{work.title}” was {known}", [work.fact])
                continue
            if (full := _FULLY.search(text)) and work.access.replace("_", "-") not in ("free", "free-account"):
                yield fault("wrong_price", said, said.span(start + full.start(), start + full.end()), f"“{work.title}” is {work.access}", [work.fact])
                continue
            claimed = _claims(text, said.text[:start] if len(places) > 1 else "")
            true = prices_of(work)
            wrong = next(
                (
                    (kind, span)
                    for kind, span in claimed
                    if kind not in true and not (kind == "not free" and true != {"free"}) and not (kind == "subscription" and work.access == "subscription")
                ),
                None,
            )
            if wrong:
                yield fault("wrong_price", said, said.span(start + wrong[1][0], start + wrong[1][1]), f"“{work.title}” is {work.access}", [work.fact])
                continue
            for money in MONEY.finditer(text):
                amount = float((money["a"] or money["b"]).replace(",", ""))
                if work.amount is None or abs(amount - work.amount) > 0.005:
                    truth = "no price is recorded" if work.amount is None else f"the price is {work.amount:g}"
                    yield fault("wrong_price", said, said.span(start + money.start(), start + money.end()), f"“{work.title}”: {truth}", [work.fact])
        yield from _unlike(said, places)


def _claims(text: str, before: str) -> list[tuple[str, tuple[int, int]]]:
    found: list[tuple[str, tuple[int, int]]] = []
    free = _FREE.search(text)
    if free and not re.search(r"\bfree (?:account|trial|time|text|audit)\b", text):
        denied = _DENIED.search(text[: free.start()]) and not re.search(r"not cost|not charge", free[0])
        found.append(("not free" if denied else "free", free.span()))
    paid = _PAID.search(text)
    if paid and not free:
        ahead = text[: paid.start()]
        denied = bool(("not" not in paid[0] and _DENIED.search(ahead)) or _NONE.search(ahead))
        found.append(("free" if denied else "not free" if "not" in paid[0] else "paid", paid.span()))
    if not free and not paid and re.search(r"\b(?:cannot|can't|is not|isn't|does not|doesn't)\s*[.,;]?\s*$", text) and _FREE.search(before):
        found.append(("not free", (0, len(text))))
    subscription = _SUBSCRIPTION.search(text)
    if subscription and not (_DENIED.search(text[: subscription.start()]) or re.search(r"\bno\s*$|without (?:a )?$", text[: subscription.start()])):
        found = [one for one in found if one[0] != "paid"] + [("subscription", subscription.span())]
    return found


def _unlike(said: Said, places: list[tuple[Work, int, int, int]]) -> Iterator[Finding]:
    """ "A costs nothing, unlike B": B has a price."""
    if len(places) != 2 or not re.search(r"\b(?:unlike|in contrast to|as opposed to|contrary to)\W*$", said.text[: places[1][1]]):
        return
    claimed = _claims(said.text[places[0][2] : places[1][1]], "")
    work = places[1][0]
    free = "free" in prices_of(work)
    if claimed and claimed[0][0] in ("free", "not free", "paid") and free == (claimed[0][0] == "free"):
        yield fault("wrong_price", said, None, f"“{work.title}” is {work.access}", [work.fact])
