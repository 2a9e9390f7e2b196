"""Polarity: what a text says of a person and a skill."""

from enum import StrEnum


class Polarity(StrEnum):
    """Only `has` is evidence; `exposure` is having seen it or helped with it, `expired` a right or a certificate that has run out."""

    HAS = "has"
    LEARNING = "learning"
    EXPOSURE = "exposure"
    WANTS = "wants"
    EXPIRED = "expired"
    NO = "no"
    OTHERS = "others"
