"""Report: the whole way from two files to a text that goes out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from gapwriter import plugins
from gapwriter.cast import Cast, cast_names
from gapwriter.correction import Correction, apply_corrections
from gapwriter.display import Displayed
from gapwriter.errors import BackendError, InputError, RefusedError
from gapwriter.fact import Facts
from gapwriter.gap import Analysis, analyze
from gapwriter.plain import write_plain
from gapwriter.progress import Progress, show_progress
from gapwriter.prompt import Prompts, Section, choose_sections
from gapwriter.prose import Block, Blocks, Origin, SectionText
from gapwriter.record import Record
from gapwriter.resume import Resume, read_resume
from gapwriter.roadmap import Roadmap, plan_roadmap
from gapwriter.role import Role, read_role
from gapwriter.settings import Settings, read_settings
from gapwriter.skill import Catalog, read_catalog
from gapwriter.statement import state_facts
from gapwriter.theme import Theme, read_theme

if TYPE_CHECKING:
    from gapwriter.backends import Backend
    from gapwriter.call import Caller


class Writing(Record):
    """How the prose came to be: `model` as it was asked for, `way`, `prompts` (a digest of the prompt files), `seconds`, why parts are plain (`troubles`), and what the
    calls took (`account`, see `call.Account`; None where nothing was asked)."""

    model: str
    way: str
    prompts: str
    seconds: float
    troubles: tuple[str, ...] = ()
    account: dict[str, Any] | None = None


class SentenceVerdict(Record):
    """Who wrote a sentence (`model`, `revised` by the model, `plain`), with the facts that it rests on."""

    section: str
    text: str
    origin: Origin
    facts: tuple[str, ...]


class Report(Displayed, Record):
    """A report with everything that it rests on. `writing` says how a model wrote it, None for plain sentences alone."""

    VIEW: ClassVar[str] = "report"

    analysis: Analysis
    roadmap: Roadmap
    facts: Facts
    cast: Cast
    sections: tuple[SectionText, ...]
    writing: Writing | None = None

    @property
    def writer(self) -> str:
        """The model that was asked, `plain` where none was."""
        return self.writing.model if self.writing else "plain"

    @property
    def verdict(self) -> tuple[SentenceVerdict, ...]:
        """Each sentence, in order, with who wrote it."""
        return tuple(
            SentenceVerdict(section=section.title, text=one.text, origin=one.origin, facts=one.facts) for section in self.sections for one in section.sentences
        )

    @property
    def prose_kept(self) -> float:
        """The share of sentences, 0 to 1, that are the model's."""
        return sum(one.origin is not Origin.PLAIN for one in self.verdict) / max(1, len(self.verdict))

    def render(self, format: str = "markdown", theme: str | Theme = "") -> str | bytes:
        """The report in a format of the family `formats`: text (`markdown`, `html`, `json`) or bytes (`pdf`, `docx`). `theme` as for `read_theme`."""
        content = plugins.load("formats", format).render(self, theme if isinstance(theme, Theme) else read_theme(theme))
        assert isinstance(content, str | bytes)
        return content

    def save(self, path: str | Path, theme: str | Theme = "") -> Path:
        """Write the report to a file, in the format that its suffix names."""
        path = Path(path)
        content = self.render(format_of(path), theme)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


def format_of(path: Path) -> str:
    """The format that a file's suffix names; KeyError for a suffix that no format claims."""
    formats = {plugins.load("formats", name).SUFFIX: name for name in plugins.names("formats")}
    return formats[path.suffix.lower()]


def write_report(
    resume: str | Path | Mapping[str, Any] | Resume,
    role: str | Path | Mapping[str, Any] | Role,
    model: str | Backend | None = None,
    settings: Settings | None = None,
    corrections: tuple[Correction, ...] = (),
    require_model: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Compare a candidate with a role and write the report.

    `resume` and `role` are paths, mappings or objects; `model` is who writes: `none` for plain sentences, else as GAPWRITER_MODEL, or a backend.
    A model that fails leaves plain sentences in its place; with `require_model` that is a BackendError. `progress` is told each section's title and state;
    in a notebook these are shown where none is given.
    Raises InputError for input that cannot be used, RefusedError (a BackendError) for a model that cannot be.
    """
    settings = settings or read_settings()
    catalog = read_catalog(settings.catalog)
    backend = None if isinstance(model, str) else model
    if isinstance(model, str):
        settings = settings.model_copy(update={"model": model})
    resume, role = apply_corrections(read_resume(resume), read_role(role, catalog), corrections, catalog)
    analysis = analyze(resume, role, settings, catalog)
    if settings.writes_plainly and not backend:
        if require_model:
            raise RefusedError("a model is required and none is named; write GAPWRITER_MODEL=openai:NAME, or leave out --require-model")
        return write_analysis(analysis, settings, catalog)
    if settings.language != "en":
        raise InputError(
            "language", "", f"a model writes English alone, and {settings.language!r} was asked for", "leave out the model, or write the report in English"
        )
    # Imported here, so that plain reports load no model client.
    from gapwriter.backends import open_backend
    from gapwriter.call import Caller

    with closing(Caller(backend or open_backend(settings), settings)) as caller:
        return write_analysis(analysis, settings, catalog, caller, require_model, progress)


def write_analysis(
    analysis: Analysis, settings: Settings, catalog: Catalog, caller: Caller | None = None, require_model: bool = False, progress: Progress | None = None
) -> Report:
    """The report of an analysis, in the words of a model where there is one."""
    roadmap = plan_roadmap(analysis, catalog, settings)
    cast = cast_names(analysis, settings.language)
    facts = state_facts(analysis, roadmap, settings.language).model_copy(update={"cast": cast, "layers": settings.catalog, "audience": settings.audience})
    sections = choose_sections(settings.sections)
    blocks, writing = {section.id: write_plain(facts, section) for section in sections}, None
    if caller:
        blocks, writing = _narrate(facts, blocks, caller, require_model, progress)
    texts = tuple(
        SectionText(id=section.id, title=_title(section, facts), blocks=tuple(_restore(block, cast) for block in blocks[section.id])) for section in sections
    )
    return Report(analysis=analysis, roadmap=roadmap, facts=facts, cast=cast, sections=texts, writing=writing)


def _title(section: Section, facts: Facts) -> str:
    """A section's title in the language of the facts; its own where the language has none."""
    key = f"section.{section.id}"
    return facts.words.say(key) if key in facts.words.keys else section.title


def _narrate(facts: Facts, plain: dict[str, Blocks], caller: Caller, require_model: bool, progress: Progress | None) -> tuple[dict[str, Blocks], Writing]:
    from gapwriter.narrative import write_narrative

    begun, prompts = time.monotonic(), Prompts(caller.settings.prompts)
    with show_progress([prompts.sections[name].title for name in plain]) if progress is None else nullcontext(progress) as tell:
        narrative = write_narrative(facts, plain, caller, prompts, tell or (lambda title, state: None))
    if require_model and narrative.troubles:
        raise BackendError(narrative.troubles[0])
    writing = Writing(
        model=caller.backend.name,
        way=caller.backend.way,
        prompts=prompts.digest,
        seconds=round(time.monotonic() - begun, 3),
        troubles=narrative.troubles,
        account=caller.account().model_dump(mode="json"),
    )
    return narrative.blocks, writing


def _restore(block: Block, cast: Cast) -> Block:
    sentences = tuple(sentence.model_copy(update={"text": cast.restore(sentence.text)}) for sentence in block.sentences)
    return block.model_copy(update={"head": cast.restore(block.head), "sentences": sentences})
