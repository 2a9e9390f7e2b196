"""The report: one way from two files to a text that goes out."""

import json
import os
import re
import subprocess
import sys

import pytest
from conftest import RESUME, ROLE, SETTINGS, listed, report_of
from hypothesis import given
from strategies import UNKNOWN, asking, pairs, quick, report_from

from gapwriter import InputError, Report, write_report
from gapwriter.errors import RefusedError
from gapwriter.report import format_of

PLACEHOLDER = re.compile(r"\b(?:CANDIDATE(?:_SHORT)?|ROLE|COMPANY|(?:TITLE|EMPLOYER|SKILL)_\d+)\b")


def prose(report):
    return [text for section in report.sections for block in section.blocks for text in (block.head, *(one.text for one in block.sentences))]


def test_the_way_of_the_example(resume, role):
    report = report_of(resume, role)
    assert isinstance(report, Report)
    assert report.sections[0].id == "executive_summary"
    assert report.writer == "plain"
    assert all(section.sentences for section in report.sections)
    assert report.analysis.score == 21


def test_files_mappings_and_objects_give_the_same(files, resume, role):
    from gapwriter import read_resume, read_role

    by_path = write_report(*files, settings=SETTINGS)
    by_mapping = write_report(resume, role, settings=SETTINGS)
    by_object = write_report(read_resume(resume), read_role(role), settings=SETTINGS)
    assert by_path.sections == by_mapping.sections == by_object.sections
    assert by_path.facts == by_mapping.facts == by_object.facts


def test_a_built_in_role_can_be_named(resume):
    assert write_report(resume, "Senior Machine Learning Engineer", settings=SETTINGS).analysis.role.origin == "built-in"


@quick
@given(pairs())
def test_no_placeholder_is_delivered(pair):
    report = report_from(pair)
    assert not [text for text in prose(report) if PLACEHOLDER.search(text)]
    assert not PLACEHOLDER.search(report.render("markdown"))


@quick
@given(pairs())
def test_the_sentences_rest_on_the_facts(pair):
    report = report_from(pair)
    ids = {fact.id for fact in report.facts}
    assert all(set(one.facts) <= ids and one.facts for section in report.sections for one in section.sentences)


# --- names -------------------------------------------------------------------------------------------------------------------------

NAMES = ["Noor Halvorsen", "Björk Ćosić", "Mary-Jane van der Berg", "李小龙", "O’Neil {x}", "Ruby Java", "CANDIDATE ROLE", "<b>Ada</b> | _x_", "Al", "A \\1 B"]


def as_template(report, name):
    """The report's prose with the names taken out again."""
    short = report.cast.names["CANDIDATE_SHORT"]
    return [text.replace(name, "§").replace(short, "§") for text in prose(report)]


@pytest.mark.parametrize("name", NAMES)
def test_another_name_changes_nothing_but_the_name(resume, role, name):
    before = report_of(resume, role)
    after = report_of({**resume, "basics": {"name": name}}, role)
    assert after.facts.facts == before.facts.facts
    assert after.roadmap == before.roadmap
    assert as_template(after, name) == as_template(before, "Noor Halvorsen")


@pytest.mark.parametrize(
    "extra", [{"age": 61}, {"gender": "male"}, {"birthDate": "1990-01-01", "nationality": "Peruvian"}, {"pronouns": "he/him"}, {"image": "x.png"}]
)
def test_age_gender_and_origin_change_nothing(resume, role, extra):
    before = report_of(resume, role)
    after = report_of({**resume, "basics": {**resume["basics"], **extra}}, role)
    assert (after.facts, after.sections, after.render()) == (before.facts, before.sections, before.render())


@pytest.mark.parametrize("pronouns", ["she/her", "they/them", "he/him"])
def test_given_pronouns_change_no_plain_sentence(resume, role, pronouns):
    after = report_of({**resume, "meta": {"gapwriter": {"pronouns": pronouns}}}, role)
    assert after.sections == report_of(resume, role).sections


def test_without_a_name_it_is_the_candidate(role):
    report = report_of({**RESUME, "basics": {}}, role)
    assert not PLACEHOLDER.search(" ".join(prose(report)))
    assert "the candidate" in " ".join(prose(report)).casefold()
    title = report.render().splitlines()[0]
    assert title.startswith("# Skill-gap report") and title.endswith("Senior AI Engineer")


