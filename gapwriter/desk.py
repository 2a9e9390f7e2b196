"""Desk, Judged: the blocks of a section held to the facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from gapwriter.cast import PLACEHOLDER
from gapwriter.checker import Checker
from gapwriter.claims import Reading, lexicon
from gapwriter.fact import Facts
from gapwriter.fault import PROFILE
from gapwriter.finding import Examination, Finding
from gapwriter.guard import Guard
from gapwriter.manuscript import Layout, Place, lay_out
from gapwriter.prompt import Prompts, Section
from gapwriter.prose import Blocks, Origin, Sentence


class Judged(NamedTuple):
    """A section with what the checker found: `faults` by place in the blocks, `left_out` the ids of facts that are not stated
    ("" for a fault that lies in no sentence), `examination` as a whole."""

    blocks: Blocks
    layout: Layout
    faults: dict[tuple[int, int], list[Finding]]
    left_out: tuple[str, ...]
    examination: Examination

    @property
    def holds(self) -> bool:
        return not self.faults and not self.left_out

    def facts_of(self, place: Place) -> tuple[str, ...]:
        return self.examination.facts_of(place.start, place.end)

    def facts_at(self, place: Place) -> tuple[str, ...]:
        """The facts that a sentence rests on, and those that decide what is wrong with it."""
        faults = self.faults.get((place.block, place.number), ())
        return tuple(dict.fromkeys([*self.facts_of(place), *(fact for finding in faults for fact in finding.facts)]))

    def sentence(self, place: Place) -> Sentence:
        return self.blocks[place.block].sentences[place.number]


class Desk:
    """What judges the sections of one report: the facts, their checker, the guard, the prompts."""

    def __init__(self, facts: Facts, prompts: Prompts) -> None:
        self.facts, self.prompts = facts, prompts
        self.checker = Checker(facts)
        self.guard = Guard(self.checker)
        self.by_id = {fact.id: fact for fact in facts}

    @cached_property
    def instructions(self) -> str:
        """The words of the prompts, of which none belongs into a report."""
        return _even(self.prompts.text)

    def judge(self, blocks: Blocks, section: Section) -> Judged:
        """Hold the blocks to the facts, by the strict rules; a model's sentences by the guard as well."""
        layout = lay_out(blocks, self.facts.cast)
        nothing = Judged(blocks, layout, {}, ("",), Examination(findings=(), judgements=()))
        if not layout.places:
            return nothing
        try:
            reading = self.checker.read(layout.text, section.title)
        except Exception:  # a text that cannot be read is vouched for by nobody
            return nothing
        examination = self.checker.judge(reading, strict=True)
        judged = Judged(blocks, layout, {}, tuple(dict.fromkeys(_left_out(examination))), examination)
        for finding in examination.findings:
            for place in layout.touched(finding.span):
                judged.faults.setdefault((place.block, place.number), []).append(finding)
        for place in layout.places:
            for finding in self._foreign(judged, place, section, reading):
                judged.faults.setdefault((place.block, place.number), []).append(finding)
        return judged

    def _foreign(self, judged: Judged, place: Place, section: Section, reading: Reading) -> Iterator[Finding]:
        """What a sentence holds that is none of a report's: placeholders that stand for nothing, the prompt's own words, words and numbers of a model."""
        sentence, text = judged.sentence(place), judged.layout.text[place.start : place.end]
        if any(found not in self.facts.cast.names for found in PLACEHOLDER.findall(sentence.text)):
            yield self._fault("artifact_leak", section, text, "this placeholder stands for no name")
        elif len(text) > 30 and _even(text) in self.instructions:
            yield self._fault("injection_leak", section, text, "this repeats the instructions")
        elif sentence.origin is not Origin.PLAIN:
            names = [
                (one.start - place.start, one.end - place.start)
                for said in (*reading.said, *reading.rows)
                for one in said.entities
                if place.start <= one.start < place.end
            ]
            yield from self.guard.check(text, section, names)
            yield from (self._fault("gap_as_strength", section, text, f"{label} is a gap") for label in self._slipped_in(reading, place, section))

    def _slipped_in(self, reading: Reading, place: Place, section: Section) -> Iterator[str]:
        """Gaps that a sentence about what the candidate brings names without saying so."""
        if section.title != PROFILE:
            return
        for said in reading.said:
            if place.start <= said.sentence.start < place.end and not lexicon.NEGATORS.search(said.text):
                skills = [self.checker.world.skills.get(key) for entity in said.entities for key in entity.keys]
                yield from {skill.label for skill in skills if skill and skill.gap and not skill.held and "step" in skill.facts}

    @staticmethod
    def _fault(kind: str, section: Section, text: str, message: str) -> Finding:
        return Finding(kind=kind, span=None, section=section.title, sentence=text, message=message)


def _left_out(examination: Examination) -> Iterator[str]:
    for finding in examination.findings:
        if finding.span is None:
            yield from finding.facts or ("",)


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()
