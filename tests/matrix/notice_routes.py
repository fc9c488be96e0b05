"""Policy lines of notices, the inbox and channels; notices by program too."""

from tests.matrix.actors import COUNTY, COUNTYWIDE, FOREIGNERS, MAP_MAKERS, TOWNSHIPS, VILLAGE
from tests.matrix.ledger_routes import ORDER_READERS
from tests.matrix.policy import API, Kind, Route, act, api, form, page
from tests.matrix.world import NOBODY, STRANGER, World

READERS = ORDER_READERS | VILLAGE
KEEPERS = COUNTY | TOWNSHIPS | VILLAGE | {STRANGER, "reviewer"}
# Written by hand: of a draft only the house knows, and who looks over the whole county.
DRAFT_SEEN = {"home": COUNTYWIDE, "abroad": FOREIGNERS}
# A person's own channel is nobody else's.
OWN_SEEN = {"own": frozenset({"township_clerk"}), "abroad": frozenset({STRANGER})}


def _held(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid} for place, uid in world.keys[name].items()}
        return {**found, "missing": {"uid": NOBODY}}

    return Kind(places, seen)


def _verb(key: str, who: frozenset[str]) -> Route:
    return Route(f"api:notices-do-{key}", {"POST": (428,)}, READERS, who, kind=NOTICE, style=API)


NOTICE = _held("notice_draft", DRAFT_SEEN)
CHANNEL = _held("channel", OWN_SEEN)
WRITERS = MAP_MAKERS | TOWNSHIPS
_MAKERS = {"home": MAP_MAKERS & COUNTYWIDE, "abroad": MAP_MAKERS & FOREIGNERS}
NOTICE_ROUTES: list[Route] = [
    page("supervision:inbox", READERS),
    form("supervision:notice_new", WRITERS),
    page("supervision:notice", READERS, kind=NOTICE),
    form("supervision:notice_edit", WRITERS, kind=_held("notice_draft", _MAKERS)),
    # Refused in words on the page that one is led back to.
    act("supervision:notice_confirm", READERS - {"county_leader"}, kind=NOTICE),
    form("supervision:channel_new", KEEPERS),
    page("supervision:channel", KEEPERS, kind=CHANNEL),
    # Mail has no secret: the form comes back with its message.
    form("supervision:channel_secret", KEEPERS, kind=CHANNEL),
    api("api:notices-list", READERS, writers=WRITERS, more={"POST": (400,)}),
    api("api:notices-detail", READERS, writers=WRITERS, kind=NOTICE, more={"PATCH": (428,)}),
    _verb("confirm", READERS - {"county_leader"}),
    _verb("publish", WRITERS),
    _verb("withdraw", WRITERS),
    api("api:notice-versions-list", READERS),
    api("api:notice-versions-detail", READERS, kind=_held("notice_version", DRAFT_SEEN)),
]
