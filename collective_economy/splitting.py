"""Dividing money by shares so that the parts add up. Pure."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def split(fen: int, shares: Mapping[Key, int]) -> dict[Key, int]:
    """An amount in fen by whole-number shares, to the fen: the parts add up to the amount.

    Everybody gets the rounded-down part; what remains goes, a fen each, to the largest
    remainders, of equal ones to the earlier. Nothing is split among no shares.
    """
    whole = sum(shares.values())
    if whole <= 0:
        return {}
    parts = {key: fen * share // whole for key, share in shares.items()}
    by_rest = sorted(shares, key=lambda key: -(fen * shares[key] % whole))
    for key in by_rest[: fen - sum(parts.values())]:
        parts[key] += 1
    return parts
