"""Policy lines of inspections: the county's own until published, then also those they touched."""

from tests.matrix.actors import COUNTY, MAP_MAKERS, PROGRAM, TOWNSHIP, TOWNSHIPS
from tests.matrix.policy import Kind, Route, act, form, page
from tests.matrix.world import NOBODY, STRANGER, World

PLANNERS = COUNTY | PROGRAM | {STRANGER}
INSPECTION_READERS = PLANNERS | TOWNSHIPS


def _held(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid} for place, uid in world.keys[name].items()}
        return {**found, "missing": {"uid": NOBODY}}

    return Kind(places, seen)


_HIDDEN = {"near": COUNTY | PROGRAM, "abroad": frozenset({STRANGER})}
INSPECTION = _held("inspection", {**_HIDDEN, "told": COUNTY | PROGRAM | TOWNSHIP})
SITE = _held("site", _HIDDEN)
INSPECTION_ROUTES: list[Route] = [
    Route("supervision:plans_now", {"GET": (302,)}, PLANNERS),
    page("supervision:plans", PLANNERS, at={"year": 2026}),
    act("supervision:plans_join", MAP_MAKERS, at={"year": 2026}),
    page("supervision:checklist", INSPECTION_READERS),
    act("supervision:checklist_install", MAP_MAKERS),
    Route("supervision:inspection_figures_now", {"GET": (302,)}, INSPECTION_READERS),
    page("supervision:inspection_figures", INSPECTION_READERS, at={"year": 2026}),
    page("supervision:inspection", INSPECTION_READERS, kind=INSPECTION),
    form("supervision:site_record", MAP_MAKERS, kind=SITE),
]
