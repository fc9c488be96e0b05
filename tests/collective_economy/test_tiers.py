"""Tiers by their lower bounds, inclusive."""

import pytest

from collective_economy.choices import Tier
from collective_economy.tiers import tier_of

WAN = 1_000_000
BOUNDS = (
    (Tier.LOW, 5 * WAN),
    (Tier.MID, 10 * WAN),
    (Tier.GOOD, 50 * WAN),
    (Tier.STRONG, 100 * WAN),
)


@pytest.mark.parametrize(
    ("fen", "tier"),
    [
        (0, Tier.SHELL),
        (1, Tier.WEAK),
        (5 * WAN - 1, Tier.WEAK),
        (5 * WAN, Tier.LOW),
        (10 * WAN - 1, Tier.LOW),
        (10 * WAN, Tier.MID),
        (50 * WAN, Tier.GOOD),
        (100 * WAN - 1, Tier.GOOD),
        (100 * WAN, Tier.STRONG),
    ],
)
def test_an_edge_belongs_to_the_tier_above(fen: int, tier: Tier) -> None:
    assert tier_of(fen, BOUNDS) is tier
