"""Rows as data frames of several libraries, and back."""

import importlib.util

import pytest
from conftest import RESUME, ROLE, compare, listed

from gapwriter import InputError, rank_candidates
from gapwriter import frame as module
from gapwriter.frame import is_frame, make_frame, read_rows
from gapwriter.gap import ROW

ANALYSIS = compare(RESUME, ROLE)
RANKING = rank_candidates([ANALYSIS, compare(listed("Python", "SQL"), {**ROLE, "emerging": []})])
INSTALLED = [name for name in module.BACKENDS if importlib.util.find_spec(name)]


@pytest.mark.parametrize("thing, rows", [(ANALYSIS, 7), (RANKING, 2)])
def test_every_library_gives_the_same_rows(thing, rows):
    assert {"pandas", "polars"} <= set(INSTALLED)
    tables = [read_rows(thing.to_frame(name)) for name in INSTALLED]
    assert len(tables[0]) == rows and all(table == tables[0] for table in tables)


def test_a_row_tells_how_a_requirement_is_met():
    rows = {row["requirement"]: row for row in read_rows(ANALYSIS.to_frame("polars"))}
    assert list(rows["Python"]) == list(ROW)
    assert (
        rows["Python"]
        | {
            "candidate": "Noor Halvorsen",
            "role": "Senior AI Engineer",
            "relation": "essential",
            "status": "met",
            "by": "Python",
            "basis": "demonstrated",
            "importance": None,
            "evidence": "Built an import service in Python.",
            "source": "work[0].highlights[0]",
        }
        == rows["Python"]
    )
    assert rows["PyTorch"] | {"status": "missing", "rung": None, "by": None, "evidence": None} == rows["PyTorch"]
    assert sorted(row["importance"] for row in rows.values() if row["importance"]) == [gap.importance for gap in ANALYSIS.gaps]


def test_columns_keep_their_types_where_all_is_missing():
    empty = ANALYSIS.model_copy(update={"matches": (), "gaps": ()})
    for analysis in (ANALYSIS, empty):
        pandas, polars = analysis.to_frame("pandas"), analysis.to_frame("polars")
        assert {name: str(kind) for name, kind in pandas.dtypes.items()} == {name: {str: "string", int: "Int64"}[kind] for name, kind in ROW.items()}
        assert {name: str(kind) for name, kind in polars.schema.items()} == {name: {str: "String", int: "Int64"}[kind] for name, kind in ROW.items()}


def test_a_rank_tells_coverage_conditions_and_gaps():
    row = read_rows(RANKING.to_frame("pandas"))[0]
    assert row["place"] == 1 and row["essential_met"] == 1 and row["essential_of"] == 4 and row["score"] == 29
    assert row["conditions_open"] == "years of experience; leadership" and row["essential_gaps"].startswith("machine learning; ")


def test_the_first_library_that_is_installed_is_taken(monkeypatch):
    found = importlib.util.find_spec
    assert type(ANALYSIS.to_frame()).__module__.startswith("pandas")
    monkeypatch.setattr(module, "find_spec", lambda name: None if name == "pandas" else found(name))
    assert type(ANALYSIS.to_frame()).__module__.startswith("polars")


@pytest.mark.parametrize(
    "missing, backend, told", [(module.BACKENDS, "", "pip install pandas"), (("narwhals",), "", r"gapwriter\[frames\]"), (("polars",), "polars", "polars")]
)
def test_what_is_not_installed_is_named_with_the_cure(monkeypatch, missing, backend, told):
    monkeypatch.setattr(module, "find_spec", lambda name: None if name in missing else importlib.util.find_spec(name))
    with pytest.raises(InputError, match=told):
        ANALYSIS.to_frame(backend)


def test_an_unknown_library_is_refused():
    with pytest.raises(InputError, match="use one of pandas, polars, pyarrow"):
        ANALYSIS.to_frame("excel")


def test_missing_values_of_all_kinds_are_none():
    import pandas

    frame = pandas.DataFrame({"a": [float("nan"), 1.5], "b": pandas.array([None, 2], dtype="Int64"), "c": [None, {"x": [1]}]})
    assert is_frame(frame) and not is_frame([{}]) and not is_frame(ANALYSIS)
    assert read_rows(frame) == [{"a": None, "b": None, "c": None}, {"a": 1.5, "b": 2, "c": {"x": [1]}}]


def test_no_rows_are_a_frame_too():
    assert make_frame({"a": int}, [], "pandas").shape == make_frame({"a": int}, [], "polars").shape == (0, 1)
