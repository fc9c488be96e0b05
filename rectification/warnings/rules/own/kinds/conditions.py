"""Conditions of a list: which hold, which do not, which nobody knows."""

from fractions import Fraction

from rectification.warnings.rules.own.declared import UPWARD, Item, is_bad
from rectification.warnings.rules.own.numbers import newest_sum, series
from rectification.warnings.rules.village import VillageFacts


def read(item: Item, facts: VillageFacts, grace: int) -> tuple[Fraction | None, bool | None]:
    """The number, and whether it is bad; None is unknown. Nothing due is not bad."""
    values = series(facts, item.indicator, grace)
    if not values:
        return None, False
    value, is_whole = newest_sum(values, item.window)
    if value is None:
        return None, None
    bad = is_bad(value, item.side, item.limit)
    if is_whole:
        return value, bad
    # A sum with gaps is a least amount: it may prove too much and never too little.
    return value, True if bad and item.side in UPWARD else None
