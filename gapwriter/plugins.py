"""Families: the files of a folder and what strangers add by entry points; the one place where a name becomes a module."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from types import ModuleType

_PACKAGE = __name__.rpartition(".")[0]


@cache
def names(family: str) -> tuple[str, ...]:
    """The members of a family (`readers`, `formats`), sorted: our own files and the entry points of group `gapwriter.<family>`."""
    own = {module.name for module in iter_modules(import_module(f"{_PACKAGE}.{family}").__path__)}
    return tuple(sorted(own | {point.name for point in entry_points(group=f"{_PACKAGE}.{family}")}))


@cache
def load(family: str, name: str) -> ModuleType:
    """The module of one member, imported on first use; KeyError for a name that the family does not have."""
    for point in entry_points(group=f"{_PACKAGE}.{family}"):
        if point.name == name:
            module = point.load()
            assert isinstance(module, ModuleType)
            return module
    if name not in names(family):
        raise KeyError(f"{family} has no {name!r}; it has {', '.join(names(family))}")
    return import_module(f"{_PACKAGE}.{family}.{name}")
