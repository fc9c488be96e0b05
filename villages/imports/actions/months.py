"""Opening, closing and prolonging months."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from villages import registries
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.imports.models import FilingMonth
from villages.imports.months import due_date, lock_name
from villages.trace.record import record


@transaction.atomic
def open_month(*, by: Any, county: str, month: Month) -> FilingMonth:
    """The row of a month, made if it is missing. It changes no right: a missing row is open."""
    refuse_foreign(by, county)
    row, created = FilingMonth.objects.get_or_create(
        county_code=county, month=month.number, defaults={"due_on": due_date(month, county)}
    )
    if created:
        record("month.opened", row, by=by, name=month.label)
    return row


def open_missing(*, by: Any, counties: Iterable[str], month: Month) -> int:
    """Rows of this month for counties that have none yet; how many were made."""
    rows = FilingMonth.objects.filter(month=month.number)
    known = set(rows.values_list("county_code", flat=True))
    missing = [code for code in counties if code not in known]
    for code in missing:
        open_month(by=by, county=code, month=month)
    return len(missing)


@transaction.atomic
def close_month(*, by: Any, county: str, month: Month) -> FilingMonth:
    """Closes the month (封账). Waits for writers that are inside, then nobody enters.

    A second close is refused; the running month and later ones cannot be closed.
    """
    refuse_foreign(by, county)
    if month >= Month.of(clock.today()):
        raise DomainError("month_not_over", f"{month.label}还没有结束,不能封账。", "请在次月封账。")
    hold(lock_name(county, month), exclusive=True)
    row = open_month(by=by, county=county, month=month)
    fresh = FilingMonth.objects.filter(pk=row.pk, closed_at=None)
    person = getattr(by, "pk", None)
    if not fresh.update(closed_at=clock.now(), closed_by=person, version=F("version") + 1):
        raise DomainError("month_already_closed", f"{month.label}已经封账。", "不需要重复封账。")
    record("month.closed", row, by=by, name=month.label)
    for one in registries.closing():
        one.act(county, month, by)
    row.refresh_from_db()
    return row


@transaction.atomic
def prolong(*, by: Any, county: str, month: Month, due_on: date, reason: str) -> FilingMonth:
    """Another last day for filing an open month: earlier closing stays possible, lateness moves."""
    refuse_foreign(by, county)
    if due_on < max(month.start, clock.today()):
        raise DomainError(
            "due_past", "截止日期已经过去。", "请选择今天或以后的日期。", due_on="不能早于今天。"
        )
    hold(lock_name(county, month), exclusive=True)
    row = open_month(by=by, county=county, month=month)
    fresh = FilingMonth.objects.filter(pk=row.pk, closed_at=None)
    if not fresh.update(due_on=due_on, version=F("version") + 1):
        raise DomainError("month_closed", f"{month.label}已封账,不能延期。", "请改用重新开放。")
    before, after = {"due_on": row.due_on}, {"due_on": due_on}
    record(
        "month.prolonged", row, by=by, before=before, after=after, reason=reason, name=month.label
    )
    row.refresh_from_db()
    return row


def refuse_foreign(by: Any, county: str) -> None:
    """A month belongs to its whole county: a part of it is not enough."""
    if not by.territory.covers(county):
        raise DomainError("month_scope", "这个县不在您的管辖范围内。", "请换一个县。")
