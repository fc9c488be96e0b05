"""Seats of a village's bodies as laid down, and the places whose seats nobody wrote down."""

from dataclasses import dataclass
from datetime import date

from cadres.models import Establishment
from villages.common.scope import Scope
from villages.common.sharing import shared


@dataclass(frozen=True)
class Seats:
    """Seats from a day on. `supervision` is None where nobody laid them down."""

    valid_from: date
    party: int
    committee: int
    supervision: int | None

    @property
    def two_committees(self) -> int:
        """Seats of both committees together (两委职数); who holds one in each fills two."""
        return self.party + self.committee


def seats(scope: Scope, county: str, on: date) -> dict[int, Seats]:
    """The seats in force on the day, by primary key of the village. One query."""
    return {village: rows[-1] for village, rows in seat_history(scope, county, on).items()}


@shared
def seat_history(scope: Scope, county: str, on: date) -> dict[int, list[Seats]]:
    """All seats laid down up to the day, oldest first, by primary key of the village. One query."""
    rows = Establishment.objects.in_scope(scope).in_county(county).filter(valid_from__lte=on)
    found: dict[int, list[Seats]] = {}
    read = ("village_id", "valid_from", "party_seats", "committee_seats", "supervision_seats")
    for village, *known in rows.order_by("valid_from").values_list(*read):
        found.setdefault(village, []).append(Seats(*known))
    return found
