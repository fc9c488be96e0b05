"""Everything that a report on a county and month counts, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cadres.figures import CadreFigures, VillageTeam, cadres, reserve_wanted, teams
from collective_economy.figures import IncomeFigures, income
from rectification.warnings.figures import ColourFigures, colours
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.figures.profiles import with_latest_profile
from villages.imports.months import is_closed
from villages.models import County, Village


@dataclass(frozen=True)
class Place:
    """A village with its basic figures as of the day; None where no survey says it."""

    pk: int
    code: str
    name: str
    township: str
    township_code: str
    households: int | None
    population: int | None
    members: int | None


@dataclass(frozen=True)
class Gathered:
    """One county, one month: places, teams, income, colours, and whether the month is closed."""

    county: County
    month: Month
    as_of: date
    is_open: bool
    places: tuple[Place, ...]
    teams: Mapping[int, VillageTeam]
    cadres: CadreFigures
    income: IncomeFigures
    colours: ColourFigures

    @property
    def townships(self) -> dict[str, str]:
        """Townships that have villages, by code, in order."""
        return {one.township_code: one.township for one in self.places}


def gather(county: County, month: Month) -> Gathered:
    """Reads all figures of a county and month, as of its last day or today if it is running.
    Eight queries."""
    as_of = min(month.end, clock.today())
    scope = Scope.of([county.code])
    places = _places(county, as_of)
    known = teams(scope, county.code, as_of)
    return Gathered(
        county=county,
        month=month,
        as_of=as_of,
        is_open=not is_closed(county=county.code, month=month, unit=county.code, on=clock.today()),
        places=places,
        teams=known,
        cadres=cadres(
            known, {one.pk: one.code for one in places}, reserve_wanted(county.code, as_of)
        ),
        income=income(scope, county.code, month),
        colours=colours(scope, county.code, month),
    )


def _places(county: County, on: date) -> tuple[Place, ...]:
    villages = Village.objects.in_county(county.code).on(on).order_by("code")
    rows = with_latest_profile(villages, on).values_list(
        "pk", "code", "name", "township__name", "township__code", "households", "population",
        "members",
    )  # fmt: skip
    return tuple(Place(*row) for row in rows)
