"""Gaps, their order, the gates and the coverage; and what must not change them."""

import copy
import random

import pytest
from conftest import ROLE, SETTINGS, compare, listed
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import CATALOG, LINKED, analysis_of, asking, label, pairs, small, thorough, with_skill

from gapwriter import InputError, analyze
from gapwriter.gap import WEIGHTS, GapKind, GateStatus
from gapwriter.match import Status
from gapwriter.requirement import Relation
from gapwriter.roadmap import plan_roadmap


def gap_labels(analysis):
    return {gap.requirement.key for gap in analysis.gaps}


def ordered(analysis):
    return [(gap.requirement.key, gap.kind, gap.importance, gap.builds, gap.bridges) for gap in analysis.gaps]


def unmet(match):
    return match.status in (Status.MISSING, Status.BELOW_LEVEL)


# --- the order ----------------------------------------------------------------------------------------------------------------------


def test_order_by_relation_then_by_what_builds_on_it_then_by_label():
    role = asking("weaving", "patterning", "Jacquard", optional=["sketching", "dyeing"], emerging=["knotwork"])
    gaps = small(listed("bachelor's degree"), role).gaps
    assert [(gap.label, gap.importance, gap.builds) for gap in gaps] == [
        ("patterning", 1, ("Jacquard",)),
        ("Jacquard", 2, ()),
        ("weaving", 3, ()),
        ("sketching", 4, ("dyeing", "Jacquard", "patterning")),
        ("dyeing", 5, ()),
        ("knotwork", 6, ()),
    ]


def test_an_emerging_gap_builds_on_nothing():
    gaps = small(listed("weaving"), asking("sketching", emerging=["dyeing"])).gaps
    assert [(gap.label, gap.builds) for gap in gaps] == [("sketching", ()), ("dyeing", ())]


def test_bridges_are_related_skills_held_demonstrated_ones_first():
    resume = {"work": [{"highlights": ["Did knotwork for sails."]}], **listed("knotwork", "sketching")}
    gaps = {gap.label: gap.bridges for gap in small(resume, asking("loomwork", "dyeing", "weaving")).gaps}
    assert gaps == {"loomwork": ("knotwork",), "dyeing": ("knotwork",), "weaving": ()}


def test_a_gap_below_the_level_is_of_its_own_kind():
    resume = {"skills": [{"name": "weaving", "level": "beginner"}]}
    (gap,) = small(resume, asking({"skill": "weaving", "proficiency": "advanced"})).gaps
    assert gap.kind is GapKind.BELOW_LEVEL


def test_a_skill_without_a_level_is_open_and_no_gap():
    analysis = small(listed("weaving"), asking({"skill": "weaving", "proficiency": "advanced"}))
    assert analysis.gaps == ()
    assert (analysis.coverage[Relation.ESSENTIAL].met, analysis.coverage[Relation.ESSENTIAL].of) == (0, 1)


# --- gates -----------------------------------------------------------------------------------------------------------------------------


def gates(resume, **more):
    return {gate.kind: str(gate.status) for gate in small({**listed("weaving"), **resume}, asking("weaving", **more)).gates}


WORK = {"work": [{"position": "Clerk", "startDate": "2020-01", "endDate": "2022-12"}]}


@pytest.mark.parametrize("years, status", [(3, "pass"), (2.5, "pass"), (3.5, "fail"), (4, "fail")])
def test_years(years, status):
    assert gates(WORK, experience={"years": years}) == {"years": status}


def test_no_years_are_no_condition():
    assert gates(WORK, experience={"years": 0}) == {}


def test_years_without_dates_are_open():
    assert gates({}, experience={"years": 2}) == {"years": "unknown"}


@pytest.mark.parametrize(
    "highlight, status", [("Led a team of six weavers and clerks.", "pass"), ("Did not manage anybody.", "fail"), ("Sat at the counter.", "unknown")]
)
def test_leadership(highlight, status):
    assert gates({"work": [{"highlights": [highlight]}]}, experience={"leadership": True}) == {"leadership": status}


def test_no_gate_where_nothing_is_asked():
    assert gates(WORK) == {}
    assert gates(WORK, experience={"leadership": False}, optional=["guild pass"]) == {}


