"""Report: the whole way from two files to a text that goes out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gapwriter import plugins
from gapwriter.cast import Cast, cast_names
from gapwriter.correction import Correction, apply_corrections
from gapwriter.errors import BackendError
from gapwriter.fact import Facts
from gapwriter.gap import Analysis, analyze
from gapwriter.plain import write_plain
from gapwriter.prompt import Section, read_sections
from gapwriter.prose import Block, SectionText
from gapwriter.record import Record
from gapwriter.resume import Resume, read_resume
from gapwriter.roadmap import Roadmap, plan_roadmap
from gapwriter.role import Role, read_role
from gapwriter.settings import Settings, read_settings
from gapwriter.skill import Catalog, read_catalog
from gapwriter.statement import state_facts


class Report(Record):
    """A report with everything that it rests on. `writer` is who wrote the sentences (`plain`)."""

    analysis: Analysis
    roadmap: Roadmap
    facts: Facts
    cast: Cast
    sections: tuple[SectionText, ...]
    writer: str = "plain"

    def render(self, format: str = "markdown") -> str:
        """The report in a format of the family `formats` (`markdown`, `json`)."""
        text = plugins.load("formats", format).render(self)
        assert isinstance(text, str)
        return text

    def save(self, path: str | Path) -> Path:
        """Write the report to a file, in the format that its suffix names."""
        path = Path(path)
        path.write_text(self.render(format_of(path)), "utf-8")
        return path


def format_of(path: Path) -> str:
    """The format that a file's suffix names; KeyError for a suffix that no format claims."""
    formats = {plugins.load("formats", name).SUFFIX: name for name in plugins.names("formats")}
    return formats[path.suffix.lower()]


def write_report(
    resume: str | Path | Mapping[str, Any] | Resume,
    role: str | Path | Mapping[str, Any] | Role,
    model: str | None = None,
    settings: Settings | None = None,
    corrections: tuple[Correction, ...] = (),
) -> Report:
    """Compare a candidate with a role and write the report.

    `resume` and `role` are paths, mappings or objects; `model` is who writes, `none` for plain sentences (the default).
    Raises InputError for input that cannot be used, BackendError for a model that cannot.
    """
    settings, catalog = settings or read_settings(), read_catalog()
    if (model or settings.model) != "none":
        raise BackendError(f"the model {model or settings.model!r} is not known; this version writes plain sentences (`--model none`)")
    resume, role = apply_corrections(read_resume(resume), read_role(role, catalog), corrections, catalog)
    return write_analysis(analyze(resume, role, settings, catalog), settings, catalog)


def write_analysis(analysis: Analysis, settings: Settings, catalog: Catalog) -> Report:
    """The report of an analysis."""
    roadmap = plan_roadmap(analysis, catalog, settings)
    cast = cast_names(analysis)
    facts = state_facts(analysis, roadmap).model_copy(update={"cast": cast})
    sections = tuple(_write_section(section, facts, cast) for section in read_sections() if not section.optional)
    return Report(analysis=analysis, roadmap=roadmap, facts=facts, cast=cast, sections=sections)


def _write_section(section: Section, facts: Facts, cast: Cast) -> SectionText:
    return SectionText(id=section.id, title=section.title, blocks=tuple(_restore(block, cast) for block in write_plain(facts, section)))


def _restore(block: Block, cast: Cast) -> Block:
    sentences = tuple(sentence.model_copy(update={"text": cast.restore(sentence.text)}) for sentence in block.sentences)
    return block.model_copy(update={"head": cast.restore(block.head), "sentences": sentences})
