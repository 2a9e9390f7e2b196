"""Facts: a closed world, found by kind."""

import pytest
from pydantic import ValidationError

from gapwriter import Facts
from gapwriter.fact import Fact


def fact(id, kind):
    return Fact(id=id, kind=kind, text="So it is.", source="resume")


FACTS = Facts(facts=(fact("a", "gap.essential"), fact("b", "count"), fact("c", "gap.optional"), fact("d", "gap.essential"), fact("e", "gapless")))


@pytest.mark.parametrize(
    "kinds, ids",
    [
        (("gap",), "acd"),
        (("gap.essential",), "ad"),
        (("gap.optional", "gap.essential"), "cad"),
        (("count",), "b"),
        (("gap.essential.x",), ""),
        (("ga",), ""),
        ((), ""),
    ],
)
def test_a_kind_names_its_children(kinds, ids):
    assert "".join(one.id for one in FACTS.of(*kinds)) == ids


def test_one_is_the_first_or_none():
    assert FACTS.one("gap").id == "a"
    assert FACTS.one("score") is None


def test_facts_come_in_order():
    assert "".join(one.id for one in FACTS) == "abcde"


def test_facts_do_not_change():
    with pytest.raises(ValidationError):
        FACTS.facts[0].text = "Not so."


@pytest.mark.parametrize("field", ["gender", "age", "nationality", "photo", "address", "name", "quote"])
def test_there_is_no_room_for_anything_else(field):
    with pytest.raises(ValidationError):
        Fact(**{**fact("a", "gap").model_dump(), field: "x"})
    with pytest.raises(ValidationError):
        Facts(**{"facts": (), field: "x"})


def test_facts_survive_a_journey_as_json():
    assert Facts.model_validate_json(FACTS.model_dump_json()) == FACTS
