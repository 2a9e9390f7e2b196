"""The policy of calls, over real HTTP: what is tried again, what is waited for, what ends, and what it costs."""

import json
import threading
import zlib

import pytest
from conftest import SETTINGS
from fault_server import FaultServer, Reply, answer, completion, refused

from gapwriter.backends import open_backend
from gapwriter.backends.scripted import scripted
from gapwriter.call import FAILURES, PAUSE, Caller
from gapwriter.errors import BackendError, BudgetError, RefusedError
from gapwriter.prompt import Prompt

PROMPT = Prompt("Facts", "Write.")
GOOD = answer("The resume shows Python.")


class Clock:
    """Time that passes only where somebody sleeps."""

    def __init__(self):
        self.now, self.slept = 0.0, []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture(autouse=True)
def _closed(monkeypatch):
    """Every caller of a test is closed behind it."""
    made, init = [], Caller.__init__
    monkeypatch.setattr(Caller, "__init__", lambda self, *words, **more: (made.append(self), init(self, *words, **more))[1])
    yield
    for caller in made:
        if hasattr(caller, "backend"):
            caller.close()


def caller_of(server, clock=None, chance=0.5, **settings):
    clock = clock or Clock()
    own = SETTINGS.model_copy(update={"model": "openai:fault-1", "base_url": server.address, **settings})
    return Caller(open_backend(own), own, clock.sleep, clock, lambda: chance)


def ask(replies, tries=2, **settings):
    """What one call gives, with the server and the caller to look at."""
    with FaultServer(replies) as server:
        caller = caller_of(server, **settings)
        try:
            return caller.ask(PROMPT, tries), server, caller
        except BackendError as error:
            return error, server, caller


def test_an_answer_comes_with_its_finish_reason_usage_and_model():
    found, server, caller = ask([GOOD])
    assert (found.text, found.finish) == ("The resume shows Python.", "stop")
    account = caller.account()
    assert (account.calls, account.requests, account.usage.sent, account.usage.cached, account.usage.written) == (1, 1, 1000, 800, 100)
    assert account.served == ("fault-1",) and account.finishes == {"stop": 1} and account.cost is None
    assert [message["content"] for message in server.asked[0]["messages"]] == ["Facts", "Write."]
    assert server.asked[0]["max_tokens"] == 4000 and "temperature" not in server.asked[0]


