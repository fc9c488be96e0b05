"""Policy lines of orders: county and township people, departments' people and programs read what
they issued or were sent; a draft is its house's alone."""

from tests.matrix.actors import AROUND_NEAR, COUNTYWIDE, FOREIGNERS, MAP_MAKERS, TOWNSHIPS
from tests.matrix.ledger_routes import ORDER_READERS
from tests.matrix.policy import Kind, Route, act, api, form, page
from tests.matrix.world import NOBODY, World

FIGURE_READERS = ORDER_READERS - {"reviewer"}
DRAFTERS = MAP_MAKERS | TOWNSHIPS


def _held(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid} for place, uid in world.keys[name].items()}
        return {**found, "missing": {"uid": NOBODY}}

    return Kind(places, seen)


# A department's people see what was sent to their seat, the township what was sent to it.
SENT = {"near": AROUND_NEAR, "asked": COUNTYWIDE | {"reviewer"}, "abroad": FOREIGNERS}
ORDER, PART = _held("order", SENT), _held("order_part", SENT)
DRAFT = _held("order_draft", {"home": COUNTYWIDE, "abroad": FOREIGNERS})
ORDER_ROUTES: list[Route] = [
    page("supervision:hub", ORDER_READERS),
    form("supervision:new", DRAFTERS),
    form("supervision:chase", DRAFTERS),
    page("supervision:figures", ORDER_READERS),
    page("supervision:returned", ORDER_READERS),
    api("api:order-figures", FIGURE_READERS),
    act("supervision:install", MAP_MAKERS),
    form("supervision:seats", MAP_MAKERS),
    Route("supervision:unit", {"GET": (302,)}, ORDER_READERS, kind=PART),
    page("supervision:order", ORDER_READERS, kind=ORDER),
    page("supervision:paper", ORDER_READERS, kind=ORDER),
    # Nothing is ticked: the draft then addresses nobody.
    form("supervision:units", DRAFTERS, kind=DRAFT, post=(302,)),
    form("supervision:items", DRAFTERS, kind=DRAFT),
]
