"""What a text says: sentences with their places, names that stay what they are, signs, quantities."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapwriter import read_catalog
from gapwriter.claims import Names, read_text
from gapwriter.claims.claim import read_sign
from gapwriter.claims.passage import read_passage
from gapwriter.claims.quantity import read_counts, read_spans

NAMES = Names(
    [
        ("Ruby Castellanos", "N", "CANDIDATE"),
        ("Ruby", "N", "CANDIDATE"),
        ("Ruby", "S", "ruby"),
        ("Go", "S", "go"),
        ("R", "S", "r"),
        ("Excel", "S", "excel"),
        ("Python", "S", "python"),
        ("data modelling", "S", "data modelling"),
        ("pupil assessment", "S", "pupil assessment"),
        ("Power BI", "S", "power-bi"),
        ("Data Modelling in Depth", "R", "course"),
        ("Open Press", "P", "Open Press"),
    ]
)


def read(text, section="Executive Summary"):
    return read_text(text, NAMES, read_catalog(), section)


def names(text):
    return [(one.kind, one.text) for one in NAMES.find(text)]


def signs(text):
    return {(claim.entity.text, claim.sign) for said in read(text).said for claim in said.claims if claim.kind == "hold" and claim.sign}


# --- passages ------------------------------------------------------------------------------------------------------------------------


def test_sentences_have_their_places_and_sections():
    text = "## Executive Summary\n\nOne thing, e.g. this. Dr. Li has 1.5 years!\n\n- first item\n- second: item.\n"
    passage = read_passage(text)
    assert [one.text for one in passage.sentences] == ["One thing, e.g. this.", "Dr. Li has 1.5 years!", "first item", "second: item."]
    assert all(text[one.start : one.end] == one.text and one.section == "Executive Summary" for one in passage.sentences)
    assert [one.is_item for one in passage.sentences] == [False, False, True, True]


def test_a_list_keeps_the_line_that_it_stands_under():
    passage = read_passage("Missing skills:\n- Go\n- Python\n\nThat is all.")
    assert [one.lead for one in passage.sentences] == ["", "Missing skills:", "Missing skills:", ""]


def test_a_row_of_a_table_is_no_sentence():
    assert [one.is_row for one in read_passage("| Skill | state |\n| --- | --- |\n| Go | met |").sentences] == [True, True]


@given(st.text())
def test_every_sentence_stands_in_its_text(text):
    passage = read_passage(text)
    assert all(text[one.start : one.end] == one.text and one.text.strip() for one in passage.sentences)
    assert all(a.end <= b.start for a, b in zip(passage.sentences, passage.sentences[1:], strict=False))


# --- names ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, found",
    [
        ("Ruby Castellanos knows Ruby.", [("N", "Ruby Castellanos"), ("S", "Ruby")]),
        ("Ruby has yet to learn Go.", [("N", "Ruby"), ("S", "Go")]),
        ("It will go on, and nobody excels.", []),
        ("R is documented, R&D is not.", [("S", "R")]),
        ("modelling data and data modeling", [("S", "modelling data"), ("S", "data modeling")]),
        ("assessing pupils", [("S", "assessing pupils")]),
        ("PowerBI, power bi", [("S", "PowerBI"), ("S", "power bi")]),
        ("“Data Modelling in Depth” (Open Press)", [("R", "Data Modelling in Depth"), ("P", "Open Press")]),
        ("Ruby's record", [("N", "Ruby")]),
    ],
)
def test_names_stay_what_they_are(text, found):
    assert names(text) == found


@given(st.text())
def test_names_lie_in_order_inside_the_text(text):
    found = NAMES.find(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


# --- signs ---------------------------------------------------------------------------------------------------------------------------

HELD = [
    "The candidate knows S.",
    "S is documented.",
    "Nobody could doubt the grounding in S.",
    "The candidate does not lack S.",
    "No training is needed in S.",
    "It would be wrong to say that S is missing.",
    "S is no gap.",
    "The candidate has already acquired S.",
]
MISSING = [
    "The candidate lacks S.",
    "S is not documented.",
    "The candidate has yet to acquire S.",
    "The record is far from showing S.",
    "The profile is silent on S.",
    "Nothing in the record points to S.",
    "S remains to be learned.",
    "Without any trace of S.",
]
SILENT = ["The role asks for S.", "S comes first in the roadmap.", "The absence of S does not rule out exposure."]


@pytest.mark.parametrize("text, sign", [*((text, "+") for text in HELD), *((text, "-") for text in MISSING)])
def test_a_clause_has_a_sign(text, sign):
    assert read_sign(text.lower().replace(" s.", " S.").replace("s is", "S is").replace(" s ", " S "))[0] in (sign, "n" if sign == "-" else sign)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Python is documented, but Go is missing.", {("Python", "+"), ("Go", "-")}),
        ("Neither Python nor Go is documented.", {("Python", "-"), ("Go", "-")}),
        ("Of Python and Go, only the latter is documented.", {("Go", "+"), ("Python", "-")}),
        ("Not Python but Go should worry the hiring team.", {("Python", "+"), ("Go", "-")}),
        ("It is not Python that holds the candidate back but Go.", {("Python", "+"), ("Go", "-")}),
        ("Unlike Python, which is documented, Go will have to be learned.", {("Python", "+"), ("Go", "-")}),
        ("Python (met), Go (open).", {("Python", "+"), ("Go", "-")}),
        ("Python is there, Go is not.", {("Python", "+"), ("Go", "-")}),
        ("If the candidate had Go, the match would improve.", {("Go", "-")}),
        ("Had the role stopped at Python, the candidate would match.", {("Python", "+")}),
        ("All but Go is documented.", {("Go", "-")}),
        ("Apart from Python, nothing is documented.", {("Python", "+")}),
        ("The role asks for Python.", set()),
    ],
)
def test_each_name_of_a_sentence_has_a_sign_of_its_own(text, expected):
    assert signs(text) == expected


def test_a_hedge_is_told():
    claims = [claim for said in read("The candidate presumably knows Go.").said for claim in said.claims if claim.kind == "hold"]
    assert [(claim.sign, claim.hedged) for claim in claims] == [("+", True)]


# --- quantities ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, true, false",
    [
        ("three years", 36, 37),
        ("four years and six months", 54, 48),
        ("one and a half years", 18, 12),
        ("over three years", 38, 36),
        ("at least three years", 36, 35),
        ("nearly three years", 30, 36),
        ("more than a decade", 132, 120),
        ("eighteen months", 18, 17),
        ("fewer than three years", 35, 36),
    ],
)
def test_times_admit_what_is_true(text, true, false):
    (quantity,) = read_spans(text)
    assert quantity.unit == "years" and quantity.admits(true) and not quantity.admits(false)


@pytest.mark.parametrize(
    "text, met, of, true",
    [
        ("two of the four core requirements", 2, 4, True),
        ("two of the four core requirements", 2, 5, False),
        ("of four core requirements, two", 2, 4, True),
        ("three quarters of the core requirements", 3, 4, True),
        ("half of the core list", 2, 4, True),
        ("most of the core requirements", 2, 4, False),
        ("none of the core requirements", 0, 4, True),
        ("all core requirements", 4, 4, True),
        ("one in three core requirements", 1, 3, True),
    ],
)
def test_counts_admit_what_is_true(text, met, of, true):
    (count,) = read_counts(text, [])
    assert count.admits(met, of) is true


@given(st.text())
def test_any_text_can_be_read(text):
    reading = read(text)
    assert reading.text == text and all(said.sentence.text for said in reading.said)
