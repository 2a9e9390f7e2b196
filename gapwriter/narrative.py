"""Narrative: all sections of a report in a model's words, as far as they hold; the first one alone, the others side by side, then a look at the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from gapwriter.call import Caller
from gapwriter.desk import Desk
from gapwriter.draft import Writer, write_draft
from gapwriter.errors import BackendError, RefusedError
from gapwriter.fact import Facts
from gapwriter.manuscript import lay_out
from gapwriter.progress import Progress
from gapwriter.prompt import Prompts, Section
from gapwriter.prose import Blocks
from gapwriter.settlement import settle_without


class Narrative(NamedTuple):
    """The blocks of each section by id, with placeholders for names; `troubles` says for each section that is plain why it is, as `title: reason`."""

    blocks: dict[str, Blocks]
    troubles: tuple[str, ...]


def write_narrative(facts: Facts, plain: Mapping[str, Blocks], caller: Caller, prompts: Prompts, progress: Progress = lambda title, state: None) -> Narrative:
    """Write every section of `plain`, the plain blocks by id; what the model does not give, or gives wrongly, is plain. Raises RefusedError alone: then nothing would come of asking."""
    settings = caller.settings
    desk = Desk(facts, prompts)
    writer = Writer(desk, caller.ask, caller.backend.way, settings.attempts, settings.candidates)
    troubles: list[str] = []

    def write(section: Section) -> Blocks:
        progress(section.title, "begun")
        try:
            blocks = write_draft(section, plain[section.id], writer)
        except RefusedError:
            raise
        except BackendError as error:
            troubles.append(f"{section.title}: {error}")
            progress(section.title, "plain")
            return plain[section.id]
        progress(section.title, "written")
        return blocks

    first, *others = sections = [prompts.sections[name] for name in plain]
    drafts = [write(first)]
    with ThreadPoolExecutor(settings.workers) as pool:
        drafts += pool.map(write, others)
    written = dict(zip(plain, drafts, strict=True))
    return Narrative(_agree(written, plain, sections, desk), tuple(troubles))


def _agree(written: dict[str, Blocks], plain: Mapping[str, Blocks], sections: Sequence[Section], desk: Desk) -> dict[str, Blocks]:
    """The sections as they go together: what fails beside other sections is settled anew, at last written plainly."""
    for turn in range(4):
        failing = _failing(written, sections, desk)
        if not failing:
            return written
        for section in sections:
            faults, own = failing.get(section.id), plain[section.id]
            if faults is not None:
                settles = turn < 2 and faults
                written = {**written, section.id: settle_without(faults, written[section.id], section, own, desk) if settles else own}
    return dict(plain)


def _failing(written: Mapping[str, Blocks], sections: Sequence[Section], desk: Desk) -> dict[str, set[tuple[int, int]]]:
    """The places, by section, at which the whole report fails; an empty set where a section fails at no place."""
    text, stands = "", {}
    for section in sections:
        layout = lay_out(written[section.id], desk.facts.cast)
        text += f"## {section.title}\n\n"
        stands[section.title] = (section.id, layout, len(text))
        text += layout.text + "\n\n"
    failing: dict[str, set[tuple[int, int]]] = {}
    for finding in desk.checker.examine(text, None, strict=True).findings:
        if finding.section in stands:
            name, layout, offset = stands[finding.section]
            failing.setdefault(name, set()).update((place.block, place.number) for place in layout.touched(finding.span, offset))
    return failing
