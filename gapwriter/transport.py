"""Transport: the HTTP client of every call; what it will not do is the point of it."""

from __future__ import annotations

import os
import ssl
import time
from functools import lru_cache
from typing import Any

import httpx2

from gapwriter.errors import BackendError, InputError, RefusedError
from gapwriter.settings import Settings

MOST_BYTES = 2_000_000
"""The largest answer that is read, after decompression: a hundred times the longest section."""


class Transport(httpx2.Client):
    """A client that follows no redirect, asks allowed hosts alone, verifies TLS, honours proxies and a company's authority, and reads no more and no longer than it should.

    `trust_env` False leaves out the environment's proxies, for a server on this machine. The settings' deadline is for a whole answer, in seconds: a server that drips a byte at a time ends there too.
    """

    def __init__(self, settings: Settings, trust_env: bool = True) -> None:
        self._hosts = tuple(host.strip().casefold() for host in settings.allowed_hosts.split(",") if host.strip())
        self._deadline = settings.deadline
        timeout = httpx2.Timeout(settings.deadline, connect=min(10.0, settings.deadline))
        super().__init__(follow_redirects=False, timeout=timeout, trust_env=trust_env, verify=_verify(settings.ca_bundle, trust_env))

    def send(self, request: httpx2.Request, *, stream: bool = False, **options: Any) -> httpx2.Response:
        """Send a request and read the whole answer, whatever `stream` says: nothing here is read piece by piece."""
        host = request.url.host.casefold()
        if self._hosts and host not in self._hosts:
            raise RefusedError(f"the host {host} is not among GAPWRITER_ALLOWED_HOSTS")
        end = time.monotonic() + self._deadline
        options["follow_redirects"] = False
        response = super().send(request, stream=True, **options)
        body = bytearray()
        try:
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise BackendError("the answer is larger than any section", retryable=True)
                if time.monotonic() > end:
                    raise httpx2.ReadTimeout("the answer took longer than the deadline", request=request)
        finally:
            response.close()
        headers = [
            (name, value)
            for name, value in response.headers.multi_items()
            if name.casefold() not in ("content-encoding", "content-length", "transfer-encoding")
        ]
        whole = httpx2.Response(response.status_code, headers=headers, content=bytes(body), request=request, history=response.history)
        whole.elapsed = response.elapsed
        return whole


def _verify(bundle: str, trust_env: bool) -> ssl.SSLContext:
    """The authorities that a server is held to: the company's own beside the usual ones, where one is named; else what httpx2 takes, which honours SSL_CERT_FILE."""
    return _read_authorities(bundle, trust_env, os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@lru_cache(maxsize=8)
def _read_authorities(bundle: str, trust_env: bool, *_environment: str | None) -> ssl.SSLContext:
    """Read once: a hundred and fifty certificates take longer than the checks of a report."""
    if not bundle:
        return httpx2.create_ssl_context(trust_env=trust_env)
    context = ssl.create_default_context()
    try:
        context.load_verify_locations(cafile=bundle)
    except (OSError, ssl.SSLError) as error:
        raise InputError(bundle, "", f"this cannot be read as certificates ({error})", "name a PEM file in GAPWRITER_CA_BUNDLE") from None
    return context
