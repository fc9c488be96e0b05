"""Policy lines of the cases themselves: read by whoever works there."""

from tests.matrix.actors import WORKERS
from tests.matrix.kinds import VILLAGE_UNIT
from tests.matrix.paper_routes import CASE
from tests.matrix.policy import Route, page

CASE_ROUTES: list[Route] = [
    page("cases:hub", WORKERS),
    page("cases:board", WORKERS, at={"year": "2026"}),
    page("cases:panel", WORKERS, kind=VILLAGE_UNIT),
    page("cases:case", WORKERS, kind=CASE),
]
