"""Many advertisements counted as one role: shares, choices, growth, pay, copies, and what could not be read; and a report that speaks of them."""

import json

import pytest
import yaml
from conftest import CASES, RESUME, SETTINGS
from hypothesis import given, settings
from hypothesis import strategies as st

from gapwriter import write_report
from gapwriter.checker import Checker
from gapwriter.cli import main
from gapwriter.desk import Desk
from gapwriter.errors import InputError
from gapwriter.market import survey_market
from gapwriter.prompt import Prompts
from gapwriter.prose import Block, Origin, Sentence, Shape
from gapwriter.role import read_role

DAYS = ("2 March 2026", "9 April 2026", "11 May 2026", "20 June 2026", "3 August 2026", "30 October 2026")


def advert(number, must, nice=(), day="", pay="", title="Data Engineer", years=""):
    """An advertisement of an invented firm."""
    lines = [
        title,
        f"{'Alder Birch Cedar Elm Fir Hazel Larch Maple Oak Pine'.split()[number % 10]} Works",
        f"Posted on {day}" if day else "",
        pay,
        "",
        "Requirements",
    ]
    lines += [f"- {one}" for one in (*must, *([f"{years}+ years of experience"] if years else []))]
    return "\n".join([*lines, "", "Nice to have", *(f"- {one}" for one in nice)] if nice else lines)


@pytest.fixture
def folder(tmp_path):
    """Six advertisements, a copy of the first with another date, and a note that is none."""
    ads = tmp_path / "ads"
    ads.mkdir()
    asked = [
        (("Python", "SQL", "AWS or Azure"), ("Docker",)),
        (("Python", "SQL", "AWS or Azure"), ()),
        (("Python", "Airflow", "AWS or Azure"), ("SQL",)),
        (("Python", "SQL", "AWS or Azure"), ("LangChain", "Docker")),
        (("Python", "SQL", "AWS"), ("LangChain",)),
        (("Airflow", "AWS or Azure"), ("LangChain", "Python")),
    ]
    for number, ((must, nice), day) in enumerate(zip(asked, DAYS, strict=True)):
        pay = f"Salary: €{50 + number},000 - €{60 + number},000 a year" if number < 3 else ""
        (ads / f"{number}.txt").write_text(advert(number, must, nice, day, pay, years=str(2 + number % 3)), "utf-8")
    (ads / "copy.md").write_text(advert(0, *asked[0], "5 March 2026", "Salary: €50,000 - €60,000 a year", years="2"), "utf-8")
    (ads / "note.txt").write_text("See you on Friday.", "utf-8")
    return ads


def test_a_role_is_counted_from_advertisements(folder):
    role, _, faults = survey_market([folder])
    assert role["title"] == "Data Engineer" and role["date"] == "2026-10-30"
    assert role["essential"] == [{"any_of": ["AWS", "Azure"], "count": 6}, {"skill": "Python", "count": 6}, {"skill": "SQL", "count": 5}]
    assert role["optional"] == [{"skill": "Apache Airflow", "count": 2}, {"skill": "Docker", "count": 2}]
    assert role["emerging"] == [{"skill": "LangChain", "count": 3, "grown": [0, 3]}]
    assert role["experience"] == {"years": 3.0}
    assert role["market"] == {
        "advertisements": 6,
        "first": "2026-03-02",
        "last": "2026-10-30",
        "copies": 1,
        "left_out": 1,
        "earlier": 3,
        "later": 3,
        "salary": {"stated": 3, "low": 51000, "high": 61000, "currency": "EUR", "period": "year"},
    }
    assert [(fault.file, "asks for nothing" in fault.problem) for fault in faults] == [(str(folder / "note.txt"), True)]


def test_everything_that_is_named_is_counted(folder):
    counts = {one.skill: one[1:] for one in survey_market([folder]).counts}
    assert counts["AWS or Azure"] == (6, 6, 3, 3) and counts["LangChain"] == (0, 3, 0, 3) and counts["SQL"] == (4, 5, 3, 2)


