"""Section: a section of the report as a Markdown file: its title, and which facts it must and may state."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gapwriter.record import Record


class Section(Record):
    """`must_state` and `may_state` are kinds of fact (`gap` stands for all its children too)."""

    id: str
    title: str
    must_state: tuple[str, ...]
    may_state: tuple[str, ...] = ()
    optional: bool = False


def prompts_folder() -> Traversable:
    """The folder of prompts: inside the package in an installed wheel, beside it in a checkout."""
    packed = files("gapwriter") / "prompts"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "prompts"


@cache
def read_sections() -> tuple[Section, ...]:
    """The sections in the order of their file names."""
    found = sorted((file for file in (prompts_folder() / "sections").iterdir() if file.name.endswith(".md")), key=lambda file: file.name)
    sections = []
    for file in found:
        front = file.read_text("utf-8").split("+++")[1]
        sections.append(Section.model_validate({"id": file.name.removesuffix(".md").partition("_")[2], **tomllib.loads(front)}))
    return tuple(sections)
