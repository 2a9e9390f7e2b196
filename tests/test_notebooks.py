"""The example notebooks, as they are run in a kernel, which may reach nothing but itself."""

import html
import os
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from gapwriter.prompt import choose_sections

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.ipynb"))
ALONE = """
import ipaddress, socket
def connect(self, address, real=socket.socket.connect):
    if self.family in (socket.AF_INET, socket.AF_INET6) and not ipaddress.ip_address(address[0]).is_loopback:
        raise AssertionError(f"a notebook reaches for {address}")
    return real(self, address)
socket.socket.connect = connect
"""
PROGRESS = """
import sys
sys.path.insert(0, "../tests")
from test_narrative import PLAIN, echo, written
from gapwriter.backends.scripted import scripted
report = written(scripted(echo(PLAIN.facts)))
(report.prose_kept >= 0.9, report.writing.troubles)
"""


def run(notebook):
    """The notebook as it is after all its cells, run in the folder of the examples."""
    notebook.cells.insert(0, nbformat.v4.new_code_cell(ALONE))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GAPWRITER_", "OPENAI_", "MPLBACKEND"))}
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(EXAMPLES)}})
    client.execute(env={**environment, "PYTHONPATH": str(ROOT)})
    del notebook.cells[0]
    return notebook


@pytest.fixture(scope="module")
def ran():
    return {name: run(nbformat.read(EXAMPLES / f"{name}.ipynb", 4)) for name in NAMES}


def outputs(notebook, kind):
    return [output["data"][kind] for cell in notebook.cells for output in cell.get("outputs", []) if kind in output.get("data", {})]


def pages(notebook):
    return [html.unescape(page) for text in outputs(notebook, "text/html") for page in re.findall(r'<iframe srcdoc="([^"]*)" sandbox', text)]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_valid_and_holds_no_output(name):
    notebook = nbformat.read(EXAMPLES / f"{name}.ipynb", 4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert cell.cell_type == "markdown" or (cell.outputs == [] and cell.execution_count is None)
        assert all(len(line) <= 120 for line in cell.source.splitlines()) or cell.cell_type == "markdown"


def test_one_candidate_is_analysed_reported_and_checked(ran):
    one = pages(ran["one_candidate"])
    assert len(one) == 4 and "Noor Halvorsen: Senior AI Engineer" in one[0] and "Executive Summary" in one[1]
    assert "PyTorch is well documented" in one[2] and "wrong years" in one[2]
    assert "Upskilling Roadmap" in one[3] and "Candidate Profile" not in one[3]
    printed = "".join(output["text"] for cell in ran["one_candidate"].cells for output in cell.get("outputs", []) if output["output_type"] == "stream")
    assert "report.html" in printed and "report.md" in printed and "experience.years →" in printed


def test_twenty_candidates_are_compared_and_drawn(ran):
    notebook = ran["twenty_candidates"]
    pool, ranking, one = pages(notebook)
    assert pool.count("<tr>") == ranking.count("<tr>") == 21 and "Hiroshi Tanemura: Data Analyst" in one
    assert ranking.index("Ngozi") > ranking.index("Hiroshi") > ranking.index("Yuki") > ranking.index("Mirela")
    assert len(outputs(notebook, "image/png")) == 3
    told = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    assert sum("The chart in words:" in text for text in told) == 3 and "A person decides" in told[0]
    assert "row 3 (c99): basics.name: 'Your Name' is a placeholder" in "".join(outputs(notebook, "text/plain"))


def test_what_the_charts_are_told_to_show_is_there():
    import pandas

    from gapwriter import Settings, analyze_many, rank_candidates

    cells = [cell.source for cell in nbformat.read(EXAMPLES / "twenty_candidates.ipynb", 4).cells if cell.cell_type == "code"]
    space = {}
    exec(cells[0].replace("import matplotlib.pyplot as plt", ""), space)
    pool = analyze_many(pandas.read_json(EXAMPLES / "candidates.jsonl", lines=True), space["role"], space["settings"])
    assert isinstance(space["settings"], Settings)
    places = rank_candidates(pool).to_frame("pandas").set_index("candidate")
    short = places.index[places["conditions_failed"] != ""]
    assert sorted(short) == ["Eoin Gallachan", "Hiroshi Tanemura", "Ngozi Adeyinka"] and list(places.index[places["conditions_open"] != ""]) == [
        "Yuki Moriyasu"
    ]
    assert places.loc["Hiroshi Tanemura", "score"] == 100 and places.loc["Hiroshi Tanemura", "place"] == 18
    gaps = [gap.label for analysis in pool for gap in analysis.gaps]
    assert len(pool) == gaps.count("generative AI") == 20 == max(map(gaps.count, gaps))


def test_in_a_kernel_a_model_writes_inside_the_running_loop_and_its_progress_is_shown():
    notebook = run(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(PROGRESS)]))
    shown, result = notebook.cells[0].outputs
    assert shown["data"]["text/plain"].splitlines() == [f"{section.title} is written" for section in choose_sections("")]
    assert shown["data"]["text/html"].count("is written") == len(choose_sections(""))
    assert result["data"]["text/plain"] == "(True, ())"


def test_the_network_is_out_of_reach():
    with pytest.raises(Exception, match="a notebook reaches for"):
        run(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("import socket; socket.create_connection(('192.0.2.1', 80), 1)")]))
