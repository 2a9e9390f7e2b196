"""Section, Prompt: Markdown files that say what a section holds and how to ask for it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gapwriter.errors import InputError, PromptError
from gapwriter.fact import Fact, Facts
from gapwriter.record import Record

if TYPE_CHECKING:
    from jinja2 import Template


class Section(Record):
    """`must_state` and `may_state` are kinds of fact (`gap` stands for all its children too); `own` kinds that its prompt alone
    carries (the others are in the part that all prompts share); `words` the length to aim at, from and to."""

    id: str
    title: str
    must_state: tuple[str, ...]
    may_state: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    words: tuple[int, int] = (80, 200)
    optional: bool = False


class Prompt(NamedTuple):
    """What is sent: `system` is the same for all sections of a report, `task` is the section's own."""

    system: str
    task: str


def prompts_folder() -> Traversable:
    """The folder of prompts: inside the package in an installed wheel, beside it in a checkout."""
    packed = files("gapwriter") / "prompts"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "prompts"


@cache
def read_sections() -> tuple[Section, ...]:
    """The sections in the order of their file names."""
    found = sorted((file for file in (prompts_folder() / "sections").iterdir() if file.name.endswith(".md")), key=lambda file: file.name)
    return tuple(_read_front(file.name, file.read_text("utf-8"))[0] for file in found)


def choose_sections(names: str = "") -> tuple[Section, ...]:
    """The sections by names with commas between them (ids or titles, in any letters), in that order; without names all that are not optional. InputError for an unknown name."""
    if not names.strip():
        return tuple(section for section in read_sections() if not section.optional)
    known = {_plain_name(name): section for section in read_sections() for name in (section.id, section.title)}
    chosen = []
    for name in filter(None, map(str.strip, names.split(","))):
        if _plain_name(name) not in known:
            raise InputError("sections", "", f"{name!r} is no section", f"use {', '.join(section.id for section in read_sections())}")
        chosen.append(known[_plain_name(name)])
    return tuple(dict.fromkeys(chosen))


def _plain_name(name: str) -> str:
    return " ".join(re.split(r"[\s_-]+", name.casefold()))


def _read_front(name: str, text: str) -> tuple[Section, str]:
    """A section and the task behind its front matter."""
    try:
        _, front, task = text.split("+++", 2)
        return Section.model_validate({"id": name.removesuffix(".md").partition("_")[2], **tomllib.loads(front)}), task.strip() + "\n"
    except ValueError as error:
        raise PromptError(name, f"its front matter cannot be read ({str(error).splitlines()[0]})", "begin it like the shipped file of this name") from None


