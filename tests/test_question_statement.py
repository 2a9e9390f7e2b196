"""Interview questions: from what is open, only named or missing; each with what a good answer shows."""

import pytest
from conftest import CASES, RESUME, ROLE, listed, report_of
from hypothesis import given
from strategies import pairs, quick, report_from

from gapwriter import check, write_report
from gapwriter.manuscript import lay_out
from gapwriter.plain import write_plain
from gapwriter.prompt import choose_sections
from gapwriter.settings import Settings

SETTINGS = Settings.model_validate({"as_of": "2026-11-01", "sections": "interview_questions"})


def questions(resume, role):
    return {fact.about: fact.text for fact in report_of(resume, role).facts.of("question")}


def test_open_conditions_come_first_and_gaps_bring_their_proof():
    asked = questions(RESUME, ROLE)
    assert list(asked)[:2] == [("years of experience",), ("leadership",)]
    assert "comes close to a model trained on public data" in asked[("machine learning",)]
    assert ("Docker",) not in asked and ("Python",) not in asked


def test_skills_that_are_only_named_share_a_question():
    asked = questions(listed("Python", "SQL"), {"title": "T", "essential": ["Python", "SQL"]})
    assert list(asked) == [("Python", "SQL")]


def test_what_the_resume_denies_is_not_asked():
    resume = {**RESUME, "basics": {"name": "Noor Halvorsen", "summary": "I have never used PyTorch."}}
    assert ("PyTorch",) not in questions(resume, ROLE)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_the_section_passes_the_check_and_stands_behind_the_others(case):
    pair = CASES / case / "resume.json", CASES / case / "role.yaml"
    report = write_report(*pair, settings=SETTINGS)
    (section,) = report.sections
    assert section.title == "Interview Questions" and len(section.blocks) == len(report.facts.of("question"))
    assert check(report.render(), report.facts, strict=True) == []
    names = "executive_summary,candidate_profile,market_requirements_analysis,skill_gap_assessment,upskilling_roadmap,recommended_resources,interview_questions"
    whole = write_report(*pair, settings=SETTINGS.model_copy(update={"sections": names}))
    assert check(whole.render(), whole.facts, strict=True) == []


def test_a_question_that_is_left_out_is_found():
    report = write_report(RESUME, ROLE, settings=SETTINGS)
    lines = [line for line in report.render().splitlines() if not line.startswith("- **PyTorch**")]
    assert [finding.facts for finding in check("\n".join(lines), report.facts, strict=True)] == [("question.pytorch",)]


def test_elsewhere_a_report_asks_nothing():
    facts = report_of(RESUME, ROLE).facts
    found = check("Is it not clear that Noor masters PyTorch?", facts, "Executive Summary", strict=True)
    assert "a report asks nothing outside the questions for an interview" in [finding.message for finding in found]


@quick
@given(pairs())
def test_any_section_of_questions_passes_the_check(pair):
    facts = report_from(pair).facts
    (section,) = choose_sections("interview_questions")
    layout = lay_out(write_plain(facts, section), facts.cast)
    assert check(layout.text, facts, section.title, strict=True) == []


@quick
@given(pairs())
def test_any_pair_gives_questions_that_name_what_they_are_about(pair):
    for fact in report_from(pair).facts.of("question"):
        assert fact.text.count("?") == 1 and fact.text.endswith(".") and "{" not in fact.text and fact.about
