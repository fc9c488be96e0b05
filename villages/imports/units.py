"""From the unit in a header to the unit that a column keeps."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from villages.common.readings import Reading, Repair

_MONEY = frozenset({"元", "千元", "万元", "亿元"})
_SAME = {"平米": "平方米", "㎡": "平方米", "千米": "公里", "名": "人"}
_FACTORS = {
    ("万亩", "亩"): 10_000,
    ("公顷", "亩"): 15,
    ("万人", "人"): 10_000,
    ("万户", "户"): 10_000,
}


@dataclass(frozen=True)
class Scale:
    """`reads` is the unit that the cells stand in, `factor` leads to the column's own."""

    reads: str
    factor: int = 1

    def applied(self, reading: Reading[Any]) -> Reading[Any]:
        """The reading in the column's unit; a change of unit is a repair like any other."""
        if self.factor == 1 or reading.value is None:
            return reading
        value = reading.value * self.factor
        if isinstance(value, Decimal) and value == value.to_integral_value():
            value = Decimal(int(value))
        return Reading(value, (*reading.repairs, Repair.SCALED))


def scale_between(stated: str, kept: str) -> Scale | None:
    """How to get from the stated unit to the kept one; None where there is no way.

    Readers of money know its units themselves. A header without a unit means the kept one.
    """
    stated, kept = _SAME.get(stated, stated), _SAME.get(kept, kept)
    if not stated or not kept or stated == kept:
        return Scale(kept or stated)
    if stated in _MONEY and kept in _MONEY:
        return Scale(stated)
    factor = _FACTORS.get((stated, kept))
    return Scale(stated, factor) if factor else None
