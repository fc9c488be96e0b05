"""Policy lines of collective economy: everybody who works in the territory reads; keepers of
ledgers state and correct income; townships answer questions, the department judges answers."""

from tests.matrix import kinds
from tests.matrix.actors import MAP_MAKERS, PROGRAM, TOWNSHIPS, WORKERS
from tests.matrix.policy import API, Kind, Route, api, form, page
from tests.matrix.world import FAR, FOREIGN, NEAR, NOBODY, World

KEEPERS = MAP_MAKERS | TOWNSHIPS | PROGRAM
ANSWERERS = MAP_MAKERS | TOWNSHIPS
_SEEN = {place: kinds.VILLAGE_UNIT.seen[place] for place in ("near", "far", "abroad")}


def _held(kind: str) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        keys = {place: {"uid": uid} for place, uid in world.keys[kind].items()}
        return {**keys, "missing": {"uid": NOBODY}}

    return Kind(places, _SEEN)


STATEMENT, ANSWER = _held("income"), _held("check_answer")
QUESTION = Kind(
    lambda _world: {
        place: {"period": "2026-10", "code": code, "check": "C05"}
        for place, code in {"near": NEAR, "far": FAR, "abroad": FOREIGN,
                            "missing": "999901001999"}.items()
    },
    _SEEN,
)  # fmt: skip

ECONOMY_ROUTES = [
    page("collective_economy:hub", WORKERS),
    page("collective_economy:figures_sheet", WORKERS),
    page("collective_economy:income", WORKERS),
    page("collective_economy:rents", WORKERS),
    page("collective_economy:projects", WORKERS),
    page("collective_economy:village", WORKERS, kind=kinds.VILLAGE_UNIT),
    page("collective_economy:panel", WORKERS, kind=kinds.VILLAGE_UNIT),
    form("collective_economy:correct", KEEPERS, kind=STATEMENT),
    page("collective_economy:checks", WORKERS),
    form("collective_economy:answer", ANSWERERS, kind=QUESTION),
    # Nothing is asked of who accepts an answer; who sends it back is asked why.
    form(
        "collective_economy:review", MAP_MAKERS, kind=ANSWER, data={"send_back": "1"},
    ),
    form("collective_economy:round_trips", MAP_MAKERS, post=(302,)),
    api("api:income-list", WORKERS, writers=KEEPERS, more={"POST": (400,)}),
    api("api:income-detail", WORKERS, kind=STATEMENT),
    Route("api:income-bulk", {"POST": (400,)}, WORKERS, writers=KEEPERS, style=API),
    api("api:income-figures", WORKERS),
    api("api:income-questions", WORKERS),
    Route("api:income-answers", {"POST": (400,)}, WORKERS, writers=ANSWERERS, style=API),
]  # fmt: skip
