"""Months are exact, and no month counts twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapwriter import InputError
from gapwriter.dates import Period, count_months, last_complete_month, read_month

periods = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)).map(lambda pair: Period(pair[0], sum(pair))), max_size=12)


@given(periods)
def test_the_union_counts_each_month_once(periods):
    assert count_months(periods) == len({month for first, last in periods for month in range(first, last + 1)})


@given(periods)
def test_the_order_of_the_periods_changes_nothing(periods):
    assert count_months(periods) == count_months(reversed(periods))


@pytest.mark.parametrize(
    "text, month", [("2021", (2021, 1)), ("2021-03", (2021, 3)), ("2021-03-15", (2021, 3)), (" 2021-12 ", (2021, 12)), ("2024-02-29", (2024, 2))]
)
def test_a_month_is_read_from_an_iso_date(text, month):
    assert read_month(text, "f", "p") == month[0] * 12 + month[1] - 1


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2021-13", "2021-00", "2021-02-30", "2023-02-29", "03/2021", "21", "0999", "3021", "2021-3", "2021-03-15T00:00", "2021 - 2022", "March 2021"],
)
def test_what_is_no_date_is_refused_with_its_place(text):
    with pytest.raises(InputError) as error:
        read_month(text, "resume.json", "work[0].startDate")
    assert str(error.value).startswith(f"resume.json: work[0].startDate: {text!r} is not ") and "YYYY" in error.value.cure


@pytest.mark.parametrize(
    "day, month",
    [
        (date(2026, 11, 1), (2026, 10)),
        (date(2026, 11, 29), (2026, 10)),
        (date(2026, 11, 30), (2026, 11)),
        (date(2024, 2, 28), (2024, 1)),
        (date(2024, 2, 29), (2024, 2)),
        (date(2026, 1, 5), (2025, 12)),
    ],
)
def test_present_counts_through_the_last_month_that_is_over(day, month):
    assert last_complete_month(day) == month[0] * 12 + month[1] - 1
