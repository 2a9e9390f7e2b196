"""The roadmap: a step or a reason for every gap, in an order in which one can learn, with sums that add up."""

import pytest
from conftest import SETTINGS, listed
from hypothesis import given
from hypothesis import strategies as st
from strategies import CATALOG, SMALL, analysis_of, asking, pairs, small, thorough

from gapwriter import write_report
from gapwriter.requirement import Relation
from gapwriter.roadmap import plan_roadmap
from gapwriter.skill import Proficiency


def plan(resume, role, **changes):
    return plan_roadmap(small(resume, role), SMALL, SETTINGS.model_copy(update=changes))


def steps(resume, role, **changes):
    return [(step.label, step.hours, step.first, step.last) for step in plan(resume, role, **changes).steps]


def left(resume, role, **changes):
    return {gap.label: gap.reason for gap in plan(resume, role, **changes).left_out}


NOTHING = listed("bachelor's degree")


# --- the order -----------------------------------------------------------------------------------------------------------------------


def test_prerequisites_come_first_and_are_planned_for_a_beginner():
    roadmap = plan(NOTHING, asking("Jacquard"), hours_per_week=10)
    assert [(step.label, step.target, step.hours, step.weeks, step.serves) for step in roadmap.steps] == [
        ("loomwork", Proficiency.BEGINNER, 10, 1, ("Jacquard",)),
        ("sketching", Proficiency.BEGINNER, 10, 1, ("Jacquard",)),
        ("patterning", Proficiency.BEGINNER, 10, 1, ("Jacquard",)),
        ("Jacquard", Proficiency.INTERMEDIATE, 40, 4, ()),
    ]
    assert roadmap.steps[-1].after == ("loomwork", "sketching", "patterning")
    assert [step.meets for step in roadmap.steps] == [(), (), (), ("Jacquard",)]


@pytest.mark.parametrize(
    "held, expected",
    [("sketching", ["loomwork", "patterning", "Jacquard"]), ("dyeing", ["loomwork", "patterning", "Jacquard"]), ("patterning", ["loomwork", "Jacquard"])],
)
def test_what_is_held_or_stands_behind_it_is_not_learned_again(held, expected):
    assert [label for label, *_ in steps(listed(held), asking("Jacquard"))] == expected


def test_a_prerequisite_that_is_a_gap_is_no_extra_step():
    roadmap = plan(NOTHING, asking("patterning", "sketching"))
    assert [(step.label, step.meets, step.serves) for step in roadmap.steps] == [("sketching", ("sketching",), ()), ("patterning", ("patterning",), ())]


def test_an_optional_prerequisite_of_an_essential_gap_is_planned_whatever_the_horizon():
    roadmap = plan(NOTHING, asking("dyeing", optional=["sketching"]), hours_per_week=1, horizon_weeks=1)
    assert [(step.label, step.relation) for step in roadmap.steps] == [("sketching", Relation.OPTIONAL), ("dyeing", Relation.ESSENTIAL)]


def test_essential_goes_before_optional():
    assert [label for label, *_ in steps(NOTHING, asking("weaving", optional=["knotwork"]))] == ["weaving", "knotwork"]


# --- hours and weeks --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pace, weeks", [(1, 40), (8, 5), (9, 5), (40, 1), (60, 1)])
def test_weeks_are_whole(pace, weeks):
    roadmap = plan(NOTHING, asking("weaving"), hours_per_week=pace)
    assert (roadmap.hours, roadmap.weeks) == (40, weeks)


@pytest.mark.parametrize(
    "level, asked, hours",
    [("beginner", "intermediate", 30), ("beginner", "advanced", 90), ("intermediate", "advanced", 60), ("advanced", "expert", 60), ("beginner", "expert", 150)],
)
def test_from_a_level_only_the_rest_is_planned(level, asked, hours):
    (step,) = plan({"skills": [{"name": "weaving", "level": level}]}, asking({"skill": "weaving", "proficiency": asked})).steps
    assert (step.hours, step.target) == (hours, asked)


def test_a_language_without_a_level_asked_is_planned_to_working_use():
    (step,) = plan({"languages": [{"language": "Old Norse", "fluency": "A1"}], **listed("weaving")}, asking("Old Norse")).steps
    assert (step.target, step.hours) == (Proficiency.INTERMEDIATE, 30)


# --- what is left out ----------------------------------------------------------------------------------------------------------------------


def test_every_reason():
    role = asking("guild pass", "zorbing desk", "weaving", optional=["knotwork"], emerging=["dyeing"], education=["master's degree"])
    assert left(listed("sketching"), role, horizon_weeks=5) == {
        "guild pass": "formal",
        "master's degree": "formal",
        "zorbing desk": "unrecognised",
        "knotwork": "horizon",
        "dyeing": "emerging",
    }


def test_an_emerging_gap_that_an_essential_one_builds_on_is_planned():
    roadmap = plan(NOTHING, asking("dyeing", emerging=["sketching"]))
    assert [step.label for step in roadmap.steps] == ["sketching", "dyeing"]
    assert roadmap.left_out == ()


