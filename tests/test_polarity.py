"""What the words around a skill say of the person."""

from datetime import date

import pytest

from gapwriter.polarity import Polarity, read_polarity

AS_OF = date(2026, 11, 1)


def polarity(sentence, skill, heading=""):
    start = sentence.index(skill)
    return read_polarity(sentence, start, start + len(skill), heading, AS_OF)


@pytest.mark.parametrize(
    "sentence, skill, expected",
    [
        ("Built forecasts in Python.", "Python", Polarity.HAS),
        ("I have no experience with Kubernetes so far.", "Kubernetes", Polarity.NO),
        ("No SQL, but Java every day.", "Java", Polarity.HAS),
        ("Excel yes, Access no", "Access", Polarity.NO),
        ("Excel yes, Access no", "Excel", Polarity.HAS),
        ("Not only Python but also Go.", "Python", Polarity.HAS),
        ("Uses Excel daily and has no problem with long lists", "Excel", Polarity.HAS),
        ("Currently learning Rust.", "Rust", Polarity.LEARNING),
        ("Completed an online course in Rust.", "Rust", Polarity.HAS),
        ("Arterial lines: exposure only.", "Arterial lines", Polarity.EXPOSURE),
        ("I would like to move into MLOps.", "MLOps", Polarity.WANTS),
        ("CPA: planning to sit for the first section in 2027.", "CPA", Polarity.WANTS),
        ("Payroll is done by the accountant.", "Payroll", Polarity.OTHERS),
        ("A colleague built the dashboards in Tableau.", "Tableau", Polarity.OTHERS),
        ("ACLS – expired January 2026", "ACLS", Polarity.EXPIRED),
        ("BLS, expires 02/2028", "BLS", Polarity.HAS),
        ("CPR certification, valid until 30 September 2026", "CPR", Polarity.EXPIRED),
    ],
)
def test_sentence(sentence, skill, expected):
    assert polarity(sentence, skill) is expected


@pytest.mark.parametrize(
    "heading, expected",
    [
        ("Currently learning", Polarity.LEARNING),
        ("Machine learning", Polarity.HAS),
        ("Goals", Polarity.WANTS),
        ("Lesson plans", Polarity.HAS),
        ("Not yet trained", Polarity.NO),
    ],
)
def test_a_heading_speaks_for_what_stands_under_it(heading, expected):
    assert polarity("Rust", "Rust", heading) is expected


def test_a_certificate_that_ends_on_the_day_itself_still_holds():
    assert polarity("CPR, valid until 1 November 2026", "CPR") is Polarity.HAS
