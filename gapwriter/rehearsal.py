"""Rehearsal: what would be sent to a model, and what it would cost, without asking it."""

from __future__ import annotations

from gapwriter.answer import Usage
from gapwriter.fact import Facts
from gapwriter.prompt import Prompts, read_sections
from gapwriter.settings import Settings
from gapwriter.tariff import LETTERS, read_tariff

_WRITTEN = 1.4
"""Tokens a word of prose."""


def rehearse(facts: Facts, settings: Settings) -> str:
    """The prompts of a report, with an estimate of tokens and cost: of one call a section, without revisions, the shared part once at the full and then at the cached price."""
    prompts = Prompts(settings.prompts)
    filled = [(section, prompts.fill(facts, prompts.sections[section.id])) for section in read_sections()]
    system = filled[0][1].system
    parts = [f"=== the same for every section ===\n\n{system}"]
    parts += [f"=== {section.title} ===\n\n{prompt.task}" for section, prompt in filled]
    usage = estimate([len(prompt.task) for _, prompt in filled], len(system), sum(prompts.sections[section.id].words[1] for section, _ in filled))
    tariff = read_tariff(settings.prices)
    cost = tariff.cost(settings.model, usage) if settings.model else None
    price = (
        f"{cost:.4f} {tariff.currency} at the prices of {tariff.checked_on}"
        if cost is not None
        else "no price known for " + (settings.model or "a model that is not named")
    )
    return "\n".join([*parts, f"about {usage.sent:,} tokens sent, {usage.cached:,} of them from the provider's cache, {usage.written:,} written: {price}"])


def estimate(tasks: list[int], system: int, words: int) -> Usage:
    """Tokens of one call a section, from the lengths in letters."""
    return Usage(sent=(sum(tasks) + system * len(tasks)) // LETTERS, cached=system * (len(tasks) - 1) // LETTERS, written=int(words * _WRITTEN))
