"""Doctor: what this installation can do."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from gapwriter import __version__, plugins
from gapwriter.lint import PARTS, lint_catalog
from gapwriter.prompt import read_sections
from gapwriter.settings import Settings
from gapwriter.skill import read_catalog

PACKAGES = ("pydantic", "PyYAML", "rapidfuzz", "python-dotenv")


def examine(settings: Settings) -> tuple[list[tuple[str, str]], bool]:
    """Rows of (what, state), and whether all is well."""
    catalog = read_catalog()
    faults = lint_catalog(catalog.raw)
    rows = [
        ("gapwriter", f"{__version__} on Python {platform.python_version()}"),
        ("packages", ", ".join(f"{name} {_version(name)}" for name in PACKAGES)),
        (
            "catalog",
            ", ".join(f"{len(catalog.raw[part]):,} {part}" for part in PARTS)
            + (f"; {len(faults)} faults, see `gapwriter catalog lint`" if faults else "; no faults"),
        ),
        ("reads", ", ".join(sorted(suffix for name in plugins.names("readers") for suffix in plugins.load("readers", name).SUFFIXES))),
        ("writes", ", ".join(sorted(plugins.load("formats", name).SUFFIX for name in plugins.names("formats")))),
        ("sections", ", ".join(section.title for section in read_sections())),
        ("writer", "plain sentences, without a language model" if settings.model == "none" else f"{settings.model} is not known; set GAPWRITER_MODEL=none"),
        ("settings", f"as of {settings.as_of}, {settings.hours_per_week} hours a week, horizon {settings.horizon_weeks} weeks"),
    ]
    return rows, not faults and settings.model == "none"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
