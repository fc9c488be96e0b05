"""How late each village's months came, and what it was asked to mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Min

from villages import workdays
from villages.common.clock import day_of
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.workdays import workdays_between
from villages.filings.choices import FilingState
from villages.filings.models import Filing, FilingReturn
from villages.imports.models import FilingMonth
from villages.imports.months import due_date
from villages.models import Village


@dataclass(frozen=True)
class VillageLateness:
    """One village: working days by which each month came after its due day, 0 where it did not;
    None for a month that nobody asked of it. What is not there yet is late up to today.

    `mending_days` are working days since the oldest return that is still open, 0 without one.
    """

    days: tuple[int | None, ...]
    mending_days: int


def lateness(
    scope: Scope, county: str, months: Sequence[Month], on: date
) -> dict[int, VillageLateness]:
    """Every village of the scope by primary key, for months in the order given, as of a day.

    Empty where the county had not begun to file by the first of them. Six queries.
    """
    began = Filing.objects.in_scope(scope).in_county(county).exclude(first_sent_at=None)
    first = began.order_by().aggregate(first=Min("month"))["first"]
    if first is None or first > months[0].number:
        return {}
    due = {month: day for month, day in _due(county, months).items() if month.number >= first}
    sent, open_since = _sent(scope, county, months), _open_since(scope, county, on)
    count = _counting(on)
    return {
        pk: VillageLateness(
            tuple(
                count(due[month], sent.get((pk, month.number)))
                if month in due and (begun is None or begun <= month.end)
                else None
                for month in months
            ),
            workdays_between(open_since[pk], on, workdays.adjusted()) if pk in open_since else 0,
        )
        for pk, begun in _villages(scope, county, on)
    }


def _villages(scope: Scope, county: str, on: date) -> Any:
    rows = Village.objects.in_scope(scope).in_county(county).on(on)
    return rows.values_list("pk", "valid_from")


def _counting(on: date) -> Any:
    """Days late, remembered: many villages hand in on the same few days."""
    calendar = workdays.adjusted()

    @cache
    def count(due: date, sent: date | None) -> int:
        until = on if sent is None else min(sent, on)
        return max(0, workdays_between(due, until, calendar))

    return count


def _due(county: str, months: Sequence[Month]) -> Mapping[Month, date]:
    numbers = [one.number for one in months]
    rows = FilingMonth.objects.filter(county_code=county, month__in=numbers)
    known = dict(rows.values_list("month", "due_on"))
    return {one: known.get(one.number) or due_date(one, county) for one in months}


def _sent(scope: Scope, county: str, months: Sequence[Month]) -> dict[tuple[int, int], date]:
    """The day of each first submission; what was taken back is not there."""
    rows = Filing.objects.in_scope(scope).in_county(county).exclude(first_sent_at=None)
    rows = rows.filter(month__in=[one.number for one in months]).exclude(state=FilingState.DRAFT)
    found = rows.values_list("village_id", "month", "first_sent_at")
    return {(village, month): day_of(at) for village, month, at in found}


def _open_since(scope: Scope, county: str, on: date) -> dict[int, date]:
    """The day of each village's oldest return that was not answered by the day."""
    rows = FilingReturn.objects.in_scope(scope).in_county(county)
    found: dict[int, date] = {}
    read = ("filing__village_id", "returned_at", "mended_at")
    for village, returned_at, mended_at in rows.order_by("returned_at").values_list(*read):
        is_open = mended_at is None or day_of(mended_at) > on
        if is_open and day_of(returned_at) <= on:
            found.setdefault(village, day_of(returned_at))
    return found
