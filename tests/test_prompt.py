"""The sections: which there are, in which order, and that what they must state exists."""

import pytest
from conftest import RESUME, ROLE, report_of
from pydantic import ValidationError
from strategies import LINKED, asking, label, small_report

from gapwriter.prompt import Section, prompts_folder, read_sections


def test_six_sections_in_this_order():
    assert [section.title for section in read_sections()] == [
        "Executive Summary",
        "Candidate Profile",
        "Market Requirements Analysis",
        "Skill Gap Assessment",
        "Upskilling Roadmap",
        "Recommended Resources",
    ]


def test_the_id_is_the_name_of_the_file_without_its_number():
    files = sorted(file.name for file in (prompts_folder() / "sections").iterdir() if file.name.endswith(".md"))
    assert [section.id for section in read_sections()] == [name.partition("_")[2].removesuffix(".md") for name in files]


def test_every_section_must_state_something_and_no_kind_twice():
    for section in read_sections():
        kinds = (*section.must_state, *section.may_state)
        assert section.must_state
        assert len(set(kinds)) == len(kinds)


def test_every_kind_that_must_be_stated_occurs():
    """A misspelled kind would ask for nothing, and nobody would see it."""
    reports = [
        report_of(RESUME, ROLE),
        report_of(RESUME, {**ROLE, "essential": ["zorbing desk", {"skill": "Python", "proficiency": "expert"}], "licences": ["HGV licence"]}),
        small_report({"skills": [{"name": "weaving"}], "work": [{"name": "Kvist"}]}, asking("weaving", optional=["dyeing"], emerging=["knotwork"])),
    ]
    for section in read_sections():
        for kind in section.must_state:
            assert any(report.facts.of(kind) for report in reports), kind


def test_every_section_says_what_to_write_behind_its_front_matter():
    for file in (prompts_folder() / "sections").iterdir():
        _, front, text = file.read_text("utf-8").split("+++")
        assert "must_state" in front
        assert len(text.split()) > 8


def test_no_prompt_names_a_skill_of_its_own():
    texts = "\n".join(file.read_text("utf-8") for file in (prompts_folder() / "sections").iterdir())
    assert not [label(skill_id) for skill_id in LINKED if f" {label(skill_id)} " in texts and label(skill_id)[0].isupper()]


@pytest.mark.parametrize("field", [{"must": []}, {"must_state": "gap"}, {"title": None}])
def test_front_matter_that_says_something_else_is_refused(field):
    with pytest.raises(ValidationError):
        Section.model_validate({"id": "a", "title": "A", "must_state": ["gap"], **field})