def test_names_that_end_in_a_full_stop_end_no_sentence_twice(role):
    work = [{"name": "Supply Co.", "position": "Clerk", "startDate": "2020-01", "endDate": "2022-05"}]
    text = " ".join(prose(report_of({**RESUME, "work": work}, {**role, "company": "Kvist Inc."})))
    assert "Supply Co" in text and ".." not in text


def test_the_target_role_is_never_the_present_title(resume, role):
    summary = " ".join(one.text for one in report_of(resume, role).sections[0].sentences)
    assert not re.search(r"(?:is|as) (?:a |an |the )?Senior AI Engineer|Senior AI Engineer Noor", summary)


# --- refusals --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", ["gpt-9", "openai:gpt-9", "nobody:gpt-9", "local:/nowhere/model.gguf", "scripted"])
def test_a_model_that_cannot_be_asked_is_refused(resume, role, model):
    with pytest.raises(RefusedError):
        write_report(resume, role, model=model, settings=SETTINGS)


def test_the_model_of_the_settings_counts(resume, role):
    with pytest.raises(RefusedError):
        report_of(resume, role, model="gpt-9")
    assert write_report(resume, role, model="none", settings=SETTINGS.model_copy(update={"model": "gpt-9"})).writer == "plain"


@pytest.mark.parametrize("resume, role", [({}, ROLE), (RESUME, {"title": "T"}), (ROLE, RESUME), ({"basics": {"name": "Your Name"}}, ROLE)])
def test_input_that_would_give_a_report_from_nothing_is_refused(resume, role):
    with pytest.raises(InputError):
        write_report(resume, role, settings=SETTINGS)


# --- formats ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["report.md", "report.json", "report.MD"])
def test_saving_by_suffix(tmp_path, resume, role, name):
    report = report_of(resume, role)
    path = report.save(tmp_path / name)
    assert path.read_text("utf-8") == report.render(format_of(path))


@pytest.mark.parametrize("name", ["report.exe", "report", ".md"])
def test_a_suffix_that_no_format_claims(tmp_path, resume, role, name):
    with pytest.raises(KeyError):
        report_of(resume, role).save(tmp_path / name)


def test_the_markdown_shows_the_exact_words_of_the_resume(resume, role):
    text = report_of(resume, role).render()
    assert "“Built an import service in Python.” (`work[0].highlights[0]`)" in text
    assert "A person decides." in text


@quick
@given(pairs())
def test_every_table_of_the_markdown_is_regular(pair):
    table = 0
    for line in report_from(pair).render().splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert cells == 0 or table in (0, cells)
        table = cells


def test_no_name_breaks_out_of_the_markdown():
    resume = {**listed("Python"), "basics": {"name": "<script>x</script> | # [a](http://b) `c`"}}
    text = report_of(resume, asking("Python", "zorb | <i>desk</i>")).render()
    assert not re.search(r"(?<!\\)<(?:script|i)>|(?<!\\)\]\(http://b", text)


# --- the same input, the same bytes -----------------------------------------------------------------------------------------------------

PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from gapwriter import Settings, write_report
report = write_report(Path(sys.argv[1]), Path(sys.argv[2]), settings=Settings(as_of=date(2026, 11, 1)))
sys.stdout.buffer.write((report.render("markdown") + report.render("json")).encode())
"""


def test_the_same_bytes_wherever_it_runs(tmp_path):
    role = {**ROLE, "essential": [*ROLE["essential"], "SQL", "Kubernetes", "zorbing desk", "statistics"], "optional": ["Docker", "JavaScript", *UNKNOWN[2:5]]}
    paths = tmp_path / "resume.json", tmp_path / "role.json"
    for path, data in zip(paths, (RESUME, role), strict=True):
        path.write_text(json.dumps(data), "utf-8")
    outputs = set()
    for seed, locale, zone in (("0", "C", "UTC"), ("1", "tr_TR.UTF-8", "Asia/Tokyo"), ("4242", "de_DE.UTF-8", "America/Lima")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        outputs.add(subprocess.run([sys.executable, "-c", PROGRAM, *map(str, paths)], capture_output=True, check=True, env=env).stdout)
    assert len(outputs) == 1
    assert len(outputs.pop()) > 5000
