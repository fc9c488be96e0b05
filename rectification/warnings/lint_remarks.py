"""A remark about a rule set."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """What is wrong or odd, at which key; an error forbids adoption."""

    place: str
    text: str
    is_error: bool


def error(place: str, text: str) -> Remark:
    """Something that may not be."""
    return Remark(place, text, True)


def warn(place: str, text: str) -> Remark:
    """Something that a person should have seen."""
    return Remark(place, text, False)
