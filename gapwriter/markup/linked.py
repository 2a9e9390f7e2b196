"""The advertisement that a page carries for machines: a JobPosting of schema.org, in JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from gapwriter.errors import InputError

_TYPE = re.compile(r"(?:https?://schema\.org/|schema:)?JobPosting")
_AROUND = " \t\r\n/*;"
"""What stands around a script's JSON, with the marks of old browsers."""
_MOST = 100_000
"""The most objects and lists looked through."""


def find_posting(data: Any, file: str) -> dict[str, Any] | None:
    """The JobPosting that parsed JSON is or holds, None where there is none; InputError for two that differ."""
    found: list[dict[str, Any]] = []
    for one in _postings(data):
        if one not in found:
            found.append(one)
        if len(found) > 1:
            raise InputError(file, "JobPosting", "this holds more than one advertisement", "give the page or the data of one job")
    return found[0] if found else None


def read_linked(texts: Iterable[str]) -> list[Any]:
    """What the JSON-LD scripts of a page hold; one that is no JSON is a script like any other."""
    found = []
    for text in texts:
        for written in (text, html.unescape(text) if "&quot;" in text else ""):
            try:
                found.append(json.loads(_unwrap(written), strict=False))
                break
            except (ValueError, RecursionError):
                continue
    return found


def _unwrap(script: str) -> str:
    bare = script.strip(_AROUND).removeprefix("<![CDATA[").removeprefix("<!--").removesuffix("]]>").removesuffix("-->")
    return bare.strip(_AROUND)


def _postings(data: Any) -> Iterator[dict[str, Any]]:
    waiting = deque([data])
    for _ in range(_MOST):
        if not waiting:
            return
        one = waiting.popleft()
        if isinstance(one, dict) and _is_posting(one):
            yield one
        elif isinstance(one, dict | list):
            waiting += [inner for inner in (one.values() if isinstance(one, dict) else one) if isinstance(inner, dict | list)]


def _is_posting(one: dict[str, Any]) -> bool:
    types = one.get("@type")
    return any(isinstance(name, str) and _TYPE.fullmatch(name) for name in (types if isinstance(types, list) else [types]))
