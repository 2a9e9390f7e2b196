"""The statements: what the facts of a comparison say, and what never stands in them."""

import json

import pytest
from conftest import SETTINGS, compare, listed
from hypothesis import given
from strategies import CATALOG, SMALL, UNKNOWN, analysis_of, asking, pairs, report_from, small, thorough

from gapwriter.cast import cast_names
from gapwriter.requirement import Relation
from gapwriter.roadmap import plan_roadmap
from gapwriter.statement import state_facts


def facts_of(resume, role, **changes):
    settings = SETTINGS.model_copy(update=changes)
    analysis = small(resume, role, **changes)
    return state_facts(analysis, plan_roadmap(analysis, SMALL, settings))


def texts(resume, role, *kinds):
    return [fact.text for fact in facts_of(resume, role).of(*kinds)]


WORK = [{"name": "Lindvik", "position": "Clerk", "startDate": "2020-01", "endDate": "2022-02"}]


@pytest.mark.parametrize(
    "resume, role, kind, expected",
    [
        ({}, {}, "subject", ["CANDIDATE is considered for the role of ROLE."]),
        ({}, {"company": "Kvist"}, "subject", ["CANDIDATE is considered for the role of ROLE at COMPANY."]),
        ({"work": WORK}, {}, "experience.years", ["The resume documents two years and two months of professional experience, all paid positions counted."]),
        ({}, {}, "experience.years", ["The resume gives no dates from which professional experience could be counted."]),
        ({"work": WORK}, {}, "position", ["The latest position in the resume is TITLE_1 at EMPLOYER_1."]),
        ({"work": [{"name": "Lindvik"}]}, {}, "position", ["The latest position in the resume is EMPLOYER_1."]),
        ({}, {}, "experience.leadership", ["The resume gives no example of leading people."]),
        ({}, {}, "count.essential", ["The resume meets one of two essential requirements."]),
        ({}, {"optional": ["knotwork"]}, "count.optional", ["The resume meets none of one optional requirement."]),
        ({}, {}, "count.gaps", ["There is one essential gap."]),
        ({}, {}, "score", ["Coverage is 50 %: 3 of 6 points, three for an essential and one for an optional requirement."]),
        ({}, {}, "met", ["weaving is met."]),
        ({}, {}, "gap.essential", ["The resume does not show dyeing."]),
        ({"basics": {"summary": "No dyeing so far."}}, {}, "gap.essential", ["dyeing is not held: the resume says so."]),
        ({"basics": {"summary": "Currently learning dyeing."}}, {}, "gap.essential", ["dyeing is not shown yet; the resume says that it is being learned."]),
        ({"basics": {"summary": "Would like to learn dyeing."}}, {}, "gap.essential", ["dyeing is not shown; the resume names it as a wish."]),
        ({"basics": {"summary": "Dyeing is done by an outside firm."}}, {}, "gap.essential", ["The resume does not show dyeing."]),
        ({}, {"emerging": ["knotwork"]}, "left_out", ["knotwork counts as emerging and stays outside the plan."]),
        ({"work": WORK}, {"experience": {"years": 2}}, "gate", ["The role asks for two years of experience, and the resume documents them."]),
        ({"work": WORK}, {"experience": {"years": 3}}, "gate", ["The role asks for three years of experience, ten months more than the resume documents."]),
        ({"work": WORK}, {"experience": {"years": 3}}, "shortfall", ["The documented experience is ten months short of what the role asks for."]),
        ({}, {"experience": {"years": 3}}, "gate", ["The role asks for three years of experience, which the resume gives no dates to check."]),
        ({}, {"experience": {"leadership": True}}, "gate", ["The role asks for leadership, which the resume does not show."]),
        ({}, {"licences": ["guild pass"]}, "gate", ["The role asks for guild pass, which the resume does not show."]),
        ({}, {}, "credential", ["The resume lists no certificate, degree or licence that the catalog knows."]),
        ({}, {"date": "2026-10-01"}, "market", ["The requirements come from the description of the role that was given, dated 1 October 2026."]),
        ({}, {"optional": ["zorbing desk"]}, "limit", ["SKILL_1 is not in the catalog and was compared by its label alone."]),
    ],
)
def test_what_a_fact_says(resume, role, kind, expected):
    assert texts(listed("weaving", **resume), asking("weaving", "dyeing", **role), kind) == expected


