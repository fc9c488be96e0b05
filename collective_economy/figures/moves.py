"""Villages that crossed a tier between two months (晋档, 降档)."""

from dataclasses import dataclass

from collective_economy.choices import OPERATING_TYPE, Category, Tier
from collective_economy.figures.income import IncomeFigures
from collective_economy.figures.reading import VillageIncome

_ORDER = list(Tier)


@dataclass(frozen=True)
class Move:
    """One village in another tier than before, with both amounts and what changed most.

    `by_category` holds the differences of what counts for the tier and was stated both times,
    the largest first: they are the reason in numbers. Of other income that is the flagged part.
    """

    village: str
    before: Tier
    now: Tier
    before_fen: int
    now_fen: int
    by_category: tuple[tuple[Category, int], ...]

    @property
    def is_up(self) -> bool:
        """Whether the village climbed."""
        return _ORDER.index(self.now) > _ORDER.index(self.before)


def moves(now: IncomeFigures, before: IncomeFigures) -> tuple[Move, ...]:
    """All moves between two months, by village code. Only villages known in both are compared;
    each month's tiers follow the bounds in force then. No query."""
    both = sorted(set(now.known) & set(before.known))
    return tuple(
        Move(
            code, old, new, before.known[code], now.known[code],
            _differences(now.by_village[code], before.by_village[code]),
        )
        for code in both
        if (old := before.tier(code)) is not None
        and (new := now.tier(code)) is not None
        and old is not new
    )  # fmt: skip


def _differences(now: VillageIncome, before: VillageIncome) -> tuple[tuple[Category, int], ...]:
    found = [
        (category, now.by_category[category] - before.by_category[category])
        for category in OPERATING_TYPE
        if category in now.by_category and category in before.by_category
    ]
    found.append((Category.OTHER, now.other_operating_fen - before.other_operating_fen))
    return tuple(sorted((one for one in found if one[1]), key=lambda one: -abs(one[1])))
