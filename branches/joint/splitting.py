"""Splitting a whole by shares so that the parts add up to it exactly. Pure."""

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
# A share is counted in hundredths of a percent: 33.33 % are 3,333.
WHOLE = 10_000


def hundredths(percent: Decimal) -> int:
    """A share in percent with two decimals, in hundredths of a percent."""
    return int(percent * 100)


def split(amount: int, shares: Mapping[Key, int]) -> dict[Key, int]:
    """The parts of an amount (fen, households, hundredths of a mu) by shares.

    Largest remainder: everybody gets the rounded-down part, then those with the largest
    remainders one more each, the earlier in the mapping first, until nothing is left. A loss is
    split as a gain of the same size. ValueError unless the shares make up the whole.
    """
    if sum(shares.values()) != WHOLE or min(shares.values()) < 0:
        raise ValueError("shares must make up 10,000")
    size = abs(amount)
    parts = {key: size * share // WHOLE for key, share in shares.items()}
    order = sorted(shares, key=lambda key: -(size * shares[key] % WHOLE))
    for key in order[: size - sum(parts.values())]:
        parts[key] += 1
    return parts if amount >= 0 else {key: -part for key, part in parts.items()}
