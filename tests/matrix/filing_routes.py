"""Policy lines of filing: townships file, the county reviews, villages read their own."""

from tests.matrix.actors import (
    AROUND_NEAR,
    FAR_ONES,
    FOREIGNERS,
    IN_COUNTY,
    MAP_MAKERS,
    PROGRAM,
    VILLAGE,
    WORKERS,
    WRITERS,
)
from tests.matrix.kinds import VILLAGE_UNIT
from tests.matrix.policy import Kind, Route, act, form, page
from tests.matrix.world import (
    BESIDE,
    FAR,
    FAR_TOWNSHIP,
    FOREIGN,
    FOREIGN_TOWNSHIP,
    NEAR,
    NEAR_TOWNSHIP,
    NOBODY,
    World,
)

FILERS = WRITERS | PROGRAM
MONTH = {"month": "2026-10"}


def _townships(_world: World) -> dict[str, dict[str, str]]:
    return {
        "near": {"township": NEAR_TOWNSHIP},
        "far": {"township": FAR_TOWNSHIP},
        "abroad": {"township": FOREIGN_TOWNSHIP},
        "missing": {"township": "999901999"},
    }


def _villages(_world: World) -> dict[str, dict[str, str]]:
    return {
        "near": {"village": NEAR},
        "beside": {"village": BESIDE},
        "far": {"village": FAR},
        "abroad": {"village": FOREIGN},
        "missing": {"village": "999901001999"},
    }


def held(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    """Objects of the world by uid, and who sees each."""

    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid} for place, uid in world.keys[name].items()}
        return {**found, "missing": {"uid": NOBODY}}

    return Kind(places, seen)


# Village people see the township around them, in it only their own village.
TOWNSHIP = Kind(_townships, {"near": AROUND_NEAR | VILLAGE, "far": FAR_ONES, "abroad": FOREIGNERS})
VILLAGE_MONTH = Kind(_villages, VILLAGE_UNIT.seen)
# A receipt is the whole township's: one village's people do not see it.
RECEIPT = held("receipt", {"near": AROUND_NEAR, "far": FAR_ONES, "abroad": FOREIGNERS})
FORM = held("form", {"home": IN_COUNTY, "abroad": FOREIGNERS})

FILING_ROUTES = [
    page("filings:tasks", WORKERS),
    # Whoever covers a single township is led to it.
    Route("filings:month", {"GET": (200, 302)}, WORKERS, at=MONTH),
    page("filings:township", WORKERS, kind=TOWNSHIP, at=MONTH),
    # Sent empty, nothing is changed; whoever only reads is told so.
    form(
        "filings:village", WORKERS, kind=VILLAGE_MONTH, at=MONTH, post=(302,),
        but={
            f"POST {actor} {place}": 409
            for actor in WORKERS - FILERS
            for place, seen in VILLAGE_UNIT.seen.items()
            if actor in seen
        },
    ),
    page("filings:panel", WORKERS, kind=VILLAGE_UNIT),
    form("filings:check", FILERS, kind=TOWNSHIP, at=MONTH, post=(302,)),
    act("filings:submit", FILERS, kind=TOWNSHIP, at=MONTH, post=(409,)),
    act("filings:withdraw", FILERS, kind=TOWNSHIP, at=MONTH),
    page("filings:receipt", WORKERS, kind=RECEIPT),
    form("filings:grid", WORKERS, writers=FILERS, kind=TOWNSHIP, at=MONTH, post=(302,)),
    act("filings:grid_save", FILERS, kind=TOWNSHIP, at=MONTH, post=(400,)),
    act("filings:grid_desk", FILERS, kind=TOWNSHIP, at=MONTH),
    # Nothing is asked here: there is no sheet to take along.
    Route("filings:sealed", {"GET": (302,)}, FILERS, kind=TOWNSHIP, at=MONTH),
    form("filings:sealed_upload", FILERS),
    form("filings:board", WORKERS, writers=MAP_MAKERS, post=(302,)),
    form("filings:review", MAP_MAKERS, kind=TOWNSHIP, at=MONTH, post=(409,)),
    form("filings:chase", MAP_MAKERS, post=(409,)),
    act("filings:chase_withdraw", MAP_MAKERS),
    page("filings:year", WORKERS),
    page("filings:forms", WORKERS),
    form("filings:form_new", MAP_MAKERS),
    form("filings:form_default", MAP_MAKERS, post=(302,)),
    form("filings:form", WORKERS, writers=MAP_MAKERS, kind=FORM, post=(302,)),
    page("filings:burden", WORKERS),
    page("filings:burden_panel", WORKERS),
    page("filings:unused", MAP_MAKERS),
]  # fmt: skip
