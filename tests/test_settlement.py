"""What holds is kept, the rest is plain, where the text speaks of the same things."""

import pytest
from conftest import RESUME, ROLE, report_of
from hypothesis import given, settings
from hypothesis import strategies as st

from gapwriter.desk import Desk
from gapwriter.plain import write_plain
from gapwriter.prompt import Prompts
from gapwriter.prose import Block, Origin, Sentence, Shape, sentences_of
from gapwriter.settlement import in_order, settle, settle_without

FACTS = report_of(RESUME, ROLE).facts
DESK = Desk(FACTS, Prompts())
SECTIONS = DESK.prompts.sections
PLAIN = {name: write_plain(FACTS, section) for name, section in SECTIONS.items()}


def of_model(blocks):
    """Blocks as if a model had written them."""
    return tuple(block.model_copy(update={"sentences": tuple(one.model_copy(update={"origin": Origin.MODEL}) for one in block.sentences)}) for block in blocks)


def settled(name, blocks):
    return settle(DESK.judge(in_order(blocks, PLAIN[name]), SECTIONS[name]), SECTIONS[name], PLAIN[name], DESK)


def texts(blocks):
    return [one.text for one in sentences_of(blocks)]


def paragraph(*texts):
    return Block(shape=Shape.PARAGRAPH, sentences=tuple(Sentence(text=text, facts=(), origin=Origin.MODEL) for text in texts))


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_whatever_is_missing_the_section_is_complete_again(data):
    name = data.draw(st.sampled_from(sorted(PLAIN)))
    blocks = [
        block.model_copy(update={"sentences": tuple(one for one in block.sentences if data.draw(st.booleans()))}) if block.shape is Shape.PARAGRAPH else block
        for block in PLAIN[name]
        if data.draw(st.booleans())
    ]
    found = settled(name, tuple(block for block in blocks if block.sentences))
    assert DESK.judge(found, SECTIONS[name]).holds


def test_a_missing_sentence_comes_back_to_its_place():
    blocks = PLAIN["executive_summary"]
    for number in range(1, len(blocks[0].sentences)):
        kept = blocks[0].model_copy(update={"sentences": tuple(one for at, one in enumerate(blocks[0].sentences) if at != number)})
        assert texts(settled("executive_summary", (kept, *blocks[1:])))[: len(blocks[0].sentences)] == [one.text for one in blocks[0].sentences]


def test_a_single_missing_fact_is_said_alone_where_the_plain_sentence_would_say_much_again():
    text = "The resume shows neither deep learning nor PyTorch."
    rest = [one for one in sentences_of(PLAIN["executive_summary"]) if "PyTorch" not in one.text]
    blocks = (Block(shape=Shape.PARAGRAPH, sentences=(*rest[:2], Sentence(text=text, facts=(), origin=Origin.MODEL), *rest[2:])),)
    found = texts(settled("executive_summary", blocks))
    assert text in found and "The resume does not show machine learning." in found


def test_a_false_sentence_falls_with_what_leans_on_it():
    blocks = (*of_model(PLAIN["candidate_profile"]), paragraph("PyTorch is well documented.", "It is the reason for much.", "The resume shows JavaScript."))
    found = texts(settled("candidate_profile", blocks))
    assert "PyTorch is well documented." not in found and "It is the reason for much." not in found


def test_items_stand_in_the_plans_order_and_strangers_among_them_fall():
    steps = [block for block in PLAIN["upskilling_roadmap"] if block.shape is Shape.STEP]
    false = steps[0].model_copy(update={"sentences": (Sentence(text="Weeks 1 to 99 (400 hours).", facts=(), origin=Origin.MODEL),)})
    juggling = Block(shape=Shape.STEP, head="Juggling", sentences=paragraph("Weeks 3 to 4.").sentences)
    found = settled("upskilling_roadmap", (false, juggling, *steps[1:]))
    assert [block.head for block in found if block.head] == [block.head for block in steps]
    assert next(block for block in found if block.head) == steps[0]


def test_a_sentence_of_an_item_is_replaced_in_it():
    steps = [block for block in PLAIN["upskilling_roadmap"] if block.shape is Shape.STEP]
    weeks, *rest = of_model(steps)[1].sentences
    false = steps[1].model_copy(update={"sentences": (weeks.model_copy(update={"text": "Weeks 2 to 99 (400 hours)."}), *rest)})
    found = [block for block in settled("upskilling_roadmap", (steps[0], false, *steps[2:])) if block.head][1]
    assert [one.text for one in found.sentences] == [one.text for one in steps[1].sentences]
    assert [one.origin for one in found.sentences] == [Origin.PLAIN, *(Origin.MODEL for _ in rest)]


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_places_that_are_taken_out_are_filled(name):
    found = settle_without({(0, 0)}, PLAIN[name], SECTIONS[name], PLAIN[name], DESK)
    assert DESK.judge(found, SECTIONS[name]).holds


def test_nonsense_leaves_the_plain_blocks():
    assert (
        settled("candidate_profile", (paragraph("x", "y"),)) == PLAIN["candidate_profile"]
        or DESK.judge(settled("candidate_profile", (paragraph("x", "y"),)), SECTIONS["candidate_profile"]).holds
    )
