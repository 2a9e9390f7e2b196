"""Compiles the catalog's YAML to `gapwriter/catalog/catalog.json` whenever the project is installed or its wheel is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        from gapwriter.lint import write_catalog

        folder = Path(self.root) / "gapwriter" / "catalog"
        if any((folder / "skills").glob("*.yaml")):
            write_catalog(folder)
        build_data["artifacts"].append("gapwriter/catalog/catalog.json")
