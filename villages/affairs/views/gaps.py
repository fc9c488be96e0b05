"""Gaps by name: which villages a figure still waits for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from villages.affairs.figures import Roll
from villages.common.figures import Figure
from villages.models import Village


@dataclass(frozen=True)
class Gap:
    """A figure and the villages that said nothing to it."""

    figure: Figure
    villages: tuple[tuple[str, str], ...]


def names_of(roll: Roll) -> dict[str, str]:
    """What each village of the roll is called, with its township. One query."""
    rows = Village.objects.in_scope(roll.scope).in_county(roll.county).on(roll.on)
    rows = rows.select_related("township")
    return {one.code: one.full_name for one in rows.order_by("code")}


def gaps(figures: Sequence[Figure], names: Mapping[str, str]) -> list[Gap]:
    """Every figure that has a gap, with code and name of its villages."""
    return [
        Gap(one, tuple((code, names.get(code, code)) for code in one.missing))
        for one in figures
        if one.missing
    ]
