"""The child process: `python -m gapwriter.unpack NAME SECONDS BYTES` reads a file from standard input and writes its lines as JSON."""

from __future__ import annotations

import json
import sys
from importlib import import_module

from gapwriter.unpack import FULL, Refused


def main() -> None:
    name, seconds, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    module = import_module(f"gapwriter.unpack.{name}")
    bound(seconds, memory)
    try:
        answer: dict[str, object] = {"lines": [line._asdict() for line in module.unpack(sys.stdin.buffer.read())]}
    except Refused as refused:
        answer = {"refused": refused.told}
    except MemoryError:
        sys.exit(FULL)
    print(json.dumps(answer))


def bound(seconds: int, memory: int) -> None:
    """Let the system end this process where it takes more than it may; without that (Windows) only the parent's clock does."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with open("/proc/self/statm") as file:
            taken = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + memory, taken + memory))


main()