@pytest.mark.parametrize(
    "horizon, planned", [(9, ["weaving"]), (10, ["weaving", "dyeing"]), (14, ["weaving", "dyeing"]), (15, ["weaving", "dyeing", "knotwork"])]
)
def test_the_horizon_is_kept_for_optional_gaps(horizon, planned):
    role = asking("weaving", optional=["dyeing", "knotwork"])
    assert [label for label, *_ in steps(listed("sketching"), role, horizon_weeks=horizon)] == planned


def test_a_shorter_optional_gap_still_fits_behind_one_that_does_not():
    role = asking(optional=[{"skill": "dyeing", "proficiency": "advanced"}, "knotwork"])
    assert [label for label, *_ in steps(listed("sketching"), role, horizon_weeks=6)] == ["knotwork"]


def test_without_gaps_there_is_no_plan():
    roadmap = plan(listed("weaving"), asking("weaving"))
    assert (roadmap.steps, roadmap.left_out, roadmap.hours, roadmap.weeks) == ((), (), 0, 0)


# --- one skill in two requirements ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "role",
    [
        asking("dyeing", {"any_of": ["dyeing", "knotwork"]}),
        asking({"any_of": ["dyeing", "knotwork"]}, optional=["dyeing"]),
        asking("dyeing", optional=[{"any_of": ["dyeing", "knotwork"]}]),
        asking("dyeing", emerging=[{"any_of": ["dyeing", "knotwork"]}]),
    ],
)
def test_two_gaps_of_one_skill_share_a_step(role):
    (step,) = plan(listed("sketching"), role).steps
    assert (set(step.meets), step.relation) == ({"dyeing", "dyeing or knotwork"}, Relation.ESSENTIAL)
    assert left(listed("sketching"), role) == {}


@pytest.mark.parametrize("free", ["guild pass", "zorbing desk"])
def test_two_gaps_of_one_skill_that_cannot_be_planned_both_say_why(free):
    assert len(left(listed("sketching"), asking(free, {"any_of": [free, "knotwork"]}))) == 2


# --- over generated pairs ------------------------------------------------------------------------------------------------------------------


@thorough
@given(pairs(), st.sampled_from([1, 3, 8, 40]), st.sampled_from([1, 12, 52, 520]))
def test_the_plan_holds_together(pair, pace, horizon):
    analysis = analysis_of(pair)
    roadmap = plan_roadmap(analysis, CATALOG, SETTINGS.model_copy(update={"hours_per_week": pace, "horizon_weeks": horizon}))
    # Hours and weeks add up, steps follow each other without a hole.
    assert roadmap.hours == sum(step.hours for step in roadmap.steps)
    assert roadmap.weeks == sum(step.weeks for step in roadmap.steps)
    week = 1
    for number, step in enumerate(roadmap.steps, 1):
        assert (step.order, step.first) == (number, week)
        assert step.hours > 0 and (step.weeks - 1) * pace < step.hours <= step.weeks * pace
        week = step.last + 1

    # A step or a reason for every gap, none both, and no step for nothing.
    planned, out = [label for step in roadmap.steps for label in step.meets], [gap.label for gap in roadmap.left_out]
    assert sorted(planned + out) == sorted(gap.label for gap in analysis.gaps)
    for step in roadmap.steps:
        assert bool(step.meets) != bool(step.serves)
        assert set(step.serves) <= {gap.label for gap in analysis.gaps}

    # Prerequisites before what builds on them.
    place = {step.skill_id: step.order for step in roadmap.steps}
    for step in roadmap.steps:
        for needed in CATALOG.required(step.skill_id) & set(place):
            assert place[needed] < step.order
            assert CATALOG[needed].label in step.after

    # Essential gaps are planned whenever they can be studied; the horizon holds for the others.
    assert all(gap.reason in ("formal", "unrecognised") for gap in roadmap.left_out if gap.relation is Relation.ESSENTIAL)
    essential = [step.skill_id for step in roadmap.steps if step.relation is Relation.ESSENTIAL]
    needed = set(essential).union(*(CATALOG.required(skill_id) for skill_id in essential))
    late = [step.skill_id for step in roadmap.steps if step.last > horizon and step.relation is not Relation.ESSENTIAL and step.skill_id not in needed]
    assert not late


def test_a_licence_that_is_not_shown_says_how_it_is_had_by_region():
    role = {"title": "Nurse", "essential": ["wound care"], "licences": ["NMC registration"]}
    report = write_report({"basics": {"name": "Ada Brink"}, "skills": [{"name": "wound care"}]}, role, settings=SETTINGS)
    (left_out,) = report.roadmap.left_out
    assert [(one.region, one.body) for one in left_out.licensing] == [("UK", "Nursing and Midwifery Council")] and len(left_out.licensing[0].steps) > 2
    assert "| NMC registration | UK | Nursing and Midwifery Council |" in report.render()
