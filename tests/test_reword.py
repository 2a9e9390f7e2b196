"""A rewording keeps words, subjects, names, numbers and claims."""

import pytest
from conftest import RESUME, ROLE, report_of

from gapwriter.checker import Checker
from gapwriter.reword import keeps_meaning

CHECKER = Checker(report_of(RESUME, ROLE).facts)


def keeps(plain, reworded):
    return keeps_meaning(plain, reworded, "Executive Summary", CHECKER)


@pytest.mark.parametrize(
    "plain, reworded",
    [
        ("Machine learning and deep learning are not shown.", "Machine learning and deep learning are not documented."),
        ("Besides what the role asks for, the resume shows JavaScript.", "Beyond what the role asks for, the resume also shows JavaScript."),
        ("Docker and SQL are not shown.", "Not shown are Docker and SQL."),
    ],
)
def test_the_same_in_other_words_passes(plain, reworded):
    assert keeps(plain, reworded)


@pytest.mark.parametrize(
    "plain, reworded",
    [
        ("Machine learning is not shown.", "Machine learning is not shown."),
        ("Machine learning is not shown.", "Machine learning is shown."),
        ("Machine learning is not shown.", "Deep learning is not shown."),
        ("The resume does not show machine learning, but Python.", "The resume does not show Python, but machine learning."),
        (
            "The role asks for five years of experience, more than the resume documents.",
            "The resume documents five years of experience, more than the role asks for.",
        ),
        ("The other condition, five years of experience, is met.", "The other condition, five years of experience, meets."),
        ("Machine learning is shown below the level asked for.", "Machine learning is shown to be shown to be shown."),
        ("Machine learning is not shown.", "Machine learning is not shown yet, sadly."),
        ("Machine learning is not shown.", "Machine learning is not shown"),
        ("The roadmap takes 12 weeks.", "The roadmap takes 21 weeks."),
        ("Whether Noor has led people is open.", "Noor has led people."),
    ],
)
def test_anything_else_does_not(plain, reworded):
    assert not keeps(plain, reworded)
