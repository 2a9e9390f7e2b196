"""Tables of a report: each cell that states a fact is held to it."""

import pytest
from conftest import RESUME, ROLE, report_of

from gapwriter import check

REPORT = report_of(RESUME, ROLE)
TEXT = REPORT.render()
ROWS = [line for line in TEXT.splitlines() if line.startswith("| ")]


def row(start):
    return next(line for line in ROWS if line.startswith(start))


def kinds_after(old, new):
    assert old != new and old in TEXT
    return {finding.kind for finding in check(TEXT.replace(old, new, 1), REPORT.facts)}


@pytest.mark.parametrize(
    "start, old, new, kind",
    [
        ("| PyTorch | essential", "not shown", "met", "gap_as_strength"),
        ("| Python | essential", "| met |", "| not shown |", "strength_as_gap"),
        ("| PyTorch | essential", "essential", "optional", "wrong_tier"),
        ("| essential | 1 ", "| 1 |", "| 3 |", "wrong_number"),
        ("| PyTorch | [", "free", "paid", "wrong_price"),
    ],
)
def test_a_changed_cell_is_found(start, old, new, kind):
    line = row(start)
    assert kind in kinds_after(line, line.replace(old, new, 1))


def test_changed_weeks_hours_order_and_totals_are_found():
    steps = [line for line in ROWS if line.split("|")[1].strip().isdigit()]
    total = next(line for line in ROWS if "**total**" in line)
    for line in (*steps, total):
        cells = line.split("|")
        for at, cell in enumerate(cells):
            number = cell.strip().strip("*")
            if number.isdigit():
                changed = [*cells[:at], cell.replace(number, str(int(number) + 3)), *cells[at + 1 :]]
                assert kinds_after(line, "|".join(changed)) & {"wrong_number", "wrong_priority"}


def test_a_resource_for_another_skill_or_of_another_provider_is_found():
    line = row("| PyTorch | [")
    assert "resource_wrong_skill" in kinds_after(line, line.replace("| PyTorch |", "| Docker |", 1))
    cells = line.split("|")
    assert "wrong_provider" in kinds_after(line, "|".join([*cells[:3], " Foo House ", *cells[4:]]))


def test_tables_of_others_are_read_by_their_heads():
    text = "## Skill Gap Assessment\n\n| Skill | Status | Tier |\n|---|---|---|\n| Machine learning | ✓ | must-have |\n| Python | ✗ | nice to have |\n"
    kinds = {finding.kind for finding in check(text, REPORT.facts)}
    assert {"gap_as_strength", "strength_as_gap", "wrong_tier"} <= kinds


def test_a_true_table_passes():
    assert check(TEXT, REPORT.facts) == []
