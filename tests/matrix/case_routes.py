"""Policy lines of the cases themselves: read by whoever works there."""

from tests.matrix.actors import WORKERS
from tests.matrix.kinds import VILLAGE_UNIT
from tests.matrix.paper_routes import CASE
from tests.matrix.policy import Route, api, page

CASE_ROUTES: list[Route] = [
    page("cases:hub", WORKERS),
    page("cases:board", WORKERS, at={"year": "2026"}),
    page("cases:batch", WORKERS, at={"year": "2026"}),
    # Whoever has no case of the batch in the territory has no figure of it either.
    page("cases:batch_figure", WORKERS, at={"year": "2026", "figure": "listed"}),
    api("api:case-effects", WORKERS),
    api("api:case-effect-rows", WORKERS, at={"key": "listed"}),
    page("cases:panel", WORKERS, kind=VILLAGE_UNIT),
    page("cases:case", WORKERS, kind=CASE),
]
