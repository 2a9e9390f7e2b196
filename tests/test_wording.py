"""Numbers, dates and lists in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapwriter.wording import capital, count_noun, join_words, visible, write_date, write_months, write_number


@pytest.mark.parametrize("number, words", [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1000, "1,000"), (-1, "-1")])
def test_numbers_are_words_up_to_twelve(number, words):
    assert write_number(number) == words


@pytest.mark.parametrize(
    "months, words",
    [
        (0, "no months"),
        (1, "one month"),
        (11, "eleven months"),
        (12, "one year"),
        (13, "one year and one month"),
        (38, "three years and two months"),
        (60, "five years"),
        (13 * 12 + 5, "13 years and five months"),
    ],
)
def test_months_are_years_and_months(months, words):
    assert write_months(months) == words


@pytest.mark.parametrize("number, words", [(1, "one week"), (2, "two weeks"), (0, "no weeks"), (38, "38 weeks")])
def test_a_noun_agrees_with_its_number(number, words):
    assert count_noun(number, "week") == words


def test_a_date_is_written_in_full():
    assert write_date(date(2026, 11, 2)) == "2 November 2026"


@pytest.mark.parametrize("words, text", [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")])
def test_a_list_ends_in_and(words, text):
    assert join_words(words) == text
    assert join_words(words, "or") == text.replace(" and ", " or ")


@pytest.mark.parametrize(
    "text, begun", [("machine learning", "Machine learning"), ("dbt is", "dbt is"), ("iOS apps", "iOS apps"), ("", ""), ("SQL", "SQL"), ("über", "Über")]
)
def test_a_sentence_begins_with_a_capital_unless_a_name_forbids_it(text, begun):
    assert capital(text) == begun


@given(st.text())
def test_visible_text_is_one_line_without_control_characters(text):
    shown = visible(text)
    assert len(shown.splitlines()) <= 1 and visible(shown) == shown
    assert not {"\x1b", "\x00", "\u202e"} & set(shown)


@pytest.mark.parametrize("name", ["نور حداد", "👩‍💻 Ada", "O’Neil", "می‌خواهم"])
def test_visible_text_keeps_every_script(name):
    assert visible(name) == name
