"""Sentences as good and as false writers put them (`wordings.jsonl`): what is true passes the strict rules, what is false is found."""

import json
from functools import cache
from pathlib import Path

import pytest
from conftest import CASES, SETTINGS

from gapwriter import write_report
from gapwriter.checker import Checker

ROWS = [json.loads(line) for line in (Path(__file__).parent / "wordings.jsonl").read_text("utf-8").splitlines()]


@cache
def checker(case):
    return Checker(write_report(CASES / case / "resume.json", CASES / case / "role.yaml", settings=SETTINGS).facts)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['case']}: {row['text'][:60]}")
def test_what_is_true_passes_and_what_is_false_is_found(row):
    found = [finding.kind for finding in checker(row["case"]).check(row["text"], row["section"], strict=True) if finding.span]
    assert (not found) is row["holds"], found
