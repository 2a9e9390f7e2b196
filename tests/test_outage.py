"""Retry-After in its forms; the faults themselves come over real HTTP in test_call.py."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapwriter.errors import BackendError, InputError, RefusedError
from gapwriter.outage import read_outage, retry_after

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "headers, seconds",
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": " 0.5 "}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Tue, 24 Nov 2026 12:01:30 GMT"}, 90),
        ({"retry-after": "Tue, 24 Nov 2026 13:01:30 +0100"}, 90),
        ({"retry-after": "Tue, 24 Nov 2026 11:00:00 GMT"}, 0),
        ({"retry-after": "99999999"}, 86_400),
        ({"retry-after": "-5"}, 0),
        ({"retry-after": "in a while"}, 0),
        ({}, 0),
    ],
)
def test_retry_after_in_every_form(headers, seconds):
    assert retry_after(headers, NOW) == seconds


@given(st.text())
def test_whatever_stands_there_gives_seconds(text):
    assert 0 <= retry_after({"retry-after": text}, NOW) <= 86_400


@given(st.builds(Exception, st.text()) | st.builds(ValueError) | st.builds(KeyError, st.integers()))
def test_every_exception_means_something(error):
    assert isinstance(read_outage(error), BackendError)


def test_an_error_of_ours_is_found_inside_that_of_a_client():
    outer = RuntimeError("wrapped")
    outer.__cause__ = RefusedError("the host x is not among GAPWRITER_ALLOWED_HOSTS")
    assert read_outage(outer) is outer.__cause__
    outer.__cause__ = InputError("ca.pem", "", "no", "name a PEM file")
    assert isinstance(read_outage(outer), RefusedError)
