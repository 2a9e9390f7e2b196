"""Conditions first, coverage second, and the order in which resumes are given changes nothing."""

import itertools

import pytest
from conftest import compare, listed

from gapwriter import rank_candidates
from gapwriter.ranking import ranking_rows, ranking_table

ROLE = {"title": "Engineer", "essential": ["Python", "SQL", "Docker"], "optional": ["Go"], "experience": {"years": 2}}
LONG, SHORT = [{"position": "Dev", "startDate": "2020", "endDate": "2024"}], [{"position": "Dev", "startDate": "2026-01", "endDate": "2026-02"}]


def candidate(name, *skills, work=LONG, role=ROLE):
    return compare({**listed(*skills, work=work), "basics": {"name": name}}, role)


POOL = [
    candidate("Dee", "Python", "SQL", "Docker", "Go", work=SHORT),
    candidate("Cy", "Python", "SQL", "Docker", work=[]),
    candidate("Bo", "Python", "SQL"),
    candidate("ann", "SQL", "Docker"),
    candidate("Eve", "Python", "Go"),
]


def test_no_coverage_offsets_a_condition():
    ranks = rank_candidates(POOL)
    assert [rank.analysis.candidate for rank in ranks] == ["ann", "Bo", "Eve", "Cy", "Dee"]
    assert [rank.place for rank in ranks] == [1, 1, 3, 4, 5]
    assert ranks[-1].failed and not ranks[-1].open and ranks[-2].open and not ranks[-2].failed


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::7])
def test_the_order_of_the_input_changes_nothing(order):
    assert rank_candidates(POOL[number] for number in order) == rank_candidates(POOL)


def test_nobody_and_one_are_ranked():
    assert rank_candidates([]) == ()
    assert [rank.place for rank in rank_candidates(POOL[:1])] == [1]


def test_a_role_of_emerging_skills_alone_has_no_score():
    rank = rank_candidates([candidate("Ada", "Python", role={"title": "x", "emerging": ["Docker"]})])
    assert ranking_rows(rank)[0]["score"] is None and "–" in ranking_table(rank)


def test_a_row_tells_what_the_place_rests_on():
    row = ranking_rows(rank_candidates(POOL))[1]
    assert row == {
        "place": 1,
        "candidate": "Bo",
        "failed": [],
        "open": [],
        "score": 60,
        "essential": "2 of 3",
        "optional": "0 of 1",
        "essential_gaps": ["Docker"],
    }


def test_the_table_has_a_line_a_candidate_and_aligned_columns():
    lines = ranking_table(rank_candidates(POOL)).splitlines()
    assert len(lines) == 6 and len({line.index(word) for line, word in zip(lines, ("candidate", "ann", "Bo", "Eve", "Cy", "Dee"), strict=True)}) == 1
    assert "not met: years of experience" in lines[-1] and "all met" in lines[1]


def test_a_hostile_name_steers_no_terminal():
    table = ranking_table(rank_candidates([candidate("A\x1b[2J\nB\u202e", "Python")]))
    assert len(table.splitlines()) == 2 and not {"\x1b", "\u202e"} & set(table)


def test_without_a_name_a_row_says_so():
    assert "(no name)" in ranking_table(rank_candidates([candidate("", "Python")]))
