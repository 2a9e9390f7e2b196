"""The test double that is shipped: answers from a queue or a function, no network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from threading import Lock
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import PrivateAttr

from gapwriter.backends import Backend
from gapwriter.errors import RefusedError
from gapwriter.settings import Settings

WAY = "section"

Answers = Iterable["str | AIMessage | Exception"] | Callable[[str, str], "str | AIMessage | Exception"]


class Scripted(BaseChatModel):
    """Answers from a queue, in the order of the calls, or from a function of (system, task). An answer is a text, a whole message or an exception to raise; `asked` keeps
    what was sent, as pairs of (system, task)."""

    _answer: Callable[[str, str], str | AIMessage | Exception] = PrivateAttr()
    _asked: list[tuple[str, str]] = PrivateAttr(default_factory=list)
    _lock: Lock = PrivateAttr(default_factory=Lock)

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        if callable(answers):
            self._answer = answers
        else:
            queue = iter(answers)
            self._answer = lambda system, task: next(queue, "")

    @property
    def asked(self) -> Sequence[tuple[str, str]]:
        return tuple(self._asked)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: CallbackManagerForLLMRun | None = None, **options: Any
    ) -> ChatResult:
        system = "\n".join(message.text for message in messages if message.type == "system")
        task = "\n".join(message.text for message in messages if message.type != "system")
        with self._lock:
            self._asked.append((system, task))
            answer = self._answer(system, task)
        if isinstance(answer, Exception):
            raise answer
        message = answer if isinstance(answer, AIMessage) else AIMessage(answer, response_metadata={"finish_reason": "stop", "model_name": "scripted"})
        return ChatResult(generations=[ChatGeneration(message=message)])


def scripted(answers: Answers, way: str = WAY) -> Backend:
    """A backend that gives these answers: `write_report(resume, role, model=scripted([...]))`."""
    return Backend("scripted", way, Scripted(answers))


def chat_model(settings: Settings, name: str) -> BaseChatModel:
    """A double has answers from code alone."""
    raise RefusedError("scripted answers come from code: write_report(…, model=scripted([...]))")
