"""Opening, closing and reopening months."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.imports.models import FilingMonth, Reopening
from villages.imports.months import due_date, lock_name
from villages.trace.record import record


@transaction.atomic
def open_month(*, by: Any, county: str, month: Month) -> FilingMonth:
    """The row of a month, made if it is missing. It changes no right: a missing row is open."""
    _refuse_foreign(by, county)
    row, created = FilingMonth.objects.get_or_create(
        county_code=county, month=month.number, defaults={"due_on": due_date(month, county)}
    )
    if created:
        record("month.opened", row, by=by, name=month.label)
    return row


@transaction.atomic
def close_month(*, by: Any, county: str, month: Month) -> FilingMonth:
    """Closes the month (封账). Waits for writers that are inside, then nobody enters.

    A second close is refused; the running month and later ones cannot be closed.
    """
    _refuse_foreign(by, county)
    if month >= Month.of(clock.today()):
        raise DomainError("month_not_over", f"{month.label}还没有结束,不能封账。", "请在次月封账。")
    hold(lock_name(county, month), exclusive=True)
    row = open_month(by=by, county=county, month=month)
    fresh = FilingMonth.objects.filter(pk=row.pk, closed_at=None)
    person = getattr(by, "pk", None)
    if not fresh.update(closed_at=clock.instant(), closed_by=person, version=F("version") + 1):
        raise DomainError("month_already_closed", f"{month.label}已经封账。", "不需要重复封账。")
    record("month.closed", row, by=by, name=month.label)
    row.refresh_from_db()
    return row


@transaction.atomic
def reopen(
    *, by: Any, filing_month: FilingMonth, unit_code: str, reason: str, ends_on: date
) -> Reopening:
    """Opens a part of a closed month again until a day; differences afterwards are reported."""
    _refuse_foreign(by, filing_month.county_code)
    if filing_month.closed_at is None:
        raise DomainError(
            "month_open", f"{filing_month}没有封账。", "可以直接修改,不需要重新开放。"
        )
    if not unit_code.startswith(filing_month.county_code):
        raise DomainError("reopening_scope", "开放范围不在本县之内。", "请选择本县的乡镇或村。")
    if ends_on < clock.today():
        raise DomainError("reopening_past", "截止日期已经过去。", "请选择今天或以后的日期。")
    row = Reopening.objects.create(
        filing_month=filing_month, county_code=filing_month.county_code, unit_code=unit_code,
        reason=reason, ends_on=ends_on, granted_by_id=getattr(by, "pk", None),
    )  # fmt: skip
    after = {"unit_code": unit_code, "ends_on": ends_on}
    record("month.reopened", row, by=by, after=after, reason=reason, name=str(filing_month))
    return row


def _refuse_foreign(by: Any, county: str) -> None:
    if not by.territory.covers(county):
        raise DomainError("month_scope", "这个县不在您的管辖范围内。", "请换一个县。")
