"""Resources: particular works, the most fitting first."""

import pytest
from pydantic import ValidationError
from strategies import CATALOG, SMALL

from gapwriter.resource import Access, Resource, find_resources

ROW = {
    "id": "a", "title": "A", "provider": "P", "url": "https://example.org/", "kind": "book", "skills": ["weaving"], "level": "beginner",
    "hours": [1, 2], "language": "en", "access": "free", "certificate": False,
}  # fmt: skip


def titles(skill_id, **more):
    return [resource.title for resource in find_resources(skill_id, SMALL, **more)]


def test_main_subject_then_checked_then_free_then_title():
    assert titles("weaving", most=9) == ["Cloth for All", "A Cloth Primer", "Bringing Cloth to Market", "Drawing and Cloth"]


def test_two_unless_told():
    assert titles("weaving") == ["Cloth for All", "A Cloth Primer"]


@pytest.mark.parametrize("skill_id", ["knotwork", "no-such-skill", ""])
def test_none(skill_id):
    assert titles(skill_id) == []


def test_unchecked_access_has_no_date():
    (guild,) = find_resources("guildpass", SMALL)
    assert (guild.access, guild.checked_on, guild.checked_against) == (Access.EXAM_FEE, None, None)


@pytest.mark.parametrize("change", [{"url": "example.org"}, {"skills": []}, {"access": "cheap"}, {"level": "wizard"}, {"hours": [1]}, {"stars": 5}])
def test_a_row_that_says_something_else_is_refused(change):
    Resource.model_validate(ROW)
    with pytest.raises(ValidationError):
        Resource.model_validate(ROW | change)


def test_every_resource_of_the_catalog_can_be_read():
    resources = [Resource.model_validate(row) for row in CATALOG.raw["resources"]]
    assert resources
    for resource in resources:
        low, high = resource.hours
        assert 0 < low <= high
        assert (resource.checked_on is None) == (resource.checked_against is None)
