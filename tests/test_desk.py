"""Blocks held to the facts: faults by place, facts that are left out, and the second lock on a model's sentences."""

import re

import pytest
from conftest import CASES, RESUME, ROLE, SETTINGS, report_of

from gapwriter import write_report
from gapwriter.desk import Desk
from gapwriter.plain import write_plain
from gapwriter.prompt import Prompts
from gapwriter.prose import Block, Origin, Sentence, Shape, is_list, sentences_of

FACTS = report_of(RESUME, ROLE).facts
DESK = Desk(FACTS, Prompts())
SECTIONS = DESK.prompts.sections


def paragraph(*texts, origin=Origin.MODEL):
    return (Block(shape=Shape.PARAGRAPH, sentences=tuple(Sentence(text=text, facts=(), origin=origin) for text in texts)),)


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_the_plain_blocks_hold(section):
    judged = DESK.judge(write_plain(FACTS, SECTIONS[section]), SECTIONS[section])
    assert judged.holds and len(judged.layout.places) == len(sentences_of(judged.blocks))


def test_a_fault_lies_at_its_sentence():
    judged = DESK.judge(
        paragraph("CANDIDATE_SHORT shows Python.", "PyTorch is well documented.", "The resume shows JavaScript."), SECTIONS["candidate_profile"]
    )
    assert set(judged.faults) == {(0, 1)} and judged.faults[0, 1][0].kind == "gap_as_strength"
    place = judged.layout.places[1]
    assert judged.sentence(place).text == "PyTorch is well documented." and "gap.pytorch" in judged.facts_at(place)


def test_what_is_left_out_is_told_by_fact():
    judged = DESK.judge(paragraph("CANDIDATE_SHORT shows Python."), SECTIONS["candidate_profile"])
    assert not judged.faults and not judged.holds
    assert {"experience.leadership", "experience.architecture", "credential.none"} <= set(judged.left_out)


@pytest.mark.parametrize("blocks", [(), (Block(shape=Shape.PARAGRAPH, sentences=()),)])
def test_nothing_holds_nothing(blocks):
    assert not DESK.judge(blocks, SECTIONS["candidate_profile"]).holds


@pytest.mark.parametrize(
    "text, kind",
    [
        ("EMPLOYER_9 is where Python was used.", "artifact_leak"),
        ("Skills by the label that the facts use, each once in a list.", "injection_leak"),
        ("The resume shows Python on a windy Tuesday.", "unverifiable"),
    ],
)
def test_what_belongs_into_no_report_is_a_fault(text, kind):
    judged = DESK.judge(paragraph(text), SECTIONS["candidate_profile"])
    assert kind in [finding.kind for finding in judged.faults[0, 0]]


def test_the_second_lock_is_for_a_models_sentences():
    text = "Whether CANDIDATE_SHORT has led people or designed systems is open; an interview can settle both."
    assert DESK.judge(paragraph(text), SECTIONS["candidate_profile"]).faults
    assert not DESK.judge(paragraph(text, origin=Origin.PLAIN), SECTIONS["candidate_profile"]).faults


def test_a_checker_that_breaks_vouches_for_nothing(monkeypatch):
    desk = Desk(FACTS, DESK.prompts)
    monkeypatch.setattr(desk.checker, "read", lambda *words: 1 / 0)
    assert not desk.judge(paragraph("CANDIDATE_SHORT shows Python."), SECTIONS["candidate_profile"]).holds


def test_a_list_is_told_from_prose():
    assert is_list(write_plain(FACTS, SECTIONS["upskilling_roadmap"])) and not is_list(write_plain(FACTS, SECTIONS["executive_summary"]))


NUMBER = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\b(?!-| (?:of experience|more|years? and))")


def other_numbers(word):
    words = "two three four five six seven eight nine ten".split()
    return [one for one in words if one != word] if word in words else [str(int(word.replace(",", "")) + more) for more in (3, 7, 11)]


@pytest.mark.parametrize("case", ["account-executive-weak-any-of", "teacher-below-level"])
def test_no_sentence_passes_with_another_number_in_it(case):
    facts = write_report(CASES / case / "resume.json", CASES / case / "role.yaml", settings=SETTINGS).facts
    desk, passed, tried = Desk(facts, Prompts()), [], 0
    said = {one.text for section in SECTIONS.values() for one in sentences_of(write_plain(facts, section))}
    for section in SECTIONS.values():
        for one in sentences_of(write_plain(facts, section)):
            for found in NUMBER.finditer(one.text):
                for other in other_numbers(found[0]):
                    text = one.text[: found.start()] + other + one.text[found.end() :]
                    tried += 1
                    if text not in said and not desk.judge(paragraph(text), section).faults:
                        passed.append(text)
    assert tried > 100 and not passed


def test_a_gap_does_not_slip_in_among_what_is_shown():
    judged = DESK.judge(paragraph("Of the skills that the role asks for, positions or projects show Python and PyTorch."), SECTIONS["candidate_profile"])
    assert [finding.kind for finding in judged.faults[0, 0]] == ["gap_as_strength"]
