"""Sentences and blocks: what a section is made of."""

import pytest
from pydantic import ValidationError

from gapwriter.prose import Block, SectionText, Sentence, Shape


def sentence(text, *facts):
    return Sentence(text=text, facts=facts)


def test_the_sentences_of_a_section_in_the_order_of_reading():
    section = SectionText(
        id="a",
        title="A",
        blocks=(
            Block(shape=Shape.PARAGRAPH, sentences=(sentence("One.", "a"), sentence("Two.", "b"))),
            Block(shape=Shape.STEP, head="Weaving", sentences=(sentence("Three.", "a"),)),
        ),
    )
    assert [one.text for one in section.sentences] == ["One.", "Two.", "Three."]
    assert SectionText(id="a", title="A", blocks=()).sentences == ()


def test_shapes():
    assert [str(shape) for shape in Shape] == ["paragraph", "item", "step"]
    with pytest.raises(ValidationError):
        Block(shape="table", sentences=())


def test_a_sentence_names_its_facts_and_does_not_change():
    with pytest.raises(ValidationError):
        Sentence(text="One.")
    with pytest.raises(ValidationError):
        sentence("One.", "a").text = "Two."
