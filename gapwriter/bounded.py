"""Bounded: a library that cannot be trusted with a hostile file reads it in a child process, within bounds of time and memory."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from gapwriter.document import Document, Hidden
from gapwriter.errors import InputError
from gapwriter.unpack import FULL

SECONDS = 2
"""Of CPU; twice that by the clock, since the machine may be busy."""
MEMORY = 256 * 1024 * 1024
"""Bytes of address space that reading may add to what the interpreter and its libraries take."""
_ENDED = (FULL, -signal.SIGXCPU, -signal.SIGKILL) if hasattr(signal, "SIGXCPU") else (FULL,)
CHILD = ("-m", "gapwriter.unpack")
_NOT_READ = "this file takes more time or memory than a resume or an advertisement does"


def read_bounded(unpacker: str, content: bytes, name: str, package: str, extra: str) -> Document:
    """The lines that `gapwriter.unpack.<unpacker>` finds; `package` is what it needs and `extra` the extra of gapwriter that brings it.

    Raises InputError: the package is missing, the file is broken or refused, or it takes more than the bounds.
    """
    if find_spec(package) is None:
        raise InputError(name, "", "reading this format needs a package more", f"pip install 'gapwriter[{extra}]'")
    command = [sys.executable, "-I", "-X", "utf8", *CHILD, unpacker, str(SECONDS), str(MEMORY)]
    try:
        child = subprocess.run(command, input=content, capture_output=True, timeout=2 * SECONDS + 2, check=False)  # noqa: S603 - our own module
        answer: dict[str, Any] = json.loads(child.stdout)
    except subprocess.TimeoutExpired:
        raise InputError(name, "", _NOT_READ, "export it anew, or save it as text") from None
    except ValueError:  # the child was ended by its bounds, or by a fault of the library
        bounds = child.returncode in _ENDED
        raise InputError(name, "", _NOT_READ if bounds else "this file cannot be read", "export it anew, or save it as text") from None
    if "refused" in answer:
        raise InputError(name, *answer["refused"])
    seen = [line for line in answer["lines"] if not line["hidden"]]
    if not any(line["text"].strip() for line in seen):
        raise InputError(name, "", "no text can be seen in it", "export it with its text, or save it as text")
    return Document(
        name=name,
        lines=tuple(line["text"] for line in seen),
        places=tuple(line["place"] for line in seen),
        hidden=tuple(Hidden(place=line["place"], text=line["text"], how=line["hidden"]) for line in answer["lines"] if line["hidden"]),
    )
