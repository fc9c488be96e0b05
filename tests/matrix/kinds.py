"""Objects by place, and who sees each of them. Written by hand: this is the policy."""

from tests.matrix.actors import (
    AROUND_NEAR,
    COUNTY,
    COUNTYWIDE,
    FAR_ONES,
    FOREIGNERS,
    IN_COUNTY,
    MINISTER,
    TOWNSHIP,
    VILLAGE,
)
from tests.matrix.policy import Kind
from tests.matrix.world import (
    ABROAD,
    BESIDE,
    CHANGED_ON,
    FAR,
    FAR_TOWNSHIP,
    FOREIGN,
    FOREIGN_SECURITY,
    FOREIGN_TOWNSHIP,
    HOME,
    NEAR,
    NEAR_TOWNSHIP,
    NEIGHBOUR,
    NOBODY,
    STRANGER,
    World,
)

SECURITY_HERE = frozenset({"security_admin"})
AUDIT_HERE = frozenset({"audit_admin"})


def _codes(**codes: str) -> Kind:
    places = {place: {"code": code} for place, code in codes.items()}
    return Kind(lambda _world: places, _SEEN_UNITS)


_SEEN_UNITS = {
    "county": IN_COUNTY,
    "county_abroad": FOREIGNERS,
    # A first secretary sees the name of the township around the own village.
    "township": AROUND_NEAR | VILLAGE,
    "township_far": FAR_ONES,
    "township_abroad": FOREIGNERS,
    "near": AROUND_NEAR | VILLAGE,
    "beside": AROUND_NEAR,
    "far": FAR_ONES,
    "abroad": FOREIGNERS,
}

COUNTY_UNIT = _codes(county=HOME, county_abroad=ABROAD, missing="999903")
TOWNSHIP_UNIT = _codes(
    township=NEAR_TOWNSHIP,
    township_far=FAR_TOWNSHIP,
    township_abroad=FOREIGN_TOWNSHIP,
    missing="999901999",
)
VILLAGE_UNIT = _codes(near=NEAR, beside=BESIDE, far=FAR, abroad=FOREIGN, missing="999901001999")


def _renamed(_world: World) -> dict[str, dict[str, str]]:
    return {
        "near": {"level": "villages", "code": NEAR},
        "far": {"level": "villages", "code": FAR},
        "abroad": {"level": "villages", "code": FOREIGN},
        "township": {"level": "townships", "code": NEAR_TOWNSHIP},
        "township_abroad": {"level": "townships", "code": FOREIGN_TOWNSHIP},
        "missing": {"level": "villages", "code": "999901001999"},
    }


UNIT = Kind(_renamed, _SEEN_UNITS)

# A decision of the map is seen by those in whose territory the unit that ended lay.
MAP_EVENT = Kind(
    lambda _world: {
        "near": {"code": NEAR, "day": CHANGED_ON},
        "far": {"code": FAR, "day": CHANGED_ON},
        "abroad": {"code": FOREIGN, "day": CHANGED_ON},
        "missing": {"code": "999901001999", "day": CHANGED_ON},
    },
    {"near": AROUND_NEAR, "far": FAR_ONES, "abroad": FOREIGNERS},
)


def _held(kind: str, seen: dict[str, frozenset[str]], argument: str = "uid") -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        keys = {place: {argument: key} for place, key in world.keys[kind].items()}
        return {**keys, "missing": {argument: NOBODY}}

    return Kind(places, seen)


PERSON = _held(
    "user",
    {
        "township_clerk": SECURITY_HERE,
        NEIGHBOUR: SECURITY_HERE,
        "county_staff": SECURITY_HERE,
        STRANGER: frozenset({FOREIGN_SECURITY}),
    },
)
SESSION = _held(
    "session",
    {name: frozenset({name}) for name in ("township_clerk", "security_admin", "county_staff")},
)
OWN_TOKEN = _held(
    "token", {name: frozenset({name}) for name in ("township_clerk", NEIGHBOUR, STRANGER)}
)
TOKEN = _held(
    "token",
    {
        "township_clerk": SECURITY_HERE | {"township_clerk"},
        NEIGHBOUR: SECURITY_HERE | {NEIGHBOUR},
        STRANGER: frozenset({STRANGER, FOREIGN_SECURITY}),
    },
)
ACCESS_REQUEST = _held(
    "request", {"home": SECURITY_HERE | MINISTER, "abroad": frozenset({FOREIGN_SECURITY})}
)
HANDOVER = _held(
    "handover",
    {"home": SECURITY_HERE | TOWNSHIP, "abroad": frozenset({STRANGER, FOREIGN_SECURITY})},
)
DELEGATION = _held(
    "delegation",
    {"home": SECURITY_HERE | TOWNSHIP, "abroad": frozenset({STRANGER, FOREIGN_SECURITY})},
)
# A shared view holds a question and no rows: everybody who works in the county opens it.
VIEW = _held(
    "view",
    {"own": frozenset({"township_clerk"}), "shared": IN_COUNTY, "abroad": FOREIGNERS},
)
# Business acts go with the territory, sign-ins are for the auditor and for oneself.
ENTRY = _held(
    "entry",
    {
        "near": COUNTY | TOWNSHIP | VILLAGE | AUDIT_HERE,
        "far": COUNTY | {NEIGHBOUR} | AUDIT_HERE,
        "abroad": frozenset({STRANGER}),
        "personal": AUDIT_HERE | {"township_clerk"},
    },
    argument="key",
)
# Background work is its owner's, and the system administrator's who looks after it.
SYSTEM_HERE = frozenset({"system_admin"})
JOB = _held(
    "job",
    {
        "waiting": SYSTEM_HERE | {"township_clerk"},
        "failed": SYSTEM_HERE | {"county_staff"},
        "abroad": frozenset({STRANGER}),
    },
)
# A pack is a job too, and stands among the jobs of those who ask for it and of who runs the place.
PACK_JOB = _held(
    "pack",
    {"near": SYSTEM_HERE | {"township_clerk"}, "abroad": frozenset({STRANGER})},
)
REOPENING = _held("reopening", {"home": IN_COUNTY, "abroad": FOREIGNERS})
# A request is the whole township's: one village's people do not see it.
REOPENING_REQUEST = _held(
    "reopening_request", {"near": AROUND_NEAR, "far": FAR_ONES, "abroad": FOREIGNERS}
)
MONTH = _held("month", {"home": IN_COUNTY, "abroad": FOREIGNERS})
# A file is seen by whoever covers all of the place that it was made for.
BATCH = _held("batch", {"near": AROUND_NEAR, "county": COUNTYWIDE, "abroad": FOREIGNERS})
