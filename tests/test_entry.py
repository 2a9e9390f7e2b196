"""Wrapped lines and lists in one line."""

import pytest

from gapwriter import read_resume


def pieces_of(tmp_path, text):
    path = tmp_path / "resume.txt"
    path.write_text(f"Ada Brink\n\n{text}\n", "utf-8")
    return read_resume(path).outline.passages


def test_wrapped_prose_is_read_whole(tmp_path):
    (piece,) = pieces_of(
        tmp_path,
        "PROFILE\nI look after eight patients per shift before and after surgery and I do not\nknow Kubernetes beyond a course. The ward moved to electronic records in 2022\nand I taught the night staff.",
    )
    assert piece.text.endswith("I do not know Kubernetes beyond a course. The ward moved to electronic records in 2022 and I taught the night staff.")
    assert piece.line == 4


def test_a_bullet_goes_on_in_the_line_below(tmp_path):
    found = pieces_of(tmp_path, "PROJECTS\n* Payment service in Java,\n  down for four minutes a year\n* Chess engine in Go")
    assert [piece.text for piece in found] == ["Payment service in Java, down for four minutes a year", "Chess engine in Go"]


def test_names_one_a_line_stay_apart(tmp_path):
    assert [piece.text for piece in pieces_of(tmp_path, "SKILLS\npython\nsql\ndocker")] == ["python", "sql", "docker"]


@pytest.mark.parametrize("line", ["Python, SQL, Docker", "Python · SQL · Docker", "Python | SQL | Docker", "Python; SQL; Docker.", "• Python • SQL • Docker"])
def test_marks_between_the_names_of_a_list(tmp_path, line):
    assert [(piece.text, piece.is_list) for piece in pieces_of(tmp_path, f"SKILLS\n{line}")] == [("Python", True), ("SQL", True), ("Docker", True)]


def test_parentheses_stay_with_their_name(tmp_path):
    assert [piece.text for piece in pieces_of(tmp_path, "SKILLS\nExcel (lookups, pivot tables), Bill.com")] == ["Excel (lookups, pivot tables)", "Bill.com"]


@pytest.mark.parametrize("line", ["Exposure: Azure, Go", "Python and SQL, but no Java, Kotlin or Scala", "Never used: Docker, Kubernetes"])
def test_a_list_that_says_more_than_names_is_kept_whole(tmp_path, line):
    assert [(piece.text, piece.is_list) for piece in pieces_of(tmp_path, f"SKILLS\n{line}")] == [(line, False)]


def test_tools_below_a_position_are_a_list(tmp_path):
    found = pieces_of(tmp_path, "WORK\nDeveloper, Fern Ltd, 2019-2021\nEnvironment: Python, Docker, Go")
    assert [(piece.section, piece.text) for piece in found if piece.is_list] == [("work", "Python"), ("work", "Docker"), ("work", "Go")]


@pytest.mark.parametrize(
    "line",
    [
        "Excel: started an online course in September, currently at formulas",
        "Databricks: online academy, in progress",
        "Terraform – a half-day class, nothing since",
        "Kubernetes, one tutorial at home",
        "Power BI; began a course in May",
        "First aid, expired 2024",
    ],
)
def test_a_remark_stays_with_its_name(tmp_path, line):
    assert [piece.text for piece in pieces_of(tmp_path, f"SKILLS\n{line}")] == [line]


def test_what_one_does_not_know_is_an_item_of_its_own(tmp_path):
    assert [piece.text for piece in pieces_of(tmp_path, "SKILLS\nWord, PowerPoint, no Access")] == ["Word", "PowerPoint", "no Access"]


@pytest.mark.parametrize(
    "line, languages",
    [
        ("Norwegian: from my father, fluent", ["Norwegian: from my father, fluent"]),
        ("Polish      mother tongue", ["Polish      mother tongue"]),
        ("German: C1, French: A2", ["German: C1", "French: A2"]),
        ("Dutch (B1, attending a course): at work, English: native", ["Dutch (B1, attending a course): at work", "English: native"]),
    ],
)
def test_a_language_keeps_what_is_said_of_it(tmp_path, line, languages):
    assert [piece.text for piece in pieces_of(tmp_path, f"LANGUAGES\n{line}")] == languages


def test_small_letters_as_bullets(tmp_path):
    found = pieces_of(tmp_path, "PROJECTS\n  o  Payment service in Java, in use at\n     four shops\n  o  Chess engine in Go")
    assert [piece.text for piece in found] == ["Payment service in Java, in use at four shops", "Chess engine in Go"]
