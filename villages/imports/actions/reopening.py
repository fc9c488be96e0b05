"""Opening a part of a closed month again, for a reason and until a day."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from villages.common import clock
from villages.common.errors import DomainError
from villages.db.locks import hold
from villages.imports.actions.months import refuse_foreign
from villages.imports.models import FilingMonth, Reopening
from villages.imports.months import lock_name
from villages.imports.two_persons import month_needs_second
from villages.trace.record import record


@transaction.atomic
def reopen(
    *, by: Any, filing_month: FilingMonth, unit_code: str, reason: str, ends_on: date
) -> Reopening:
    """Lets this unit and what lies below it edit again; differences afterwards are reported.

    One person alone; a month that was closed long ago takes a request and two of them.
    """
    if month_needs_second(filing_month):
        raise DomainError(
            "reopening_second",
            f"{filing_month}封账已久,须组织部两人先后同意。",
            "请先提出申请,写明村、数据和理由,再由另一人批准。",
        )
    return open_part(
        by=by, filing_month=filing_month, unit_code=unit_code, reason=reason, ends_on=ends_on
    )


def open_part(
    *, by: Any, filing_month: FilingMonth, unit_code: str, reason: str, ends_on: date
) -> Reopening:
    """The row that opens a unit again, for callers who know that enough persons agreed."""
    _refuse(by, filing_month, unit_code, ends_on)
    row = Reopening.objects.create(
        filing_month=filing_month, county_code=filing_month.county_code, unit_code=unit_code,
        reason=reason, ends_on=ends_on, granted_by_id=getattr(by, "pk", None),
        granted_at=clock.now(),
    )  # fmt: skip
    after = {"unit_code": unit_code, "ends_on": ends_on}
    record("month.reopened", row, by=by, after=after, reason=reason, name=str(filing_month))
    return row


def _refuse(by: Any, filing_month: FilingMonth, unit_code: str, ends_on: date) -> None:
    refuse_foreign(by, filing_month.county_code)
    if filing_month.closed_at is None:
        raise DomainError(
            "month_open", f"{filing_month}没有封账。", "可以直接修改,不需要重新开放。"
        )
    if not unit_code.startswith(filing_month.county_code):
        said = "请选择本县的乡镇或村。"
        raise DomainError("reopening_scope", "开放范围不在本县之内。", said, unit_code=said)
    if ends_on < clock.today():
        said = "请选择今天或以后的日期。"
        raise DomainError("reopening_past", "截止日期已经过去。", said, ends_on=said)


@transaction.atomic
def end_reopening(*, by: Any, reopening: Reopening) -> Reopening:
    """Closes the part again before its day. Waits for writers that are inside."""
    month = reopening.filing_month.period
    refuse_foreign(by, reopening.county_code)
    hold(lock_name(reopening.county_code, month), exclusive=True)
    yesterday = clock.today() - timedelta(days=1)
    running = Reopening.objects.filter(pk=reopening.pk, ends_on__gt=yesterday)
    if not running.update(ends_on=yesterday):
        raise DomainError("reopening_over", "这次重新开放已经结束。", "不需要再次结束。")
    before, after = {"ends_on": reopening.ends_on}, {"ends_on": yesterday}
    record("month.reopening_ended", reopening, by=by, before=before, after=after, name=month.label)
    reopening.refresh_from_db()
    return reopening
