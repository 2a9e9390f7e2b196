"""A person has the last word, with who says it and why."""

import json

import pytest
from conftest import SETTINGS, listed

from gapwriter import InputError, read_catalog, read_corrections, read_resume, read_role, write_report
from gapwriter.correction import Correction, apply_corrections

WHO = {"who": "the recruiter", "why": "said on the phone"}


@pytest.fixture
def write(tmp_path):
    def write(rows, name="c.json"):
        path = tmp_path / name
        path.write_text(rows if isinstance(rows, str) else json.dumps({"corrections": rows}), "utf-8")
        return path

    return write


def corrected(resume, role, *rows):
    return write_report(resume, role, settings=SETTINGS, corrections=tuple(Correction(**WHO, **row) for row in rows)).analysis


def status(analysis, label):
    return next((str(match.status) for match in analysis.matches if match.requirement.label == label), None)


def test_corrections_read_the_same_from_yaml_and_json(write):
    from_json = read_corrections(write([{**WHO, "add": "Docker"}]))
    from_yaml = read_corrections(write("corrections:\n- {who: the recruiter, why: said on the phone, add: Docker}\n", "c.yaml"))
    assert from_json == from_yaml == (Correction(**WHO, add="Docker"),)


@pytest.mark.parametrize(
    "row, place",
    [
        (None, "corrections[0]"),
        ("add Docker", "corrections[0]"),
        ({"add": "Docker"}, "corrections[0].who"),
        ({**WHO, "who": "", "add": "Docker"}, "corrections[0].who"),
        ({**WHO, "why": "", "add": "Docker"}, "corrections[0].why"),
        (WHO, "corrections[0]"),
        ({**WHO, "add": "Docker", "strike": "Docker"}, "corrections[0]"),
        ({**WHO, "skill": "Docker"}, "corrections[0]"),
        ({**WHO, "relation": "optional"}, "corrections[0]"),
        ({**WHO, "skill": "Docker", "add": "Docker"}, "corrections[0]"),
        ({**WHO, "skill": "Docker", "relation": "nice"}, "corrections[0]"),
        ({**WHO, "years": "many"}, "corrections[0].years"),
        ({**WHO, "years": -1}, "corrections[0].years"),
        ({**WHO, "years": 71}, "corrections[0].years"),
        ({**WHO, "leadership": "perhaps"}, "corrections[0].leadership"),
        ({**WHO, "ad": "Docker"}, "corrections[0].ad"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_with_its_place(write, row, place):
    path = write([row])
    with pytest.raises(InputError) as error:
        read_corrections(path)
    assert (error.value.file, error.value.place) == (str(path), place) and error.value.cure


@pytest.mark.parametrize(
    "content, name",
    [
        ("{}", "c.json"),
        ('{"corrections": {}}', "c.json"),
        ('{"corrections": [], "more": 1}', "c.json"),
        ("corrections: none", "c.yaml"),
        ("corrections\n", "c.txt"),
    ],
)
def test_a_file_that_holds_no_corrections_is_refused(write, content, name):
    with pytest.raises(InputError, match="no file of corrections"):
        read_corrections(write(content, name))


def test_without_corrections_nothing_changes(resume, role):
    one, other = read_resume(resume), read_role(role)
    assert apply_corrections(one, other, (), read_catalog()) == (one, other)


def test_a_skill_is_added_with_who_and_why(resume, role):
    analysis = corrected(resume, role, {"add": "docker"})
    assert status(analysis, "Docker") == "met"
    assert [one.quote for match in analysis.matches for one in match.evidence if match.requirement.label == "Docker"] == [
        "stated by the recruiter: said on the phone"
    ]


def test_a_skill_is_struck_whatever_the_text_shows(resume, role):
    assert status(corrected(resume, role, {"strike": "Python"}), "Python") == "missing"


def test_a_skill_that_only_the_role_knows_can_be_added(resume):
    assert status(corrected(resume, {"title": "x", "essential": ["Python", "Florble"]}, {"add": "florble"}), "Florble") == "met"


def test_a_relation_is_changed_and_a_requirement_taken_out(resume, role):
    analysis = corrected(resume, role, {"skill": "pytorch", "relation": "optional"}, {"skill": "Docker", "relation": "none"})
    changed = next(match.requirement for match in analysis.matches if match.requirement.label == "PyTorch")
    assert changed.relation == "optional" and "the recruiter: said on the phone" in changed.source
    assert status(analysis, "Docker") is None


@pytest.mark.parametrize(
    "row, field, value",
    [
        ({"years": 12.5}, "months", 150),
        ({"leadership": True}, "leadership", True),
        ({"leadership": False}, "leadership", False),
        ({"architecture": True}, "architecture", True),
    ],
)
def test_experience_is_stated(resume, role, row, field, value):
    found = getattr(corrected(resume, role, row).experience, field)
    assert getattr(found, "shown", found) == value


def test_pronouns_are_stated(resume, role):
    assert corrected(resume, role, {"pronouns": "they/them"}).pronouns == "they/them"


@pytest.mark.parametrize("row", [{"add": "Florble"}, {"strike": "Florble"}, {"skill": "Rust", "relation": "optional"}, {"skill": "🙂", "relation": "none"}])
def test_a_skill_that_nobody_knows_is_refused_with_the_number_of_the_entry(resume, role, row):
    with pytest.raises(InputError) as error:
        corrected(resume, role, {"add": "Docker"}, row)
    assert error.value.place.startswith("corrections[1]") and error.value.cure


def test_a_role_keeps_one_requirement(resume):
    with pytest.raises(InputError, match="no requirement is left"):
        corrected(resume, {"title": "x", "essential": ["Python"]}, {"skill": "Python", "relation": "none"})


def test_the_last_word_on_a_skill_holds(resume, role):
    assert status(corrected(resume, role, {"strike": "Docker"}, {"add": "Docker"}), "Docker") == "met"
    assert status(corrected(resume, role, {"add": "Docker"}, {"strike": "Docker"}), "Docker") == "missing"


def test_corrections_join_what_the_resume_states(role):
    data = listed("Docker", meta={"gapwriter": {"years": 3, "skills": [{"skill": "SQL"}]}})
    analysis = corrected(data, role, {"add": "PyTorch"})
    assert (status(analysis, "SQL"), status(analysis, "PyTorch"), analysis.experience.months) == ("met", "met", 36)
