"""The statements about a roadmap: steps, proofs, resources, and what was left out."""

import re

import pytest
from conftest import listed
from hypothesis import given
from strategies import SMALL, asking, pairs, quick, report_from, small_report


def facts_of(role, resume=None, **changes):
    return small_report(resume or listed("bachelor's degree"), role, **changes).facts


def texts(facts, *kinds):
    return [fact.text for fact in facts.of(*kinds)]


def test_the_sums():
    facts = facts_of(asking("weaving", "knotwork"))
    assert texts(facts, "roadmap") == [
        "The roadmap takes ten weeks.",
        "The roadmap takes 80 hours.",
        "The roadmap counts on eight hours a week.",
        "The roadmap has two steps.",
        "The last essential step ends with week 10.",
    ]
    assert [fact.written for fact in facts.of("roadmap")] == ["ten weeks", "80 hours", "eight hours", "two steps", "week 10"]


def test_a_step_a_proof_and_resources():
    facts = facts_of(asking("weaving"))
    (step,), (proof,), resources = facts.of("step.gap"), facts.of("step.proof"), facts.of("resource")
    assert (step.text, step.written) == ("Step 1 is weaving, weeks 1 to 5, 40 hours.", "weeks 1 to 5 (40 hours)")
    assert proof.written == SMALL["weaving"].proof
    assert [fact.text for fact in resources] == [
        "For weaving the catalog has “Cloth for All” (Hask Press, book, about 5 to 10 hours; free, checked 31 August 2026).",
        "For weaving the catalog has “A Cloth Primer” (Hask Press, book, about 5 to 10 hours; by subscription, checked 31 August 2026).",
    ]


@pytest.mark.parametrize("pace, written", [(8, "weeks 1 to 5 (40 hours)"), (40, "week 1 (40 hours)"), (60, "week 1 (40 hours)")])
def test_a_step_of_one_week(pace, written):
    assert facts_of(asking("weaving"), hours_per_week=pace).one("step").written == written


def test_a_prerequisite_says_what_it_is_for():
    facts = facts_of(asking("dyeing"))
    assert texts(facts, "step.prerequisite") == ["Step 1 is sketching, weeks 1 to 2, ten hours. It is needed for dyeing."]
    assert facts.one("step.gap").value["after"] == ["sketching"]


def test_a_skill_without_a_resource_says_so():
    assert texts(facts_of(asking("knotwork")), "resource") == ["For knotwork the catalog has no resource."]


def test_a_register_gives_no_hours_and_no_date_that_was_not_checked():
    (resource,) = facts_of(asking("guild pass")).of("resource")
    assert resource.text == "For guild pass the catalog has “Guild Register” (Hask Press, register, with an exam fee, access not verified)."
    assert resource.value["checked_on"] is None


def test_what_is_left_out_says_why():
    role = asking("guild pass", "zorbing desk", optional=["weaving"], emerging=["knotwork"])
    assert {fact.kind: fact.about for fact in facts_of(role, horizon_weeks=1).of("left_out")} == {
        "left_out.formal": ("guild pass",),
        "left_out.unrecognised": ("SKILL_1",),
        "left_out.horizon": ("weaving",),
        "left_out.emerging": ("knotwork",),
    }


def test_what_has_expired_needs_a_renewal_and_no_course():
    resume = listed("weaving", basics={"summary": "Guild pass expired in 2021."})
    facts = facts_of(asking("weaving", "guild pass"), resume)
    assert [fact.kind for fact in facts.of("left_out")] == ["left_out.renewal"]
    assert facts.of("step") == []


@pytest.mark.parametrize(
    "asked, expected", [({"leadership": True}, ["leadership"]), ({"leadership": True, "architecture": True}, ["leadership", "architecture"]), ({}, [])]
)
def test_no_step_stands_for_what_is_shown_at_work(asked, expected):
    facts = facts_of(asking("weaving", experience=asked))
    assert [fact.value["gate"] for fact in facts.of("roadmap.beyond")] == expected


def test_without_steps_there_are_no_sums():
    facts = facts_of(asking("weaving"), listed("weaving"))
    assert facts.of("roadmap", "step", "resource", "left_out") == []


@quick
@given(pairs())
def test_the_facts_are_those_of_the_roadmap(pair):
    report = report_from(pair)
    facts, roadmap = report.facts, report.roadmap
    steps = facts.of("step.gap", "step.prerequisite")
    assert sorted(fact.value["order"] for fact in steps) == [step.order for step in roadmap.steps]
    assert sum(fact.value["hours"] for fact in steps) == (facts.one("roadmap.hours").value["hours"] if steps else 0)
    assert sum(fact.value["weeks"] for fact in steps) == (facts.one("roadmap.weeks").value["weeks"] if steps else 0)
    assert len(facts.of("step.proof")) == len(steps)
    assert {fact.id for fact in facts.of("left_out")} == {f"left-out.{gap.key}" for gap in roadmap.left_out}
    with_resource = {fact.about[0] for fact in facts.of("resource")}
    assert {step.label for step in roadmap.steps} <= with_resource


@quick
@given(pairs())
def test_free_is_said_only_of_what_is_free(pair):
    for fact in report_from(pair).facts.of("resource.record"):
        assert bool(re.search(r"\bfree\b", fact.written)) == str(fact.value["access"]).startswith("free")
        assert ("checked" in fact.written) == bool(fact.value["checked_on"])
