"""The villages of a territory on the map of a day, read once for all figures that ask."""

from datetime import date
from typing import NamedTuple

from villages.common.scope import Scope
from villages.common.sharing import shared
from villages.models import Village


class Spot(NamedTuple):
    """A village and its township."""

    pk: int
    code: str
    name: str
    township_code: str
    township: str


@shared
def on_map(scope: Scope, county: str, on: date) -> tuple[Spot, ...]:
    """Villages of the territory on the map of the day, by code. One query."""
    rows = Village.objects.in_scope(scope).in_county(county).on(on).order_by("code")
    read = ("pk", "code", "name", "township__code", "township__name")
    return tuple(Spot(*row) for row in rows.values_list(*read))
