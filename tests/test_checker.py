"""A text against the facts: true texts pass, false ones are found, whoever wrote them."""

import json

import pytest
from conftest import CASES, RESUME, ROLE, SETTINGS, report_of
from hypothesis import given
from strategies import pairs, quick, report_from

from gapwriter import Facts, InputError, check, plugins, write_report
from gapwriter.checker import ORDER, Checker, read_facts, show_findings
from gapwriter.finding import Verdict

CHECKS = plugins.names("checks")
FACTS = report_of(RESUME, ROLE).facts
CHECKER = Checker(FACTS)


def kinds(text, section=None, strict=False):
    return [finding.kind for finding in check(text, FACTS, section, strict)]


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_the_reports_of_the_cases_pass_strictly(name, reports):
    report, text = reports[name]
    examination = Checker(report.facts).examine(text, strict=True)
    assert examination.findings == ()
    assert examination.count(Verdict.SUPPORTED) > 10 and not examination.count(Verdict.UNVERIFIABLE)


@pytest.fixture(scope="module")
def reports():
    return {path.name: (write_report(*case_files(path), settings=SETTINGS), (path / "report.md").read_text("utf-8")) for path in sorted(CASES.iterdir())}


def case_files(path):
    return next(path.glob("resume.*")), next(path.glob("role.*"))


@quick
@given(pairs())
def test_every_plain_report_passes(pair):
    report = report_from(pair)
    assert list(Checker(report.facts).check(report.render())) == []


def test_a_skill_called_leadership_is_not_the_condition_of_leading_people():
    report = report_of(RESUME | {"skills": [{"name": "Programming", "keywords": ["Python", "Leadership"]}]}, ROLE)
    assert "leading people" in report.render() and list(Checker(report.facts).check(report.render(), strict=True)) == []


@pytest.mark.parametrize(
    "sentence", ["Noor is an expert in PyTorch, as {} shows.", "Noor already holds PyTorch; proof: {}.", "{} is what Noor, a PyTorch expert, has built."]
)
def test_the_words_of_a_proof_cover_nothing_around_them(sentence):
    proof = next(fact.written for fact in FACTS.of("step.proof") if fact.about == ("PyTorch",))
    assert "gap_as_strength" not in kinds(f"The proof of PyTorch is {proof}.", "Upskilling Roadmap")
    assert "gap_as_strength" in kinds(sentence.format(proof), "Skill Gap Assessment")


def test_a_section_may_have_headings_of_its_own_in_bold():
    text = "**Core gaps**\n- Machine learning\n\n**Preferred gaps**\n- Docker"
    assert kinds(text, "Skill Gap Assessment") == ["omitted_core_gap"] * 2


def test_a_section_that_there_is_not_is_an_error():
    with pytest.raises(InputError, match="Skill Gap Assessment"):
        check("Python is documented.", FACTS, "Skill Gaps")


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Noor knows PyTorch.", "gap_as_strength"),
        ("Noor lacks Python.", "strength_as_gap"),
        ("Noor has nine years of experience.", "wrong_years"),
        ("Half of the essential requirements are met.", "wrong_number"),
        ("She knows Python.", "unsupported_pronoun"),
        ("{{gaps}} are discussed below.", "artifact_leak"),
    ],
)
def test_a_finding_names_its_place_its_sentence_and_its_facts(text, kind):
    findings = check("Python is documented. " + text, FACTS)
    (finding,) = [one for one in findings if one.kind == kind]
    start, end = finding.span
    assert finding.sentence == text and text.find(("Python is documented. " + text)[start:end]) >= 0 and finding.message
    assert all(any(fact.id == one for fact in FACTS) for one in finding.facts)


def test_findings_come_the_gravest_first():
    found = kinds("{{gaps}} are discussed below. Noor knows PyTorch. She knows Python.")
    assert found == sorted(found, key=ORDER.index) and found[0] == "artifact_leak"


def test_supported_sentences_rest_on_facts_and_neutral_ones_on_none():
    text = "Noor Halvorsen knows Python. The sections below give the details."
    examination = CHECKER.examine(text)
    assert [judgement.verdict for judgement in examination.judgements] == [Verdict.SUPPORTED, Verdict.NEUTRAL]
    assert {"skill.python", "subject"} <= set(examination.facts_of(0, 20)) and examination.judgements[1].facts == ()