def test_none_is_written_as_none():
    """ "no of one" is no English: the count of nothing is written as none."""
    (count,) = facts_of(listed("weaving"), asking("dyeing")).of("count.essential")
    assert count.written == "none of one"


def test_met_facts_say_how():
    role = asking("weaving", {"any_of": ["knotwork", "dyeing"]}, {"skill": "sketching", "proficiency": "advanced"}, "cloth making")
    assert texts(listed("loomwork", "dyeing", "sketching"), role, "met", "open") == [
        "weaving is met through loomwork.",
        "knotwork or dyeing is met by dyeing.",
        "sketching is shown, but not at which level; the role asks for advanced.",
    ]


def test_a_level_below_is_said_with_both_levels():
    resume = {"skills": [{"name": "weaving", "level": "beginner"}]}
    assert texts(resume, asking({"skill": "weaving", "proficiency": "expert"}), "gap") == ["weaving is shown at beginner level; the role asks for expert."]


def test_a_language_below_working_use_says_what_is_asked():
    resume = listed("weaving", languages=[{"language": "Old Norse", "fluency": "A1"}])
    assert texts(resume, asking("Old Norse"), "gap") == ["Old Norse is shown at beginner level; the role names no level, for which intermediate is assumed."]


@pytest.mark.parametrize(
    "fluency, expected",
    [
        ("A1", "The role asks for Old Norse at expert level, and the resume shows it at beginner level."),
        ("", "The role asks for Old Norse at expert level, and the resume shows it without a level."),
        ("C1", "The role asks for Old Norse, and the resume shows it."),
    ],
)
def test_a_gate_says_where_a_language_stands(fluency, expected):
    resume = listed("weaving", languages=[{"language": "Old Norse", "fluency": fluency}])
    assert texts(resume, asking({"skill": "Old Norse", "proficiency": "C1"}), "gate") == [expected]


def test_what_a_person_stated_is_said_with_its_source():
    resume = listed("weaving", meta={"gapwriter": {"years": 4, "leadership": True, "pronouns": "she/her", "skills": [{"skill": "dyeing", "who": "Ida"}]}})
    facts = facts_of(resume, asking("weaving", "dyeing"))
    assert facts.one("experience.years").source == "resume: meta.gapwriter.years"
    assert facts.one("experience.leadership").text == "The resume shows leading people."
    assert facts.one("pronouns").value == {"pronouns": "she/her"}
    assert [fact.text for fact in facts.of("skill.asked")] == ["The resume names weaving.", "The resume is stated to include dyeing."]


# --- over generated pairs ------------------------------------------------------------------------------------------------------------------


@thorough
@given(pairs())
def test_ids_are_unique(pair):
    ids = [fact.id for fact in report_from(pair).facts]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "role",
    [
        asking("dyeing", {"any_of": ["dyeing", "knotwork"]}),
        asking("zorbing desk", {"any_of": ["zorbing desk", "knotwork"]}),
        asking("guild pass", {"any_of": ["guild pass", "knotwork"]}),
        asking("weaving", optional=["sketching", {"any_of": ["sketching", "knotwork"]}], emerging=[{"any_of": ["sketching", "zorbing desk"]}]),
        asking("C wheel", "C++ wheel", "C# wheel"),
    ],
)
def test_ids_are_unique_where_requirements_overlap(role):
    ids = [fact.id for fact in facts_of(listed("weaving", "cloth making"), role, horizon_weeks=1)]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


@thorough
@given(pairs())
def test_counts_in_the_facts_are_those_of_the_matches(pair):
    analysis, facts = analysis_of(pair), report_from(pair).facts
    for relation in Relation:
        count, met = facts.one(f"count.{relation}"), facts.of(f"met.{relation}")
        asked = facts.of(f"requirement.{relation}")
        assert (count is None) == (not asked)
        if count:
            assert (count.value["met"], count.value["of"]) == (len(met), len(asked))
        assert len(facts.of(f"gap.{relation}")) == len(analysis.gaps_of(relation))
        open_levels = [fact for fact in facts.of("open.level") if fact.value["relation"] == relation]
        assert len(met) + len(open_levels) + len(facts.of(f"gap.{relation}")) == len(asked)
    score = facts.one("score")
    assert (score is None) == (analysis.score is None)
    assert score is None or score.value == {"percent": analysis.score, "met": analysis.points.met, "of": analysis.points.of}


