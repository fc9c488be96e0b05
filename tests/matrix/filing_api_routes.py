"""Policy lines of filing by program: the same people as on the pages."""

from tests.matrix.actors import AROUND_NEAR, FAR_ONES, FOREIGNERS, MAP_MAKERS, VILLAGE, WORKERS
from tests.matrix.filing_routes import FILERS, held
from tests.matrix.kinds import VILLAGE_UNIT
from tests.matrix.policy import API, Route, api

FILING = held("filing", {"near": AROUND_NEAR | VILLAGE, "far": FAR_ONES, "abroad": FOREIGNERS})


def _step(name: str, writers: frozenset[str]) -> Route:
    """Whoever may take it is asked for the version that was read."""
    return Route(f"api:filings-{name}", {"POST": (428,)}, WORKERS, writers, kind=FILING, style=API)


FILING_API_ROUTES = [
    api("api:filings-list", WORKERS),
    api("api:filings-detail", WORKERS, kind=FILING),
    Route("api:filings-bulk", {"POST": (400,)}, WORKERS, FILERS, style=API),
    _step("accept", MAP_MAKERS),
    _step("send-back", MAP_MAKERS),
    _step("withdraw", FILERS),
    Route(
        "api:village-filing", {"GET": (200,), "PUT": (200,)}, WORKERS, FILERS,
        kind=VILLAGE_UNIT, at={"period": "2026-10"}, style=API,
    ),
    api("api:filing-inputs", WORKERS),
    api("api:filing-progress", WORKERS),
]  # fmt: skip
