"""Policy lines of joint review, dispositions and stationed teams: villages and programs see none
of what is judged, reviewers only what is asked of their department."""

from tests.matrix.actors import (
    COUNTY,
    COUNTYWIDE,
    FOREIGNERS,
    MAP_MAKERS,
    TOWNSHIPS,
    WORKERS,
)
from tests.matrix.kinds import VILLAGE_UNIT
from tests.matrix.policy import Kind, act, api, form, page
from tests.matrix.world import NOBODY, STRANGER, World

READERS = COUNTY | TOWNSHIPS | {STRANGER}
KEEPERS = MAP_MAKERS | TOWNSHIPS
REVIEWERS = frozenset({"reviewer"})


def _kind(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid} for place, uid in world.keys[name].items()}
        return {**found, "missing": {"uid": NOBODY}}

    return Kind(places, seen)


REVIEW = _kind("review", dict(VILLAGE_UNIT.seen))
SEAT = _kind("seat", {"home": COUNTYWIDE, "abroad": FOREIGNERS})
# By the seat alone: another department's question does not exist, in the same county or not.
OPINION = _kind("opinion", {"asked": REVIEWERS})
JUDGING_ROUTES = [
    page("cadres:reviews", READERS),
    act("cadres:install_lists", MAP_MAKERS),
    page("cadres:opinions", REVIEWERS),
    form("cadres:opinion", REVIEWERS, kind=OPINION),
    form("cadres:seats", MAP_MAKERS),
    form("cadres:seat_end", MAP_MAKERS, kind=SEAT),
    form("cadres:first_check", KEEPERS, kind=REVIEW),
    page("cadres:conduct", READERS),
    page("cadres:stationed", WORKERS),
    page("cadres:stationed_panel", WORKERS, kind=VILLAGE_UNIT),
    page("cadres:handover", WORKERS, kind=VILLAGE_UNIT),
    form(
        "cadres:assessment", READERS, writers=MAP_MAKERS, kind=VILLAGE_UNIT,
        at={"period": "2026Q3"},
    ),
    api("api:review-figures", READERS),
    api("api:disposition-figures", READERS),
    api("api:stationed-figures", WORKERS),
]  # fmt: skip
