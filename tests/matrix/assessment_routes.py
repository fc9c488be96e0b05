"""Policy lines of the year-end assessment: the county sees all, a township its own sheet."""

from tests.matrix.actors import MAP_MAKERS, TOWNSHIP, TOWNSHIPS
from tests.matrix.assessment_world import DRAFT_YEAR, PUBLISHED_YEAR
from tests.matrix.policy import Kind, Route, api, form, page
from tests.matrix.world import FAR_TOWNSHIP, FOREIGN_TOWNSHIP, NEAR_TOWNSHIP, NEIGHBOUR, STRANGER

READERS = MAP_MAKERS | TOWNSHIPS | {"county_leader"}
# Programs and administrators of the county are no readers of it.
HERE = frozenset({"county_minister", "county_staff", "county_leader"})
_SEEN = {
    "near": HERE | TOWNSHIP,
    "far": HERE | {NEIGHBOUR},
    "abroad": frozenset({STRANGER}),
}  # fmt: skip
_CODES = {
    "near": NEAR_TOWNSHIP, "far": FAR_TOWNSHIP, "abroad": FOREIGN_TOWNSHIP, "missing": "999901999",
}  # fmt: skip


def _of(year: int) -> dict[str, dict[str, str]]:
    return {place: {"year": str(year), "township": code} for place, code in _CODES.items()}


SHEET = Kind(lambda _world: _of(PUBLISHED_YEAR), _SEEN)
# Before it is published a township knows of no sum, its own included.
UNPUBLISHED = Kind(
    lambda _world: _of(DRAFT_YEAR), {place: seen - TOWNSHIPS for place, seen in _SEEN.items()}
)
OBJECTED = Kind(
    lambda _world: _of(PUBLISHED_YEAR),
    {place: seen & TOWNSHIPS for place, seen in _SEEN.items()},
)
DRAFT_AT, PUBLISHED_AT = {"year": str(DRAFT_YEAR)}, {"year": str(PUBLISHED_YEAR)}

ASSESSMENT_ROUTES: list[Route] = [
    Route("reports:assessment", {"GET": (302,)}, READERS),
    page("reports:assessment_year", READERS, at=DRAFT_AT),
    form("reports:assessment_entry", MAP_MAKERS, at=DRAFT_AT),
    # A year that is open already is opened again without harm.
    form("reports:assessment_step", MAP_MAKERS, at={**DRAFT_AT, "key": "open"}, post=(302,)),
    page("reports:assessment_sheet", READERS, kind=SHEET),
    page("reports:assessment_print", READERS, kind=UNPUBLISHED),
    form("reports:assessment_object", TOWNSHIPS, kind=OBJECTED),
    api("api:year-assessment", READERS, at=PUBLISHED_AT),
    api("api:township-assessment", READERS, kind=SHEET),
]