UNREADABLE = {
    "malformed JSON": Reply(body=b'{"choices": [{"message"'),
    "an empty body": Reply(),
    "a web page": Reply(body=b"<!DOCTYPE html><html><body>Sign in</body></html>", headers=(("content-type", "text/html"),)),
    "broken UTF-8": Reply(body=completion("x").replace(b'"x"', b'"\xff\xfe\x80"')),
    "an error under status 200": Reply(body=b'{"error": {"message": "no"}}'),
    "no choices": Reply(body=json.dumps({"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": []}).encode()),
    "null choices": Reply(body=json.dumps({"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": None}).encode()),
    "null content": answer(None),
    "blank content": answer(" \n "),
    "control characters": answer("The resume\x00 shows \x1b[31mPython."),
    "text that runs both ways": answer("The resume \u202e shows Python."),
    "a status of the server": refused(500),
    "a gateway's status": refused(502),
    "a connection that breaks": Reply(body=completion("The resume"), cut=True),
    "ten megabytes": answer("The resume shows Python. " * 420_000),
    "ten megabytes, packed small": Reply(
        body=(lambda packed: packed.compress(completion("x" * 10_000_000)) + packed.flush())(zlib.compressobj(wbits=31)),
        headers=(("content-type", "application/json"), ("content-encoding", "gzip")),
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_tried_again(name):
    found, server, caller = ask([UNREADABLE[name], GOOD])
    assert getattr(found, "text", found) == "The resume shows Python."
    assert len(server.asked) == 2 and sum(caller.account().faults.values()) == 1


@pytest.mark.parametrize("name", UNREADABLE)
def test_and_no_oftener_than_it_may_be(name):
    found, server, _ = ask([UNREADABLE[name]], tries=3)
    assert isinstance(found, BackendError) and not isinstance(found, RefusedError)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "reply, words",
    [
        (answer("", "content_filter"), "filter"),
        (answer(None, message={"refusal": "I cannot do that."}), "refused"),
        (answer("I'm sorry, but I can't help with that."), "refused"),
        (answer("The resume", "length"), "cut"),
    ],
)
def test_what_would_come_again_is_not_asked_again(reply, words):
    found, server, _ = ask([reply], tries=3)
    assert isinstance(found, BackendError) and words in str(found) and len(server.asked) == 1


def test_a_cut_answer_keeps_its_whole_sentences():
    found, _, caller = ask([answer("The resume shows Python. It does not sh", "length")])
    assert (found.text, found.finish) == ("The resume shows Python.", "length")
    assert caller.account().finishes == {"length": 1}


@pytest.mark.parametrize(
    "text", ["<think>Hm.\n\nThe facts …</think>\n\nThe resume shows Python.", "```markdown\nThe resume shows Python.\n```", "The resume shows\u00a0Python."]
)
def test_what_surrounds_the_prose_is_taken_off(text):
    found, _, _ = ask([answer(text)])
    assert found.text == "The resume shows Python." and found.raw == text


def test_of_many_choices_the_first_counts():
    choices = [{"index": n, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"} for n, text in enumerate(["The first.", "The second."])]
    found, _, _ = ask([answer("", choices=choices)])
    assert found.text == "The first."


@pytest.mark.parametrize(
    "reply, words",
    [
        (refused(401), "key is not accepted"),
        (refused(403), "does not allow"),
        (refused(402), "credit"),
        (refused(404, "model_not_found"), "no such model"),
        (refused(429, "insufficient_quota"), "quota"),
        (refused(400, "context_length_exceeded"), "does not accept"),
        (refused(400, "invalid_request_error", "The model `x` does not exist"), "no such model"),
        (refused(307, location="http://127.0.0.1:1/v1/chat/completions"), "redirect"),
    ],
)
def test_a_refusal_ends_it_at_once(reply, words):
    found, server, _ = ask([reply], tries=5)
    assert isinstance(found, RefusedError) and words in str(found) and len(server.asked) == 1


def test_no_redirect_is_followed():
    with FaultServer([GOOD]) as other:
        found, _, _ = ask([refused(307, location=f"{other.address}/chat/completions")])
        assert isinstance(found, RefusedError) and other.asked == []


@pytest.mark.parametrize("status", [429, 503, 529])
@pytest.mark.parametrize(
    "headers, least",
    [
        ({"retry_after": "7"}, 7),
        ({"retry_after": "2.5"}, 2.5),
        ({"retry_after_ms": "1500"}, 1.5),
        ({"retry_after": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0),
        ({"retry_after": "soon"}, 0),
        ({}, 0),
    ],
)
def test_a_server_is_never_asked_sooner_than_it_says(status, headers, least):
    clock = Clock()
    found, server, caller = ask([refused(status, **headers), refused(status, **headers), GOOD], tries=1, clock=clock, deadline=120)
    assert found.text and len(server.asked) == 3 and caller.account().declined == 2
    assert len(clock.slept) == 2 and all(seconds >= least for seconds in clock.slept)


def test_waits_grow_and_are_by_chance():
    slept = {}
    for chance in (0.0, 0.5, 1.0):
        clock = Clock()
        ask([*[refused(429)] * 4, GOOD], clock=clock, chance=chance)
        slept[chance] = clock.slept
    assert slept[0.0] == [0, 0, 0, 0]
    assert slept[1.0] == sorted(slept[1.0]) and slept[1.0][-1] > slept[1.0][0] > 0
    assert [2 * seconds for seconds in slept[0.5]] == slept[1.0]


def test_a_wait_beyond_the_deadline_is_not_begun():
    clock = Clock()
    found, server, _ = ask([refused(429, retry_after="600")], clock=clock, deadline=60)
    assert isinstance(found, BackendError) and "deadline" in str(found) and clock.slept == [] and len(server.asked) == 1


@pytest.mark.parametrize("reply", [Reply(hang=True), Reply(body=b"{", drip=True)])
def test_the_deadline_is_for_the_whole_call(reply):
    with FaultServer([reply]) as server:
        own = SETTINGS.model_copy(update={"model": "openai:fault-1", "base_url": server.address, "deadline": 0.4})
        with pytest.raises(BackendError, match=r"in time|within"):
            Caller(open_backend(own), own).ask(PROMPT, 1)


def test_a_server_that_is_not_there_is_a_failed_connection():
    with FaultServer([GOOD]) as server:
        pass
    with pytest.raises(BackendError, match="no connection to 127") as error:
        caller_of(server).ask(PROMPT, 2)
    assert not isinstance(error.value, RefusedError)


def test_after_several_failures_the_model_is_left_alone_for_a_while():
    clock = Clock()
    with FaultServer([*[refused(500)] * FAILURES, GOOD]) as server:
        caller = caller_of(server, clock)
        for _ in range(FAILURES + 3):
            with pytest.raises(BackendError):
                caller.ask(PROMPT, 1)
        assert len(server.asked) == FAILURES
        clock.now += PAUSE
        assert caller.ask(PROMPT, 1).text
        assert caller.ask(PROMPT, 1).text and len(server.asked) == FAILURES + 2


def test_requests_a_minute_are_kept():
    clock = Clock()
    with FaultServer([GOOD]) as server:
        caller = caller_of(server, clock, rpm=2)
        for _ in range(5):
            caller.ask(PROMPT)
        assert clock.now == 120 and len(server.asked) == 5


def test_tokens_a_minute_are_kept_by_the_servers_own_count():
    clock = Clock()
    with FaultServer([GOOD]) as server:
        caller = caller_of(server, clock, tpm=2300)  # a call is 1,100 tokens by the server's count
        for _ in range(4):
            caller.ask(PROMPT)
        assert clock.now == 60


def test_a_rate_that_leaves_no_room_before_the_deadline_is_told():
    with FaultServer([GOOD]) as server:
        caller = caller_of(server, rpm=1, deadline=30)
        caller.ask(PROMPT)
        with pytest.raises(BackendError, match="GAPWRITER_RPM"):
            caller.ask(PROMPT)


def test_the_budget_of_tokens_ends_the_asking():
    with FaultServer([GOOD]) as server:
        caller = caller_of(server, max_tokens=2000)
        caller.ask(PROMPT)
        caller.ask(PROMPT)
        with pytest.raises(BudgetError, match="2000 tokens"):
            caller.ask(PROMPT)
        assert len(server.asked) == 2


def test_the_budget_of_money_counts_by_the_table_of_prices():
    with FaultServer([GOOD]) as server:
        caller = caller_of(server, model="openai:gpt-4.1-mini-2025-04-14", max_cost=0.0004)
        caller.ask(PROMPT)
        assert caller.account().cost == pytest.approx((200 * 0.40 + 800 * 0.10 + 100 * 1.60) / 1e6) and caller.account().currency == "USD"
        caller.ask(PROMPT)
        with pytest.raises(BudgetError, match="USD"):
            caller.ask(PROMPT)


def test_answers_that_are_of_no_use_cost_too():
    _, _, caller = ask([answer("", "content_filter")])
    assert caller.account().usage.sent == 1000


def test_a_budget_of_money_needs_a_price():
    with FaultServer([GOOD]) as server, pytest.raises(RefusedError, match="GAPWRITER_PRICES"):
        caller_of(server, max_cost=1.0)


def test_only_allowed_hosts_are_asked():
    found, server, _ = ask([GOOD], allowed_hosts="api.example.org, other.example.org")
    assert isinstance(found, RefusedError) and "127.0.0.1" in str(found) and server.asked == []
    assert ask([GOOD], allowed_hosts="127.0.0.1")[0].text


@pytest.mark.parametrize("reply", [refused(401, message="Incorrect key sk-secret"), refused(500, message="sk-secret"), Reply(body=b"sk-secret")])
def test_no_key_and_no_word_of_the_server_is_in_an_error(reply, caplog, capfd):
    with FaultServer([reply]) as server:
        own = SETTINGS.model_copy(update={"model": "openai:fault-1", "base_url": server.address, "api_key": type(SETTINGS.api_key)("sk-secret")})
        with pytest.raises(BackendError) as error:
            Caller(open_backend(own), own).ask(PROMPT)
    assert server.heads[0]["authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in "".join([str(error.value), repr(own), caplog.text, *capfd.readouterr()])


def test_prompts_go_to_no_tracer_unless_asked(monkeypatch):
    """LangChain would send them where the environment says so."""
    with FaultServer([GOOD]) as tracer, FaultServer([GOOD]) as server:
        for name, value in {
            "LANGSMITH_TRACING": "true",
            "LANGSMITH_API_KEY": "k",
            "LANGSMITH_ENDPOINT": tracer.address,
            "LANGCHAIN_TRACING_V2": "true",
        }.items():
            monkeypatch.setenv(name, value)
        seen = []
        monkeypatch.setattr("langsmith.Client.create_run", lambda self, *a, **k: seen.append(a))
        caller_of(server).ask(PROMPT)
        assert seen == [] and tracer.asked == []


def test_threads_share_one_account():
    with FaultServer([GOOD]) as server:
        caller = caller_of(server)
        threads = [threading.Thread(target=caller.ask, args=(PROMPT,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert caller.account().calls == 8 == len(server.asked) and caller.account().usage.written == 800


def test_a_crossed_exception_of_any_client_is_a_fault_and_no_traceback():
    caller = Caller(scripted([ValueError("x"), RuntimeError("y"), "The resume shows Python."]), SETTINGS, lambda seconds: None)
    assert caller.ask(PROMPT, 3).text == "The resume shows Python."
