"""Years, leadership and architecture that an advertisement asks for."""

import pytest

from gapwriter import read_role


def role_of(tmp_path, text):
    path = tmp_path / "job.txt"
    path.write_text(f"Analyst – Fern Ltd\n\n{text}\n\nNice to have\n- Tableau\n", "utf-8")
    return read_role(path)


@pytest.mark.parametrize(
    "line, years",
    [
        ("5+ years of professional experience", 5),
        ("At least 18 months of sales work with business customers", 1.5),
        ("two years or more in an analyst post", 2),
        ("3 years of electrical work", 3),
        ("Minimum of five (5) years' experience in pump design", 5),
        ("3-5 years in a similar role", 3),
        ("One year of acute care experience", 1),
        ("Two and a half years as a baker", 2.5),
        ("2+ years of Kubernetes", 2),
        ("A three-year degree", None),
        ("Willing to travel twice a year", None),
    ],
)
def test_years(tmp_path, line, years):
    assert role_of(tmp_path, f"Requirements\n- Excel\n- {line}").years == years


def test_the_first_general_figure_counts(tmp_path):
    role = role_of(tmp_path, "Requirements\n- 2 years of Kubernetes\n- 5 years of experience in data roles\n- 3 years in banking")
    assert role.years == 5
    assert [requirement.asked for requirement in role.requirements] == ["Kubernetes", "Tableau"]


def test_years_of_the_company_are_nobodys(tmp_path):
    assert role_of(tmp_path, "Fern was founded 20 years ago.\n\nRequirements\n- Excel\n\nWe offer\nA sabbatical after four years of work.").years is None


@pytest.mark.parametrize(
    "text, leads",
    [
        ("Requirements\n- You have guided other engineers as a technical lead or mentor", True),
        ("Requirements\n- Experience of supervising staff", True),
        ("Requirements\n- You have led a support team of ten", True),
        ("What you will do\n- Lead a team of 12 pickers", True),
        ("Requirements\n- Lead generation", False),
        ("Requirements\n- No direct reports; you report to the team lead", False),
        ("What you will do\n- Report to the team lead", False),
        ("Nice to have\n- Experience of managing people", False),
    ],
)
def test_leadership(tmp_path, text, leads):
    assert role_of(tmp_path, text).leadership is leads


def test_leadership_is_no_skill_beside(tmp_path):
    role = role_of(tmp_path, "Requirements\n- Excel\n- Experience of leading a team of nurses")
    assert [requirement.asked for requirement in role.requirements] == ["Excel", "Tableau"]


def test_architecture(tmp_path):
    assert role_of(tmp_path, "Requirements\n- Experience of designing the system architecture").architecture
    assert not role_of(tmp_path, "Requirements\n- Interest in old buildings").architecture
