"""What a model wrote becomes blocks, and blocks become the text that is checked."""

import pytest
from conftest import RESUME, ROLE, report_of
from hypothesis import given
from hypothesis import strategies as st

from gapwriter.checker import Checker
from gapwriter.manuscript import find_head, lay_out, read_manuscript
from gapwriter.prose import Origin, Shape

FACTS = report_of(RESUME, ROLE).facts
CHECKER = Checker(FACTS)


def texts(text, listed=False):
    return [[sentence.text for sentence in block.sentences] for block in read_manuscript(text, CHECKER, listed)]


def test_paragraphs_and_sentences():
    assert texts("One is here. Two is\nhere.\n\nThree is here.") == [["One is here.", "Two is here."], ["Three is here."]]


@pytest.mark.parametrize(
    "text",
    [
        "## Executive Summary\n\nPython is shown.",
        "**Python** is `shown`.",
        "*Python* is shown. ",
        "Python is shown (F12, F13).",
        "Python is shown [F12].",
        "[Python](http://example.org) is shown.",
        "---\nPython is shown.\n| a | b |\n",
        "# Report\nPython is shown.",
    ],
)
def test_markup_is_taken_off(text):
    assert texts(text) == [["Python is shown."]]


def test_the_article_before_a_name_falls():
    assert texts("The CANDIDATE works at the EMPLOYER_1. The ROLE role is open.") == [["CANDIDATE works at EMPLOYER_1.", "The ROLE role is open."]]


def test_items_keep_their_heads_in_a_list_and_run_on_in_prose():
    text = "Two steps.\n\n1. **Docker**, weeks 1 to 2. Proof: a file.\n2. **SQL:** week 3.\nThat is all."
    blocks = read_manuscript(text, CHECKER, True)
    assert [(block.shape, block.head) for block in blocks] == [(Shape.PARAGRAPH, ""), (Shape.ITEM, "Docker"), (Shape.ITEM, "SQL")]
    assert [sentence.text for sentence in blocks[1].sentences] == ["Weeks 1 to 2.", "Proof: a file."]
    assert texts("- Python is shown.\n- SQL is not shown.") == [["Python is shown."], ["SQL is not shown."]] or texts(
        "- Python is shown.\n- SQL is not shown."
    ) == [["Python is shown.", "SQL is not shown."]]


def test_no_sentence_ends_inside_a_title():
    title = next(fact for fact in report_of(RESUME, {**ROLE, "essential": ["statistics"]}).facts.of("resource.record")).value["title"]
    assert len(texts(f"The catalog has “{title}”. It is free.")[0]) == 2


def test_the_layout_says_where_each_sentence_stands():
    blocks = read_manuscript("CANDIDATE is here. So is ROLE.\n\n- **Docker**: one week. It is short.", CHECKER, True)
    layout = lay_out(blocks, FACTS.cast)
    assert [layout.text[place.start : place.end] for place in layout.places] == [
        "Noor Halvorsen is here.",
        "So is Senior AI Engineer.",
        "- **Docker**: One week.",
        "It is short.",
    ]
    assert [(place.block, place.number) for place in layout.places] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_the_origin_is_the_writers():
    assert read_manuscript("A b.", CHECKER, False, Origin.REVISED)[0].sentences[0].origin is Origin.REVISED


def test_heads_are_found_by_their_words():
    assert find_head("machine Learning", ["SQL", "Machine learning"]) == "Machine learning"
    assert find_head("Deep learning", ["Machine learning"]) is None


@given(st.text(), st.booleans())
def test_whatever_comes_gives_blocks_that_can_be_laid_out(text, listed):
    blocks = read_manuscript(text, CHECKER, listed)
    layout = lay_out(blocks, FACTS.cast)
    assert len(layout.places) == sum(len(block.sentences) for block in blocks)
