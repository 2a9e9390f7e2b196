"""Answer: what a model sent back, kept whole, and whether it is of any use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gapwriter.errors import BackendError
from gapwriter.record import Record

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage


class Usage(Record):
    """Tokens: `sent` in all, `cached` of them read from the provider's cache, `written` by the model; zeros where the server does not say."""

    sent: int = 0
    cached: int = 0
    written: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(sent=self.sent + other.sent, cached=self.cached + other.cached, written=self.written + other.written)


class Answer(Record):
    """`text` is usable prose; `raw` is what came; `finish` why the model stopped (`stop`, `length` …)."""

    text: str
    raw: str
    finish: str


UNUSABLE = {"content_filter": "the provider's filter stopped the answer", "refusal": "the model refused"}
_THOUGHT = re.compile(r"\A\s*<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.S | re.I)
_FENCE = re.compile(r"\A\s*```[a-z]*\n(.*?)\n?```\s*\Z", re.S)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")
_REFUSAL = re.compile(r"\A\W*(?:I(?:'|’)?m sorry|I am sorry|Sorry|I can(?:'|’)?t|I cannot|I(?:'|’)?m unable|I am unable|I won(?:'|’)t|As an AI)\b", re.I)


def read_answer(message: Any) -> Answer:
    """Read the message of a model; BackendError where it holds no usable prose, retryable where asking again may help.

    A cut answer keeps its whole sentences. Thoughts before the prose and a fence around it are taken off.
    """
    finish = read_finish(message)
    if finish in UNUSABLE:
        raise BackendError(UNUSABLE[finish])
    raw = message.text if isinstance(message.text, str) else str(message.content)
    text = _THOUGHT.sub("", raw).strip()
    fenced = _FENCE.match(text)
    text = (fenced[1] if fenced else text).replace("\r\n", "\n").replace("\u00a0", " ").strip()
    if not text:
        raise BackendError("the answer is empty", retryable=True)
    if _CONTROL.search(text):
        raise BackendError("the answer holds control characters or broken text", retryable=True)
    if re.match(r"\A\s*(?:<!doctype|<html|<\?xml)", text, re.I):
        raise BackendError("the answer is a web page", retryable=True)
    if _REFUSAL.match(text) and len(text) < 400:
        raise BackendError(UNUSABLE["refusal"])
    if finish == "length":
        text = _whole_sentences(text)
        if not text:
            raise BackendError("the answer was cut before its first sentence ended")
    return Answer(text=text, raw=raw, finish=finish)


def read_finish(message: AIMessage) -> str:
    """Why the model stopped, in OpenAI's words."""
    if message.additional_kwargs.get("refusal"):
        return "refusal"
    data = message.response_metadata
    finish = str(data.get("finish_reason") or data.get("stop_reason") or "unknown")
    return {"max_tokens": "length", "end_turn": "stop", "SAFETY": "content_filter", "STOP": "stop", "MAX_TOKENS": "length"}.get(finish, finish)


def read_served(message: AIMessage) -> str:
    """The served model's name; a local server names a file, of which only the name is kept."""
    return str(message.response_metadata.get("model_name") or "").replace("\\", "/").rpartition("/")[2]


def read_usage(message: AIMessage) -> Usage:
    """The tokens of a call, as the server counts them."""
    usage = message.usage_metadata
    if not usage:
        return Usage()
    cached = (usage.get("input_token_details") or {}).get("cache_read") or 0
    return Usage(sent=usage["input_tokens"], cached=cached, written=usage["output_tokens"])


def _whole_sentences(text: str) -> str:
    """A cut text up to the end of its last whole sentence."""
    last = max((found.end() for found in re.finditer(r"[.!?][”\"')\]]?(?=\s)", text)), default=0)
    return text[:last] if not re.search(r"[.!?][”\"')\]]?\Z", text) else text
