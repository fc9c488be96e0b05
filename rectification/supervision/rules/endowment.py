"""Grouping villages of like start (按基础分组): a proposal that people change. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

GROUPS = 3


@dataclass(frozen=True)
class Start:
    """With what a village begins; None where it is not known."""

    income_fen: int | None
    population: int | None


def thirds(starts: Mapping[str, Start]) -> dict[str, int]:
    """The third of each village from 1 (strongest start) to 3; villages that lack a number are in
    none.

    A village stands where the mean of its two positions lies, by income and by population; equal
    means stand together, so that thirds may differ in size.
    """
    known = {
        code: one for code, one in starts.items()
        if one.income_fen is not None and one.population is not None
    }  # fmt: skip
    income = {code: one.income_fen or 0 for code, one in known.items()}
    people = {code: one.population or 0 for code, one in known.items()}
    means = {code: _position(income, code) + _position(people, code) for code in known}
    return {code: _third(means, code) for code in known}


def _position(values: Mapping[str, int], code: str) -> int:
    """How many villages have more."""
    return sum(other > values[code] for other in values.values())


def _third(means: Mapping[str, int], code: str) -> int:
    before = sum(other < means[code] for other in means.values())
    return int(Fraction(before * GROUPS, len(means))) + 1
