"""What is known of a township's year: rates with their base, and numbers of cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

_ONE = Fraction(1)


@dataclass(frozen=True)
class Rate:
    """A part of a whole, both whole numbers; means of points are kept in hundredths."""

    part: int
    whole: int

    @property
    def share(self) -> Fraction | None:
        """The exact share, at most one and at least zero; None without a base."""
        if self.whole <= 0:
            return None
        return min(max(Fraction(self.part, self.whole), Fraction(0)), _ONE)

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.part + other.part, self.whole + other.whole)


# By key of the registry; a rate without a base, or one that is absent, is unknown.
Rates = Mapping[str, Rate]


def share_of(rates: Rates, key: str) -> Fraction | None:
    """The share of one input; None where nobody knows it."""
    found = rates.get(key)
    return found.share if found else None


def mean_share(rates: Rates, keys: Iterable[str]) -> Fraction | None:
    """The mean of those that are known, each counted alike; None where none is."""
    known = [one for one in (share_of(rates, key) for key in keys) if one is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def number_of(rates: Rates, key: str) -> int | None:
    """How many, for an input that counts; None where nobody knows it."""
    found = rates.get(key)
    return found.part if found else None


def to_json(rates: Rates) -> dict[str, list[int]]:
    """Plain JSON, in order."""
    return {key: [rates[key].part, rates[key].whole] for key in sorted(rates)}


def from_json(stored: Mapping[str, Any]) -> dict[str, Rate]:
    """The rates again."""
    return {key: Rate(int(part), int(whole)) for key, (part, whole) in stored.items()}
