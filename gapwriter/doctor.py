"""Doctor: what this installation can do."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from gapwriter import __version__, plugins
from gapwriter.errors import GapwriterError
from gapwriter.lint import PARTS, lint_catalog
from gapwriter.prompt import Prompt, read_sections
from gapwriter.settings import Settings
from gapwriter.skill import read_catalog

PACKAGES = ("pydantic", "PyYAML", "rapidfuzz", "python-dotenv", "openai", "langchain", "langchain-openai", "tenacity", "jinja2", "rich")


def examine(settings: Settings) -> tuple[list[tuple[str, str]], bool]:
    """Rows of (what, state), and whether all is well."""
    catalog = read_catalog(settings.catalog)
    faults = lint_catalog(catalog.raw)
    writer, ready = _try_writer(settings)
    rows = [
        ("gapwriter", f"{__version__} on Python {platform.python_version()}"),
        ("packages", ", ".join(f"{name} {_version(name)}" for name in PACKAGES)),
        (
            "catalog",
            ", ".join(f"{len(catalog.raw[part]):,} {part}" for part in PARTS)
            + (f"; {len(faults)} faults, see `gapwriter catalog lint`" if faults else "; no faults"),
        ),
        ("reads", ", ".join(sorted(_suffixes("readers")))),
        ("writes", ", ".join(sorted(_suffixes("formats")))),
        ("sections", ", ".join(section.title for section in read_sections())),
        ("writer", writer),
        ("settings", f"as of {settings.as_of}, {settings.hours_per_week} hours a week, horizon {settings.horizon_weeks} weeks"),
    ]
    return rows, not faults and ready


def _suffixes(family: str) -> Iterator[str]:
    """The suffixes that are read or written, and for those that need a package more which extra brings it."""
    for name in plugins.names(family):
        member = plugins.load(family, name)
        package, extra = getattr(member, "NEEDS", ("", ""))
        wanting = package and find_spec(package) is None
        suffixes = member.SUFFIXES if family == "readers" else (member.SUFFIX,)
        yield from (f"{suffix} (needs gapwriter[{extra}])" if wanting else suffix for suffix in suffixes)


def _try_writer(settings: Settings) -> tuple[str, bool]:
    """What one short call to the configured model shows: how it is spoken to, why it stopped, what it counts, how fast it is."""
    if settings.writes_plainly:
        return "plain sentences, without a language model" + ("" if settings.model else "; GAPWRITER_MODEL names one"), True
    from gapwriter.backends import open_backend, split_name
    from gapwriter.call import Caller

    begun = time.monotonic()
    try:
        with closing(Caller(open_backend(settings), settings)) as caller:
            caller.ask(Prompt("", "Answer with the one word: ready"))
    except GapwriterError as error:
        return str(error) if str(error).startswith(settings.model) else f"{settings.model}: {error}", False
    seconds, account = time.monotonic() - begun, caller.account()
    usage, (finish,) = account.usage, account.finishes
    served = f", served as {account.served[0]}" if account.served[0] not in ("", split_name(settings.model)[1]) else ""
    counted = f"{usage.sent} tokens sent, {usage.written} written" if usage.sent else "no usage told"
    speed = f", {usage.written / seconds:.0f} tokens a second" if usage.written else ""
    return f"{settings.model}{served}: writes by {caller.backend.way}; finish reason {finish}; {counted}; {seconds:.1f} s{speed}", True


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
