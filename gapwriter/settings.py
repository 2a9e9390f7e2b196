"""Settings: what the environment decides, read once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator

from gapwriter.errors import InputError
from gapwriter.record import Record

PREFIX = "GAPWRITER_"


class Settings(Record):
    """Who writes, and within which limits; how a roadmap is planned.

    `model`: `none` (plain sentences), `provider:name` (`openai:…` for any server that speaks its protocol, `local`, `local:FILE.gguf`, another provider of LangChain); empty where nobody chose.
    `api_key`, `base_url`, `allowed_hosts` (names with commas, empty: any), `ca_bundle` (a PEM file): how the server is reached.
    `way`: `section` (the model writes a section), `sentence` (it rewords single sentences), `auto` (as the backend declares).
    `attempts`: how often a call is tried and how often failing sentences are revised; `deadline`: seconds for one call with all its tries.
    `temperature` (None: the server's own), `answer_tokens` (most of one answer), `candidates` (wordings of one sentence), `workers` (sections side by side).
    `rpm`, `tpm`: requests and tokens a minute; `max_cost` (in the currency of the price table), `max_tokens`: of one process; 0: no limit. `prices`: a table that goes before ours.
    `threads`, `context` (tokens): of the local model. `prompts`: a folder whose files go before ours; `catalog`: folders that are laid over our catalog, in order, with the
    separator of PATH between them. `tracing`: whether LangChain may send prompts to its tracer.
    `language` (`en`, `de`), `audience` (`recruiter`, or `candidate`, whom the text then addresses), `sections` (names with commas, in the order of the report; empty: all
    that are not optional), `theme` (a name or a file), `template` (a Word file): what the report looks like and to whom it speaks.
    `as_of`: the day on which "Present" ends; `horizon_weeks`: how far the roadmap plans optional gaps.
    """

    model: str = ""
    api_key: SecretStr = SecretStr("")
    base_url: str = ""
    allowed_hosts: str = ""
    ca_bundle: str = ""
    way: Literal["auto", "section", "sentence"] = "auto"
    attempts: int = Field(default=2, ge=1, le=5)
    deadline: float = Field(default=120, gt=0, le=3600)
    temperature: float | None = Field(default=None, ge=0, le=2)
    answer_tokens: int = Field(default=4000, ge=16, le=100_000)
    candidates: int = Field(default=4, ge=1, le=16)
    workers: int = Field(default=4, ge=1, le=32)
    rpm: int = Field(default=0, ge=0)
    tpm: int = Field(default=0, ge=0)
    max_cost: float = Field(default=0, ge=0)
    max_tokens: int = Field(default=0, ge=0)
    prices: str = ""
    threads: int = Field(default=1, ge=1, le=256)
    context: int = Field(default=4096, ge=512, le=1_000_000)
    prompts: str = ""
    catalog: str = ""
    tracing: bool = False
    language: str = "en"
    audience: Literal["recruiter", "candidate"] = "recruiter"
    sections: str = ""
    theme: str = ""
    template: str = ""
    hours_per_week: int = Field(default=8, ge=1, le=60)
    horizon_weeks: int = Field(default=52, ge=1, le=520)
    as_of: date = Field(default_factory=date.today)

    @property
    def writes_plainly(self) -> bool:
        """Whether no model is asked."""
        return self.model in ("", "none")

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
    if not fields.get("base_url") and (key := environ.get("OPENAI_API_KEY")):
        fields.setdefault("api_key", key)  # never for another server: the key is OpenAI's
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
