"""The villages that figures of cadres are about, with their townships."""

from dataclasses import dataclass
from datetime import date

from villages.common.scope import Scope
from villages.common.sharing import shared
from villages.on_map import on_map


@dataclass(frozen=True)
class Place:
    """A village on the map of a day."""

    pk: int
    code: str
    name: str
    township_code: str
    township: str


@shared
def places(scope: Scope, county: str, on: date) -> list[Place]:
    """Villages of the territory on the map of the day, by code. One query."""
    return [Place(*one) for one in on_map(scope, county, on)]
