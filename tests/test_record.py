"""Records are values."""

import pytest
from pydantic import ValidationError

from gapwriter.record import Record


class Point(Record):
    x: int
    y: int = 0


def test_a_record_is_compared_by_its_fields():
    assert Point(x=1) == Point(x=1, y=0) != Point(x=2)
    assert len({Point(x=1), Point(x=1)}) == 1


def test_a_record_cannot_be_changed():
    with pytest.raises(ValidationError):
        Point(x=1).x = 2


def test_a_record_refuses_a_field_that_it_does_not_know():
    with pytest.raises(ValidationError):
        Point(x=1, z=3)
