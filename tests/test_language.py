"""The fixed text of a language: complete, and numbers, dates and lists as that language writes them."""

import re
from datetime import date

import pytest

from gapwriter.errors import InputError
from gapwriter.language import AUDIENCES, fill, languages, read_language

NAMES = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("code", languages())
def test_a_language_has_every_text_of_english_with_the_same_names(code, audience):
    ours, english = read_language(code, audience), read_language("en", audience)
    assert {key for key in ours.keys if not key.startswith("units.")} == {key for key in english.keys if not key.startswith("units.")}
    for key in english.keys - {key for key in english.keys if key.startswith("units.")}:
        used = {name for text in ours.choices(key) for name in NAMES.findall(text)}
        assert used <= {name for text in english.choices(key) for name in NAMES.findall(text)}, key


def test_english_writes_numbers_dates_and_lists():
    english = read_language()
    assert [english.number(n) for n in (0, 1, 12, 13, 1234)] == ["no", "one", "twelve", "13", "1,234"]
    assert [english.months(n) for n in (0, 1, 12, 38)] == ["no months", "one month", "one year", "three years and two months"]
    assert english.date(date(2026, 11, 2)) == "2 November 2026"
    assert [english.join(words) for words in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
    assert english.join(["A", "B", "C"], "or") == "A, B or C"


def test_a_value_that_holds_braces_stays_as_it_is():
    assert fill("{who} for {role}", {"who": "{role}", "role": "x"}) == "{role} for x"


def test_a_language_that_is_not_there_is_refused_by_name():
    with pytest.raises(InputError, match="'xx' is none of ours; use one of en"):
        read_language("xx")