def test_what_no_fact_knows_is_not_supported():
    examination = CHECKER.examine("The zorbing went well.")
    assert [judgement.verdict for judgement in examination.judgements] == [Verdict.UNVERIFIABLE]
    assert "unverifiable" in kinds("The zorbing went well.", strict=True)


def test_a_check_that_breaks_vouches_for_nothing(monkeypatch):
    module = plugins.load("checks", "wrong_years")
    monkeypatch.setattr(module, "check", lambda reading, world: 1 / 0)
    findings = [one for one in check("Python is documented.", FACTS) if one.kind == "unverifiable"]
    assert any("the check wrong_years failed" in one.message and "ZeroDivisionError" in one.message for one in findings)


@pytest.mark.parametrize("rules", ["judge_clauses", "check_strictly"])
def test_rules_that_break_vouch_for_nothing(monkeypatch, rules):
    monkeypatch.setattr(f"gapwriter.checker.{rules}", lambda *words: 1 / 0)
    findings = CHECKER.check("Python is documented.", "Candidate Profile", strict=True)
    assert any(one.kind == "unverifiable" and "ZeroDivisionError" in one.message for one in findings)


def test_facts_that_tell_less_than_ours_are_held_to_what_they_tell():
    less = (fact.model_copy(update={"value": {}}) if fact.kind.startswith("step.") else fact for fact in FACTS)
    bare = Facts(facts=tuple(less), cast=FACTS.cast)
    findings = check("1. **Machine learning**: it comes first.", bare, "Upskilling Roadmap", strict=True)
    assert not [one for one in findings if "cannot be judged" in one.message]


@given(pairs())
@quick
def test_a_check_of_any_pair_is_the_same_twice(pair):
    report = report_from(pair)
    text = report.render().replace("not", "").replace("does show", "shows")
    assert check(text, report.facts, strict=True) == check(text, report.facts, strict=True)


# --- facts in a file -----------------------------------------------------------------------------------------------------------------


def test_facts_of_a_file_are_the_facts(run, files, tmp_path):
    path = tmp_path / "facts.json"
    path.write_text(run("facts", *files)[1], "utf-8")
    facts = read_facts(path)
    assert facts.cast.names["CANDIDATE"] == "Noor Halvorsen" and len(list(facts)) > 20


@pytest.mark.parametrize("content, words", [("{}", "not the output"), ('{"facts": [{}], "cast": {}}', "facts.0.id"), ("[1]", "no object")])
def test_other_files_are_refused(tmp_path, content, words):
    path = tmp_path / "facts.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=words):
        read_facts(path)


# --- the command ---------------------------------------------------------------------------------------------------------------------


def test_the_command_finds_nothing_in_a_true_report(run, files, tmp_path):
    report = tmp_path / "r.md"
    run("report", *files, "-o", report)
    code, out, err = run("check", report, *files, "--strict")
    assert (code, err) == (0, "") and out.startswith("nothing was found; clauses: ")


def test_the_command_shows_what_it_finds(run, files, tmp_path):
    report = tmp_path / "r.md"
    report.write_text("## Executive Summary\n\nNoor Halvorsen knows PyTorch.\n", "utf-8")
    code, out, err = run("check", report, *files)
    assert (code, err) == (100, "")
    assert f"{report}:3: Executive Summary: gap as strength" in out and "fact: The resume does not show PyTorch. [gap.pytorch]" in out
    code, out, err = run("check", report, *files, "--format", "json")
    data = json.loads(out)
    assert code == 100 and list(data) == ["findings", "supported", "neutral", "unverifiable"] and data["findings"][0]["kind"] == "gap_as_strength"


def test_the_command_takes_facts_in_place_of_files(run, files, tmp_path):
    facts, report = tmp_path / "facts.json", tmp_path / "r.txt"
    facts.write_text(run("facts", *files)[1], "utf-8")
    report.write_text("Noor knows Python.", "utf-8")
    assert run("check", report, "--facts", facts)[0] == 0
    assert run("check", report)[0] == 1 and run("check", report, *files, "--facts", facts)[0] == 1


def test_what_is_shown_steers_no_terminal():
    text = "Noor knows \x1b[31mPyTorch."
    assert "\x1b" not in show_findings(CHECKER.examine(text), FACTS, text, "r.md")
