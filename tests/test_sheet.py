"""The sheet: everything that a format draws, from a report."""

import pytest
from conftest import RESUME, ROLE, report_of

from gapwriter.language import read_language
from gapwriter.sheet import Bars, Note, Table, TimeLine, lay_sheet


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
    ids = {fact for part in sheet.parts for block in part.blocks for sentence in block.sentences for fact in sentence.facts}
    assert ids and ids <= set(sheet.backings)
    shown = sheet.backings["met.python"]
    assert "Python" in shown.text and any("Python" in line.text for line in shown.lines)


def test_a_person_decides_and_the_end_says_so(sheet):
    assert isinstance(sheet.appendix.exhibits[-1], Note) and "person decides" in sheet.appendix.exhibits[-1].label


def test_a_candidate_reads_no_score():
    sheet = lay_sheet(report_of(RESUME, ROLE), read_language("en", "candidate"))
    table = next(one for part in sheet.parts for one in part.exhibits if isinstance(one, Table) and one.id == "coverage")
    assert len(table.head) == 3 and not any("%" in cell.text + cell.more for row in table.rows for cell in row)
