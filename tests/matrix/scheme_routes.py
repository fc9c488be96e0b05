"""Policy lines of the pages of schemes, ratings and joint bodies."""

from tests.matrix.actors import COUNTY, FOREIGNERS, IN_COUNTY, MAP_MAKERS, TOWNSHIPS, WORKERS
from tests.matrix.kinds import TOWNSHIP_UNIT, VILLAGE_UNIT
from tests.matrix.ledger_routes import KEEPERS
from tests.matrix.policy import Kind, Route, act, form, page
from tests.matrix.scheme_world import PERIOD
from tests.matrix.world import NOBODY, STRANGER, World

# A scheme is read in the whole county; a township and a branch by whoever covers them.
_IN_COUNTY = {"home": IN_COUNTY, "abroad": FOREIGNERS}
_VILLAGES = VILLAGE_UNIT.seen
_TOWNSHIPS = {
    "near": TOWNSHIP_UNIT.seen["township"],
    "far": TOWNSHIP_UNIT.seen["township_far"],
    "abroad": FOREIGNERS,
}


def _kind(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = world.places[name]
        missing = dict.fromkeys(next(iter(found.values())), NOBODY)
        return {**found, "missing": missing}

    return Kind(places, seen)


SCHEME, DRAFT = _kind("scheme", _IN_COUNTY), _kind("draft", _IN_COUNTY)
TOWNSHIP = _kind("scheme_township", _TOWNSHIPS)
SHEET = _kind("rating_sheet", dict(_VILLAGES))
RATING = _kind("rating", dict(_VILLAGES))
BODY = _kind("joint", _IN_COUNTY)

SCHEMES = [
    page("branches:schemes", WORKERS),
    form("branches:scheme_load", MAP_MAKERS),
    act("branches:scheme_defaults", MAP_MAKERS),
    page("branches:scheme", WORKERS, kind=SCHEME),
    page("branches:scheme_file", WORKERS, kind=SCHEME),
    act("branches:scheme_copy", MAP_MAKERS, kind=SCHEME),
    form("branches:scheme_end", MAP_MAKERS, kind=SCHEME),
    form("branches:scheme_drop", MAP_MAKERS, kind=DRAFT, post=(302,)),
    form("branches:scheme_edit", MAP_MAKERS, kind=DRAFT),
    form("branches:scheme_publish", MAP_MAKERS, kind=DRAFT),
    page("branches:scheme_period", WORKERS, kind=SCHEME, at={"code": PERIOD}),
    page("branches:scheme_township", WORKERS, kind=TOWNSHIP),
    act("branches:scheme_confirm", MAP_MAKERS, kind=TOWNSHIP),
    form("branches:rating_sheet", KEEPERS, kind=SHEET),
    page("branches:rating", WORKERS, kind=RATING),
    form("branches:rating_confirm", MAP_MAKERS, kind=RATING),
    form("branches:rating_appeal", TOWNSHIPS, kind=RATING),
    form("branches:rating_decide", MAP_MAKERS, kind=RATING),
]
JOINT = [
    page("branches:joint", WORKERS),
    form("branches:joint_shares", MAP_MAKERS, kind=BODY),
    Route("branches:joint_split", {"GET": (200,)}, COUNTY | {STRANGER}, kind=BODY),
]
VILLAGE = [page("branches:standing", WORKERS, kind=VILLAGE_UNIT)]
SCHEME_ROUTES = [*SCHEMES, *JOINT, *VILLAGE]
