"""Policy lines of cadres' pages: figures for everybody who works there, sealed numbers for those
who may reveal them, the public page for nobody until a county opens it."""

from tests.matrix import kinds
from tests.matrix.actors import MAP_MAKERS, TOWNSHIPS, WORKERS
from tests.matrix.policy import API, Kind, Route, api, form, page
from tests.matrix.world import NEAR_TOWNSHIP, NOBODY, World

REVEALERS = MAP_MAKERS | TOWNSHIPS
FIGURES = ("hub", "structure", "terms", "vacancies", "teams", "reserves", "supervision")


def _places(world: World) -> dict[str, dict[str, str]]:
    keys = {place: {"uid": uid} for place, uid in world.keys["cadre"].items()}
    return {**keys, "missing": {"uid": NOBODY}}


PERSON = Kind(_places, kinds.VILLAGE_UNIT.seen)
TEAM_ROUTES = [
    *(page(f"cadres:{name}", WORKERS) for name in FIGURES),
    page("cadres:panel", WORKERS, kind=kinds.VILLAGE_UNIT),
    form("cadres:identity", REVEALERS, kind=PERSON),
    form("cadres:reveal", REVEALERS, kind=PERSON),
    Route("public:index", {"GET": (404,)}, public=True),
    Route("public:township", {"GET": (404,)}, public=True, at={"code": NEAR_TOWNSHIP}),
    api("api:cadre-figures", WORKERS),
    api("api:cadre-structure", WORKERS),
    Route("api:cadre-reveal", {"POST": (400,)}, REVEALERS, kind=PERSON, style=API),
]
