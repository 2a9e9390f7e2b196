"""Many candidates: from frames, paths, texts and mappings, in their order; nothing is skipped in silence."""

import json
import pickle

import pandas
import polars
import pytest
from conftest import RESUME, ROLE, SETTINGS, compare, listed

from gapwriter import InputError, analyze_many, rank_candidates, read_resume
from gapwriter.frame import read_rows

TEXT = "Ida Rask\n\nSkills\nPython, SQL\n"
BAD = {"basics": {"name": "Your Name"}}


def many(resumes, **more):
    return analyze_many(resumes, ROLE, SETTINGS, **more)


def test_every_form_of_a_resume_is_read(tmp_path):
    path = tmp_path / "resume.json"
    path.write_text(json.dumps(RESUME), "utf-8")
    pool = many([str(path), path, RESUME, json.dumps(RESUME), json.dumps(RESUME, indent=1), read_resume(RESUME), TEXT, {"id": 7, "resume": RESUME}])
    assert [one.candidate for one in pool] == ["Noor Halvorsen"] * 6 + ["Ida Rask", "Noor Halvorsen"]
    assert [one.id for one in pool] == [""] * 7 + ["7"] and pool.faults == ()
    assert pool[2] == compare(RESUME, ROLE)


@pytest.mark.parametrize("library", [pandas.DataFrame, polars.DataFrame, lambda data: polars.DataFrame(data).lazy()])
def test_a_frame_is_read_row_by_row(library):
    frame = library({"id": ["a", "b", "c"], "resume": [RESUME, listed("Docker", work=[]), {**RESUME, "meta": {"version": "v1.0.0"}}], "more": [1, 2, 3]})
    pool = many(frame)
    assert [(one.id, one.candidate) for one in pool] == [("a", "Noor Halvorsen"), ("b", "Ada Brink"), ("c", "Noor Halvorsen")]
    assert pool[0].matches == compare(RESUME, ROLE).matches and pool[0].gates == compare(RESUME, ROLE).gates


@pytest.mark.parametrize("library", [pandas.DataFrame, polars.DataFrame])
def test_texts_and_paths_in_a_frame(library, tmp_path):
    path = tmp_path / "ida.txt"
    path.write_text(TEXT, "utf-8")
    assert [one.candidate for one in many(library({"resume": [TEXT, str(path)]}))] == ["Ida Rask", "Ida Rask"]


def test_a_row_that_cannot_be_read_is_named():
    with pytest.raises(InputError, match=r"^row 2: basics\.name: 'Your Name' is a placeholder"):
        many([RESUME, BAD])
    with pytest.raises(InputError, match=r"^row 2 \(c-2\): nowhere\.json: there is no such file"):
        many(pandas.DataFrame({"id": ["c-1", "c-2"], "resume": [TEXT, "nowhere.json"]}))


@pytest.mark.parametrize("value", [None, 3, ["x"], "", "-", float("nan"), "a\ud800\nb"])
def test_what_is_no_resume_is_told(value):
    with pytest.raises(InputError, match=r"^row 1: "):
        many([value])


def test_faults_are_kept_beside_the_others():
    pool = many([BAD, RESUME, {"id": "x", "resume": None}, TEXT], on_error="keep")
    assert [one.candidate for one in pool] == ["Noor Halvorsen", "Ida Rask"]
    assert [fault.file for fault in pool.faults] == ["row 1", "row 3 (x)"]
    assert pickle.loads(pickle.dumps(pool)) == pool


def test_the_role_is_read_once_and_its_fault_is_no_row(monkeypatch):
    from gapwriter import pool

    calls, read = [], pool.read_role
    monkeypatch.setattr(pool, "read_role", lambda *given: calls.append(1) or read(*given))
    many([RESUME] * 3)
    assert len(calls) == 1
    with pytest.raises(InputError, match="essential"):
        analyze_many([RESUME], {"title": "T", "essential": 3}, SETTINGS, on_error="keep")


@pytest.mark.parametrize(
    "wrong, told",
    [("resume.json", "one resume"), (RESUME, "one resume"), (None, "one resume"), (pandas.DataFrame({"cv": [TEXT]}), "no column 'resume', only cv")],
)
def test_what_is_not_many_is_refused(wrong, told):
    with pytest.raises(InputError, match=told):
        many(wrong)


def test_an_unknown_way_to_go_on_is_refused():
    with pytest.raises(InputError, match="use raise or keep"):
        many([RESUME], on_error="skip")


def test_nobody_is_a_pool_too():
    assert many([]) == () and many(pandas.DataFrame({"resume": []})) == () and many([]).to_frame("pandas").shape[0] == 0


def test_a_pool_is_a_frame_and_a_ranking():
    pool = many([{"id": "a", "resume": RESUME}, {"id": "b", "resume": RESUME}])
    rows = read_rows(pool.to_frame("polars"))
    assert [row["id"] for row in rows] == ["a"] * 7 + ["b"] * 7
    ranking = rank_candidates(reversed(pool))
    assert [(rank.place, rank.analysis.id) for rank in ranking] == [(1, "a"), (1, "b")]
