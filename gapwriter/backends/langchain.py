"""Any other provider of LangChain, as `provider:model`, when its package is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gapwriter.errors import RefusedError
from gapwriter.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

WAY = "section"


def chat_model(settings: Settings, name: str) -> BaseChatModel:
    """`name` is `provider:model` as LangChain's `init_chat_model` takes it; keys come from the provider's own variables, GAPWRITER_API_KEY goes before them."""
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"max_retries": 0, "timeout": settings.deadline, "max_tokens": settings.answer_tokens, "cache": False}
    if settings.temperature is not None:
        options["temperature"] = settings.temperature
    if key := settings.api_key.get_secret_value():
        options["api_key"] = key
    if settings.base_url:
        options["base_url"] = settings.base_url
    try:
        model: BaseChatModel = init_chat_model(name, **options)
    except ImportError as error:
        raise RefusedError(f"the package for {name} is not installed ({error})") from None
    except ValueError as error:
        known = "Unsupported" not in str(error) and "infer" not in str(error)
        raise RefusedError(f"{name}: {error}" if known else f"{name}: LangChain knows no such provider; write it like openai:NAME or anthropic:NAME") from None
    except Exception as error:  # each provider's package refuses in its own words: no key, no such model
        raise RefusedError(f"{name} cannot be opened ({type(error).__name__}: {error})") from None
    return model
