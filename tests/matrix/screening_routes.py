"""Policy lines of screening: read by whoever works there, registered by department and township,
decided by the department."""

from tests.matrix.actors import MAP_MAKERS, PROGRAM, TOWNSHIPS, WORKERS
from tests.matrix.kinds import VILLAGE_UNIT
from tests.matrix.policy import API, Route, act, api, form, page

YEAR = {"year": 2026}
SCREENING_ROUTES: list[Route] = [
    Route("cases:screening_now", {"GET": (302,)}, WORKERS),
    # Nothing chosen: the bulk action says so.
    form(
        "cases:screening", WORKERS, writers=MAP_MAKERS, at=YEAR, post=(409,),
        data={"do": "decide"},
    ),
    act("cases:screening_install", MAP_MAKERS, at=YEAR),
    page("cases:screening_village", WORKERS, at=YEAR, kind=VILLAGE_UNIT),
    form("cases:screening_decide", MAP_MAKERS, at=YEAR, kind=VILLAGE_UNIT),
    form(
        "cases:screening_open", MAP_MAKERS | TOWNSHIPS | PROGRAM, at=YEAR, kind=VILLAGE_UNIT
    ),
    form("cases:screening_direct", MAP_MAKERS, at=YEAR, kind=VILLAGE_UNIT),
    api("api:screening-candidates", WORKERS),
    Route("api:screening-list", {"POST": (400,)}, MAP_MAKERS, style=API),
]  # fmt: skip