@settings(deadline=None, max_examples=25)
@given(order=st.permutations(range(6)))
def test_the_order_of_the_files_changes_nothing(order, tmp_path_factory):
    ads = [advert(number, ("Python", "SQL")[: 1 + number % 2], ("Docker",), DAYS[number]) for number in range(6)]
    found = []
    for places in (range(6), order):
        folder = tmp_path_factory.mktemp("ads")
        for name, number in enumerate(places):
            (folder / f"{name}.txt").write_text(ads[number], "utf-8")
        found.append(survey_market([folder]))
    assert found[0] == found[1]


def test_a_title_keeps_its_own(folder):
    (folder / "other.txt").write_text(advert(7, ("Java",), title="Java Developer"), "utf-8")
    role, _, faults = survey_market([folder], "data engineer")
    assert role["market"]["advertisements"] == 6 and any("'Java Developer' is another job than 'data engineer'" in str(fault) for fault in faults)


def test_what_few_name_is_counted_and_left_out(tmp_path):
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(advert(number, ("Python", *(("Scala",) if not number else ()))), "utf-8")
    role = survey_market([tmp_path]).role
    assert role["essential"] == [{"skill": "Python", "count": 6}] and "optional" not in role
    assert role["market"] == {"advertisements": 6, "undated": 6, "rarer": 1}


def test_without_an_advertisement_there_is_one_line(tmp_path):
    with pytest.raises(InputError, match="there is no advertisement"):
        survey_market([tmp_path])


@pytest.fixture
def report(folder):
    return write_report(RESUME, read_role(survey_market([folder]).role), settings=SETTINGS)


def test_the_report_speaks_of_the_advertisements_and_holds(report):
    text = report.render()
    assert "six advertisements, dated 2 March 2026 to 30 October 2026" in text
    assert "AWS or Azure is asked for in all six advertisements, Python in all and SQL in five." in text
    assert "LangChain is asked for in none of the three earlier and in three of the three later advertisements." in text
    assert "A salary is stated in three of the six advertisements, in the median 51,000 to 61,000 EUR a year." in text
    assert not Checker(report.facts).check(text, strict=True)


@pytest.mark.parametrize(
    "text",
    [
        "AWS or Azure is asked for in all six advertisements, Python in five and SQL in five.",
        "SQL is asked for in four of the six advertisements.",
        "SQL is asked for in five of the seven advertisements.",
        "The requirements come from six advertisements, dated 2 April 2026 to 30 October 2026.",
        "LangChain is asked for in two of the three earlier and in three of the three later advertisements.",
        "A salary is stated in four of the six advertisements, in the median 51,000 to 61,000 EUR a year.",
        "A salary is stated in three of the six advertisements, in the median 51,000 to 91,000 EUR a year.",
    ],
)
def test_other_counts_of_advertisements_are_found(report, text):
    desk = Desk(report.facts, Prompts())
    blocks = (Block(shape=Shape.PARAGRAPH, sentences=(Sentence(text=text, facts=(), origin=Origin.MODEL),)),)
    assert desk.judge(blocks, desk.prompts.sections["market_requirements_analysis"]).faults


def test_other_words_for_the_counts_pass(report):
    for text in ("Python (all six advertisements) and SQL (five) are essential.", "In five of the six advertisements SQL is required."):
        assert not [found for found in Checker(report.facts).check(text, "Market Requirements Analysis") if found.kind == "wrong_number"]


def test_the_command_writes_role_and_counts(folder, tmp_path, capsys):
    assert main(["market", str(folder), "-o", str(tmp_path / "role.yaml"), "--counts", str(tmp_path / "counts.csv")]) == 0
    told = capsys.readouterr().err
    assert "left out: " in told and "six advertisements, 2 March 2026 to 30 October 2026; one copied, one left out" in told
    assert yaml.safe_load((tmp_path / "role.yaml").read_text("utf-8"))["market"]["advertisements"] == 6
    assert (tmp_path / "counts.csv").read_text("utf-8").splitlines()[:2] == ["skill,must,named,earlier,later", "AWS or Azure,6,6,3,3"]
    assert main(["report", str(CASES / "senior-ai-engineer" / "resume.json"), str(tmp_path / "role.yaml"), "-o", str(tmp_path / "report.json")]) == 0
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["role"]["market"]["advertisements"] == 6
