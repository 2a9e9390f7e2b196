"""The fixed text of a language: complete, and numbers, dates and lists as that language writes them."""

import re
from datetime import date
from typing import get_args

import pytest
from conftest import CASES, RESUME, ROLE, SETTINGS
from hypothesis import given
from strategies import pairs, quick

from gapwriter import Settings, check, write_report
from gapwriter.backends.scripted import scripted
from gapwriter.errors import InputError
from gapwriter.language import fill, languages, read_language

AUDIENCES = get_args(Settings.model_fields["audience"].annotation)
NAMES = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("code", languages())
def test_a_language_has_every_text_of_english_with_the_same_names(code, audience):
    ours, english = read_language(code, audience), read_language("en", audience)
    assert ours.keys == english.keys
    for key in english.keys:
        used = {name for text in ours.choices(key) for name in NAMES.findall(text)}
        assert used <= {name for text in english.choices(key) for name in NAMES.findall(text)} | {"number"}, key


@pytest.mark.parametrize("code", languages())
def test_what_a_candidate_reads_has_the_names_that_a_recruiter_reads(code):
    theirs, ours = read_language(code, "candidate"), read_language(code)
    assert theirs.keys == ours.keys
    for key in ours.keys:
        used = {name for text in theirs.choices(key) for name in NAMES.findall(text)}
        assert used <= {name for text in ours.choices(key) for name in NAMES.findall(text)}, key


def test_english_writes_numbers_dates_and_lists():
    english = read_language()
    assert [english.number(n) for n in (0, 1, 12, 13, 1234)] == ["no", "one", "twelve", "13", "1,234"]
    assert [english.months(n) for n in (0, 1, 12, 38)] == ["no months", "one month", "one year", "three years and two months"]
    assert english.date(date(2026, 11, 2)) == "2 November 2026"
    assert [english.join(words) for words in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
    assert english.join(["A", "B", "C"], "or") == "A, B or C"


def test_a_value_that_holds_braces_stays_as_it_is():
    assert fill("{who} for {role}", {"who": "{role}", "role": "x"}) == "{role} for x"


def test_a_language_that_is_not_there_is_refused_by_name():
    with pytest.raises(InputError, match="'xx' is none of ours; use one of en"):
        read_language("xx")


def test_german_writes_numbers_dates_and_lists():
    german = read_language("de")
    assert [german.number(n) for n in (1, 12, 13, 1234)] == ["eine", "zwölf", "13", "1.234"]
    assert [german.months(n) for n in (1, 12, 38)] == ["ein Monat", "ein Jahr", "drei Jahre und zwei Monate"]
    assert german.date(date(2026, 11, 2)) == "2. November 2026"
    assert german.join(["A", "B", "C"]) == "A, B und C" and german.join(["A", "B"], "or") == "A oder B"


ENGLISH = re.compile(r"\b(?:the|is|are|of|and|not|with|your|resume|role)\b")
GERMAN_CASES = sorted(path.name for path in CASES.iterdir())


def in_german(pair, audience="recruiter"):
    sections = (
        "executive_summary,candidate_profile,market_requirements_analysis,skill_gap_assessment,upskilling_roadmap,recommended_resources,interview_questions"
    )
    return write_report(*pair, settings=SETTINGS.model_copy(update={"language": "de", "audience": audience, "sections": sections}))


def same_facts(report):
    """The facts with their values; days and lists of labels are written in the language."""
    return [
        (fact.id, fact.kind, {key: value for key, value in fact.value.items() if key not in ("date", "days", "meets", "builds", "serves")})
        for fact in report.facts
    ]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("case", GERMAN_CASES)
def test_a_german_report_is_german_and_has_the_same_facts(case, audience):
    pair = CASES / case / "resume.json", CASES / case / "role.yaml"
    report, english = in_german(pair, audience), write_report(*pair, settings=SETTINGS)
    assert same_facts(report) == same_facts(english)
    theirs = {text for fact in report.facts for text in (*fact.about, *map(str, fact.value.values()), fact.written)} | set(report.cast.names.values())
    for sentence in report.verdict:
        text = re.sub(r"\(englisch im Katalog\): .*|„[^“]*“|\([^)]*\)", "", sentence.text)
        for name in sorted(theirs, key=len, reverse=True):
            text = text.replace(name, "").replace(name[:1].upper() + name[1:], "") if name else text
        assert not ENGLISH.search(text) and not set("{}|") & set(sentence.text), sentence.text
    assert "nicht geprüft" in report.render() and "nicht geprüft" in report.render("html")


@quick
@given(pairs())
def test_any_pair_can_be_told_in_german_and_to_the_candidate(pair):
    for language, audience in (("de", "recruiter"), ("de", "candidate"), ("en", "candidate")):
        report = write_report(pair.resume, pair.role, settings=SETTINGS.model_copy(update={"language": language, "audience": audience}))
        assert report.sections and not [one.text for one in report.verdict if set("{}") & set(one.text)]


def test_the_checker_and_a_model_say_that_they_know_english_alone():
    report = write_report(RESUME, ROLE, settings=SETTINGS.model_copy(update={"language": "de"}))
    with pytest.raises(InputError, match="the checker reads English, and these facts are in Deutsch"):
        check("Python.", report.facts)
    with pytest.raises(InputError, match="a model writes English alone, and 'de' was asked for"):
        write_report(RESUME, ROLE, model=scripted(lambda system, task: ""), settings=SETTINGS.model_copy(update={"language": "de"}))


@pytest.mark.parametrize("case", GERMAN_CASES)
def test_a_candidate_is_spoken_to_in_a_report_that_holds(case):
    report = write_report(CASES / case / "resume.json", CASES / case / "role.yaml", settings=SETTINGS.model_copy(update={"audience": "candidate"}))
    text = report.render()
    assert "your resume" in text and not re.search(r"\b(?:considered for|score|rank|points|nearest|weight)\b", text)
    assert check(text, report.facts, strict=True) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "You have PyTorch.",
        "Your resume shows PyTorch.",
        "You have led a team of five.",
        "Your resume documents seven years of experience.",
        "You are a Senior AI Engineer.",
    ],
)
def test_what_is_false_is_found_when_it_is_told_to_the_candidate(sentence):
    report = write_report(RESUME, ROLE, settings=SETTINGS.model_copy(update={"audience": "candidate"}))
    assert check(sentence, report.facts, "Executive Summary")
