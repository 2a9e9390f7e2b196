"""A whole resume in plain text: nothing invented, nothing dropped silently."""

from datetime import date
from textwrap import dedent

from conftest import SETTINGS

from gapwriter import analyze, read_resume

RESUME = dedent("""\
    ORLA BRENNAN-DIAZ, RN
    Tulsa, OK · orla@mail.example

    Glimmer of hope

    PROFILE
    Calm nurse who would like to work with CRRT.

    LICENSES
    ACLS – expired January 2026, renewal not booked

    EXPERIENCE

    Staff Nurse, Telemetry – Red Prairie Hospital – February 2021 to Present
    • Charge nurse on two weekends a month, directing a team of seven.

    CURRENTLY LEARNING
    Rust, Go

    REFERENCES
    Dr. Python Smith, 01765 000000
    I hold a driving licence.
    """)


def read(tmp_path):
    path = tmp_path / "resume.txt"
    path.write_text(RESUME, "utf-8")
    return path


def test_every_line_is_read_or_named_as_unplaced(tmp_path):
    resume = read_resume(read(tmp_path))
    assert resume.unplaced == (("line 4", "Glimmer of hope"),)
    assert [(p.source, p.section, p.text) for p in resume.passages(date(2026, 11, 1))] == [
        ("line 1", "basics", "RN"),
        ("line 7", "basics", "Calm nurse who would like to work with CRRT."),
        ("line 10", "certificates", "ACLS – expired January 2026, renewal not booked"),
        ("line 14", "work", "Staff Nurse, Telemetry"),
        ("line 15", "work", "Charge nurse on two weekends a month, directing a team of seven."),
        ("line 18", "basics", "Rust"),
        ("line 18", "basics", "Go"),
        ("line 22", "basics", "I hold a driving licence."),
    ]


def test_other_people_stay_out(tmp_path):
    assert not any("Smith" in passage.text for passage in read_resume(read(tmp_path)).passages(date(2026, 11, 1)))


def test_the_analysis_of_a_plain_text(tmp_path):
    analysis = analyze(read(tmp_path), {"title": "Nurse", "essential": ["ACLS", "CRRT", "driving licence"], "optional": ["Rust"]}, SETTINGS)
    assert {match.requirement.asked: str(match.status) for match in analysis.matches} == {
        "ACLS": "missing",
        "CRRT": "missing",
        "driving licence": "met",
        "Rust": "missing",
    }
    assert (analysis.candidate, analysis.experience.months, analysis.experience.leadership.shown) == ("Orla Brennan-Diaz", 69, True)
