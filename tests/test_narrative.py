"""The whole report in a model's words: order of calls, faults of the model, agreement between sections."""

import threading

import pytest
from answers import as_text
from conftest import RESUME, ROLE, SETTINGS, report_of
from fault_server import FaultServer, answer, refused

from gapwriter import write_report
from gapwriter.backends.scripted import scripted
from gapwriter.call import Caller
from gapwriter.checker import Checker
from gapwriter.errors import BackendError, RefusedError
from gapwriter.narrative import write_narrative
from gapwriter.plain import write_plain
from gapwriter.prompt import Prompts, read_sections

PLAIN = report_of(RESUME, ROLE)
TITLES = [section.title for section in read_sections() if not section.optional]


def title_of(task):
    return next((title for title in (section.title for section in read_sections()) if f"Write the {title}" in task or f'"{title}"' in task), "")


def echo(facts, change=lambda title, text: text):
    """A model that answers with the plain sentences, changed."""
    plain = {section.title: write_plain(facts, section) for section in read_sections()}

    def answer(system, task):
        title = title_of(task)
        return change(title, as_text(plain[title]))

    return answer


def written(backend, **more):
    return write_report(RESUME, ROLE, model=backend, settings=SETTINGS.model_copy(update=more))


def test_a_model_that_says_what_holds_is_kept_whole():
    report = written(scripted(echo(PLAIN.facts)))
    assert report.prose_kept >= 0.9 and report.writer == "scripted" and report.writing.troubles == ()
    assert {one.text for one in report.verdict if one.origin == "model"} <= {one.text for one in PLAIN.verdict}
    assert report.writing.prompts == Prompts().digest


def test_the_first_section_goes_alone_and_the_others_side_by_side():
    begun, lock, gate = [], threading.Lock(), threading.Barrier(4, timeout=20)

    def answer(system, task):
        with lock:
            begun.append(title_of(task))
            number = len(begun)
        if 2 <= number <= 5:
            gate.wait()  # passes only where four are asked at the same time
        return ""

    report = written(scripted(answer), attempts=1, workers=4)
    assert begun[0] == TITLES[0] and sorted(begun) == sorted(TITLES) and report.prose_kept == 0


def test_sections_stand_in_their_order_whichever_comes_first():
    report = written(scripted(echo(PLAIN.facts)))
    assert [section.title for section in report.sections] == TITLES


def test_sections_that_contradict_each_other_are_settled():
    def change(title, text):
        return text + "\n\nThe roadmap takes 12 weeks." if title == "Recommended Resources" else text

    report = written(scripted(echo(PLAIN.facts, change)))
    assert "12 weeks" not in report.render() and not Checker(report.facts).check(report.render(), strict=True)


@pytest.mark.parametrize("status", [500, 429])
def test_a_model_that_fails_for_ever_leaves_a_plain_report(status):
    with FaultServer([refused(status, retry_after="0")]) as server:
        report = written(None, model="openai:x", base_url=server.address, deadline=2)
        assert [one.text for one in report.verdict] == [one.text for one in PLAIN.verdict] and report.prose_kept == 0
        assert report.writing.troubles
        with pytest.raises(BackendError):
            write_report(
                RESUME, ROLE, require_model=True, settings=SETTINGS.model_copy(update={"model": "openai:x", "base_url": server.address, "deadline": 2})
            )


@pytest.mark.parametrize("reply", [refused(401), refused(429, "insufficient_quota"), refused(404, "model_not_found")])
def test_a_refusal_stops_at_once(reply):
    with FaultServer([reply]) as server:
        with pytest.raises(RefusedError):
            written(None, model="openai:x", base_url=server.address)
        assert len(server.asked) == 1


def test_a_budget_that_is_spent_leaves_the_rest_plain():
    facts = PLAIN.facts
    say = echo(facts)
    with FaultServer(lambda body: answer(say("", body["messages"][-1]["content"]))) as server:
        report = written(None, model="openai:x", base_url=server.address, max_tokens=2000, workers=1)
    assert len(server.asked) == 2 and 0 < report.prose_kept < 1 and report.writing.troubles[0].endswith(": the budget of 2000 tokens is spent")


def test_no_section_is_asked_for_more_often_than_the_attempts_allow():
    with FaultServer([answer("CANDIDATE leads a team of forty at NASA.")]) as server:
        written(None, model="openai:x", base_url=server.address, attempts=2)
        assert len(server.asked) <= 2 * 6 + 2 * 6


def test_progress_is_told_for_every_section():
    seen = []
    with FaultServer([answer("")]) as server:
        caller = Caller(scripted(echo(PLAIN.facts)), SETTINGS)
        plain = {section.id: write_plain(PLAIN.facts, section) for section in read_sections()}
        write_narrative(PLAIN.facts, plain, caller, Prompts(), lambda *what: seen.append(what))
        assert server.asked == []
    assert sorted(seen) == sorted([(section.title, state) for section in read_sections() for state in ("begun", "written")])


def test_another_candidates_answer_does_not_go_out():
    other = report_of({**RESUME, "basics": {"name": "Dana Whitlock"}, "skills": [{"name": "x", "keywords": ["Docker", "PyTorch"]}]}, ROLE)
    report = written(scripted(echo(other.facts)))
    assert not Checker(report.facts).check(report.render(), strict=True)
    assert "does not show PyTorch" in report.render() or "PyTorch" in " ".join(one.text for one in report.sections[3].sentences)
