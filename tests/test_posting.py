"""The day of an advertisement and the pay it states, and what only looks like them."""

import pytest

from gapwriter.posting import read_posted, read_salary


@pytest.mark.parametrize(
    "line, day",
    [
        ("Date posted: 2021-04-22", "2021-04-22"),
        ("Posted on 12 October 2026", "2026-10-12"),
        ("October 3rd, 2026", "2026-10-03"),
        ("Published: Oct 3, 2026", "2026-10-03"),
        ("Apply by 3 May 2026", ""),
        ("Posted 03/04/2026", ""),
        ("Posted on 31 June 2026", ""),
        ("Since 2 May 2020 we have grown.", ""),
    ],
)
def test_the_day_is_read_where_a_line_says_that_it_is_one(line, day):
    assert read_posted(["Data Engineer", line]) == day


@pytest.mark.parametrize(
    "line, told",
    [
        ("Salary: €58,000 – €72,000 per year", (58000, 72000, "EUR", "year")),
        ("$120k-150k", (120000, 150000, "USD", "year")),
        ("£32,000 to £38,000 per annum plus bonus", (32000, 38000, "GBP", "year")),
        ("Pay: $28.50 per hour", (28.5, 28.5, "USD", "hour")),
        ("Base salary 85 000 - 95 000 EUR", (85000, 95000, "EUR", "year")),
        ("€4.200 monthly", (4200, 4200, "EUR", "month")),
        ("CHF 110'000–130'000", (110000, 130000, "CHF", "year")),
        ("Compensation: 55-65k EUR", (55000, 65000, "EUR", "year")),
    ],
)
def test_a_stated_pay_is_read_with_currency_and_period(line, told):
    salary = read_salary(["Nurse", line])
    assert (salary.low, salary.high, salary.currency, salary.period) == told


@pytest.mark.parametrize(
    "line",
    [
        "Competitive salary",
        "We raised $40 million in funding",
        "A bonus of up to $5,000",
        "You hold a budget of $50,000",
        "PTO 25 days, 401k",
        "Responsible for $2,000,000 to $3,000,000 in sales",
        "Pay: $5,000",
        "$90,000 - $40,000 per year",
    ],
)
def test_other_money_is_no_pay(line):
    assert read_salary(["Nurse", line]) is None
