"""Tariff: what the tokens of a model cost, by a dated table."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import ValidationError

from gapwriter.answer import Usage
from gapwriter.errors import InputError
from gapwriter.record import Record

LETTERS = 4
"""Letters a token of English, for what has to be known before a call; the server's own count follows."""

Price = tuple[float, float, float]


class Tariff(Record):
    """`models`: price of a million tokens sent, cached and written, in `currency`, as of `checked_on`."""

    checked_on: date
    currency: str
    models: dict[str, Price]

    def price(self, model: str) -> Price | None:
        """The price of a model or of a dated version of it; None for a model that the table does not hold."""
        name = model.rpartition(":")[2].rpartition("/")[2]
        return self.models.get(name) or self.models.get(re.sub(r"-\d{4}-\d{2}-\d{2}$", "", name))

    def cost(self, model: str, usage: Usage) -> float | None:
        """What some tokens cost, None where the price is not known."""
        price = self.price(model)
        if price is None:
            return None
        sent, cached, written = price
        return ((usage.sent - usage.cached) * sent + usage.cached * cached + usage.written * written) / 1_000_000


@cache
def read_tariff(own: str = "") -> Tariff:
    """Our table; the entries of the file `own` go before it. InputError for a file that is no such table."""
    ours = Tariff.model_validate(yaml.safe_load((files("gapwriter") / "tariff.yaml").read_text("utf-8")))
    if not own:
        return ours
    try:
        theirs = Tariff.model_validate(yaml.safe_load(Path(own).read_text("utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        raise InputError(own, "", f"this cannot be read as a table of prices ({str(error).splitlines()[0]})", "write it like gapwriter/tariff.yaml") from None
    if theirs.currency != ours.currency:
        return theirs  # sums in two currencies mean nothing
    return theirs.model_copy(update={"models": {**ours.models, **theirs.models}})
