"""Headings of a resume, in all the ways in which people set them."""

import pytest

from gapwriter import read_resume

SETTINGS = ["{}", "{}:", "**{}**", "## {}", "=== {} ===", "{}\n--------"]


def passages(tmp_path, text, suffix=".md"):
    from datetime import date

    path = tmp_path / f"resume{suffix}"
    path.write_text(text, "utf-8")
    return list(read_resume(path).passages(date(2026, 11, 1)))


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize(
    "title, section",
    [
        ("SKILLS", "skills"),
        ("Technical Skills", "skills"),
        ("Things I use", "skills"),
        ("LICENSES AND CERTIFICATIONS", "certificates"),
        ("Registration", "certificates"),
        ("Courses", "certificates"),
        ("Language skills", "languages"),
        ("Volunteer experience", "volunteer"),
        ("Community involvement", "volunteer"),
        ("Side projects", "projects"),
        ("Career objective", "basics"),
        ("ABOUT ME", "basics"),
        ("Hobbies and interests", "interests"),
        ("Awards & Honours", "awards"),
        ("Employment history", "work"),
        ("Where I have worked", "work"),
    ],
)
def test_known_headings(tmp_path, setting, title, section):
    found = passages(tmp_path, f"Ada Brink\nada@example.org\n\n{setting.format(title)}\nKnots and splices in rope of every kind\n")
    assert [(passage.section, passage.heading) for passage in found] == [(section, title)]


def test_a_title_in_the_same_line(tmp_path):
    found = passages(tmp_path, "Ada Brink\n\nSkills: Python, SQL (advanced), Docker\nLanguages: Dutch (native), English (C1)\n")
    assert [(passage.section, passage.text) for passage in found] == [
        ("skills", "Python"),
        ("skills", "SQL (advanced)"),
        ("skills", "Docker"),
        ("languages", "Dutch (native)"),
        ("languages", "English (C1)"),
    ]


def test_programming_languages_stay_among_the_skills(tmp_path):
    found = passages(tmp_path, "Ada Brink\n\nSKILLS\nLanguages: Python, Go\n")
    assert {(passage.section, passage.heading) for passage in found if passage.text in ("Python", "Go")} == {("skills", "Languages")}


def test_an_unknown_title_in_capitals_keeps_its_words(tmp_path):
    found = passages(tmp_path, "Ada Brink\n\nSKILLS\nPython, SQL\n\nLIMITS, SO THAT NOBODY IS SURPRISED\nNo experience with NetSuite or any large ERP.\n")
    assert (found[-1].section, found[-1].heading) == ("basics", "LIMITS, SO THAT NOBODY IS SURPRISED")


def test_what_is_being_learned_keeps_its_title(tmp_path):
    found = passages(tmp_path, "Ada Brink\n\nCURRENTLY LEARNING\nRust, Go\n")
    assert [(passage.text, passage.heading, passage.is_list) for passage in found] == [("Rust", "CURRENTLY LEARNING", True), ("Go", "CURRENTLY LEARNING", True)]


@pytest.mark.parametrize("line", ["— Tools —", "*Tools*", "~ Tools ~"])
def test_a_title_between_marks(tmp_path, line):
    found = passages(tmp_path, f"Ada Brink\n\nPROFILE\nQuiet and quick.\n\n{line}\nPython, SQL\n", ".txt")
    assert [(passage.section, passage.text) for passage in found[1:]] == [("skills", "Python"), ("skills", "SQL")]


@pytest.mark.parametrize("title", ["What I would like to learn", "Where I stand with the new things", "Still to come", "What I do not bring yet"])
def test_a_title_that_is_half_a_sentence(tmp_path, title):
    found = passages(tmp_path, f"Ada Brink\n\nWORK\nClerk, Fern Ltd, 2019 - 2021\n- Filed the post.\n\n{title}\n\nPython and SQL\n", ".txt")
    assert (found[-1].text, found[-1].section, found[-1].heading) == ("Python and SQL", "basics", title)


def test_the_first_of_a_list_is_no_title(tmp_path):
    found = passages(tmp_path, "Ada Brink\n\nLANGUAGES\n\nGerman: mother tongue\nItalian: C1\n", ".txt")
    assert [(passage.section, passage.text) for passage in found] == [("languages", "German: mother tongue"), ("languages", "Italian: C1")]


def test_papers_are_publications_or_certificates(tmp_path):
    found = passages(tmp_path, "Ada Brink\n\nPAPERS\nLevel 2 Food Safety, renewed 2025\nNVQ Level 2 Cookery, 2019\n", ".txt")
    assert {passage.section for passage in found} == {"certificates"}
    assert {passage.section for passage in passages(tmp_path, "Ada Brink\n\nPAPERS\nOn knots and splices in rope of every kind\n", ".txt")} == {"publications"}
