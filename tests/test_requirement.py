"""A label as a recruiter writes it, read as what it asks for."""

import pytest

from gapwriter import read_catalog
from gapwriter.requirement import read_level, split_label
from gapwriter.skill import Kind

CATALOG = read_catalog()


@pytest.mark.parametrize(
    "label, parts",
    [
        ("strong Python skills", [("Python",)]),
        ("hands-on experience with Linux", [("Linux",)]),
        ("Python or R", [("Python", "R")]),
        ("SQL and Excel", [("SQL",), ("Excel",)]),
        ("CI/CD", [("CI/CD",)]),
        ("flux capacitor tuning", [("flux capacitor tuning",)]),
    ],
)
def test_a_label_is_read(label, parts):
    assert [split.labels for split in split_label(label, CATALOG)] == parts


def test_the_words_of_the_role_are_kept():
    assert split_label("German (B2)", CATALOG)[0].asked == ("German (B2)",)


@pytest.mark.parametrize(
    "label, level",
    [
        ("advanced Excel", "advanced"),
        ("basic SQL", "beginner"),
        ("strong Python", None),
        ("Advanced Cardiovascular Life Support", None),
        ("fluent French", "expert"),
    ],
)
def test_a_level_is_asked_only_where_it_is_said(label, level):
    assert split_label(label, CATALOG)[0].proficiency == level


@pytest.mark.parametrize(
    "words, level", [("A2", "beginner"), ("B1", "intermediate"), ("B2", "advanced"), ("C1", "expert"), ("a few words", "beginner"), ("native", "expert")]
)
def test_levels_of_a_human_language(words, level):
    assert read_level(words, Kind.HUMAN_LANGUAGE) == level
