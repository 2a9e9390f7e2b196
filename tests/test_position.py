"""Title and employer of a position, told apart."""

import pytest

from gapwriter import read_resume


def jobs_of(tmp_path, text):
    path = tmp_path / "resume.txt"
    path.write_text(f"Ada Brink\n\nEXPERIENCE\n\n{text}\n", "utf-8")
    return [(job.position, job.name) for job in read_resume(path).work]


@pytest.mark.parametrize(
    "line, title, employer",
    [
        ("Machine Learning Engineer, Polder Energy — March 2022 to Present", "Machine Learning Engineer", "Polder Energy"),
        ("Apr 2021 - Present :: ETL Developer :: Gravenbrug Bank", "ETL Developer", "Gravenbrug Bank"),
        ("11.2020 – Present  DevOps Engineer – Fernhill Groceries", "DevOps Engineer", "Fernhill Groceries"),
        ("Staff Nurse, Telemetry (36 beds) – Red Prairie Hospital – February 2021 to Present", "Staff Nurse, Telemetry (36 beds)", "Red Prairie Hospital"),
        ("Administrator, Insight Team, Canalside College (August 2021 – September 2023)", "Administrator, Insight Team", "Canalside College"),
        ("Mechanical Engineer, Duro Pumps, Porto, Portugal, 2019 - 2021", "Mechanical Engineer", "Duro Pumps"),
        ("Pharmacist at Boots, Norwich (2019 to date)", "Pharmacist", "Boots"),
        ("Northern Foods Ltd | Senior Accountant | 2019–2021", "Senior Accountant", "Northern Foods Ltd"),
        ("Hospital Porter, Severn Trust, 2019–2021", "Hospital Porter", "Severn Trust"),
        ("Server, The Gilded Café, May 2019 – August 2021", "Server", "The Gilded Café"),
        ("Web Developer, Wharfside Search Co., 2019 – 2021", "Web Developer", "Wharfside Search Co."),
    ],
)
def test_one_line(tmp_path, line, title, employer):
    assert jobs_of(tmp_path, line) == [(title, employer)]


@pytest.mark.parametrize(
    "lines",
    [
        "Audit Assistant\nHargreaves & Sons LLP\nSept 2014 – Feb 2019",
        "Hargreaves & Sons LLP, York\nAudit Assistant | Sept 2014 – Feb 2019",
        "Sept 2014 – Feb 2019\nAudit Assistant\nHargreaves & Sons LLP",
        "Audit Assistant | Hargreaves & Sons LLP\n09/2014 - 02/2019",
        "Audit Assistant\nSept 2014 to Feb 2019\nHargreaves & Sons LLP, York",
        "HARGREAVES & SONS LLP                       York\nAudit Assistant                   Sept 2014 – Feb 2019",
    ],
)
def test_several_lines(tmp_path, lines):
    (title, employer), *others = jobs_of(tmp_path, f"{lines}\n- Audits of small charities.")
    assert (title, employer.casefold(), others) == ("Audit Assistant", "hargreaves & sons llp", [])
