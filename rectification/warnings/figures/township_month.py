"""The townships of a county in a month, with their names and the county's numbers."""

from dataclasses import dataclass
from typing import Any

from rectification.warnings.choices import Colour
from rectification.warnings.figures.townships import TownshipColour, township_colours
from rectification.warnings.parameters import BULLETIN_MONTHS, INTERVIEW_MONTHS
from villages import parameters
from villages.common.periods import Month
from villages.models import Township


@dataclass(frozen=True)
class Named:
    """A township's colour with its name."""

    name: str
    found: TownshipColour

    @property
    def history(self) -> tuple[tuple[Month, str, str], ...]:
        """Two years, oldest first: month, colour and its word; a dot where nobody judged."""
        short = {one.value: str(one.label)[:1] for one in Colour}
        return tuple((month, key, short.get(key, "·")) for month, key in self.found.history)

    @property
    def colour(self) -> str:
        """Its colour."""
        return self.found.colour


@dataclass(frozen=True)
class TownshipMonth:
    """Townships in order of their codes; after `call` and `name` months in a row of a red
    village its township is interviewed, and named in public."""

    townships: tuple[Named, ...]
    call: int
    name: int


def townships_in(rows: Any, county: str, month: Month) -> TownshipMonth:
    """Of the colours that a person may see; a fixed number of queries."""
    call, name = (
        int(parameters.value(one.key, on=month.end, county=county))
        for one in (INTERVIEW_MONTHS, BULLETIN_MONTHS)
    )
    found = township_colours(rows, month, call=call, name=name)
    units = Township.objects.filter(code__in=[one.code for one in found])
    names = dict(units.values_list("code", "name"))
    named = tuple(Named(names.get(one.code, one.code), one) for one in found)
    return TownshipMonth(named, call, name)
