"""Whether an amount is far from what is usual: a question at entry, never a refusal. Pure.

A slip of the unit moves an amount ten-thousandfold. A village with a past is measured by itself,
one without by its peers, whose amounts differ more and allow more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low


@dataclass(frozen=True)
class Factors:
    """How many times more or less than usual an amount may be without a question."""

    own: int
    peers: int


@dataclass(frozen=True)
class Reference:
    """The village's own amounts of comparable months, and the middle of its peers, in fen."""

    own: Sequence[int]
    peers: int | None


def verdict(fen: int, known: Reference, factors: Factors) -> int | None:
    """The usual amount that this one is too far from; None where it is near enough.

    Nothing and what has no reference are never questioned: a bad year is not a slip.
    """
    past = [one for one in known.own if one > 0]
    usual = median_low(past) if past else known.peers
    if not usual or fen <= 0:
        return None
    most = factors.own if past else factors.peers
    return usual if fen >= usual * most or fen * most <= usual else None


def peer_medians(amounts: Mapping[str, Sequence[int]]) -> dict[str, int | None]:
    """The middle amount of those villages that have one, by category."""
    found = {key: [one for one in fens if one > 0] for key, fens in amounts.items()}
    return {key: median_low(fens) if fens else None for key, fens in found.items()}
