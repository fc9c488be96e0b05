"""The demo county's months: 2024-11 to 2026-10, closed to 2026-09."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time

from villages import workdays
from villages.accounts.models import User
from villages.actions.calendar import seed_published
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.imports.models import FilingMonth
from villages.imports.months import closing_date, due_date
from villages.models import County
from villages.trace.record import record

FIRST, LAST_CLOSED, LAST = Month(2024, 11), Month(2026, 9), Month(2026, 10)


def build(county: County, by: User) -> None:
    """Each month was closed on its working day, in the afternoon, by the department."""
    seed_published(by=by)
    workdays.forget()
    months = FIRST.until(LAST)
    rows = [_row(county, month, by) for month in months]
    FilingMonth.objects.bulk_create(rows)
    record(
        "month.history_loaded", county, by=by, count=len(rows),
        rows=[[row.month, row.due_on, row.closed_at] for row in rows],
    )  # fmt: skip


@contextmanager
def before_closing(county: County) -> Iterator[None]:
    """What happens inside happened while the months were open; afterwards they are as before."""
    rows = FilingMonth.objects.filter(county_code=county.code).exclude(closed_at=None)
    marks = list(rows)
    rows.update(closed_at=None, closed_by=None)
    yield
    FilingMonth.objects.bulk_update(marks, ["closed_at", "closed_by"])


@contextmanager
def closing_again(county: County) -> Iterator[Callable[[Month], None]]:
    """The months lived once more: all open, until what is given closes them one by one."""
    rows = FilingMonth.objects.filter(county_code=county.code).exclude(closed_at=None)
    marks = {row.month: row for row in rows}
    rows.update(closed_at=None, closed_by=None)

    def close(month: Month) -> None:
        marks[month.number].save(update_fields=["closed_at", "closed_by"])

    yield close


def _row(county: County, month: Month, by: User) -> FilingMonth:
    closed = month <= LAST_CLOSED
    at = datetime.combine(closing_date(month, county.code), time(16, 30), tzinfo=ZONE)
    return FilingMonth(
        county_code=county.code, month=month.number, due_on=due_date(month, county.code),
        closed_at=at if closed else None, closed_by=by if closed else None,
    )  # fmt: skip
