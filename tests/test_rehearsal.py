"""A rehearsal shows what would be sent, and asks nothing."""

from conftest import RESUME, ROLE, SETTINGS, report_of

from gapwriter.prompt import Prompts, read_sections
from gapwriter.rehearsal import estimate, rehearse

FACTS = report_of(RESUME, ROLE).facts


def test_every_prompt_is_shown_whole_and_the_shared_part_once():
    text, prompts = rehearse(FACTS, SETTINGS.model_copy(update={"model": "openai:gpt-5-mini"})), Prompts()
    filled = [prompts.fill(FACTS, section) for section in read_sections()]
    assert text.count(filled[0].system) == 1 and all(prompt.task in text for prompt in filled)
    assert text.splitlines()[-1].endswith("USD at the prices of 2026-03-21")


def test_a_model_without_a_price_is_told():
    assert "no price known for openai:mine" in rehearse(FACTS, SETTINGS.model_copy(update={"model": "openai:mine"})).splitlines()[-1]


def test_the_shared_part_is_paid_once_in_full():
    usage = estimate([400, 400, 400], 4000, 100)
    assert (usage.sent, usage.cached, usage.written) == (3300, 2000, 140)
