"""The strict rules: what a report of our own must say, and how."""

import pytest
from conftest import RESUME, ROLE, report_of

from gapwriter.checker import Checker

REPORT = report_of(RESUME, ROLE)
CHECKER, TEXT = Checker(REPORT.facts), REPORT.render()


def found(text):
    return {(finding.kind, finding.section) for finding in CHECKER.check(text, strict=True)}


def test_a_report_as_it_is_written_is_complete():
    assert found(TEXT) == set()


@pytest.mark.parametrize(
    "old, new, kind, section",
    [
        ("PyTorch", "something", "omitted_core_gap", "Skill Gap Assessment"),
        ("## Executive Summary\n\n", "## Executive Summary\n\nNoor lacks PyTorch.\n\n", "wording", "Executive Summary"),
        ("## Executive Summary\n\n", "## Executive Summary\n\nThe zorbing went well.\n\n", "unverifiable", "Executive Summary"),
        ("## Executive Summary\n\n", "## Executive Summary\n\nYou can be sure of it.\n\n", "unverifiable", "Executive Summary"),
        ("## Executive Summary\n\n", "## Executive Summary\n\nWe recommend to hire.\n\n", "wording", "Executive Summary"),
    ],
)
def test_what_breaks_a_rule_is_found(old, new, kind, section):
    assert (kind, section) in found(TEXT.replace(old, new))


def test_a_fact_that_a_section_must_state_and_does_not_is_found():
    start, end = TEXT.index("## Upskilling Roadmap"), TEXT.index("## Recommended Resources")
    assert ("omitted_fact", "Upskilling Roadmap") in found(TEXT[:start] + "## Upskilling Roadmap\n\nSteps follow.\n\n" + TEXT[end:])


def test_strangers_are_not_held_to_the_strict_rules():
    assert not [finding for finding in CHECKER.check("Noor lacks PyTorch.") if finding.kind == "wording"]
