"""Words and numbers that no fact accounts for are found; the plain sentences and the facts themselves pass."""

import pytest
from conftest import CASES, RESUME, ROLE, SETTINGS, report_of

from gapwriter import write_report
from gapwriter.checker import Checker
from gapwriter.guard import Guard
from gapwriter.prompt import read_sections

SECTIONS = {section.title: section for section in read_sections()}
GUARD = Guard(Checker(report_of(RESUME, ROLE).facts))


@pytest.mark.parametrize(
    "sentence",
    [
        "Noor led a crew of twelve in Python.",
        "The resume shows strong Python.",
        "Machine learning is not shown, because Noor was ill.",
        "A renewal course is already booked.",
        "The resume documents 41 weeks of Python.",
        "Half of the essential requirements are met.",
        "The resume shows two-way Python.",
    ],
)
def test_what_is_brought_in_is_found(sentence):
    found = list(GUARD.check(sentence, SECTIONS["Executive Summary"]))
    assert [finding.kind for finding in found] == ["unverifiable"] and "“" in found[0].message


@pytest.mark.parametrize(
    "sentence",
    [
        "The resume meets one of four essential requirements, Python.",
        "Neither machine learning nor deep learning is documented.",
        "Both optional requirements remain open.",
    ],
)
def test_other_words_for_the_facts_pass(sentence):
    assert not list(GUARD.check(sentence, SECTIONS["Executive Summary"]))


def test_a_cause_passes_where_the_facts_give_it():
    section = SECTIONS["Upskilling Roadmap"]
    assert not list(GUARD.check("SQL is left out because it does not fit into the horizon of 52 weeks.", section))
    assert list(GUARD.check("SQL is left out because Noor dislikes it.", section))


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_the_facts_themselves_pass(case):
    facts = write_report(CASES / case / "resume.json", CASES / case / "role.yaml", settings=SETTINGS).facts
    guard = Guard(Checker(facts))
    for section in SECTIONS.values():
        for fact in facts.of(*section.must_state, *section.may_state):
            assert not list(guard.check(facts.cast.restore(fact.text), section)), fact.text