@thorough
@given(pairs())
def test_a_sentence_of_its_own(pair):
    for fact in report_from(pair).facts:
        assert fact.text.endswith(".") and "  " not in fact.text and fact.source
        assert "lack" not in fact.text.split()


SECRET = {
    "name": "Xanthippe Quorvale",
    "label": "Qlabel quorvane",
    "title": "Zwierpel Hufnagel",
    "employer": "Brontwick Ovaries",
    "quote": "quuxly hemmed",
    "school": "Hargelton School",
    "email": "xq@quorvale.example",
    "phone": "+47 555 01 234",
    "city": "Snorrevik",
}


COMMON = {"school"}


def secret_resume(*skills):
    return {
        "basics": {
            "name": SECRET["name"],
            "label": SECRET["label"],
            "email": SECRET["email"],
            "phone": SECRET["phone"],
            "location": {"city": SECRET["city"]},
            "age": 61,
            "summary": f"I {SECRET['quote']} with Python, German (B2) and no Docker.",
        },
        "work": [
            {
                "name": SECRET["employer"],
                "position": SECRET["title"],
                "startDate": "2020-01",
                "endDate": "2022-01",
                "highlights": [f"{SECRET['quote']} and led a team of six fitters in SQL."],
            }
        ],
        "education": [{"institution": SECRET["school"], "studyType": "Bachelor's degree", "area": SECRET["quote"], "endDate": "2015"}],
        "skills": [{"name": SECRET["quote"], "level": f"Advanced {SECRET['quote']}", "keywords": [*skills, SECRET["quote"]]}],
        "languages": [{"language": "German", "fluency": f"fluent ({SECRET['quote']})"}],
    }


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


ROLE = {
    "title": "Wrangler of Ledgers",
    "company": "Plimsoll Row",
    "essential": [
        "Python",
        "SQL",
        "Docker",
        "glim writing",
        {"any_of": ["Kubernetes", "zorbing desk"]},
        {"any_of": ["machine learning", "Vantor Plus"]},
        "deep learning",
    ],
    "optional": ["Vantor"],
    "experience": {"years": 9, "leadership": True},
}


def test_no_free_text_of_the_resume_stands_in_a_fact():
    analysis = compare(secret_resume("Java"), ROLE)
    facts = state_facts(analysis, plan_roadmap(analysis, CATALOG, SETTINGS))
    told = json.dumps([[fact.text, fact.written, *strings(fact.value), *fact.about] for fact in facts], ensure_ascii=False).casefold()
    for secret in SECRET.values():
        for word in secret.casefold().split():
            assert word not in told or word in COMMON or not word.isalpha()


def test_no_free_text_of_the_role_stands_in_a_fact():
    analysis = compare(listed("Python"), ROLE)
    facts = state_facts(analysis, plan_roadmap(analysis, CATALOG, SETTINGS))
    told = "\n".join(text for fact in facts for text in (fact.text, fact.written, *strings(fact.value), *fact.about)).casefold()
    for free in ("wrangler", "ledgers", "plimsoll", "glim", "zorbing", "vantor"):
        assert free not in told


def test_of_two_free_labels_the_longer_is_put_in_place_first():
    analysis = compare(listed("Python"), {"title": "T", "essential": ["Vantor", "Vantor Plus", "Plus"]})
    facts = state_facts(analysis, plan_roadmap(analysis, CATALOG, SETTINGS))
    assert [fact.about for fact in facts.of("requirement")] == [("SKILL_1",), ("SKILL_2",), ("SKILL_3",)]


def test_a_free_label_does_not_change_a_label_of_the_catalog():
    analysis = compare(listed("Python"), {"title": "T", "essential": ["machine", "machine learning"]})
    facts = state_facts(analysis, plan_roadmap(analysis, CATALOG, SETTINGS))
    assert [fact.about for fact in facts.of("requirement")] == [("SKILL_1",), ("machine learning",)]


@thorough
@given(pairs())
def test_placeholders_of_the_facts_are_all_in_the_cast(pair):
    report = report_from(pair)
    for fact in report.facts:
        restored = cast_names(report.analysis).restore(" ".join([fact.text, *fact.about]))
        for placeholder in ("CANDIDATE", "ROLE", "COMPANY", "TITLE_", "EMPLOYER_", "SKILL_"):
            assert placeholder not in restored
        assert not any(free in part for part in (fact.text, *fact.about) for free in UNKNOWN)
