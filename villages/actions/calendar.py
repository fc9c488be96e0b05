"""Changing the working-day calendar of the installation."""

from datetime import date
from typing import Any

from django.db import transaction

from villages import workdays
from villages.calendar_data import published
from villages.common.errors import DomainError
from villages.models import CalendarDay
from villages.trace.record import record


@transaction.atomic
def set_day(*, by: Any, day: date, is_workday: bool, name: str, basis: str) -> CalendarDay:
    """A holiday or a worked Saturday or Sunday, new or corrected."""
    if is_workday and day.weekday() < 5:
        said = "这一天本来就是工作日,不需要登记。"
        raise DomainError("calendar_same", said, "请核对日期,或改为休息。", is_workday=said)
    before = CalendarDay.objects.filter(day=day).values("is_workday", "name", "basis").first()
    after = {"is_workday": is_workday, "name": name, "basis": basis}
    row, _created = CalendarDay.objects.update_or_create(day=day, defaults=after)
    record("calendar.set", row, by=by, before=before or {}, after=after, name=_words(day, name))
    transaction.on_commit(workdays.forget)
    return row


@transaction.atomic
def remove_day(*, by: Any, day: date) -> None:
    """The day follows its weekday again."""
    row = CalendarDay.objects.select_for_update().filter(day=day).first()
    if row is None:
        raise DomainError("calendar_missing", "这一天没有登记。", "请刷新页面。")
    before = {"is_workday": row.is_workday, "name": row.name, "basis": row.basis}
    record("calendar.removed", row, by=by, before=before, name=_words(day, row.name))
    row.delete()
    transaction.on_commit(workdays.forget)


@transaction.atomic
def seed_published(*, by: Any) -> int:
    """Enters the published years that have no day at all yet; how many days. Edits stay."""
    have = set(CalendarDay.objects.values_list("day__year", flat=True))
    rows = [CalendarDay(day=d, is_workday=w, name=n, basis=b) for d, w, n, b in published()]
    fresh = [row for row in rows if row.day.year not in have]
    if fresh:
        CalendarDay.objects.bulk_create(fresh, ignore_conflicts=True)
        years = sorted({row.day.year for row in fresh})
        record(
            "calendar.seeded", by=by, after={"years": years}, count=len(fresh),
            rows=([row.day, row.is_workday] for row in fresh), name="节假日与调休",
        )  # fmt: skip
        transaction.on_commit(workdays.forget)
    return len(fresh)


def _words(day: date, name: str) -> str:
    return f"{day.isoformat()} {name}"
