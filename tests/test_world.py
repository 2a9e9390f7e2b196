"""The facts by name: each skill with what the facts say of it, aliases that are nobody else's, numbers as they are."""

from conftest import RESUME, ROLE, report_of

from gapwriter.cast import Cast
from gapwriter.fact import Fact, Facts
from gapwriter.world import World

WORLD = World(report_of(RESUME, ROLE).facts)


def test_a_skill_knows_whether_it_is_held_asked_for_and_planned():
    python, torch = WORLD.skills["python"], WORLD.skills["pytorch"]
    assert (python.held, python.gap, python.relation) == (True, False, "essential")
    assert (torch.held, torch.gap, torch.relation) == (False, True, "essential") and torch.order and torch.weeks
    assert set(python.facts) >= {"hold", "require"} and set(torch.facts) >= {"hold", "require", "step"}


def test_counts_and_years_are_those_of_the_facts():
    assert WORLD.counts["essential"] == (1, 4) and WORLD.required == 60 and WORLD.leads is None and WORLD.asks_leadership
    assert WORLD.weeks == WORLD.steps[-1].last and [step.order for step in WORLD.steps] == list(range(1, len(WORLD.steps) + 1))


def test_names_of_the_catalog_lead_to_the_skill():
    assert WORLD.keys_of("ML") == {"machine learning"} and WORLD.keys_of("Machine Learning") == {"machine learning"}


def test_an_alias_that_is_another_skill_of_the_comparison_stays_with_that_skill():
    facts = [
        Fact(id=f"requirement.{label}", kind="requirement.essential", about=(label,), value={"relation": "essential"}, text="", source="")
        for label in ("JavaScript", "JS")
    ]
    world = World(Facts(facts=tuple(facts), cast=Cast(names={})))
    assert world.keys_of("JS") == {"js"} and world.keys_of("JavaScript") == {"javascript"}


def test_words_of_names_are_known():
    assert WORLD.is_known("Lindvik") and not WORLD.is_known("zorbing")
