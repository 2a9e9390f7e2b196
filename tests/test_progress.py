"""Progress: on a terminal, in a notebook, and nowhere else."""

import asyncio
import sys
import types

import pytest
from conftest import RESUME, ROLE, SETTINGS
from fault_server import FaultServer, answer
from test_narrative import PLAIN, TITLES, echo, written

from gapwriter import write_report
from gapwriter.backends.scripted import scripted
from gapwriter.progress import show_on_terminal, show_progress


def test_nothing_is_shown_without_a_notebook_or_a_terminal(capfd):
    assert written(scripted(echo(PLAIN.facts))).prose_kept >= 0.9
    with show_progress(["A"]) as tell, show_on_terminal() as told:
        assert tell is None and told is None
    assert capfd.readouterr() == ("", "")


@pytest.fixture
def notebook(monkeypatch):
    """IPython as a kernel has it; what is displayed and updated, in order."""
    shown = []
    handle = types.SimpleNamespace(update=lambda bundle, raw: shown.append(bundle))
    display = types.ModuleType("IPython.display")
    display.display = lambda bundle, raw, display_id: shown.append(bundle) or handle
    module = types.ModuleType("IPython")
    module.get_ipython = lambda: types.SimpleNamespace(kernel=object())
    monkeypatch.setitem(sys.modules, "IPython", module)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    return shown


def test_a_notebook_shows_every_section_and_its_state(notebook):
    written(scripted(echo(PLAIN.facts)))
    lines = [bundle["text/plain"].splitlines() for bundle in notebook]
    assert lines[0] == [f"{title} waits" for title in TITLES] and lines[-1] == [f"{title} is written" for title in TITLES]
    assert len(lines) == 1 + 2 * len(TITLES) and notebook[-1]["text/html"].count("is written") == len(TITLES)


def test_a_section_that_stays_plain_says_so(notebook):
    written(scripted(lambda system, task: TimeoutError()), attempts=1)
    assert "is written in plain sentences" in notebook[-1]["text/plain"]


def test_a_callable_of_the_callers_own_goes_before(notebook):
    seen = []
    write_report(RESUME, ROLE, model=scripted(echo(PLAIN.facts)), settings=SETTINGS, progress=lambda *what: seen.append(what))
    assert len(seen) == 2 * len(TITLES) and notebook == []


def test_plain_sentences_need_no_progress(notebook):
    written("none")
    assert notebook == []


def test_a_terminal_shows_a_line_a_section(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with show_on_terminal() as tell:
        tell("A <b>", "begun")
        tell("A <b>", "written")
    out, err = capsys.readouterr()
    assert out == "" and "A <b>: written" in err


def test_a_report_is_written_inside_a_running_loop():
    say = echo(PLAIN.facts)

    async def main(address):
        return write_report(RESUME, ROLE, settings=SETTINGS.model_copy(update={"model": "openai:x", "base_url": address}))

    with FaultServer(lambda body: answer(say("", body["messages"][-1]["content"]))) as server:
        report = asyncio.run(main(server.address))
    assert report.prose_kept >= 0.9 and report.writing.troubles == ()
