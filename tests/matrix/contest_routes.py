"""Policy lines of contests: judged and printed by the county, results seen by whom they touch."""

from tests.matrix.actors import COUNTY, MAP_MAKERS, PROGRAM, TOWNSHIPS
from tests.matrix.policy import Kind, Route, form, page
from tests.matrix.world import NOBODY, STRANGER, World

JUDGES = COUNTY | {STRANGER}
READERS = JUDGES | TOWNSHIPS | PROGRAM


def _contests(world: World) -> dict[str, dict[str, str]]:
    found = {place: {"uid": uid} for place, uid in world.keys["contest"].items()}
    return {**found, "missing": {"uid": NOBODY}}


# Finished, with a village of each township: both see it.
CONTEST = Kind(_contests, {"home": COUNTY | TOWNSHIPS | PROGRAM, "abroad": frozenset({STRANGER})})
CONTEST_ROUTES: list[Route] = [
    page("supervision:contest", READERS, kind=CONTEST),
    form("supervision:contest_groups", MAP_MAKERS, kind=CONTEST),
    form("supervision:contest_scores", MAP_MAKERS, kind=CONTEST),
    page("supervision:contest_blank", MAP_MAKERS, kind=CONTEST),
    page("supervision:contest_paper", JUDGES, kind=CONTEST),
]
