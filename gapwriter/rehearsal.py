"""Rehearsal: what would be sent to a model, and what it would cost, without asking it."""

from __future__ import annotations

from gapwriter.answer import Usage
from gapwriter.backends import way_of
from gapwriter.fact import Facts
from gapwriter.plain import write_plain
from gapwriter.prompt import Prompts, read_sections
from gapwriter.prose import Shape
from gapwriter.settings import Settings
from gapwriter.tariff import LETTERS, read_tariff

_WRITTEN = 1.4
"""Tokens a word of prose."""


def rehearse(facts: Facts, settings: Settings) -> str:
    """The prompts of a report, with an estimate of tokens and cost, without revisions: one call a section, the shared part once at the full and then at the cached price; or the candidates for each single sentence."""
    if settings.writes_plainly:
        return "no model is named, so nothing would be sent; name one with --model or GAPWRITER_MODEL"
    prompts, tariff = Prompts(settings.prompts), read_tariff(settings.prices)
    parts, usage = (_sections if way_of(settings) == "section" else _sentences)(facts, prompts, settings)
    cost = tariff.cost(settings.model, usage)
    price = f"{cost:.4f} {tariff.currency} at the prices of {tariff.checked_on}" if cost is not None else f"no price known for {settings.model}"
    return "\n".join([*parts, f"about {usage.sent:,} tokens sent, {usage.cached:,} of them from the provider's cache, {usage.written:,} written: {price}"])


def _sections(facts: Facts, prompts: Prompts, settings: Settings) -> tuple[list[str], Usage]:
    filled = [(section.title, prompts.fill(facts, section)) for section in prompts.sections.values()]
    system = filled[0][1].system
    words = sum(section.words[1] for section in prompts.sections.values())
    parts = [f"=== the same for every section ===\n\n{system}", *(f"=== {title} ===\n\n{prompt.task}" for title, prompt in filled)]
    return parts, estimate([len(prompt.task) for _, prompt in filled], len(system), words)


def _sentences(facts: Facts, prompts: Prompts, settings: Settings) -> tuple[list[str], Usage]:
    plain = [
        (section.title, sentence.text)
        for section in read_sections()
        for block in write_plain(facts, section)
        if block.shape is Shape.PARAGRAPH
        for sentence in block.sentences
    ]
    tasks = [(title, prompts.fill_rewording(text).task) for title, text in plain]
    words = settings.candidates * sum(len(text.split()) for _, text in plain)
    usage = estimate([len(task) * settings.candidates for _, task in tasks], 0, words)
    return [f"=== {title} ===\n\n{task}" for title, task in tasks], usage


def estimate(tasks: list[int], system: int, words: int) -> Usage:
    """Tokens of one call a task with a shared part, from their lengths in letters and the words that are written."""
    return Usage(sent=(sum(tasks) + system * len(tasks)) // LETTERS, cached=system * (len(tasks) - 1) // LETTERS, written=int(words * _WRITTEN))