@pytest.mark.parametrize(
    "resume, status",
    [
        ({"certificates": [{"name": "guild pass"}]}, "pass"),
        ({"certificates": [{"name": "guild pass"}], "basics": {"summary": "Guild pass expired in 2021."}}, "fail"),
        ({"basics": {"summary": "No guild pass."}}, "fail"),
        ({}, "unknown"),
    ],
)
def test_a_licence(resume, status):
    assert gates(resume, licences=["guild pass"]) == {"licence": status}


def test_a_gate_quotes_what_decided_it():
    resume = listed("weaving", certificates=[{"name": "guild pass"}], basics={"summary": "Guild pass expired in 2021."})
    (gate,) = small(resume, asking("weaving", licences=["guild pass"])).gates
    assert (gate.quote, gate.source) == ("Guild pass expired in 2021.", "basics.summary")


@pytest.mark.parametrize("fluency, status", [("B2", "pass"), ("A1", "fail"), ("", "unknown")])
def test_a_language(fluency, status):
    asked = [{"skill": "Old Norse", "proficiency": "B1"}]
    assert gates({"languages": [{"language": "Old Norse", "fluency": fluency}]}, languages=asked) == {"language": status}


def test_a_degree():
    assert gates({"education": [{"studyType": "Master's degree", "endDate": "2015"}]}, education=["bachelor's degree"]) == {"degree": "pass"}
    assert gates({}, education=["bachelor's degree"]) == {"degree": "unknown"}


# --- input that would give a report from nothing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("resume", [{"basics": {"summary": "Kind and punctual since always."}}, {"basics": {"summary": "No weaving."}}])
def test_a_resume_without_a_known_skill_is_refused(resume):
    with pytest.raises(InputError, match="no known skill"):
        small(resume, asking("weaving"))


@pytest.mark.parametrize("resume", [{}, {"basics": {"name": "{{name}}"}}, {"basics": {"name": "Ada"}, "skills": [{"name": "TODO"}]}])
def test_an_empty_or_unfilled_resume_is_refused(resume):
    with pytest.raises(InputError):
        small(resume, asking("weaving"))


# --- counts ---------------------------------------------------------------------------------------------------------------------------


@thorough
@given(pairs())
def test_counts_add_up(pair):
    analysis = analysis_of(pair)
    for relation in Relation:
        asked = [match for match in analysis.matches if match.requirement.relation is relation]
        count = analysis.coverage[relation]
        assert (count.met, count.of) == (sum(match.status is Status.MET for match in asked), len(asked))
        assert len(analysis.gaps_of(relation)) == sum(map(unmet, asked))
    assert analysis.points.met == sum(WEIGHTS[relation] * count.met for relation, count in analysis.coverage.items())
    assert analysis.points.of == sum(WEIGHTS[relation] * count.of for relation, count in analysis.coverage.items())
    assert [gap.importance for gap in analysis.gaps] == [*range(1, len(analysis.gaps) + 1)]
    assert {gap.requirement.key for gap in analysis.gaps} == {match.requirement.key for match in analysis.matches if unmet(match)}


@thorough
@given(pairs())
def test_nought_and_a_hundred_percent_only_where_exact(pair):
    analysis = analysis_of(pair)
    met, of, score = analysis.points.met, analysis.points.of, analysis.score
    if of == 0:
        assert score is None
        return
    assert (score == 0) == (met == 0)
    assert (score == 100) == (met == of)
    assert 0 <= score <= 100 and (score in (1, 99) or abs(score - 100 * met / of) <= 0.5)


@pytest.mark.parametrize("missing, score", [(1, 99), (0, 100), (400, 0), (399, 1)])
def test_the_ends_of_the_scale(missing, score):
    names = [f"quern craft {number}" for number in range(400)]
    assert small(listed("weaving", *names[missing:]), {"title": "T", "optional": names}).score == score


# --- what changes nothing ----------------------------------------------------------------------------------------------------------------


@thorough
@given(pairs(), st.data())
def test_an_alias_in_the_place_of_the_label_changes_no_gap(pair, data):
    skill_id = data.draw(st.sampled_from(pair.held))
    aliases = [name.label for name in CATALOG[skill_id].names if len(name.label.split()) <= 6 and owns(name.label, skill_id)]
    alias = data.draw(st.sampled_from(aliases))
    swapped = copy.deepcopy(pair.resume)
    group = swapped["skills"][0]
    group["keywords"] = [alias if one == label(skill_id) else one for one in group["keywords"]]
    assert ordered(analyze(swapped, pair.role, SETTINGS)) == ordered(analysis_of(pair))


