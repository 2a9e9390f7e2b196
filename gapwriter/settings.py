"""Settings: what the environment decides, read once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, field_validator

from gapwriter.errors import InputError
from gapwriter.record import Record

PREFIX = "GAPWRITER_"


class Settings(Record):
    """`as_of` is the day on which "Present" ends; `horizon_weeks` how far the roadmap plans optional gaps; `model` who writes (`none`: plain sentences)."""

    model: str = "none"
    hours_per_week: int = Field(default=8, ge=1, le=60)
    horizon_weeks: int = Field(default=52, ge=1, le=520)
    as_of: date = Field(default_factory=date.today)

    @field_validator("as_of", mode="before")
    @classmethod
    def _iso_date(cls, value: Any) -> Any:
        """A number is no date: pydantic would count it in seconds from 1970."""
        if (isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip())) or isinstance(value, int | float):
            raise ValueError("should be a date like 2026-11-24")
        return value


def read_settings(env_file: str | Path | None = None, environ: Mapping[str, str] | None = None, options: Mapping[str, str | None] | None = None) -> Settings:
    """Settings from `options` of the command (by field), then `GAPWRITER_*` of the environment, then, where one is named, a .env file.

    No .env file is looked for: only the one named is read. Raises InputError for a value that cannot be.
    """
    environ = os.environ if environ is None else environ
    listed = {} if env_file is None else _read_env_file(env_file)
    fields: dict[str, str] = {}
    places: dict[str, tuple[str, str]] = {}
    for name in Settings.model_fields:
        variable = PREFIX + name.upper()
        for file, place, value in (
            (str(env_file), variable, listed.get(variable)),
            ("environment", variable, environ.get(variable)),
            ("command line", "--" + name.replace("_", "-"), (options or {}).get(name)),
        ):
            if value:
                fields[name], places[name] = value, (file, place)
    try:
        return Settings.model_validate(fields)
    except ValidationError as error:
        fault = error.errors()[0]
        problem = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
        raise InputError(*places[str(fault["loc"][0])], f"{fault['input']!r} {problem}", "see .env.example") from None


def _read_env_file(path: str | Path) -> dict[str, str | None]:
    from dotenv import dotenv_values

    if not Path(path).is_file():
        raise InputError(str(path), "", "there is no such file", "check the path, or copy .env.example")
    try:
        return dotenv_values(path, interpolate=False)
    except (OSError, UnicodeDecodeError):
        raise InputError(str(path), "", "this cannot be read as UTF-8 text", "check its permissions, and save it as UTF-8") from None
