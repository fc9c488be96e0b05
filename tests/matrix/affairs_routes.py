"""Policy lines of village facts and of the counties' own indicators beside their ledgers."""

from tests.matrix import kinds
from tests.matrix.actors import (
    FOREIGNERS,
    IN_COUNTY,
    MAP_MAKERS,
    PROGRAM,
    WORKERS,
    WRITERS,
)
from tests.matrix.policy import API, Kind, Route, act, api, form, page
from tests.matrix.world import NOBODY, World

_MISSING = {"slug": "nothing"}
# A definition is read in the whole county.
_READERS = {"home": IN_COUNTY, "abroad": FOREIGNERS}


def _slugs(world: World) -> dict[str, dict[str, str]]:
    return {**world.places["indicator"], "missing": _MISSING}


def _grids(world: World) -> dict[str, dict[str, str]]:
    return {place: {**at, "period": "2026Q3"} for place, at in _slugs(world).items()}


def _uids(world: World) -> dict[str, dict[str, str]]:
    return {**world.places["indicator_uid"], "missing": {"uid": NOBODY}}


AFFAIRS_ROUTES = [
    page("affairs:hub", WORKERS),
    act("affairs:install_lists", MAP_MAKERS),
    page("affairs:panel", WORKERS, kind=kinds.VILLAGE_UNIT),
    form("affairs:site_check", WRITERS | PROGRAM, kind=kinds.VILLAGE_UNIT),
    page("indicators:hub", WORKERS),
    page("indicators:panel", WORKERS, kind=kinds.VILLAGE_UNIT),
    page("indicators:indicator", WORKERS, kind=Kind(_slugs, _READERS)),
    form("indicators:fill", WRITERS | PROGRAM, kind=Kind(_grids, _READERS)),
    api("api:affairs-figures", WORKERS),
    # Without a period nothing can be told.
    Route("api:indicator-figures", {"GET": (404,)}, WORKERS, kind=Kind(_uids, _READERS), style=API),
]
