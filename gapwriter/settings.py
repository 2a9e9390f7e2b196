"""Settings: what the environment decides, read once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import Field, ValidationError

from gapwriter.errors import InputError
from gapwriter.record import Record

PREFIX = "GAPWRITER_"


class Settings(Record):
    """`as_of` is the day on which "Present" ends; `horizon_weeks` how far the roadmap plans optional gaps; `model` who writes (`none`: plain sentences)."""

    model: str = "none"
    hours_per_week: int = Field(default=8, ge=1, le=60)
    horizon_weeks: int = Field(default=52, ge=1, le=520)
    as_of: date = Field(default_factory=date.today)


def read_settings(env_file: str | Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from `GAPWRITER_*` of the environment and, where one is named, a .env file; the environment goes first.

    No .env file is looked for: only the one named is read. Raises InputError for a value that cannot be.
    """
    values: dict[str, str] = {}
    if env_file is not None:
        from dotenv import dotenv_values

        if not Path(env_file).is_file():
            raise InputError(str(env_file), "", "there is no such file", "check the path, or copy .env.example")
        values |= {key: value for key, value in dotenv_values(env_file, interpolate=False).items() if value is not None}
    values |= dict(os.environ if environ is None else environ)
    fields = {name: values[PREFIX + name.upper()] for name in Settings.model_fields if values.get(PREFIX + name.upper())}
    try:
        return Settings.model_validate(fields)
    except ValidationError as error:
        fault = error.errors()[0]
        raise InputError("environment", PREFIX + str(fault["loc"][0]).upper(), fault["msg"], "see .env.example") from None
