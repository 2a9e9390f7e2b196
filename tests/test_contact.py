"""Name and address at the top of a resume."""

import pytest

from gapwriter import read_resume


def read(tmp_path, text):
    path = tmp_path / "resume.txt"
    path.write_text(text, "utf-8")
    return read_resume(path)


@pytest.mark.parametrize(
    "top, name",
    [
        ("ILSE VARNHAGEN-OKORO", "Ilse Varnhagen-Okoro"),
        ("MARGUERITE O'NEILL, RN, BSN", "Marguerite O'Neill"),
        ("Jane Doe RN BSN", "Jane Doe"),
        ("Dr. Samuel Osei, PhD", "Dr. Samuel Osei"),
        ("Curriculum Vitae\n\nJürgen Großmann", "Jürgen Großmann"),
        ("Name: María del Carmen Ruiz", "María del Carmen Ruiz"),
        ("Sam Whitlock | Site supervisor | sam@example.net", "Sam Whitlock"),
        ("Jane Doe (she/her)", "Jane Doe"),
        ("李小龙", "李小龙"),
        ("Олена Шевченко", "Олена Шевченко"),
        ("RESUME\n========\nTOMASZ WIERZBICKI", "Tomasz Wierzbicki"),
    ],
)
def test_the_name(tmp_path, top, name):
    assert read(tmp_path, f"{top}\nada@example.org\n\nSKILLS\nPython, SQL\n").name == name


@pytest.mark.parametrize("top", ["ada@example.org", "Senior Accountant", "Curriculum Vitae", "SKILLS"])
def test_no_name(tmp_path, top):
    assert read(tmp_path, f"{top}\n\nSKILLS\nPython, SQL\n").name == ""


def test_addresses_are_neither_said_nor_left_over(tmp_path):
    resume = read(
        tmp_path,
        "David Oyelaran\n1200 Main Street, Apt 4, Springfield, IL 62701\n(217) 555-0134 | david@example.com\nMadison, Wisconsin\nDate of birth: 1 March 1993\n\nSKILLS\nPython, SQL\n",
    )
    assert ([piece.text for piece in resume.outline.passages], resume.unplaced) == (["Python", "SQL"], ())


def test_letters_behind_the_name_count(tmp_path):
    assert [piece.text for piece in read(tmp_path, "Jane Doe, CPA\n\nSKILLS\nExcel\n").outline.passages] == ["CPA", "Excel"]