class Prompts:
    """The prompt files of one installation, the user's own before ours.

    `folder` holds files named like ours (`system.md`, `revise.md`, `reword.md`, `sections/10_executive_summary.md` …), any of them; PromptError for a file that
    cannot be used, or whose name is none of ours. What a section must state is the contract with the checker: a section's file can change the task and `words`.
    """

    def __init__(self, folder: str = "") -> None:
        ours = prompts_folder()
        self._texts = {name: (ours / name).read_text("utf-8") for name in ("system.md", "revise.md", "reword.md")}
        self._texts |= {f"sections/{file.name}": file.read_text("utf-8") for file in (ours / "sections").iterdir() if file.name.endswith(".md")}
        for name, text in _own_files(Path(folder)) if folder else ():
            if name not in self._texts:
                raise PromptError(f"{folder}/{name}", "no prompt of ours has this name", f"use one of {', '.join(sorted(self._texts))}")
            self._texts[name] = text
        self.sections: dict[str, Section] = {}
        self._tasks: dict[str, str] = {}
        for name in sorted(self._texts):
            if name.startswith("sections/"):
                section, task = _read_front(name.removeprefix("sections/"), self._texts[name])
                shipped = next(one for one in read_sections() if one.id == section.id)
                if section.model_copy(update={"words": shipped.words}) != shipped:
                    raise PromptError(
                        f"{folder}/{name}", "title, must_state and may_state are the contract and cannot be changed", "take them over from our file"
                    )
                self.sections[section.id], self._tasks[section.id] = section, task
        self.digest = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in sorted(self._texts.items())).encode()).hexdigest()
        self.text = "\n".join(self._texts.values())
        self._folder = folder

    def fill(self, facts: Facts, section: Section) -> Prompt:
        """The prompt of a section: the facts that all prompts share, then the section's own, then its task."""
        shared, own = self._shared(facts), facts_lines(facts, facts.of(*section.own))
        task = self._render(
            self._tasks[section.id],
            section.id,
            title=section.title,
            facts=own,
            must=numbers_of(facts, facts.of(*section.must_state)),
            may=numbers_of(facts, facts.of(*section.may_state)),
            words=f"{section.words[0]} to {section.words[1]}",
        )
        return Prompt(self._render(self._texts["system.md"], "system.md", facts=shared, pronouns=_pronouns(facts)), task)

    def fill_revision(self, facts: Facts, section: Section, faults: Iterable[tuple[str, Iterable[str]]], used: Iterable[Fact]) -> Prompt:
        """The prompt that has sentences rewritten: each failing one (empty for a new one) with its reasons, and the facts that they may use."""
        rows = [{"sentence": sentence, "reasons": list(reasons)} for sentence, reasons in faults]
        return Prompt(
            "", self._render(self._texts["revise.md"], "revise.md", title=section.title, faults=rows, facts=facts_lines(facts, used), pronouns=_pronouns(facts))
        )

    def fill_rewording(self, sentence: str) -> Prompt:
        """The prompt that has one plain sentence reworded."""
        return Prompt("", self._render(self._texts["reword.md"], "reword.md", sentence=sentence))

    def _shared(self, facts: Facts) -> str:
        own = {fact.id for section in self.sections.values() for fact in facts.of(*section.own)}
        stated = {fact.id for section in self.sections.values() for fact in facts.of(*section.must_state, *section.may_state)}
        return facts_lines(facts, [fact for fact in facts if fact.id in stated - own])

    def _render(self, text: str, name: str, **variables: Any) -> str:
        from jinja2 import TemplateError, UndefinedError

        place = f"{self._folder or 'prompts'}/{name}"
        try:
            return _template(text).render(**variables).strip() + "\n"
        except UndefinedError as error:
            missing = re.search(r"'([^']+)' is undefined", str(error))
            raise PromptError(
                place, f"the variable {missing[1] if missing else str(error)!r} is not known", f"it may use {', '.join(sorted(variables))}"
            ) from None
        except TemplateError as error:
            raise PromptError(place, f"the template cannot be read ({error})", "see the shipped file of this name") from None


@cache
def _template(text: str) -> Template:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True, autoescape=False).from_string(text)


def _own_files(folder: Path) -> Iterable[tuple[str, str]]:
    if not folder.is_dir():
        raise PromptError(str(folder), "there is no such folder", "check the setting GAPWRITER_PROMPTS")
    for file in sorted(folder.rglob("*.md")):
        try:
            yield file.relative_to(folder).as_posix(), file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            raise PromptError(str(file), "this cannot be read as UTF-8 text", "check its permissions, and save it as UTF-8") from None


def numbers(facts: Facts) -> dict[str, str]:
    """The short id of each fact in prompts: F1, F2 … in the order of the facts; a fact's own id can hold a label of the role's own words."""
    return {fact.id: f"F{number}" for number, fact in enumerate(facts, 1)}


def numbers_of(facts: Facts, some: Iterable[Fact]) -> str:
    number = numbers(facts)
    return " ".join(number[fact.id] for fact in some)


def facts_lines(facts: Facts, some: Iterable[Fact]) -> str:
    """Facts as lines `F12 sentence`."""
    number = numbers(facts)
    return "\n".join(f"{number[fact.id]} {fact.text}" for fact in some)


_PRONOUNS = re.compile(r"(?:she|he|they|it|xe|ze|ey)(?:/[a-z]{2,8}){0,2}")


def _pronouns(facts: Facts) -> str:
    """The pronouns that the recruiter gave, where they are such words: free text goes into no prompt."""
    given = facts.one("pronouns")
    words = str(given.value["pronouns"]).casefold() if given else ""
    return words if _PRONOUNS.fullmatch(words) else ""
