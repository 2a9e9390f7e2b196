"""Outage: what a failed call means: to be repeated, to be waited for, or the end."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from gapwriter.errors import BackendError, GapwriterError, RefusedError

_DECLINED = (429, 503, 529)
"""Turned away before any work was done."""
_REFUSED = {
    401: "the key is not accepted",
    402: "the account has no credit",
    403: "the key does not allow this",
    404: "there is no such model or address",
    407: "the proxy asks for a login",
}
_QUOTA = re.compile(r"insufficient_quota|billing|credit balance|quota_exceeded|exceeded your (?:current|monthly) quota", re.I)
_NO_MODEL = re.compile(r"model_not_found|unknown model|model .{1,80}(?:does not exist|not found|is not supported)", re.I)


def read_outage(error: Exception, now: datetime | None = None) -> BackendError:
    """The meaning of whatever a provider's client raised; `now` is for Retry-After as a date."""
    own = _own(error)
    if own:
        return own
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _status(status, error, now or datetime.now(UTC))
    if any(type(one).__name__ == "CannotOverwriteExistingCassetteException" for one in (error, error.__cause__)):
        return RefusedError("the cassette holds no such request; record it anew with `make cassettes`")
    name = type(error).__name__
    if re.search(r"timeout", name, re.I):
        return BackendError("the model did not answer in time", retryable=True)
    if re.search(r"connect|transport|network|protocol", name, re.I):
        return BackendError(f"no connection to {_address(error)} ({_reason(error)})", retryable=True)
    return BackendError(f"the answer cannot be read ({name})", retryable=True)


def _address(error: Exception) -> str:
    """Host and port that were asked, without path and query, in which a key could stand."""
    url = getattr(getattr(error, "request", None), "url", None)
    host, port = getattr(url, "host", ""), getattr(url, "port", None)
    return f"{host}:{port}" if port else host or "the server"


def _reason(error: BaseException) -> str:
    """What the system says of it, else the kind of the error."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.strerror:
            return seen.strerror
        seen = seen.__cause__ or seen.__context__
    return type(error.__cause__ or error).__name__


def _own(error: BaseException) -> BackendError | None:
    """An error of ours, also where a client has wrapped it."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, BackendError):
            return seen
        if isinstance(seen, GapwriterError):
            return RefusedError(str(seen))
        seen = seen.__cause__
    return None


def _status(status: int, error: Exception, now: datetime) -> BackendError:
    headers = getattr(getattr(error, "response", None), "headers", {}) or {}
    told = _told(error)
    if _QUOTA.search(told):
        return RefusedError("the account's quota is used up")
    if status in _REFUSED or _NO_MODEL.search(told):
        return RefusedError(_REFUSED.get(status) or _REFUSED[404])
    if status in _DECLINED:
        return BackendError(f"the server turned the call away (status {status})", retryable=True, wait=retry_after(headers, now), declined=True)
    if status == 408 or status == 409 or status >= 500:
        return BackendError(f"the server failed (status {status})", retryable=True, wait=retry_after(headers, now))
    if 300 <= status < 400:
        return RefusedError(f"the server redirects elsewhere (status {status}), which is not followed; correct GAPWRITER_BASE_URL")
    return RefusedError(f"the server does not accept the call (status {status})")


def _told(error: Exception) -> str:
    """What the server's error object says; used to recognise it, never printed: it can hold what was sent."""
    body = getattr(error, "body", None)
    try:
        return f"{getattr(error, 'code', '')} {getattr(error, 'type', '')} {json.dumps(body)}"[:4000]
    except (TypeError, ValueError):
        return str(body)[:4000]


def retry_after(headers: Mapping[str, Any], now: datetime) -> float:
    """Seconds that a server asks to wait: `retry-after-ms`, `retry-after` as seconds or as a date, else 0; a day at most."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        text = str(headers.get(name) or "").strip()
        if re.fullmatch(r"\d+(?:\.\d+)?", text):
            return min(float(text) * unit, 86_400.0)
    text = str(headers.get("retry-after") or "").strip()
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return 0.0
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(0.0, (when - now).total_seconds()), 86_400.0)
