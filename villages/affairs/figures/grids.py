"""Grids and household heads: the newest count of each village."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import summed
from villages.affairs.models import GridCount
from villages.common.figures import Figure

_FIELDS = ("as_of", "grids", "workers", "heads", "households", "covered")


@dataclass(frozen=True)
class VillageGrids:
    """One village's newest count, and the day it holds for."""

    as_of: date
    grids: int
    workers: int
    heads: int
    households: int
    covered: int


@dataclass(frozen=True)
class GridFigures:
    """Grids of a territory on a day. Villages without a count are missing."""

    roll: Roll
    by_village: Mapping[str, VillageGrids]

    def count(self, name: str, township: str = "") -> Figure:
        """The sum of one count (`grids`, `workers`, `heads`) over the villages that counted."""
        field: Any = GridCount._meta.get_field(name)
        numbers = [(code, getattr(one, name)) for code, one in self.by_village.items()]
        return summed(
            self.roll, f"affairs.grid_{name}", field.verbose_name, numbers, _("个"), township,
            source=_("网格和联户"), definition=_("各村最近一次登记的数;没有登记的村不计入。"),
        )  # fmt: skip

    def cover(self, township: str = "") -> Figure:
        """Households covered by household heads, of all households of villages that counted."""
        some = [self.by_village[code] for code in self.roll.within(self.by_village, township)]
        return Figure.of_share(
            "affairs.grid_cover", _("联户覆盖率"), sum(one.covered for one in some),
            sum(one.households for one in some), as_of=self.roll.on, source=_("网格和联户"),
            missing=self.roll.within(self.roll.silent(self.by_village), township),
            definition=_("联户覆盖户数占户数;没有登记的村分子分母都不计入。"),
        )  # fmt: skip


def grids(roll: Roll) -> GridFigures:
    """The newest counts up to the roll's day. One query."""
    rows = GridCount.objects.of(roll.scope, roll.county).up_to("as_of", roll.on)
    by_village = {
        roll.codes[pk]: VillageGrids(*counts)
        for pk, *counts in rows.values_list("village_id", *_FIELDS)
        if pk in roll.codes
    }
    return GridFigures(roll, by_village)
