"""Which dated lines are paid work, and jobs that are told in sentences."""

import pytest

from gapwriter import read_resume


def read(tmp_path, text):
    path = tmp_path / "resume.txt"
    path.write_text(f"Ada Brink\nada@example.org\n\n{text}\n", "utf-8")
    return read_resume(path)


def jobs_of(tmp_path, text):
    return [(job.position, job.name, job.start_date, job.end_date) for job in read(tmp_path, text).work]


def test_studies_unpaid_work_and_leave_are_no_jobs(tmp_path):
    text = """EXPERIENCE
Welder, Fern Ltd, 2019 - 2021
Volunteer, Red Cross blood drive, 2018 - 2019
Career break, Feb 2016 - Aug 2017

EDUCATION
BSc Physics, Fern University, 2012 - 2015

VOLUNTEERING
2015–2017 Scout leader, 3rd Ripon

COURSES
Welding course, 2018 - 2019"""
    assert jobs_of(tmp_path, text) == [("Welder", "Fern Ltd", "2019", "2021")]


def test_dates_in_a_task_head_no_position(tmp_path):
    text = "WORK\nAnalyst, Fern Ltd, 2019 - 2024\n- Led the four-person squad since 2022.\n- Cut costs from 2020 to 2021."
    assert jobs_of(tmp_path, text) == [("Analyst", "Fern Ltd", "2019", "2024")]


def test_positions_as_bullets(tmp_path):
    text = "EXPERIENCE\n- Pharmacist at Boots (2019 to date)\n- Dispenser at Norwich General Hospital (August 2018 - July 2019)"
    assert jobs_of(tmp_path, text) == [("Pharmacist", "Boots", "2019", ""), ("Dispenser", "Norwich General Hospital", "2018-08", "2019-07")]


def test_without_any_heading(tmp_path):
    text = "2016-09 to 2020-03: Research Fellow, University of Accra\n2020-04 to present: Statistician, Volta Ltd\n - Trials in R\n\nPhD Statistics, University of Kent, 2012-2016\n\nR, SAS, Stata"
    resume = read(tmp_path, text)
    assert [(job.position, job.start_date) for job in resume.work] == [("Research Fellow", "2016-09"), ("Statistician", "2020-04")]
    assert {(piece.section, piece.text) for piece in resume.outline.passages} >= {("education", "PhD Statistics"), ("skills", "SAS")}


def test_jobs_told_in_sentences(tmp_path):
    text = (
        "I worked at Amazon in Leeds from June 2018 to August 2020 as a picker and since September 2020 I have been a forklift operator at Wincanton. "
        "I studied logistics from 2014 to 2017."
    )
    assert jobs_of(tmp_path, text) == [("picker", "Amazon", "2018-06", "2020-08"), ("forklift operator", "Wincanton", "2020-09", "")]


def test_the_title_is_said_and_the_employer_is_not(tmp_path):
    found = read(tmp_path, "WORK\nCharge Nurse, Python Hospital, 2019 - 2021\n- Wound care").outline.passages
    assert [(piece.text, piece.heading) for piece in found] == [("Charge Nurse", "position"), ("Wound care", "WORK")]


def test_a_remark_behind_the_employer_is_said(tmp_path):
    found = read(
        tmp_path, "WORK\nSite supervisor, Beck Construction, 2018–\nBricklayer, Orme Ltd. Responsible for 14 labourers on site, 2014-18"
    ).outline.passages
    assert "Responsible for 14 labourers on site" in [piece.text for piece in found]


TWO = [("Buyer", "Elm Ltd", "2019-03", "2021-06"), ("Clerk", "Fern Foods", "2016", "2019")]


@pytest.mark.parametrize(
    "text",
    [
        "In short\n\nQuiet buyer.\n\nStations (oldest last)\n\n03/2019 to 06/2021\nBuyer, Elm Ltd\nOrdered paper.\n\n2016 to 2019\nClerk, Fern Foods\nFiled.",
        "PROFESSIONAL HISTORY\n\nElm Ltd\nBuyer\n03/2019 - 06/2021\n> Ordered paper.\n\nFern Foods\nClerk\n2016 - 2019\n> Filed.",
        "*Desks*\n\nElm Ltd, Leeds (two floors)\nBuyer | 03.2019 - 06.2021\n  Ordered paper.\n\nFern Foods\nClerk | 2016 - 2019\n  Filed.",
        "WORK\n\nMar 2019     Jun 2021     Buyer, Elm Ltd\n2016         2019         Clerk, Fern Foods",
        "WORK\n\nBuyer @ Elm Ltd (03/2019 to 06/2021; 0.8 since 2020)\nOrdered.\n\nClerk @ Fern Foods (2016 to 2019)\nFiled.",
    ],
)
def test_layouts(tmp_path, text):
    assert jobs_of(tmp_path, text) == TWO


@pytest.mark.parametrize(
    "pause",
    [
        "2018 - 2019   Illness and recovery",
        "2018 - 2019   Between jobs",
        "2018 - 2019   At home with two small children",
        "2018 - 2019   Round the world by bicycle",
        "2018 - 2019   Full-time study, University of Leeds",
        "2018 to spring 2019\nParental leave, and a lot of trains.",
    ],
)
def test_time_between_jobs_is_no_job(tmp_path, pause):
    found = jobs_of(tmp_path, f"WORK\n\n2019 - 2021   Buyer, Elm Ltd\n\n{pause}\n\n2016 - 2018   Clerk, Fern Foods")
    assert [title for title, *_ in found] == ["Buyer", "Clerk"]


def test_a_year_at_the_edge_of_a_wrapped_line_heads_nothing(tmp_path):
    text = (
        "WORK\n\n2019 - 2021\nDeveloper, Elm Ltd\nCoroutines everywhere, a database on the device, and a small framework to wire\n"
        "it up. Did the accessibility pass over all screens with two blind testers. From 2020\nI was responsible for two developers."
    )
    assert jobs_of(tmp_path, text) == [("Developer", "Elm Ltd", "2019", "2021")]
