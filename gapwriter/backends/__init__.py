"""Backends: who writes. One file each: `WAY`, how it writes by itself, and `chat_model(settings, name)`, a LangChain chat model without retries of its own."""

from __future__ import annotations

from types import ModuleType
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


def find_member(settings: Settings) -> tuple[ModuleType, str]:
    """The member of the family that the settings name, LangChain's where no other has the provider, and the model's name as that member takes it."""
    provider, name = split_name(settings.model)
    return (plugins.load("backends", provider), name) if provider in plugins.names("backends") else (plugins.load("backends", "langchain"), settings.model)


def way_of(settings: Settings) -> str:
    """How the model of the settings writes; opens nothing."""
    return str(find_member(settings)[0].WAY) if settings.way == "auto" else settings.way


def open_backend(settings: Settings) -> Backend:
    """The backend that the settings name; RefusedError where it cannot be opened: not installed, no key, no file."""
    member, name = find_member(settings)
    return Backend(settings.model, way_of(settings), member.chat_model(settings, name))
