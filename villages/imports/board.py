"""The months of a year as people see them, with or without rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from villages import workdays
from villages.common.periods import Month
from villages.common.workdays import workdays_between
from villages.imports.models import FilingMonth, Reopening
from villages.imports.months import closing_date, due_date

LABELS = {
    "ahead": (_("未开始"), "plain"),
    "open": (_("填报中"), "info"),
    "due": (_("已过截止,待封账"), "waiting"),
    "closed": (_("已封账"), "done"),
    "reopened": (_("部分重新开放"), "waiting"),
}


@dataclass(frozen=True)
class MonthLine:
    """One month on one day: its row if there is one, its dates, what is open again.

    `due_in` and `closes_in` count working days from that day on, negative when passed.
    """

    period: Month
    state: str
    due_on: date
    closes_on: date
    due_in: int
    closes_in: int
    is_over: bool
    row: FilingMonth | None
    reopenings: Sequence[Reopening]

    @property
    def label(self) -> str:
        """The state in words."""
        return str(LABELS[self.state][0])

    @property
    def tone(self) -> str:
        """How loudly the state is shown."""
        return LABELS[self.state][1]

    @property
    def is_closed(self) -> bool:
        """Whether it was closed, even if a part is open again."""
        return self.state in {"closed", "reopened"}

    @property
    def may_close(self) -> bool:
        """Whether the month has ended and is still open."""
        return self.is_over and not self.is_closed


def months_of(county: str, year: int, today: date) -> list[MonthLine]:
    """January to December. Two queries."""
    months = Month(year, 1).until(Month(year, 12))
    rows = FilingMonth.objects.in_county(county).filter(month__in=[m.number for m in months])
    known = {row.month: row for row in rows.select_related("closed_by")}
    running: dict[int, list[Reopening]] = {}
    for one in Reopening.objects.in_county(county).filter(ends_on__gte=today):
        running.setdefault(one.filing_month_id, []).append(one)
    return [_line(county, month, known.get(month.number), running, today) for month in months]


def latest_first(lines: list[MonthLine]) -> list[MonthLine]:
    """The month at hand on top; months that have not begun only where there is nothing else."""
    begun = [line for line in lines if line.state != "ahead"]
    return begun[::-1] or lines


def line_of(county: str, month: Month, today: date) -> MonthLine:
    """One month."""
    return months_of(county, month.year, today)[month.place - 1]


def _line(
    county: str,
    month: Month,
    row: FilingMonth | None,
    running: dict[int, list[Reopening]],
    today: date,
) -> MonthLine:
    due_on = row.due_on if row else due_date(month, county)
    closes_on, calendar = closing_date(month, county), workdays.adjusted()
    reopenings = running.get(row.pk, []) if row else []
    return MonthLine(
        period=month, state=_state(month, row, due_on, reopenings, today), due_on=due_on,
        closes_on=closes_on, due_in=workdays_between(today, due_on, calendar),
        closes_in=workdays_between(today, closes_on, calendar), is_over=month.end < today,
        row=row, reopenings=reopenings,
    )  # fmt: skip


def _state(
    month: Month,
    row: FilingMonth | None,
    due_on: date,
    reopenings: Sequence[Reopening],
    today: date,
) -> str:
    if row and row.closed_at:
        return "reopened" if reopenings else "closed"
    if month.start > today:
        return "ahead"
    return "due" if today > due_on else "open"
