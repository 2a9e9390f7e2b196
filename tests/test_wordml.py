"""Text as XML of Word."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapwriter.wording import visible
from gapwriter.wordml import NAMESPACES, escape, run, turned

W = f"{{{NAMESPACES['w']}}}"


def read(xml):
    return ET.fromstring(f'<w:p xmlns:w="{NAMESPACES["w"]}">{xml}</w:p>')


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")))
def test_escaped_text_reads_as_it_was(text):
    shown = ET.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert (shown.text or "") == shown.get("b") == visible(text)


@given(st.text(st.sampled_from("ab <&>\"'{%שםنو1., ")))
def test_a_run_keeps_its_text_and_its_spaces(text):
    shown = "".join(piece.text or "" for piece in read(run(text)).iter(f"{W}t"))
    assert " ".join(shown.split()) == " ".join(text.split())
    assert (shown[:1].isspace(), shown[-1:].isspace()) == (text[:1].isspace(), text[-1:].isspace())


def test_what_no_xml_can_hold_is_replaced():
    assert escape("a\ufffeb") == "a\ufffdb"


@pytest.mark.parametrize(("text", "marked"), [("Noor", []), ("for نور الهاشمي now", ["نور الهاشمي"]), ("דנה", ["דנה"]), ("王小明", [])])
def test_words_from_right_to_left_are_runs_of_their_own(text, marked):
    runs = read(run(text)).findall(f"{W}r")
    assert ["".join(one.itertext()) for one in runs if one.find(f"{W}rPr/{W}rtl") is not None] == marked


@pytest.mark.parametrize(("text", "whole"), [("نور", True), ("نور (x)", True), ("report of نور", False), ("Noor", False), ("", False), ("12", False)])
def test_most_letters_tell_the_direction(text, whole):
    assert turned(text) is whole
