"""The doctor says what this installation can do, and whether all is well."""

from fault_server import FaultServer, answer

import gapwriter
from gapwriter import Settings, read_catalog
from gapwriter.doctor import examine
from gapwriter.lint import lint_catalog


def test_the_doctor_names_packages_formats_sections_and_settings():
    rows = dict(examine(Settings())[0])
    assert rows["gapwriter"].startswith(gapwriter.__version__)
    assert "pydantic 2." in rows["packages"] and "missing" not in rows["packages"]
    assert ".json" in rows["reads"] and ".txt" in rows["reads"] and {".docx", ".html", ".json", ".md", ".pdf"} <= set(rows["writes"].split(", "))
    assert "Executive Summary" in rows["sections"] and "8 hours a week" in rows["settings"]
    assert all("\n" not in state for state in rows.values())


def test_a_model_that_cannot_be_asked_is_not_well():
    rows, well = examine(Settings(model="openai:gpt-9"))
    assert not well and "gpt-9" in dict(rows)["writer"] and "GAPWRITER_API_KEY" in dict(rows)["writer"]


def test_a_model_is_tried_with_one_short_call():
    with FaultServer([answer("ready")]) as server:
        rows, well = examine(Settings(model="openai:small", base_url=server.address))
    writer = dict(rows)["writer"]
    assert well and len(server.asked) == 1 and len(str(server.asked[0]["messages"])) < 200
    assert "served as fault-1" in writer and "finish reason stop" in writer and "1000 tokens sent, 100 written" in writer and "writes by section" in writer


def test_the_catalog_decides_whether_all_is_well():
    assert examine(Settings())[1] is (lint_catalog(read_catalog().raw) == [])


def test_the_command_prints_a_line_a_row_and_reads_the_settings(run):
    code, out, err = run("doctor", "--hours-per-week", "5")
    assert err == "" and "5 hours a week" in out and len(out.splitlines()) == len(examine(Settings())[0])
    assert code == (0 if examine(Settings())[1] else 1)
    assert run("doctor", "--model", "x")[0] == 2
