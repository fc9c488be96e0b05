"""Policy lines of colours: whoever works in a territory reads them, the department and its
programs have them judged."""

from tests.matrix import kinds
from tests.matrix.actors import MAP_MAKERS, PROGRAM, TOWNSHIPS, WORKERS
from tests.matrix.actors import VILLAGE as VILLAGERS
from tests.matrix.order_routes import ORDER
from tests.matrix.paper_routes import CASE
from tests.matrix.policy import API, Kind, Route, act, api, form, page
from tests.matrix.warning_world import PERIOD
from tests.matrix.world import NOBODY, World


def _receipts(world: World) -> dict[str, dict[str, str]]:
    found = {place: {"uid": uid} for place, uid in world.keys["warning"].items()}
    return {**found, "missing": {"uid": NOBODY}}


def _villages(world: World) -> dict[str, dict[str, str]]:
    places = kinds.VILLAGE_UNIT.places(world)
    return {place: {"village": keys["code"]} for place, keys in places.items()}


def _judged(world: World) -> dict[str, dict[str, str]]:
    """Villages with a receipt of the month."""
    kept = {*world.keys["warning"], "missing"}
    return {place: {**keys, "period": PERIOD} for place, keys in _villages(world).items()
            if place in kept}  # fmt: skip


RECEIPT = Kind(_receipts, kinds.VILLAGE_UNIT.seen)
VILLAGE = Kind(_villages, kinds.VILLAGE_UNIT.seen)
JUDGED = Kind(_judged, kinds.VILLAGE_UNIT.seen)
EVALUATORS = MAP_MAKERS | PROGRAM
COLOURS: list[Route] = [
    page("warnings:centre", WORKERS),
    page("warnings:month", WORKERS, at={"code": PERIOD}),
    page("warnings:moves", WORKERS, at={"code": PERIOD}),
    page("warnings:gaps", WORKERS, at={"code": PERIOD}),
    act("warnings:evaluate", EVALUATORS, at={"code": PERIOD}),
    page("warnings:townships", WORKERS),
    page("warnings:townships_month", WORKERS, at={"code": PERIOD}),
    page("warnings:village", WORKERS, kind=VILLAGE),
    page("warnings:village_month", WORKERS, kind=VILLAGE, at={"code": PERIOD}),
    page("warnings:panel", WORKERS, kind=kinds.VILLAGE_UNIT),
    api("api:warnings-list", WORKERS),
    api("api:warnings-detail", WORKERS, kind=RECEIPT),
    api("api:village-warning", WORKERS, kind=JUDGED),
    api("api:township-colours", WORKERS),
    Route("api:warnings-evaluate", {"POST": (400,)}, WORKERS, EVALUATORS, style=API),
]
RELAPSE_READERS = WORKERS - VILLAGERS
TRYING: list[Route] = [
    page("warnings:simulation", MAP_MAKERS | PROGRAM),
    page("warnings:relapse", RELAPSE_READERS),
    page("warnings:relapse_test", RELAPSE_READERS),
    Route("api:warnings-simulate", {"POST": (400,)}, MAP_MAKERS | PROGRAM, style=API),
    api("api:relapse-scores", RELAPSE_READERS),
    api("api:relapse-test", RELAPSE_READERS),
]


def _questions(world: World) -> dict[str, dict[str, str]]:
    found = {place: {"uid": uid} for place, uid in world.keys["questions"].items()}
    return {**found, "missing": {"uid": NOBODY}}


# The county and the township concerned: no villagers, no programs.
ASKED = WORKERS - VILLAGERS - PROGRAM
QUESTIONS: list[Route] = [
    page("warnings:questions", ASKED),
    page("warnings:question", ASKED, kind=Kind(_questions, kinds.VILLAGE_UNIT.seen)),
]
EVENT = Kind(
    lambda world: {
        **{place: {"uid": uid} for place, uid in world.keys["warning-events"].items()},
        "missing": {"uid": NOBODY},
    },
    kinds.VILLAGE_UNIT.seen,
)
DISPUTED = Kind(
    lambda world: {
        place: {**keys, "code": PERIOD, "rule": "W01"} for place, keys in _villages(world).items()
        if place in {*world.keys["warning"], "missing"}
    },
    kinds.VILLAGE_UNIT.seen,
)  # fmt: skip
# A department's people see their order, and no warning.
SENT_ORDER = Kind(ORDER.places, {**ORDER.seen, "asked": ORDER.seen["asked"] - {"reviewer"}})
ASKERS = MAP_MAKERS | TOWNSHIPS | PROGRAM
EVENT_ROUTES: list[Route] = [
    form(
        "warnings:events",
        WORKERS,
        writers=TOWNSHIPS | PROGRAM,
        post=(409,),
        data={"do": "acknowledge"},
    ),
    page("warnings:event", WORKERS, kind=EVENT),
    page("warnings:of_order", WORKERS, kind=SENT_ORDER),
    page("warnings:of_case", WORKERS, kind=CASE),
    page("warnings:papers", MAP_MAKERS),
    act("warnings:papers_draft", MAP_MAKERS),
    form("warnings:exempting", ASKERS),
    form("warnings:overriding", MAP_MAKERS),
    form("warnings:dispute", TOWNSHIPS | VILLAGERS | PROGRAM, kind=DISPUTED),
    page("warnings:dispute_figures", WORKERS),
    api("api:dispute-figures", WORKERS),
    Route("api:exemption-requests", {"POST": (400,)}, ASKERS, style=API),
    Route("api:override-requests", {"POST": (400,)}, MAP_MAKERS, style=API),
    Route("api:dispute-requests", {"POST": (400,)}, TOWNSHIPS | VILLAGERS | PROGRAM, style=API),
]
WARNING_ROUTES: list[Route] = [*QUESTIONS, *COLOURS, *EVENT_ROUTES, *TRYING]
