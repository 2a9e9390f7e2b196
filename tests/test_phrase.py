"""Phrases: lists, wordings and the words that go with them."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import quick

from gapwriter.fact import Fact
from gapwriter.language import read_language
from gapwriter.phrase import MOST, chunks, join_labels, labels_of, number_of, paragraphs, pick, rotate, say, tell_all, with_value


def fact(label="weaving", id="a", **value):
    return Fact(id=id, kind="gap", about=(label,), value=value, text="So it is.", source="role")


@pytest.mark.parametrize(
    "labels, last, expected",
    [
        ([], "and", ""),
        (["A"], "and", "A"),
        (["A", "B"], "and", "A and B"),
        (["A", "B", "C"], "or", "A, B or C"),
        (["A or B", "C"], "and", "C, and A or B"),
        (["A or B"], "and", "A or B"),
        (["research and development", "C"], "and", "research and development, and C"),
    ],
)
def test_lists_in_words(labels, last, expected):
    assert join_labels(read_language(), labels, last) == expected


@pytest.mark.parametrize(
    "labels, expected",
    [
        (["weaving"], "is"),
        (["weaving", "SQL"], "are"),
        (["pivot tables"], "are"),
        (["statistics"], "is"),
        (["pandas"], "is"),
        (["AWS"], "is"),
        (["Kubernetes"], "is"),
        (["data analysis"], "is"),
    ],
)
def test_is_or_are(labels, expected):
    assert {True: "is", False: "are"}[number_of(labels) == 1] == expected


@pytest.mark.parametrize("number, lengths", [(0, []), (1, [1]), (7, [7]), (8, [4, 4]), (15, [5, 5, 5]), (20, [6, 7, 7])])
def test_runs_of_at_most_seven(number, lengths):
    facts = [fact(id=str(one)) for one in range(number)]
    runs = list(chunks(facts))
    assert [len(run) for run in runs] == lengths
    assert [one for run in runs for one in run] == facts


@quick
@given(st.integers(1, 60))
def test_runs_are_of_nearly_equal_length(number):
    lengths = [len(run) for run in chunks([fact()] * number)]
    assert sum(lengths) == number and max(lengths) <= MOST and max(lengths) - min(lengths) <= 1


def test_sentences_name_all_and_take_turns():
    facts = [fact(f"skill {one:02}", str(one)) for one in range(20)]
    found = list(tell_all(read_language(), "plain.gaps.essential", "plain.gaps.too", facts))
    assert ["So are" in one.text for one in found[1:]] == [True, False] and "complete the list" in found[2].text
    assert [fact_id for one in found for fact_id in one.facts] == [str(one) for one in range(20)]


@pytest.mark.parametrize("label", ["{}", "{labels}", "100 %", "a{0}b", "\\", "a|b"])
def test_a_label_is_never_read_as_a_wording(label):
    (one,) = tell_all(read_language(), "plain.plan.left_out.emerging", "plain.plan.left_out.too", [fact(label)])
    assert one.text == f"{label} is emerging and stays outside the plan.".replace("a{0}b is", "A{0}b is").replace("a|b is", "A|b is")


def test_a_sentence_names_each_fact_once_and_begins_with_a_capital():
    one = say("weaving is open.", fact(), fact(), fact(id="b"))
    assert (one.text, one.facts) == ("Weaving is open.", ("a", "b"))


def test_empty_paragraphs_are_left_out():
    assert [len(block.sentences) for block in paragraphs([], [say("One.", fact())], iter(()))] == [1]


def test_a_wording_depends_on_the_fact_alone():
    assert {pick(fact(number=one)) % 3 for one in range(30)} == {0, 1, 2}
    assert pick(fact(number=1, other=2)) == pick(fact(other=2, number=1))
    assert pick(fact("another label", number=1)) == pick(fact(number=1))


def test_a_wording_is_the_same_in_every_run():
    code = "from gapwriter.fact import Fact; from gapwriter.phrase import pick; print(pick(Fact(id='x', kind='k', value={'n': 3, 'l': ['a']}, text='t', source='s')))"
    here = pick(Fact(id="x", kind="k", value={"n": 3, "l": ["a"]}, text="t", source="s"))
    there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"}).stdout.strip()
    assert there == str(here)


def test_wordings_take_turns():
    found = [choice % 3 for choice in rotate([fact(id=str(one)) for one in range(7)])]
    assert len(found) == 7
    assert all(one != other for one, other in pairwise(found))
    assert list(rotate([])) == []


def test_choosing_by_value():
    facts = [fact(id="a", kind="missing"), fact(id="b", kind="below"), fact(id="c")]
    assert [one.id for one in with_value(facts, kind="missing")] == ["a"]
    assert [one.id for one in with_value(facts, kind=None)] == ["c"]
    assert labels_of(facts) == ["weaving"] * 3
