"""Each check flags its own FLAGS in the shipped example and passes its ALLOWS."""

import pytest
from conftest import CASES, SETTINGS

from gapwriter import plugins, write_report
from gapwriter.checker import ORDER, Checker

CHECKS = plugins.names("checks")
EXAMPLE = CASES / "senior-ai-engineer"
CHECKER = Checker(write_report(EXAMPLE / "resume.json", EXAMPLE / "role.yaml", settings=SETTINGS).facts)
LEFT_OUT = {"omitted_core_gap", "omitted_requirement", "gap_without_roadmap_step"}


def cases(kind):
    return [(name, text) for name in CHECKS for text in getattr(plugins.load("checks", name), kind)]


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_tells_its_fault_with_examples(name):
    module = plugins.load("checks", name)
    assert module.__doc__.strip().endswith(".") and module.FLAGS and module.ALLOWS and getattr(module, "KIND", name) in ORDER


@pytest.mark.parametrize("name, text", cases("FLAGS"))
def test_what_a_check_flags_is_flagged(name, text):
    kind = getattr(plugins.load("checks", name), "KIND", name)
    found = [finding for finding in CHECKER.check(text) if finding.kind == kind]
    assert found and all(finding.span is None or text[slice(*finding.span)].strip() for finding in found)


@pytest.mark.parametrize("name, text", cases("ALLOWS"))
def test_what_a_check_allows_passes_all_checks(name, text):
    own = set() if name in LEFT_OUT else LEFT_OUT  # a text of one sentence leaves out most of its section
    assert [finding.kind for finding in CHECKER.check(text) if finding.kind not in own] == []
