"""The verb behind the noun of a task."""

import pytest

from gapwriter.wordform import index_forms, is_verbal, stem_verb


@pytest.mark.parametrize(
    "verb, noun",
    [
        ("negotiated", "negotiation"),
        ("deployed", "deployment"),
        ("planned", "planning"),
        ("reconciled", "reconciliation"),
        ("migrated", "migration"),
        ("installed", "installation"),
        ("recruited", "recruitment"),
        ("analyzed", "analysis"),
        ("taught", "teaching"),
    ],
)
def test_verb_and_noun_share_a_stem(verb, noun):
    assert stem_verb(verb) == stem_verb(noun)
    assert is_verbal(noun) or noun == "analysis"


@pytest.mark.parametrize("noun", ["python", "nursing home", "excel"])
def test_a_thing_is_no_action(noun):
    assert not is_verbal(noun)


def test_a_form_that_two_skills_share_is_left_out():
    names = [("order picking", "a"), ("order pickings", "b"), ("contract negotiation", "c")]
    assert index_forms(names) == {"negot contract": "contract negotiation", "pick order": "order picking"}
    assert "pick order" not in index_forms([("order picking", "a"), ("order picked picking", "a"), ("order picking", "b")])
