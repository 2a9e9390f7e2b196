"""The sheet: everything that a format draws, from a report."""

import pytest
from conftest import CASES, RESUME, ROLE, SETTINGS, report_of

from gapwriter import write_report
from gapwriter.language import read_language
from gapwriter.sheet import Bars, Note, Table, TimeLine, find_backings, lay_sheet


@pytest.fixture(scope="module")
def sheet():
    return lay_sheet(report_of(RESUME, ROLE), read_language())


def test_rows_are_as_long_as_their_head(sheet):
    tables = [one for part in (*sheet.parts, sheet.appendix) for one in part.exhibits if isinstance(one, Table)]
    assert {table.id for table in tables} >= {"coverage", "conditions", "requirements", "roadmap", "resources"}
    assert all(len(row) == len(table.head) for table in tables for row in table.rows)


def test_charts_say_what_the_tables_say(sheet):
    charts = {type(one): one for part in sheet.parts for one in part.exhibits}
    tables = {one.id: one for part in sheet.parts for one in part.exhibits if isinstance(one, Table)}
    bars, line = charts[Bars], charts[TimeLine]
    assert [(bar.label, str(bar.met), str(bar.of)) for bar in bars.bars] == [tuple(cell.text for cell in row[:3]) for row in tables["coverage"].rows[:-1]]
    assert [(str(one.order), one.label) for one in line.spans] == [(row[0].text, row[1].text) for row in tables["roadmap"].rows[:-1]]
    assert str(line.weeks) == tables["roadmap"].rows[-1][3].text and line.spans[-1].last == line.weeks


def test_every_sentence_has_what_stands_behind_it(sheet):
    backings = find_backings(report_of(RESUME, ROLE))
    ids = {fact for part in sheet.parts for block in part.blocks for sentence in block.sentences for fact in sentence.facts}
    assert ids and ids <= set(backings)
    shown = backings["met.python"]
    assert "Python" in shown.text and any("Python" in line.text for line in shown.lines)


def test_a_person_decides_and_the_end_says_so(sheet):
    assert isinstance(sheet.appendix.exhibits[-1], Note) and "person decides" in sheet.appendix.exhibits[-1].label


def test_a_candidate_reads_no_score():
    sheet = lay_sheet(report_of(RESUME, ROLE), read_language("en", "candidate"))
    table = next(one for part in sheet.parts for one in part.exhibits if isinstance(one, Table) and one.id == "coverage")
    assert len(table.head) == 3 and not any("%" in cell.text + cell.more for row in table.rows for cell in row)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_every_number_of_a_table_or_chart_is_that_of_its_fact(case):
    report = write_report(CASES / case / "resume.json", CASES / case / "role.yaml", settings=SETTINGS)
    sheet, facts = lay_sheet(report, read_language()), report.facts
    tables = {one.id: [[cell.text for cell in row] for row in one.rows] for part in sheet.parts for one in part.exhibits if isinstance(one, Table)}
    charts = {type(one): one for part in sheet.parts for one in part.exhibits if not isinstance(one, Table)}
    counts = {fact.kind.removeprefix("count."): (fact.value["met"], fact.value["of"]) for fact in facts.of("count") if "met" in fact.value}
    assert {row[0]: (int(row[1]), int(row[2])) for row in tables["coverage"][:-1]} == counts
    assert {bar.id: (bar.met, bar.of) for bar in charts[Bars].bars} == counts
    score = facts.one("score").value
    assert tables["coverage"][-1][-2:] == [str(score["met"]), str(score["of"])]
    assert all(eval(cell.replace("×", "*").replace("=", "==")) for row in tables["coverage"][:-1] for cell in row[4:])
    assert sum(int(row[4].rpartition("= ")[2]) for row in tables["coverage"][:-1]) == score["met"]
    steps = [
        (fact.value["order"], fact.about[0], fact.value["first"], fact.value["last"], fact.value["weeks"], fact.value["hours"])
        for fact in facts.of("step.gap", "step.prerequisite")
    ]
    told = [
        (int(row[0]), row[1], *(int(end) for end in (row[2].split("–") * 2)[:2]), int(row[3]), int(row[4].replace(",", "")))
        for row in tables.get("roadmap", [])[:-1]
    ]
    assert sorted(told) == sorted(steps)
    if steps:
        assert tables["roadmap"][-1][3:5] == [str(facts.one("roadmap.weeks").value["weeks"]), f"{facts.one('roadmap.hours').value['hours']:,}"]
        assert [(one.order, one.label, one.first, one.last) for one in charts[TimeLine].spans] == [step[:4] for step in sorted(steps)]
