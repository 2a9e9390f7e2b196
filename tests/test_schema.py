"""What gapwriter reads and writes is as its schemas say."""

import json

import pytest
import yaml
from conftest import CASES, SETTINGS, report_of
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from gapwriter import read_resume, read_role, write_report
from gapwriter.schema import json_schema

CASE_NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def check(of, data):
    Draft202012Validator(json_schema(of), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)


def load(folder, name):
    path = next(path for path in folder.iterdir() if path.stem == name)
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) if path.suffix in (".yaml", ".yml") else json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("of", ["resume", "role", "facts", "report"])
def test_each_schema_is_one(of):
    schema = json_schema(of)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] and json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("case", CASE_NAMES)
def test_the_shipped_cases_are_as_the_schemas_say(case):
    sources = {path.stem: path for path in (CASES / case).iterdir()}
    if sources["resume"].suffix != ".txt":
        check("resume", json.loads(sources["resume"].read_text("utf-8")))
    if sources["role"].suffix in (".yaml", ".json"):
        check("role", yaml.safe_load(sources["role"].read_text("utf-8")))
    report = write_report(sources["resume"], sources["role"], settings=SETTINGS)
    check("report", json.loads(report.render("json")))


def test_the_output_of_facts_is_as_its_schema_says(run, files):
    code, out, _ = run("facts", *files)
    assert code == 0
    check("facts", json.loads(out))


@pytest.mark.parametrize(
    "change",
    [
        {"experience": {}},
        {"optional": [], "emerging": []},
        {"essential": ["Florble"], "optional": ["Python"]},
        {"essential": [], "optional": [], "emerging": ["Docker"]},
        {"company": None},
    ],
)
def test_an_odd_role_gives_a_report_after_the_schema(resume, role, change):
    check("report", json.loads(report_of(resume, role | change).render("json")))


@pytest.mark.parametrize("data", [{"basics": {"name": 5}}, {"basic": {}}, {"work": {}}, {"skills": ["Python"]}])
def test_the_schema_of_a_resume_refuses_what_the_program_refuses_or_mends(data):
    with pytest.raises(ValidationError):
        check("resume", data)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"title": ""},
        {"title": "x", "essential": "Python"},
        {"title": "x", "essential": [{"skil": "x"}]},
        {"title": "x", "years": 5},
        {"title": "x", "experience": {"years": -1}},
    ],
)
def test_the_schema_of_a_role_refuses_what_the_program_refuses(data):
    with pytest.raises(ValidationError):
        check("role", data)


def test_what_the_schemas_accept_can_be_read(resume, role):
    check("resume", resume)
    check("role", role)
    assert read_resume(resume) and read_role(role)


def test_the_schema_names_no_field_of_our_own():
    assert {"file", "outline"}.isdisjoint(json_schema("resume")["properties"])
    assert "startDate" in json_schema("resume")["$defs"]["Work"]["properties"]
