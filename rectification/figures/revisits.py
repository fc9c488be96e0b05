"""Revisits by whether they are overdue, to come, or held."""

from datetime import date

from django.db.models import Q

from rectification.models import CaseRevisit
from rectification.states import OFF_THE_LIST, CaseStatus
from villages.common.scope import Scope

OVERDUE, COMING, HELD = "overdue", "due", "held"
# While the village is followed up; later its open revisits are nobody's work any more.
FOLLOWED = (CaseStatus.CLOSED, CaseStatus.FOLLOW_UP)


def calendar(scope: Scope | None, county: str, on: date) -> dict[str, list[CaseRevisit]]:
    """Revisits of a territory by state on a day, each list in the order of days. One query.

    Held ones stay for good; what is still open counts only while the case is followed up.
    """
    rows = CaseRevisit.objects.in_scope(scope).in_county(county)
    rows = rows.filter(
        Q(held_on__isnull=False, case__status__in=[*OFF_THE_LIST, CaseStatus.RELAPSED])
        | Q(case__status__in=FOLLOWED)
    )
    found: dict[str, list[CaseRevisit]] = {OVERDUE: [], COMING: [], HELD: []}
    ordered = rows.select_related("case", "village__township").order_by("due_on", "village__code")
    for one in ordered:
        found[_state(one, on)].append(one)
    return found


def _state(one: CaseRevisit, on: date) -> str:
    if one.held_on:
        return HELD
    return OVERDUE if one.due_on < on else COMING
