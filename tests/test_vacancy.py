"""Title and company from the first lines of an advertisement."""

import pytest

from gapwriter import read_role


@pytest.mark.parametrize(
    "top, title, company",
    [
        ("Senior Machine Learning Engineer – Brightquay Logistics (hybrid, Antwerp)", "Senior Machine Learning Engineer", "Brightquay Logistics"),
        ("NLP ENGINEER\nLexmere Publishing Tools, York / remote", "NLP Engineer", "Lexmere Publishing Tools"),
        ("Senior Front-end Developer (remote in the EU)\nKESTREL BOOKING", "Senior Front-end Developer", "Kestrel Booking"),
        ("Tollgate Payments is hiring a Site Reliability Engineer", "Site Reliability Engineer", "Tollgate Payments"),
        ("DATA ANALYST, Copperline Mobility (Birmingham, hybrid)", "Data Analyst", "Copperline Mobility"),
        ("COMMUNITY STAFF NURSE, BAND 5 – Lower Wye Community Health", "Community Staff Nurse, Band 5", "Lower Wye Community Health"),
        ("Account Executive, Mid-Market\nLARKSPUR SOFTWARE – Denver or remote (US)", "Account Executive, Mid-Market", "Larkspur Software"),
        ("HR GENERALIST – Stonebridge Dairy, Sun Prairie WI", "HR Generalist", "Stonebridge Dairy"),
        ("Mechanical Design Engineer | Duro Pumps | Porto", "Mechanical Design Engineer", "Duro Pumps"),
        ("# Backend Engineer (Python) at Harbourlight Ltd", "Backend Engineer", "Harbourlight Ltd"),
        ("Orme Logistics\nWarehouse Supervisor", "Warehouse Supervisor", "Orme Logistics"),
        ("Job title: Warehouse Supervisor\nCompany: Orme Logistics", "Warehouse Supervisor", "Orme Logistics"),
        ("Join Kestrel Rail as an HR Business Partner", "HR Business Partner", "Kestrel Rail"),
        ("Electrician needed", "Electrician", ""),
        ("We are looking for a pastry chef for our bakery in Ghent, which opens at four every morning.", "pastry chef", ""),
    ],
)
def test_title_and_company(tmp_path, top, title, company):
    path = tmp_path / "job.md"
    path.write_text(f"{top}\n\nRequirements\n- Excel\n", "utf-8")
    role = read_role(path)
    assert (role.title, role.company) == (title, company)
