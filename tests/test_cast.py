"""The cast: names behind placeholders, and how they come back."""

import pytest
from conftest import ROLE, compare, listed
from hypothesis import given
from hypothesis import strategies as st
from strategies import quick

from gapwriter.cast import Cast, cast_names, free_labels


def cast(name="Ada Brink", role=None, **resume):
    return cast_names(compare({**listed("Python"), **resume, "basics": {"name": name}}, role or {"title": "Keeper", "essential": ["Python"]}))


@pytest.mark.parametrize(
    "name, short",
    [
        ("Ada Brink", "Ada"),
        ("Ada", "Ada"),
        ("  Ada   Brink ", "Ada"),
        ("Dr. Ada Brink", "Dr. Ada Brink"),
        ("Prof Ada Brink", "Prof Ada Brink"),
        ("A. Brink", "A. Brink"),
        ("van der Berg", "van der Berg"),
        ("Mary-Jane Watson", "Mary-Jane"),
        ("Øystein Ås", "Øystein"),
        ("李小龙", "李小龙"),
        ("", "the candidate"),
    ],
)
def test_short_name(name, short):
    names = cast(name).names
    assert names["CANDIDATE_SHORT"] == short
    assert names["CANDIDATE"] == (" ".join(name.split()) or "the candidate")


def test_all_names():
    work = [{"position": "Clerk", "name": "Lindvik"}, {"position": "", "name": "Kvist  &  Co."}]
    role = {"title": "Keeper", "company": "Northlight", "essential": ["Python", "zorbing desk"], "optional": ["glim writing"]}
    assert cast(role=role, work=work).names == {
        "CANDIDATE": "Ada Brink",
        "CANDIDATE_SHORT": "Ada",
        "ROLE": "Keeper",
        "COMPANY": "Northlight",
        "TITLE_1": "Clerk",
        "EMPLOYER_1": "Lindvik",
        "EMPLOYER_2": "Kvist & Co.",
        "SKILL_1": "zorbing desk",
        "SKILL_2": "glim writing",
    }


def test_free_labels_are_those_the_catalog_does_not_know_each_once():
    role = {**ROLE, "optional": ["zorbing desk", {"any_of": ["glim writing", "zorbing desk"]}]}
    assert free_labels(compare(listed("Python"), role)) == ["zorbing desk", "glim writing"]


@pytest.mark.parametrize(
    "names, text, expected",
    [
        ({"CANDIDATE": "Ada Brink"}, "CANDIDATE is considered.", "Ada Brink is considered."),
        ({"CANDIDATE": "Ada", "CANDIDATE_SHORT": "A"}, "CANDIDATE_SHORT and CANDIDATE.", "A and Ada."),
        ({"CANDIDATE": "the candidate"}, "CANDIDATE is considered.", "The candidate is considered."),
        ({"CANDIDATE": "the candidate"}, "Of CANDIDATE nothing is known.", "Of the candidate nothing is known."),
        ({"EMPLOYER_1": "Supply Co."}, "Most recently at EMPLOYER_1.", "Most recently at Supply Co."),
        ({"EMPLOYER_1": "Supply Co."}, "At EMPLOYER_1 since then.", "At Supply Co. since then."),
        ({"EMPLOYER_1": "One", "EMPLOYER_12": "Twelve"}, "EMPLOYER_12, EMPLOYER_1.", "Twelve, One."),
        ({"CANDIDATE": "ROLE COMPANY", "ROLE": "Clerk", "COMPANY": "Kvist"}, "CANDIDATE as ROLE at COMPANY.", "ROLE COMPANY as Clerk at Kvist."),
        ({"SKILL_1": r"a\1b"}, "With SKILL_1.", r"With a\1b."),
        ({"ROLE": "Clerk"}, "ROLES and PAROLE.", "ROLES and PAROLE."),
        ({"ROLE": "dbt keeper"}, "ROLE is the role.", "dbt keeper is the role."),
        ({}, "Nothing to put in place.", "Nothing to put in place."),
    ],
)
def test_restore(names, text, expected):
    assert Cast(names=names).restore(text) == expected


@quick
@given(st.text(max_size=30), st.text(max_size=30))
def test_a_name_comes_back_as_it_is(name, employer):
    assert Cast(names={"CANDIDATE": name, "EMPLOYER_1": employer}).restore("“CANDIDATE” and “EMPLOYER_1”") == f"“{name}” and “{employer}”"
