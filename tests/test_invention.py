"""What words that no fact knows are taken for."""

import pytest
from conftest import RESUME, ROLE, report_of

from gapwriter.checker import Checker
from gapwriter.invention import judge

CHECKER = Checker(report_of(RESUME, ROLE).facts)


def kinds(text, section):
    return [kind for said in CHECKER.read(text, section).said for kind, _ in judge(said, CHECKER.world)]


@pytest.mark.parametrize(
    "text, section, kind",
    [
        ("Noor also knows Haskell.", "Candidate Profile", "invented_skill"),
        ("The skills include Python, falconry and Git.", "Candidate Profile", "invented_skill"),
        ("Noor holds a Certified Falconer certificate.", "Candidate Profile", "invented_credential"),
        ("Noor has worked at Oakmoor Industries.", "Candidate Profile", "invented_history"),
        ("Essential: Python, falconry and PyTorch.", "Market Requirements Analysis", "invented_requirement"),
    ],
)
def test_a_stranger_has_a_class(text, section, kind):
    assert kinds(text, section) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Noor knows Python.",
        "The sections below give the details.",
        "The comparison rests on the resume alone.",
        "Noor has worked at Lindvik.",
        "Python, on the other hand, is documented.",
    ],
)
def test_plain_words_are_no_strangers(text):
    assert kinds(text, "Candidate Profile") == []