def owns(name, skill_id):
    found = CATALOG.find_label(name)
    return found is not None and found.skill_id == skill_id


@thorough
@given(pairs(), st.integers(0, 99))
def test_the_order_of_the_requirements_changes_nothing(pair, seed):
    shuffled = copy.deepcopy(pair.role)
    for relation in ("essential", "optional", "emerging"):
        random.Random(seed).shuffle(shuffled.get(relation, []))
    before, after = analysis_of(pair), analyze(pair.resume, shuffled, SETTINGS)
    assert ordered(after) == ordered(before)
    assert (after.coverage, after.score, set(after.held)) == (before.coverage, before.score, set(before.held))
    one, other = (plan_roadmap(analysis, CATALOG, SETTINGS) for analysis in (before, after))
    assert (one.steps, one.left_out) == (other.steps, other.left_out)


UNRELATED = ["Fond of the sea.", "Born beside a lake.", "Two grown children.", "Was away in May.", "The best day was a Tuesday."]


@thorough
@given(pairs(), st.sampled_from(UNRELATED))
def test_an_unrelated_line_changes_nothing(pair, line):
    work = [*pair.resume["work"], {"position": "", "highlights": [line]}]
    before, after = analysis_of(pair), analyze({**pair.resume, "work": work}, pair.role, SETTINGS)
    assert ordered(after) == ordered(before)
    assert (after.matches, after.held, after.gates, after.coverage) == (before.matches, before.held, before.gates, before.coverage)


@thorough
@given(pairs(levels=False), st.data())
def test_a_skill_added_closes_its_gap_and_those_it_implies_and_no_other(pair, data):
    before = analysis_of(pair)
    missing = sorted({option.skill_id for gap in before.gaps for option in gap.requirement.options if option.known})
    assume(missing)
    added = data.draw(st.sampled_from(missing))
    after = analyze(with_skill(pair.resume, label(added)), pair.role, SETTINGS)
    reached = {added, *CATALOG.implied(added)}
    closed = {gap.requirement.key for gap in before.gaps if any(option.skill_id in reached for option in gap.requirement.options)}
    assert gap_labels(after) == gap_labels(before) - closed


@thorough
@given(pairs(levels=False), st.sampled_from(LINKED))
def test_more_skills_never_open_a_gap(pair, extra):
    before, after = analysis_of(pair), analyze(with_skill(pair.resume, label(extra)), pair.role, SETTINGS)
    assert gap_labels(after) <= gap_labels(before)
    assert (after.score or 0) >= (before.score or 0)


PERSONS = [
    {"name": "Björk Ćosić"},
    {"name": "Mary-Jane van der Berg Jr."},
    {"name": "O. K."},
    {"name": "李小龙"},
    {"name": "Ruby Java"},
    {"name": ""},
    {
        "name": "Noor Halvorsen",
        "birthDate": "1951-03-02",
        "age": 75,
        "gender": "female",
        "nationality": "Norwegian",
        "image": "me.png",
        "maritalStatus": "widowed",
    },
    {"name": "Noor Halvorsen", "email": "python@example.org", "location": {"city": "Bergen"}, "pronouns": "she/her"},
]


@pytest.mark.parametrize("basics", PERSONS)
@pytest.mark.parametrize("pronouns", [None, "he/him", "they/them"])
def test_who_the_candidate_is_changes_no_gap(resume, role, basics, pronouns):
    before = compare(resume, role)
    after = compare({**resume, "basics": basics, "meta": {"gapwriter": {"pronouns": pronouns}}}, role)
    assert (after.matches, after.gaps, after.gates, after.coverage, after.held) == (before.matches, before.gaps, before.gates, before.coverage, before.held)


def test_the_example(resume):
    analysis = compare(resume, ROLE)
    assert [gap.label for gap in analysis.gaps_of(Relation.ESSENTIAL)] == ["machine learning", "deep learning", "PyTorch"]
    assert [gate.status for gate in analysis.gates] == [GateStatus.FAIL, GateStatus.UNKNOWN]
    assert analysis.score == 21
