"""What a requirement names, and what only explains, illustrates or places it."""

import pytest

from gapwriter import read_role


def asked(tmp_path, line):
    path = tmp_path / "job.txt"
    path.write_text(f"Analyst – Fern Ltd\n\nRequirements\n- {line}\n", "utf-8")
    return [requirement.asked for requirement in read_role(path).requirements]


@pytest.mark.parametrize(
    "line, labels",
    [
        ("Salesforce, since it is our CRM", ["Salesforce"]),
        ("PyTorch – all our models are written in it", ["PyTorch"]),
        ("Apache Spark, because the data do not fit into Excel", ["Apache Spark"]),
        ("AWS (we run in Frankfurt)", ["AWS"]),
        ("Excel for the people in finance", ["Excel"]),
        ("Dashboards in Tableau", ["Tableau"]),
        ("Payroll processing in ADP", ["Payroll processing", "ADP"]),
        ("Cost accounting in manufacturing", ["Cost accounting"]),
        ("Employee relations: investigations, warnings and hard talks", ["Employee relations"]),
        ("Automated tests: Cypress and Playwright", ["Cypress", "Playwright"]),
        ("Web performance work (Core Web Vitals)", ["Core Web Vitals"]),
        ("Month-end close, including journal entries and accruals", ["Month-end close"]),
        ("Machine learning, in particular deep learning", ["Machine learning", "deep learning"]),
        ("Pipeline management and honest sales forecasting", ["Pipeline management", "sales forecasting"]),
        ("Bachelor's degree in accounting or finance", ["Bachelor's degree"]),
        ("Strong Excel", ["Excel"]),
        ("CCRN certification, or the wish to get it", ["CCRN"]),
        ("Spanish, as half of our guests speak it", ["Spanish"]),
    ],
)
def test_entries(tmp_path, line, labels):
    assert asked(tmp_path, line) == labels
