"""Resource: a particular work to learn from, with what is known of its access and when that was checked."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from gapwriter.record import Record
from gapwriter.skill import Catalog, Proficiency


class Access(StrEnum):
    """What it takes to use a resource; `unknown` where that could not be verified."""

    FREE = "free"
    FREE_ACCOUNT = "free_account"
    FREE_AUDIT_PAID_CERTIFICATE = "free_audit_paid_certificate"
    FREEMIUM = "freemium"
    SUBSCRIPTION = "subscription"
    ONE_OFF_FEE = "one_off_fee"
    EXAM_FEE = "exam_fee"
    EMPLOYER_OR_STATE_FUNDED = "employer_or_state_funded"
    UNKNOWN = "unknown"


class Resource(Record):
    """`hours` are low and high, our estimate; `checked_on` and `checked_against` tell when and against what the access was verified, both None where it was not."""

    id: str
    title: str
    provider: str
    url: str = Field(pattern=r"^https?://\S+$")
    kind: str
    skills: tuple[str, ...] = Field(min_length=1)
    level: Proficiency
    hours: tuple[int, int]
    language: str
    access: Access
    certificate: bool
    checked_on: date | None = None
    checked_against: str | None = None


def find_resources(skill_id: str, catalog: Catalog, most: int = 2) -> tuple[Resource, ...]:
    """Resources that teach a skill: those whose main subject it is before the others, checked and free ones before the rest, then by title."""
    rows = sorted(
        catalog.resources.get(skill_id, ()),
        key=lambda row: (row["skills"][0] != skill_id, row["checked_on"] is None, not row["access"].startswith("free"), row["title"].casefold(), row["id"]),
    )
    return tuple(Resource.model_validate(row) for row in rows[:most])
