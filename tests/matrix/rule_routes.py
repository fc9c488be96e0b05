"""Policy lines of warning rules: whoever is judged reads them, the department keeps them."""

from tests.matrix.actors import COUNTYWIDE, FOREIGNERS, IN_COUNTY, MAP_MAKERS, WORKERS
from tests.matrix.policy import API, Kind, Route, act, api, form, page
from tests.matrix.world import NOBODY, World


def _held(name: str, seen: dict[str, frozenset[str]]) -> Kind:
    def places(world: World) -> dict[str, dict[str, str]]:
        found = {place: {"uid": uid} for place, uid in world.keys[name].items()}
        return {**found, "missing": {"uid": NOBODY}}

    return Kind(places, seen)


SET = _held("rule_set", {"home": IN_COUNTY, "abroad": FOREIGNERS})
DRAFT = _held("rule_draft", {"home": COUNTYWIDE, "abroad": FOREIGNERS})
RULE_ROUTES: list[Route] = [
    page("rules_help:catalogue", WORKERS),
    page("warnings:rules", WORKERS),
    page("warnings:rule_diff", WORKERS),
    act("warnings:rule_start", MAP_MAKERS),
    form("warnings:rule_upload", MAP_MAKERS),
    page("warnings:rule_set", WORKERS, kind=SET),
    page("warnings:rule_file", WORKERS, kind=SET),
    form("warnings:rule_withdraw", MAP_MAKERS, kind=SET),
    page("warnings:rule_draft", MAP_MAKERS, kind=DRAFT),
    page("warnings:rule_draft_file", MAP_MAKERS, kind=DRAFT),
    form("warnings:rule_edit", MAP_MAKERS, kind=DRAFT),
    form("warnings:rule_adopt", MAP_MAKERS, kind=DRAFT),
    # Sent without the version that was seen: refused in words on the page that one is led back to.
    form("warnings:rule_remove", MAP_MAKERS, kind=DRAFT, post=(302,)),
    page("warnings:own_kinds", MAP_MAKERS, kind=DRAFT),
    form("warnings:own_new", MAP_MAKERS, kind=DRAFT, at={"kind": "threshold"}),
    form("warnings:own_edit", MAP_MAKERS, kind=DRAFT, at={"code": "Z01"}),
    # The draft has no such rule: its own page tests how one is taken out.
    Route("warnings:own_remove", {"POST": (404,)}, MAP_MAKERS, kind=DRAFT,
          at={"code": "Z02"}),
    api("api:rule-sets-list", WORKERS),
    api("api:rule-sets-detail", WORKERS, kind=SET),
    api("api:rule-set-file", WORKERS, kind=SET),
    Route("api:rule-set-diff", {"GET": (400,)}, WORKERS, style=API),
    api("api:rule-drafts-list", MAP_MAKERS, more={"POST": (201,)}),
    api("api:rule-drafts-detail", MAP_MAKERS, kind=DRAFT, more={"PATCH": (428,), "DELETE": (428,)}),
    Route("api:rule-drafts-adopt", {"POST": (428,)}, MAP_MAKERS, kind=DRAFT, style=API),
]  # fmt: skip
