"""Policy lines of the pages of reports: the county sees drafts, everybody below what is out."""

from tests.matrix.actors import COUNTY, MAP_MAKERS, PROGRAM, TOWNSHIPS, WORKERS
from tests.matrix.policy import Kind, Route, act, form, page
from tests.matrix.report_routes import DRAFT, DRAFT_SEEN, FILES, ISSUED, ISSUED_SEEN
from tests.matrix.world import ABROAD, HOME, NOBODY, STRANGER, World

MAKERS = MAP_MAKERS | PROGRAM


def _parts(world: World) -> dict[str, dict[str, str]]:
    """The part of a township in the issued report of each county."""
    found = {place: {"uid": uid, "code": f"{county}001"}
             for (place, uid), county in zip(
                 world.keys["report_issued"].items(), (HOME, ABROAD), strict=False)}  # fmt: skip
    return {**found, "missing": {"uid": NOBODY, "code": f"{HOME}001"}}


def _with(kind: Kind, **more: str) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        return {place: {**keys, **more} for place, keys in kind.places(world).items()}

    return Kind(places, kind.seen)


# The part of a township is for the county and for that township's own people.
PART = Kind(_parts, {"home": COUNTY | PROGRAM | {"township_secretary", "township_clerk"},
                     "abroad": frozenset({STRANGER})})  # fmt: skip
# Programs see drafts but do not work on them.
HANDLED = Kind(DRAFT.places, {place: seen & MAP_MAKERS for place, seen in DRAFT_SEEN.items()})
OUT = Kind(ISSUED.places, {place: seen & MAP_MAKERS for place, seen in ISSUED_SEEN.items()})


def _editions(world: World) -> dict[str, dict[str, str]]:
    found = {place: {"uid": uid} for place, uid in world.keys["report_edition"].items()}
    return {**found, "missing": {"uid": NOBODY}}


EDITION = Kind(_editions, {"home": COUNTY & MAP_MAKERS, "abroad": frozenset({STRANGER})})

REPORT_PAGE_ROUTES: list[Route] = [
    page("reports:centre", WORKERS),
    act("reports:make", MAKERS),
    page("reports:code", WORKERS),
    page("reports:runs", MAKERS),
    page("reports:panel", WORKERS),
    page("reports:downloads", MAP_MAKERS),
    page("reports:report", WORKERS, kind=DRAFT),
    page("reports:print", WORKERS, kind=DRAFT),
    page("reports:figures", WORKERS, kind=ISSUED),
    page("reports:figure", WORKERS, kind=_with(DRAFT, code="villages")),
    page("reports:compare", WORKERS, kind=DRAFT),
    page("reports:receipts", WORKERS, kind=ISSUED),
    page("reports:extract", WORKERS, kind=PART),
    page("reports:file", WORKERS, kind=FILES),
    page("reports:bundle", MAP_MAKERS, kind=OUT),
    form("reports:words", MAP_MAKERS, kind=HANDLED),
    form("reports:step", MAP_MAKERS, kind=_with(HANDLED, key="review")),
    form("reports:correct", MAP_MAKERS, kind=OUT),
    act("reports:confirm", TOWNSHIPS, kind=ISSUED),
    form("reports:templates", MAP_MAKERS),
    page("reports:template_shipped", MAP_MAKERS, at={"kind": "monthly"}),
    page("reports:template_file", MAP_MAKERS, kind=EDITION),
    form("reports:template_withdraw", MAP_MAKERS, kind=EDITION),
]
