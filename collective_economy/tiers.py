"""Which tier an income is in."""

from collections.abc import Sequence

from collective_economy.choices import Tier


def tier_of(operating_fen: int, bounds: Sequence[tuple[Tier, int]]) -> Tier:
    """The tier of a year-to-date operating-type income in fen; `bounds` from the lowest, lower
    bound inclusive. Exactly nothing is a shell village, anything below the first bound weak."""
    if operating_fen <= 0:
        return Tier.SHELL
    reached = [tier for tier, lower in bounds if operating_fen >= lower]
    return reached[-1] if reached else Tier.WEAK
