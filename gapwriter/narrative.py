"""Narrative: all sections of a report in a model's words, as far as they hold; the first one alone, the others side by side, then a look at the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from gapwriter.call import Caller
from gapwriter.desk import Desk
from gapwriter.draft import Writer, write_draft
from gapwriter.errors import BackendError, RefusedError
from gapwriter.fact import Facts
from gapwriter.manuscript import lay_out
from gapwriter.prompt import Prompts, Section
from gapwriter.prose import Blocks
from gapwriter.settlement import settle_without

Progress = Callable[[str, str], None]
"""Told the title of a section and what becomes of it: `begun`, `written`, `plain`."""


class Narrative:
    """The blocks of each section by id, with placeholders for names; `troubles` says for each section that is plain why it is, as `title: reason`."""

    def __init__(self, blocks: dict[str, Blocks], troubles: tuple[str, ...]) -> None:
        self.blocks, self.troubles = blocks, troubles


def write_narrative(
    facts: Facts, plain: Mapping[Section, Blocks], caller: Caller, prompts: Prompts, progress: Progress = lambda title, state: None
) -> Narrative:
    """Write every section; what the model does not give, or gives wrongly, is plain. Raises RefusedError alone: then nothing would come of asking."""
    settings = caller.settings
    desk = Desk(facts, prompts)
    writer = Writer(desk, caller.ask, caller.backend.way, settings.attempts, settings.candidates)
    troubles: list[str] = []

    def write(section: Section) -> Blocks:
        progress(section.title, "begun")
        try:
            blocks = write_draft(section, plain[section], writer)
        except RefusedError:
            raise
        except BackendError as error:
            troubles.append(f"{section.title}: {error}")
            progress(section.title, "plain")
            return plain[section]
        progress(section.title, "written")
        return blocks

    first, *others = [prompts.sections[section.id] for section in plain]
    plain = {prompts.sections[section.id]: blocks for section, blocks in plain.items()}
    written = {first.id: write(first)}
    with ThreadPoolExecutor(min(settings.workers, max(1, len(others)))) as pool:
        written |= dict(zip((section.id for section in others), pool.map(write, others), strict=True))
    return Narrative(_agree(written, plain, desk), tuple(troubles))


def _agree(written: dict[str, Blocks], plain: Mapping[Section, Blocks], desk: Desk) -> dict[str, Blocks]:
    """The sections as they go together: what fails beside other sections is settled anew, at last written plainly."""
    for turn in range(4):
        failing = _failing(written, plain, desk)
        if not failing:
            return written
        for section in plain:
            if section.id in failing:
                blocks = (
                    settle_without(failing[section.id], written[section.id], section, plain[section], desk)
                    if turn < 2 and failing[section.id]
                    else plain[section]
                )
                written = {**written, section.id: blocks}
    return {section.id: blocks for section, blocks in plain.items()}


def _failing(written: dict[str, Blocks], plain: Mapping[Section, Blocks], desk: Desk) -> dict[str, set[tuple[int, int]]]:
    """The places, by section, at which the whole report fails; an empty set where a section fails at no place."""
    text, offsets, layouts = "", {}, {}
    for section in plain:
        layouts[section.id] = lay_out(written[section.id], desk.facts.cast)
        text += f"## {section.title}\n\n"
        offsets[section.id] = len(text)
        text += layouts[section.id].text + "\n\n"
    failing: dict[str, set[tuple[int, int]]] = {}
    ids = {section.title: section.id for section in plain}
    for finding in desk.checker.examine(text, None, strict=True).findings:
        home = ids.get(finding.section)
        if home is None:
            continue
        places = failing.setdefault(home, set())
        for place in layouts[home].places if finding.span else ():
            start = offsets[home]
            if finding.span and finding.span[0] < start + place.end and start + place.start < finding.span[1]:
                places.add((place.block, place.number))
    return failing
