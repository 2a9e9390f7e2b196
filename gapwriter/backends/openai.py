"""Any server that speaks OpenAI's protocol: OpenAI, Azure, Ollama, vLLM, LM Studio, llama.cpp, OpenRouter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from gapwriter.errors import RefusedError
from gapwriter.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

WAY = "section"

_OWN_HOSTS = ("openai.com", "openai.azure.com", "azure.com")


def chat_model(settings: Settings, name: str) -> BaseChatModel:
    """`base_url` names the server, OpenAI's own where it is empty; a server of one's own needs no key."""
    from langchain_openai import ChatOpenAI

    from gapwriter.transport import Transport

    if not name:
        raise RefusedError("no model is named; write GAPWRITER_MODEL=openai:NAME")
    key = settings.api_key.get_secret_value()
    if not key and not settings.base_url:
        raise RefusedError(f"openai:{name}: there is no key for OpenAI; set GAPWRITER_API_KEY or OPENAI_API_KEY, or GAPWRITER_BASE_URL for another server")
    if settings.base_url and urlsplit(settings.base_url).scheme not in ("http", "https"):
        raise RefusedError(f"GAPWRITER_BASE_URL={settings.base_url} is no address; write it like http://127.0.0.1:11434/v1")
    options: dict[str, Any] = {"temperature": settings.temperature} if settings.temperature is not None else {}
    host = urlsplit(settings.base_url).hostname or "api.openai.com"
    if any(host == own or host.endswith("." + own) for own in _OWN_HOSTS):
        options["max_completion_tokens"] = settings.answer_tokens
    else:
        options["extra_body"] = {"max_tokens": settings.answer_tokens}  # the older name, which every other server knows
    return ChatOpenAI(
        model=name,
        base_url=settings.base_url or "https://api.openai.com/v1",
        api_key=key or "none",
        http_client=Transport(settings, trust_env=host not in ("127.0.0.1", "::1", "localhost")),
        max_retries=0,
        timeout=settings.deadline,
        cache=False,
        use_responses_api=False,
        **options,
    )
