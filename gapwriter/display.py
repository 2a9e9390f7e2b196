"""Displayed: a noun that shows itself richly in notebooks, through the member of the family `views` that draws it."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, ClassVar

from gapwriter import plugins


class Displayed:
    """`VIEW` is the member of the family."""

    VIEW: ClassVar[str]

    def _repr_mimebundle_(self, include: Container[str] | None = None, exclude: Container[str] | None = None) -> dict[str, str]:
        bundle: dict[str, str] = plugins.load("views", self.VIEW).bundle(self)
        return {kind: text for kind, text in bundle.items() if (not include or kind in include) and not (exclude and kind in exclude)}

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """IPython has a form of its own for tuples, which goes before the bundle's plain text."""
        printer.text(self._repr_mimebundle_()["text/plain"])
