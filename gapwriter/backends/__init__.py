"""Backends: who writes. One file each: `WAY`, how it writes by itself, and `chat_model(settings, name)`, a LangChain chat model without retries of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gapwriter import plugins
from gapwriter.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


class Backend(NamedTuple):
    """A model that is ready to be asked; `way` is how it writes, `section` or `sentence`; `name` is `provider:model`."""

    name: str
    way: str
    model: BaseChatModel


def split_name(name: str) -> tuple[str, str]:
    """Provider and model of a setting: `openai:gpt-5-mini`, `local`, `local:FILE.gguf`; a bare name is OpenAI's protocol."""
    provider, colon, model = name.partition(":")
    if colon or provider in plugins.names("backends"):
        return provider, model
    return "openai", name


def open_backend(settings: Settings) -> Backend:
    """The backend that the settings name; RefusedError where it cannot be opened: not installed, no key, no file."""
    provider, name = split_name(settings.model)
    own = provider if provider in plugins.names("backends") else "langchain"
    member = plugins.load("backends", own)
    model = member.chat_model(settings, name if own == provider else settings.model)
    return Backend(settings.model, member.WAY if settings.way == "auto" else settings.way, model)
