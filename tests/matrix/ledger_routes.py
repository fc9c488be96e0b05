"""Policy lines of all ledgers: one line per address, made from NAMED rights and row scopes.

The people behind each right, and those who see each kind of rows, are written here by hand. A
right or a scope without a line is an error: say whom it means.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import IntegrityError, transaction

from tests.matrix import kinds
from tests.matrix.actors import (
    COUNTY,
    COUNTYWIDE,
    FOREIGNERS,
    IN_COUNTY,
    MAP_MAKERS,
    MINISTER,
    NONE,
    PROGRAM,
    TOWNSHIP,
    TOWNSHIPS,
    VILLAGE,
    WORKERS,
)
from tests.matrix.policy import Kind, Route, form, page
from tests.matrix.world import FAR, FOREIGN, NEAR, NOBODY, STRANGER, World
from tests.villages.ledgers.making import some
from villages.ledgers.declaring import Ledger, ledgers
from villages.models import Village

KEEPERS = MAP_MAKERS | TOWNSHIPS | PROGRAM
INSPECTION_READERS = COUNTY | TOWNSHIPS | PROGRAM | {STRANGER}
ORDER_READERS = COUNTY | TOWNSHIPS | PROGRAM | {STRANGER, "reviewer"}
PEOPLE: Mapping[str, frozenset[str]] = {
    "villages.accounts.perms.works_in_territory": WORKERS,
    "villages.accounts.perms.may_keep_ledgers": KEEPERS,
    "villages.accounts.perms.may_change_map": MAP_MAKERS,
    "villages.accounts.perms.works_for_township": TOWNSHIPS,
    "villages.accounts.perms.works_for_county": COUNTY | {STRANGER},
    "rectification.reports.perms.may_keep_report_settings": MAP_MAKERS,
    "rectification.reports.perms.may_see_assessment": MAP_MAKERS | TOWNSHIPS | {"county_leader"},
    "rectification.reports.perms.may_keep_assessment": MAP_MAKERS,
    "rectification.reports.perms.may_object_assessment": TOWNSHIPS,
    "cadres.perms.may_answer_filings": MAP_MAKERS,
    "collective_economy.perms.may_review_economy": MAP_MAKERS,
    "collective_economy.perms.may_answer_checks": MAP_MAKERS | TOWNSHIPS,
    "cadres.perms.may_see_judgements": COUNTY | TOWNSHIPS | {STRANGER},
    "cadres.perms.may_keep_judgements": MAP_MAKERS | TOWNSHIPS,
    "cadres.perms.may_see_opinions": MAP_MAKERS,
    "cadres.perms.may_force_opinions": MINISTER,
    "cadres.perms.may_keep_lists": MAP_MAKERS,
    "rectification.perms.may_see_cases": WORKERS,
    "rectification.perms.may_take_township_steps": TOWNSHIPS | PROGRAM,
    "rectification.perms.may_take_county_steps": MAP_MAKERS,
    "rectification.perms.may_keep_cases": KEEPERS,
    "rectification.perms.may_log_visits": KEEPERS | VILLAGE,
    "rectification.perms.may_keep_schemes": MAP_MAKERS,
    "rectification.supervision.perms.may_see_contests": COUNTY | TOWNSHIPS | PROGRAM | {STRANGER},
    "rectification.supervision.perms.may_see_scores": COUNTY | {STRANGER},
    "rectification.supervision.perms.may_keep_contests": MAP_MAKERS,
    "rectification.perms.may_answer_extensions": MAP_MAKERS | {"county_leader"},
    "rectification.supervision.inspection_perms.may_see_inspections": INSPECTION_READERS,
    "rectification.supervision.inspection_perms.may_keep_inspections": MAP_MAKERS,
    "rectification.supervision.inspection_perms.may_see_plans": COUNTY | PROGRAM | {STRANGER},
    "rectification.supervision.perms.may_see_orders": ORDER_READERS,
    "rectification.supervision.perms.may_see_order_lists": COUNTY
    | TOWNSHIPS
    | PROGRAM
    | {STRANGER},
    "rectification.supervision.perms.may_see_meetings": COUNTY | PROGRAM | {STRANGER},
    "rectification.supervision.perms.may_draft_orders": MAP_MAKERS | TOWNSHIPS,
    "rectification.supervision.perms.may_check_orders": MAP_MAKERS | {"township_secretary"},
    "rectification.supervision.perms.may_answer_orders": ORDER_READERS - {"county_leader"},
    "rectification.supervision.perms.may_settle_orders": MAP_MAKERS | TOWNSHIPS,
    "rectification.supervision.perms.may_keep_order_lists": MAP_MAKERS,
    "rectification.supervision.perms.may_see_voices": ORDER_READERS | VILLAGE,
    "rectification.supervision.perms.may_bring_voices": MAP_MAKERS | TOWNSHIPS | VILLAGE | PROGRAM,
    "rectification.supervision.perms.may_settle_voices": MAP_MAKERS,
    "rectification.supervision.perms.may_answer_voices": ORDER_READERS - {"county_leader"},
    "rectification.supervision.perms.may_keep_task_lists": MAP_MAKERS,
    "rectification.supervision.notice_perms.may_see_notices": ORDER_READERS | VILLAGE,
    "rectification.supervision.notice_perms.may_publish_notices": MAP_MAKERS | TOWNSHIPS,
    "rectification.supervision.notice_perms.may_confirm_notices": (
        (ORDER_READERS | VILLAGE) - {"county_leader"}
    ),
    "rectification.supervision.notice_perms.may_keep_channels": (
        (ORDER_READERS | VILLAGE) - PROGRAM
    ),
    "rectification.warnings.perms.may_see_warnings": WORKERS,
    "rectification.warnings.perms.may_decide_events_township": TOWNSHIPS | PROGRAM,
    "rectification.warnings.perms.may_verify_township": frozenset({"township_secretary"}),
    "rectification.warnings.perms.may_decide_county": MAP_MAKERS,
    "rectification.warnings.perms.may_explain": TOWNSHIPS | VILLAGE,
    "rectification.warnings.perms.may_see_questions": COUNTY | TOWNSHIPS | {STRANGER},
    "rectification.warnings.perms.may_answer_questions": TOWNSHIPS,
    "rectification.warnings.perms.may_settle_questions": MAP_MAKERS,
    "rectification.warnings.perms.may_ask_exemptions": KEEPERS,
    "rectification.warnings.perms.may_dispute": TOWNSHIPS | VILLAGE | PROGRAM,
    "rectification.warnings.perms.may_draft_papers": MAP_MAKERS,
    "rectification.warnings.perms.may_send_back": MAP_MAKERS | {"township_secretary"},
    "rectification.supervision.perms.may_tick_tasks": ORDER_READERS - {"county_leader"},
}
# Whoever covers the village sees its rows; a county's own lists are read in all of the county.
OF_VILLAGES = kinds.VILLAGE_UNIT.seen
OF_COUNTY = {"home": COUNTYWIDE, "abroad": FOREIGNERS}
READ_BY_ALL = {"home": IN_COUNTY, "abroad": FOREIGNERS}
# The contest of the world is finished and holds a village of both townships.
OF_CONTESTS = {"home": COUNTY | TOWNSHIPS | PROGRAM, "abroad": frozenset({STRANGER})}
# The channels of the world are people's own, and nobody else's.
OF_CHANNELS = {"home": frozenset({"township_clerk"}), "abroad": frozenset({STRANGER})}
# No inspection of the ledgers' world is published: townships know of none.
_COUNTYS_OWN = {"near": COUNTYWIDE, "far": COUNTYWIDE, "abroad": FOREIGNERS}
VILLAGE_SCOPES = {
    "InspectionPartRows": _COUNTYS_OWN,
    "SiteChildRows": _COUNTYS_OWN,
    "FindingRows": _COUNTYS_OWN,
}
COUNTY_SCOPES = {
    "CountyRows": OF_COUNTY,
    "InspectionRows": OF_COUNTY,
    "TripRows": OF_COUNTY,
    "CountyListRows": READ_BY_ALL,
    "CountyWideRows": READ_BY_ALL,
    "ListRows": READ_BY_ALL,
    "DefinitionRows": READ_BY_ALL,
    "CaseWordRows": READ_BY_ALL,
    "StandardItemRows": READ_BY_ALL,
    "StandardPartRows": READ_BY_ALL,
    "CountyLists": READ_BY_ALL,
    "SchemeRows": READ_BY_ALL,
    "AcceptanceSchemeRows": READ_BY_ALL,
    "SchemePartRows": READ_BY_ALL,
    "SeatRows": READ_BY_ALL,
    "OrderRuleRows": READ_BY_ALL,
    # Drafts of the county: nobody outside has seen them.
    "OrderRows": OF_COUNTY,
    "UnitRows": OF_COUNTY,
    "PartRows": OF_COUNTY,
    "OrderEventRows": OF_COUNTY,
    # Nothing is published in the world.
    "TaskRows": OF_COUNTY,
    "TaskListRows": OF_COUNTY,
    # Drafts of the county, and receipts that a house reads.
    "NoticeRows": OF_COUNTY,
    "NoticePartRows": OF_COUNTY,
    "ChannelRows": OF_CHANNELS,
    "DeliveryRows": OF_CHANNELS,
    # Read by the organization department alone.
    "OpinionRows": OF_COUNTY,
    "ContestRows": OF_CONTESTS,
    "ContestAspectRows": OF_CONTESTS,
    # Parts of a county's scheme of scores; what is about a township is published in the world.
    "ScorePartRows": READ_BY_ALL,
    "ScoreSchemeRows": READ_BY_ALL,
    "TownshipRows": {**OF_COUNTY, "home": COUNTYWIDE | TOWNSHIP},
    # Both townships of the world have a village in the joint body.
    "BodyRows": READ_BY_ALL,
}
# Rights and scopes that a ledger names and nobody wrote down here: a test asks for them.
UNNAMED: set[str] = set()
VILLAGE_PLACES = {"near": NEAR, "far": FAR, "abroad": FOREIGN}
COUNTY_PLACES = {"home": NEAR, "abroad": FOREIGN}


def people(right: Any) -> frozenset[str]:
    """Who holds a right; nobody, and an entry in `UNNAMED`, where no people were written down."""
    return _named(PEOPLE, f"{right.__module__}.{right.__name__}", NONE)


def _named(table: Mapping[str, Any], name: str, otherwise: Any) -> Any:
    if name not in table:
        UNNAMED.add(name)
    return table.get(name, otherwise)


def rows_of(ledger: Ledger) -> Kind:
    """The rows of a ledger by place, and who sees them."""

    def places(world: World) -> dict[str, dict[str, str]]:
        keys = {place: {"uid": uid} for place, uid in world.keys[ledger.key].items()}
        return {**keys, "missing": {"uid": NOBODY}}

    return Kind(places, _seen(ledger))


def _seen(ledger: Ledger) -> Mapping[str, frozenset[str]]:
    if ledger.about_village:
        return VILLAGE_SCOPES.get(type(ledger.model.objects.all()).__name__, OF_VILLAGES)
    return _named(COUNTY_SCOPES, type(ledger.model.objects.all()).__name__, OF_COUNTY)


def routes_of(ledger: Ledger) -> Iterator[Route]:
    """Its pages; every form that is sent empty comes back."""
    name, read, rows = f"ledgers:{ledger.key}", people(ledger.may_read), rows_of(ledger)
    yield page(name, read)
    yield page(f"{name}_row", read, kind=rows)
    if ledger.writable:
        write = people(ledger.may_write)
        yield form(f"{name}_new", write)
        yield form(f"{name}_edit", write, kind=rows)
        if ledger.removable:
            yield form(f"{name}_remove", write, kind=rows)
    for verb in ledger.verbs:
        yield form(f"{name}_do_{verb.key}", people(verb.may), kind=rows)


def make_rows(world: World) -> None:
    """One row of every ledger in every place, once."""
    villages = {row.code: row for row in Village.objects.select_related("township__county")}
    for ledger in ledgers().values():
        places = VILLAGE_PLACES if ledger.about_village else COUNTY_PLACES
        # Where it matters which row it is, the world has made it.
        if ledger.key not in world.keys:
            world.keys[ledger.key] = {
                place: _uid(ledger, villages[code]) for place, code in places.items()
            }


def _uid(ledger: Ledger, village: Village) -> str:
    """The key of a row; nobody's where none could be made, which its own tests report."""
    try:
        with transaction.atomic():
            return str(some(ledger.model, village).uid)
    except (IntegrityError, TypeError):
        return NOBODY


LEDGER_ROUTES = {one.key: tuple(routes_of(one)) for one in ledgers().values()}
