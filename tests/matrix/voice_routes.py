"""Policy lines of what villages and people bring up, of task lists, meetings and the day list."""

from tests.matrix import kinds
from tests.matrix.actors import (
    COUNTY,
    COUNTYWIDE,
    EVERYBODY,
    FOREIGNERS,
    MAP_MAKERS,
    PROGRAM,
    TOWNSHIPS,
    VILLAGE,
    WORKERS,
)
from tests.matrix.ledger_routes import ORDER_READERS
from tests.matrix.policy import API, Kind, Route, api, form, page
from tests.matrix.world import NOBODY, STRANGER, World

MEETING_READERS = COUNTY | PROGRAM | {STRANGER}
SEERS = ORDER_READERS | VILLAGE
BRINGERS = MAP_MAKERS | TOWNSHIPS | VILLAGE | PROGRAM
CALLERS = MAP_MAKERS | TOWNSHIPS | {"reviewer"}


def _held(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid} for place, uid in world.keys[name].items()}
        return {**found, "missing": {"uid": NOBODY}}

    return Kind(places, seen)


VOICE = _held(
    "voice",
    {
        **kinds.VILLAGE_UNIT.seen,
        # Received, about the village: the county's alone.
        "complaint": COUNTYWIDE,
    },
)
MEETING = _held("group_meeting", {"home": COUNTYWIDE, "abroad": FOREIGNERS})
VOICE_ROUTES: list[Route] = [
    page("supervision:voices", SEERS),
    form("supervision:voice_new", BRINGERS),
    page("supervision:voice", SEERS, kind=VOICE),
    form("supervision:voice_phone", CALLERS, kind=VOICE),
    page("supervision:tasks", ORDER_READERS),
    page("supervision:meeting", MEETING_READERS, kind=MEETING),
    page("supervision:meeting_paper", MEETING_READERS, kind=MEETING),
    form("supervision:day", COUNTY | TOWNSHIPS | VILLAGE | {STRANGER, "reviewer"}),
    # The demo of two counties: one chooses between them first.
    form("public_voices:box", EVERYBODY, public=True),
    form("public_voices:ask", EVERYBODY, public=True),
    api("api:voice-figures", WORKERS),
    api("api:task-figures", WORKERS),
    Route("api:meeting-paper", {"GET": (200,)}, MEETING_READERS, kind=MEETING, style=API),
    Route("api:voice-phone", {"POST": (400,)}, CALLERS, kind=VOICE, style=API),
]
