"""Revisits (回头看): planned when a case is closed, then held."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.months import require_month
from rectification.choices import RevisitResult
from rectification.figures.following import closed_day
from rectification.models import CaseRevisit, RectificationCase
from rectification.states import OFF_THE_LIST
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record

NUMBERS = (1, 2, 3)


def plan_revisits(case: RectificationCase, on: date) -> list[CaseRevisit]:
    """The county's revisits of a closed case, where it has none yet."""
    if CaseRevisit.objects.filter(case=case).exists():
        return []
    keys = [f"rectification.revisit_{number}" for number in NUMBERS]
    months = {parameters.value(key, on=on, county=case.county_code) for key in keys}
    return CaseRevisit.objects.bulk_create(
        CaseRevisit(
            county_code=case.county_code, village=case.village, case=case, months=month,
            due_on=add_months(closed_day(case), month),
        )
        for month in sorted(months)
    )  # fmt: skip


@transaction.atomic
def record_revisit(
    revisit: CaseRevisit, *, by: Any, held_on: date, visitors: str, result: str, text: str = ""
) -> CaseRevisit:
    """What a revisit found. One that found problems may be written anew after a second look.

    Raises `revisit_over`, `revisit_recorded`, `revisit_too_early`, `month_closed`, and the words
    of constraints.
    """
    row = locked(revisit)
    _refuse(row, held_on)
    require_month(row, held_on)
    before = {"held_on": row.held_on, "result": row.result, "text": row.text}
    changed(row, held_on=held_on, visitors=visitors.strip(), result=result, text=text or "")
    record(
        "revisit.recorded", row, by=by, name=f"{row.village.name}{row}", before=before,
        after={"held_on": held_on, "result": row.get_result_display(), "text": text or ""},
    )  # fmt: skip
    return row


def _refuse(row: CaseRevisit, held_on: date) -> None:
    if row.case.status not in OFF_THE_LIST:
        words = _("%(case)s现在是“%(status)s”,不再回访。") % {
            "case": row.case, "status": row.case.get_status_display(),
        }  # fmt: skip
        raise DomainError("revisit_over", words)
    if row.result not in ("", RevisitResult.PROBLEMS):
        words = _("这次回访已经登记。")
        raise DomainError("revisit_recorded", words, _("请刷新页面后查看。"))
    earliest = max(filter(None, (closed_day(row.case), row.held_on)))
    if held_on < earliest:
        words = _("回访日期早于 %s。") % earliest.isoformat()
        raise DomainError("revisit_too_early", words, _("请核对日期。"), held_on=words)
