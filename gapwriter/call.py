"""Caller: the one policy by which a model is asked: tries, waits, deadline, rates, budget, and when to stop asking."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from functools import cached_property
from typing import Any

from gapwriter.answer import Answer, Usage, read_answer, read_finish, read_served, read_usage
from gapwriter.backends import Backend
from gapwriter.errors import BackendError, BudgetError, RefusedError
from gapwriter.outage import read_outage
from gapwriter.prompt import Prompt
from gapwriter.record import Record
from gapwriter.settings import Settings
from gapwriter.tariff import LETTERS, read_tariff

FAILURES = 5
"""So many failed calls one after the other, and the model is not asked for a while: the rest is written plainly."""
PAUSE = 60.0
"""Seconds after which one call may try whether the model is back."""
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 20.0


class Account(Record):
    """What asking took: `calls` that were answered, `requests` in all, `declined` those turned away before any work; `cost` None where the price is not known;
    `finishes` why answers ended, `faults` what went wrong, both with how often; `served` the models that answered, as they name themselves."""

    calls: int = 0
    requests: int = 0
    declined: int = 0
    usage: Usage = Usage()
    cost: float | None = None
    currency: str = ""
    served: tuple[str, ...] = ()
    finishes: dict[str, int] = {}
    faults: dict[str, int] = {}


class Caller:
    """A model with the policy around it; threads share it. Rates, budget and failures are those of this object: many reports can share one.

    `sleep` and `clock` (seconds) and `chance` (0 to 1) can be replaced, for tests that do not wait.
    """

    def __init__(
        self,
        backend: Backend,
        settings: Settings,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.backend, self.settings = backend, settings
        self._sleep, self._clock, self._chance = sleep, clock, chance
        self._tariff = read_tariff(settings.prices)
        if settings.max_cost and self._tariff.price(backend.name) is None:
            raise RefusedError(f"a budget in money needs the price of {backend.name}; name a table with it in GAPWRITER_PRICES, or use GAPWRITER_MAX_TOKENS")
        self._lock = threading.Lock()
        self._sent: deque[list[float]] = deque()
        self._open_again = 0.0
        self._failures = self._calls = self._requests = self._declined = 0
        self._usage = Usage()
        self._faults: Counter[str] = Counter()
        self._finishes: Counter[str] = Counter()
        self._served: dict[str, None] = {}

    def ask(self, prompt: Prompt, tries: int = 1) -> Answer:
        """The answer to a prompt. It is tried `tries` times at most; a request that was turned away before any work (429, 503) is repeated until the deadline instead.

        Raises RefusedError where nothing is gained by asking again, BudgetError, and BackendError where no usable answer came.
        """
        from tenacity import RetryCallState, Retrying, retry_if_exception

        end, worked = self._clock() + self.settings.deadline, 0

        def again(error: BaseException) -> bool:
            nonlocal worked
            if not isinstance(error, BackendError) or not error.retryable:
                return False
            worked += not error.declined
            return (error.declined or worked < tries) and self._failures < FAILURES

        def pause(state: RetryCallState) -> float:
            error: Any = state.outcome.exception() if state.outcome else None
            jitter = self._chance() * min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** min(state.attempt_number, 10))
            seconds = float(error.wait) + jitter  # never sooner than the server asks for
            if self._clock() + seconds >= end:
                self._fail(FAILURES)
                raise BackendError(f"{error}; the deadline of {self.settings.deadline:g} s allows no further try") from None
            return seconds

        answer: Answer = Retrying(retry=retry_if_exception(again), wait=pause, sleep=self._sleep, reraise=True)(self._try, prompt, end)
        return answer

    def close(self) -> None:
        """Close the connections of a backend that holds some."""
        client = getattr(self.backend.model, "http_client", None)
        if client is not None:
            client.close()

    def account(self) -> Account:
        """What all calls so far took."""
        with self._lock:
            return Account(
                calls=self._calls,
                requests=self._requests,
                declined=self._declined,
                usage=self._usage,
                cost=self._tariff.cost(self.backend.name, self._usage),
                currency=self._tariff.currency,
                served=tuple(self._served),
                finishes=dict(self._finishes),
                faults=dict(self._faults),
            )

    def _try(self, prompt: Prompt, end: float) -> Answer:
        """One request, and what came of it."""
        if self._failures >= FAILURES and self._clock() < self._open_again:
            raise BackendError(f"{FAILURES} calls failed one after the other, so the model is not asked for a while")
        entry = self._keep_rates(prompt, end)
        try:
            with self._lock:
                self._keep_budget()
                self._requests += 1
            message = self._send(prompt, end)
        except BackendError as error:
            with self._lock:
                self._declined += error.declined
                if not error.declined:
                    self._fail()
                self._faults[str(error)] += 1
            raise
        with self._lock:
            usage = read_usage(message)
            self._calls, self._failures = self._calls + 1, 0
            self._usage += usage
            self._finishes[read_finish(message)] += 1
            self._served[read_served(message)] = None
            entry[1] = usage.sent + usage.written or entry[1]
        try:
            return read_answer(message)
        except BackendError as error:
            with self._lock:
                self._faults[str(error)] += 1
            raise

    def _fail(self, count: int = 1) -> None:
        self._failures += count
        self._open_again = self._clock() + PAUSE

    def _send(self, prompt: Prompt, end: float) -> Any:
        """The message of the model. It is waited for in a thread of its own: no client's timeout is for a whole call."""
        outcome: list[Any] = []

        def call() -> None:
            try:
                outcome.append(self._invoke(prompt))
            except Exception as error:  # the kinds are those of every provider's client, and of JSON and UTF-8 below them
                outcome.append(read_outage(error))

        thread = threading.Thread(target=call, daemon=True)
        thread.start()
        thread.join(max(0.0, end - self._clock()))
        if not outcome:
            raise BackendError(f"the model did not answer within {self.settings.deadline:g} s")
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]

    @cached_property
    def _chain(self) -> Any:
        """Prompt | model, as LangChain's runnables; what comes is the whole message."""
        from langchain_core.runnables import RunnableLambda

        return RunnableLambda(_messages) | self.backend.model

    def _invoke(self, prompt: Prompt) -> Any:
        from langsmith.run_helpers import tracing_context

        if self.settings.tracing:
            return self._chain.invoke(prompt)
        with tracing_context(enabled=False):
            return self._chain.invoke(prompt)

    def _keep_budget(self) -> None:
        most_cost, most_tokens = self.settings.max_cost, self.settings.max_tokens
        cost = self._tariff.cost(self.backend.name, self._usage) or 0.0
        if most_cost and cost >= most_cost:
            raise BudgetError(f"the budget of {most_cost:g} {self._tariff.currency} is spent")
        if most_tokens and self._usage.sent + self._usage.written >= most_tokens:
            raise BudgetError(f"the budget of {most_tokens} tokens is spent")

    def _keep_rates(self, prompt: Prompt, end: float) -> list[float]:
        """Wait until a request of this size fits into the last minute; its entry of time and tokens."""
        rpm, tpm = self.settings.rpm, self.settings.tpm
        tokens = (len(prompt.system) + len(prompt.task)) // LETTERS
        while True:
            with self._lock:
                now = self._clock()
                while self._sent and self._sent[0][0] <= now - 60:
                    self._sent.popleft()
                fits = (not rpm or len(self._sent) < rpm) and (not tpm or not self._sent or sum(size for _, size in self._sent) + tokens <= tpm)
                if fits:
                    entry = [now, float(tokens)]
                    self._sent.append(entry)
                    return entry
                seconds = self._sent[0][0] + 60 - now
            if now + seconds >= end:
                raise BackendError("the limits GAPWRITER_RPM and GAPWRITER_TPM leave no room before the deadline")
            self._sleep(max(seconds, 0.01))


def _messages(prompt: Prompt) -> list[Any]:
    from langchain_core.messages import HumanMessage, SystemMessage

    return [SystemMessage(prompt.system), HumanMessage(prompt.task)] if prompt.system else [HumanMessage(prompt.task)]
