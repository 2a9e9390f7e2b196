"""Whether words are used as the name of a skill, seen through what is found in a sentence."""

from datetime import date

import pytest

from gapwriter import read_catalog
from gapwriter.mention import Lexicon, find_mentions

CATALOG = read_catalog()


def surfaces(text, asked=(), **context):
    lexicon = Lexicon(CATALOG, (), [CATALOG.find_label(label).skill_id for label in asked])
    return [mention.surface for mention in find_mentions(text, lexicon, as_of=date(2026, 11, 1), **context)]


@pytest.mark.parametrize(
    "text, surface",
    [
        ("Moved the shop from Ruby 2.7 to 3.2.", "Ruby"),
        ("Kept the team handbook in Notion.", "Notion"),
        ("Wrote the drivers in C for a meter.", "C"),
        ("Released the app in Go and Swift.", "Go"),
        ("English, French and a little Dutch, all spoken daily.", "French"),
        ("Good communication skills in English.", "English"),
        ("Java python Kotlin", "python"),
        ("Moved the workbooks to Python (pandas).", "Python"),
    ],
)
def test_a_name_is_found(text, surface):
    assert surface in surfaces(text)


@pytest.mark.parametrize(
    "text, word",
    [
        ("I excel at turning questions into figures.", "excel"),
        ("Sings in the Java Street Choir.", "Java"),
        ("Reported to Mr Jenkins.", "Jenkins"),
        ("Kept the R&D diary.", "R"),
        ("Plays Django Reinhardt tunes.", "Django"),
        ("Fed the red pandas.", "pandas"),
        ("Kept the electronic chart.", "electronic"),
        ("Staff Nurse at Elm House.", "Staff Nurse"),
        ("Answered phones for a family-owned HVAC company.", "HVAC"),
        ("Software engineer, Cerner Corporation, Kansas City.", "Cerner"),
        ("Sang with the chorus at La Scala in 2018.", "Scala"),
        ("Supervised by Professor Sarah Jenkins, Department of History.", "Jenkins"),
        ("Team member, Vue Cinemas.", "Vue"),
        ("Good communication skills in English literature.", "English"),
        ("Served French wines.", "French"),
        ("Checked in passengers for SAS and charter flights.", "SAS"),
        ("Unloaded ships as a docker in the harbour.", "docker"),
    ],
)
def test_another_meaning_is_not(text, word):
    assert word not in surfaces(text)


def test_what_the_role_asks_for_needs_less_proof():
    text = "Faultfinding on VFDs."
    assert surfaces(text, asked=["variable frequency drives"]) == ["VFDs"]


def test_an_entry_of_a_list_is_a_name():
    assert surfaces("Go", is_list=True) == ["Go"]


def test_an_abbreviation_is_no_singular_of_another():
    assert CATALOG.find_label("CMM") is None or CATALOG.find_label("CMM").label == "CMM"
