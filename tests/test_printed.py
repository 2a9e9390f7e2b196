"""The text that comes out of a PDF or a word processor is read like the Markdown that it was made from."""

import re
import textwrap

import pytest
from conftest import RESUME, ROLE, report_of

from gapwriter.checker import Checker
from gapwriter.printed import read_printed

REPORT = report_of(RESUME, ROLE)
CHECKER = Checker(REPORT.facts)


def lines_of(report, *, width=88):
    """A report as plain lines with numbers of pages between them, its charts behind the prose and its tables in the appendix."""
    lines = ["Noor Halvorsen", "for the role of Senior AI Engineer at", "Northlight"]
    for section in report.sections:
        lines.append(section.title)
        for number, block in enumerate(section.blocks, 1):
            head = f"{number}. {block.head}: " if block.head else ""
            lines += textwrap.wrap(head + " ".join(one.text for one in block.sentences), width, break_on_hyphens=False)
        if section.id == "executive_summary":
            lines += ["Coverage by relation", "essential 1 of 4 met", "1 / 3"]
    return "\n".join([*lines, "Appendix", "Requirement state how", "Python met preferred label,", "claimed", "Docker not shown – –", "3 / 3"])


@pytest.mark.parametrize("width", [60, 88, 140])
def test_lines_of_a_page_are_read_as_sentences(width):
    text = lines_of(REPORT, width=width)
    assert CHECKER.check(text) == [] == CHECKER.check(text, strict=True)


@pytest.mark.parametrize(
    "false", ["PyTorch is well documented.", "Machine learning is an\noptional requirement.", "Noor Halvorsen has nineteen years of\nprofessional experience."]
)
def test_a_false_sentence_is_found_at_its_place(false):
    text = lines_of(REPORT).replace("\nCandidate Profile\n", f"\nCandidate Profile\n{false}\n")
    assert "Candidate Profile" in text and false in text
    place = text.index(false), text.index(false) + len(false)
    assert any(one.span and place[0] <= one.span[0] < one.span[1] <= place[1] for one in CHECKER.check(text))


def test_sentences_are_whole_and_sections_known():
    printed = read_printed(
        "My report\nExecutive Summary\nPython\nis met. SQL is\n1 / 2\nnot.\nCoverage by relation\nessential 1\nSkill Gap Assessment\n- Go is not\nshown\n- C is\nAppendix\nx y"
    )
    assert printed.text == (
        "\n\n# My report\n\n## Executive Summary\n\nPython is met. SQL is not.\n\n| Coverage by relation |\n| essential 1 |"
        "\n\n## Skill Gap Assessment\n\n- Go is not shown\n- C is\n\n## Appendix\n\n\n\n| x y |"
    )


def test_every_character_knows_where_it_came_from():
    text = lines_of(REPORT)
    printed = read_printed(text)
    assert len(printed.text) == len(printed.places) and printed.places == sorted(printed.places)
    for word in re.finditer(r"\w+", printed.text):
        assert text[printed.places[word.start()] : printed.places[word.end() - 1] + 1] == word[0]


@pytest.mark.parametrize(
    "text", ["", "Python is met.", "Executive Summary\nPython is met.", "## Executive Summary\n\nA.\n\n## Candidate Profile\n\nB.\n\nAppendix\n\nAppendix"]
)
def test_any_other_text_is_left_as_it_is(text):
    assert read_printed(text) is None
