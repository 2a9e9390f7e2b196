"""Prices: by model and dated model, the user's own before ours, and None rather than a guess."""

from datetime import date

import pytest

from gapwriter import InputError
from gapwriter.answer import Usage
from gapwriter.tariff import read_tariff

USAGE = Usage(sent=1_000_000, cached=400_000, written=100_000)


def test_cached_tokens_cost_less_and_written_ones_more():
    assert read_tariff().cost("gpt-5-mini", USAGE) == pytest.approx(0.6 * 0.25 + 0.4 * 0.025 + 0.1 * 2.00)


@pytest.mark.parametrize("name", ["gpt-5-mini", "openai:gpt-5-mini", "gpt-5-mini-2025-08-07", "openai/gpt-5-mini"])
def test_a_model_goes_by_many_names(name):
    assert read_tariff().price(name) == (0.25, 0.025, 2.0)


@pytest.mark.parametrize("name", ["", "none", "local", "gpt-5-mini-turbo", "claude-x"])
def test_what_has_no_price_costs_nothing_that_could_be_told(name):
    assert read_tariff().cost(name, USAGE) is None


def test_the_table_is_dated():
    assert read_tariff().checked_on > date(2026, 1, 1) and read_tariff().currency == "USD"


def test_a_table_of_ones_own_goes_first(tmp_path):
    own = tmp_path / "prices.yaml"
    own.write_text("checked_on: 2026-11-01\ncurrency: USD\nmodels: {gpt-5: [1, 1, 1], mine: [2, 1, 4]}\n")
    tariff = read_tariff(str(own))
    assert tariff.price("mine") == (2, 1, 4) and tariff.price("gpt-5") == (1, 1, 1) and tariff.price("gpt-4o") and tariff.checked_on == date(2026, 11, 1)


def test_two_currencies_are_not_mixed(tmp_path):
    own = tmp_path / "prices.yaml"
    own.write_text("checked_on: 2026-11-01\ncurrency: EUR\nmodels: {mine: [2, 1, 4]}\n")
    assert read_tariff(str(own)).price("gpt-5") is None and read_tariff(str(own)).currency == "EUR"


@pytest.mark.parametrize("text", ["", "models: 3", "checked_on: 2026-11-01\ncurrency: USD\nmodels: {a: [1]}", "a: ]"])
def test_a_file_that_is_no_table_is_named(tmp_path, text):
    own = tmp_path / "prices.yaml"
    own.write_text(text)
    with pytest.raises(InputError, match=r"prices\.yaml"):
        read_tariff(str(own))
    with pytest.raises(InputError, match=r"absent\.yaml"):
        read_tariff(str(tmp_path / "absent.yaml"))
