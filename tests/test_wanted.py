"""Choices, levels, and names that the catalog does not know."""

import pytest

from gapwriter import read_role


def role_of(tmp_path, line):
    path = tmp_path / "job.txt"
    path.write_text(f"Analyst – Fern Ltd\n\nRequirements\n- {line}\n", "utf-8")
    return read_role(path)


def asked(tmp_path, line):
    return [requirement.asked for requirement in role_of(tmp_path, line).requirements]


@pytest.mark.parametrize(
    "line, labels",
    [
        ("Hands-on work with TensorFlow or PyTorch", ["TensorFlow or PyTorch"]),
        ("A cloud: AWS, GCP or Azure", ["AWS or GCP or Azure"]),
        ("Kafka or, if you come from Google, Pub/Sub", ["Kafka or Pub/Sub"]),
        ("MEDDIC or Challenger training", ["MEDDIC or Challenger"]),
        ("At least one of Tableau, Power BI, Looker", ["Tableau or Power BI or Looker"]),
        ("Angular/React", ["Angular or React"]),
        ("CPA, or working toward it", ["CPA"]),
        ("Python, SQL and Tableau or Power BI", ["Python", "SQL", "Tableau or Power BI"]),
        ("Salesforce or another CRM", ["CRM"]),
        ("Lean or Six Sigma", ["Lean or Six Sigma"]),
    ],
)
def test_choices(tmp_path, line, labels):
    assert asked(tmp_path, line) == labels


@pytest.mark.parametrize(
    "line, levels",
    [
        ("Fluent English", ["advanced"]),
        ("Expert knowledge of React and TypeScript", ["expert", "expert"]),
        ("Strong Python and solid SQL", [None, None]),
        ("German (B2)", ["advanced"]),
        ("Dutch at C1 level and good English", ["expert", None]),
        ("Advanced SolidWorks; AutoCAD", ["advanced", None]),
        ("Basic Life Support", [None]),
    ],
)
def test_levels_are_read_where_they_are_said(tmp_path, line, levels):
    assert [requirement.proficiency for requirement in role_of(tmp_path, line).requirements] == levels


@pytest.mark.parametrize(
    "line, label",
    [
        ("Experience with glimmerware, our own tool", "glimmerware"),
        ("Knowledge of construction insurance", "construction insurance"),
        ("automated invoice capture", "automated invoice capture"),
        ("You know quill dressing, which we do by hand", "quill dressing"),
    ],
)
def test_the_shortest_phrase_names_what_the_catalog_does_not_know(tmp_path, line, label):
    role = role_of(tmp_path, line)
    assert ([requirement.asked for requirement in role.requirements], role.unrecognised) == ([label], (label,))
    assert not role.requirements[0].known


@pytest.mark.parametrize(
    "line, labels",
    [
        ("You store things with Room or Zibble", ["Room or Zibble"]),
        ("For wiring we need Zibble, Quarn or Plome", ["Zibble or Quarn or Plome"]),
        ("Unit tests with Unity, Zibble or GoogleTest", ["Unity or Zibble or GoogleTest"]),
        ("Event streaming with Kafka; most of our services never talk to each other", ["Kafka"]),
        ("Incident response: you have been on call and you have written the review", ["Incident response"]),
        ("Fluent German; the letters from the farms are not in English", ["German"]),
        ("HTML and CSS", ["HTML", "CSS"]),
        ("Support for special educational needs", ["special educational needs"]),
        ("Copywriting in plain English, with patience", ["Copywriting"]),
    ],
)
def test_names_that_the_catalog_does_not_know_and_remarks(tmp_path, line, labels):
    assert asked(tmp_path, line) == labels


@pytest.mark.parametrize(
    "sentence, label",
    [
        ("You must be able to read ZTFS, the format in which timetables travel.", "ZTFS"),
        ("Provisioning over ZCIM is a must.", "ZCIM"),
        ("You must know zibble-based planning.", "zibble-based planning"),
    ],
)
def test_a_sentence_says_what_it_asks_for_though_the_catalog_does_not_know_it(tmp_path, sentence, label):
    path = tmp_path / "job.txt"
    path.write_text(f"Analyst – Fern Ltd\n\nYou must know Python. {sentence}\n", "utf-8")
    role = read_role(path)
    assert [requirement.asked for requirement in role.requirements] == ["Python", label] and role.unrecognised == (label,)
