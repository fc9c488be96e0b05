"""Policy lines of reports for programs: the county sees drafts, everybody below what is out."""

from collections.abc import Mapping

from tests.matrix.actors import COUNTY, MAP_MAKERS, PROGRAM, TOWNSHIPS, VILLAGE, WORKERS
from tests.matrix.policy import API, Kind, Route, api
from tests.matrix.report_world import ANNEX, FILE, short_code
from tests.matrix.world import ABROAD, HOME, NOBODY, STRANGER, World

_HERE = COUNTY | PROGRAM
# Written by hand: of a draft only the county knows.
DRAFT_SEEN = {"home": _HERE, "abroad": frozenset({STRANGER})}
ISSUED_SEEN = {"home": _HERE | TOWNSHIPS | VILLAGE, "abroad": frozenset({STRANGER})}


def _held(place_key: str, seen: Mapping[str, frozenset[str]], **more: str) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid, **more} for place, uid in world.keys[place_key].items()}
        return {**found, "missing": {"uid": NOBODY, **more}}

    return Kind(places, seen)


def _codes(_world: World) -> dict[str, dict[str, str]]:
    codes = {"home": short_code(HOME), "abroad": short_code(ABROAD), "missing": "ZZZZZZ-1"}
    return {place: {"short": code} for place, code in codes.items()}


DRAFT, ISSUED = _held("report_draft", DRAFT_SEEN), _held("report_issued", ISSUED_SEEN)
MAKERS = MAP_MAKERS | PROGRAM


def _files(world: World) -> dict[str, dict[str, str]]:
    """The text and the annex of the issued reports."""
    issued = world.keys["report_issued"]
    texts = {place: {"uid": uid, "name": FILE} for place, uid in issued.items()}
    annexes = {f"annex_{place}": {"uid": uid, "name": ANNEX} for place, uid in issued.items()}
    return {**texts, **annexes, "missing": {"uid": issued["home"], "name": "没有.docx"}}


# The text goes to whom it was issued, rows of all villages stay with those who cover the county.
FILES = Kind(_files, {**ISSUED_SEEN, "annex_home": _HERE, "annex_abroad": frozenset({STRANGER})})


def _step(name: str) -> Route:
    """Without If-Match nothing happens."""
    return Route(f"api:report-{name}", {"POST": (428,)}, WORKERS, MAP_MAKERS, kind=DRAFT,
                 style=API)  # fmt: skip


REPORT_API_ROUTES: list[Route] = [
    api("api:reports-list", WORKERS, writers=MAKERS, more={"POST": (400,)}),
    api("api:reports-detail", WORKERS, kind=DRAFT),
    api("api:report-figures", WORKERS, kind=ISSUED),
    api("api:report-figure", WORKERS, kind=_held("report_draft", DRAFT_SEEN, code="villages")),
    api("api:report-by-code", WORKERS, kind=Kind(_codes, ISSUED_SEEN)),
    api("api:report-file", WORKERS, kind=FILES),
    api("api:report-content", WORKERS, kind=DRAFT),
    api("api:report-sentences", WORKERS, kind=DRAFT, writers=MAP_MAKERS, more={"PATCH": (428,)}),
    *(_step(name) for name in ("review", "send-back", "issue", "correct")),
    Route("api:report-confirm", {"POST": (428,)}, WORKERS, TOWNSHIPS, kind=ISSUED, style=API),
]
