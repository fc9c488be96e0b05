"""Policy lines of acceptance, schemes, revisits and rebound: all who work in the territory read,
the department writes."""

from tests.matrix.actors import MAP_MAKERS, WORKERS
from tests.matrix.kinds import VILLAGE_UNIT
from tests.matrix.policy import Kind, Route, act, api, form, page
from tests.matrix.world import NOBODY, World


def _attempts(world: World) -> dict[str, dict[str, str]]:
    found = {place: {"uid": uid} for place, uid in world.keys["attempt"].items()}
    return {**found, "missing": {"uid": NOBODY}}


ATTEMPT = Kind(_attempts, dict(VILLAGE_UNIT.seen))
ACCEPTANCE_ROUTES = [
    Route("cases:acceptance_now", {"GET": (302,)}, WORKERS),
    # Sent empty, no line says anything: the page says what is missing.
    form("cases:acceptance_batch", WORKERS, writers=MAP_MAKERS, at={"year": "2026"}),
    form("cases:acceptance", WORKERS, writers=MAP_MAKERS, kind=ATTEMPT),
    form("cases:acceptance_conclude", MAP_MAKERS, kind=ATTEMPT),
    page("cases:schemes", WORKERS),
    act("cases:schemes_install", MAP_MAKERS),
    page("cases:revisits", WORKERS),
    page("cases:rebound", WORKERS),
    api("api:case-rebound", WORKERS),
]
