"""Policy lines of papers, case files and packs: by territory, packs by who ordered them."""

from tests.matrix.actors import MAP_MAKERS, PROGRAM, TOWNSHIPS, WORKERS
from tests.matrix.kinds import VILLAGE_UNIT
from tests.matrix.policy import API, Kind, Route, api, form, page
from tests.matrix.world import NOBODY, STRANGER, World

KEEPERS = MAP_MAKERS | TOWNSHIPS | PROGRAM


def _kind(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid} for place, uid in world.keys[name].items()}
        return {**found, "missing": {"uid": NOBODY}}

    return Kind(places, seen)


CASE = _kind("paper_case", dict(VILLAGE_UNIT.seen))
ANNEX = _kind("annex", dict(VILLAGE_UNIT.seen))
PACK = _kind("pack", {"near": frozenset({"township_clerk"}), "abroad": frozenset({STRANGER})})
PAPER_ROUTES = [
    form("cases:annexes", WORKERS, writers=KEEPERS, kind=CASE),
    form("cases:annex_attach", KEEPERS, kind=ANNEX),
    # It is registered by its number alone: there is no file to send.
    Route("cases:annex_file", {"GET": (409,)}, WORKERS, kind=ANNEX),
    page("cases:case_file", WORKERS, kind=CASE),
    form("cases:packs", WORKERS),
    # Nobody has made it yet.
    Route("cases:pack_file", {"GET": (409,)}, WORKERS, kind=PACK),
    Route("api:case-file", {"GET": (200,)}, WORKERS, kind=CASE, style=API),
    api("api:packs-list", WORKERS, more={"POST": (400,)}),
    api("api:packs-detail", WORKERS, kind=PACK),
    Route("api:pack-file", {"GET": (409,)}, WORKERS, kind=PACK, style=API),
]
