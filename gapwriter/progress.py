"""Progress: how far the writing is, for a person who waits at a terminal or in a notebook."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import copy_context
from html import escape
from importlib import import_module
from threading import Lock
from typing import Any

Progress = Callable[[str, str], None]
"""Told the title of a section and what becomes of it: `begun`, `written`, `plain`."""

_STATES = {"": "waits", "begun": "is being written …", "written": "is written", "plain": "is written in plain sentences"}


@contextmanager
def show_progress(titles: Sequence[str]) -> Iterator[Progress | None]:
    """In a notebook, a table of the sections that changes in its place; elsewhere nothing."""
    if not _in_notebook():
        yield None
        return
    states = dict.fromkeys(titles, "")
    handle = import_module("IPython.display").display(_bundle(states), raw=True, display_id=True)
    # Sections are written in threads, which do not know to which cell they belong; one after the other they say it in the context of the cell.
    context, lock = copy_context(), Lock()

    def tell(title: str, state: str) -> None:
        with lock:
            states[title] = state
            context.run(handle.update, _bundle(states), raw=True)

    yield tell


@contextmanager
def show_on_terminal() -> Iterator[Progress | None]:
    """A line a section on standard error, where that is a terminal; it is gone when the writing ends."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    with Bars(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def tell(title: str, state: str) -> None:
            if title not in tasks:
                tasks[title] = bars.add_task(title, total=1)
            if state != "begun":
                bars.update(tasks[title], description=f"{title}: {state}", completed=1)

        yield tell


def _in_notebook() -> bool:
    """Whether a kernel runs this; IPython is not imported to find out."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return getattr(shell, "kernel", None) is not None


def _bundle(states: dict[str, str]) -> dict[str, str]:
    lines = [(title, _STATES.get(state, state)) for title, state in states.items()]
    rows = "".join(f'<tr><td style="text-align: left">{escape(title)}</td><td style="text-align: left">{escape(state)}</td></tr>' for title, state in lines)
    return {
        "text/html": f'<table role="status" aria-label="Sections">{rows}</table>',
        "text/plain": "\n".join(f"{title} {state}" for title, state in lines),
    }
