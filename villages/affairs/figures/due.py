"""Which quarters and months a village had to disclose by a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from villages.affairs.choices import DisclosureKind
from villages.affairs.figures.roll import Roll
from villages.affairs.parameters import DISCLOSURE_GRACE, LOOK_BACK
from villages.common.periods import Month, Period, Quarter, parse_period

QUARTERLY = (DisclosureKind.AFFAIRS, DisclosureKind.FINANCE)
Span = tuple[date, date | None]
P = TypeVar("P", bound=Period)


@dataclass(frozen=True)
class VillageDisclosure:
    """One village: periods over and past their grace without the disclosure they ask for.

    `missed` are (kind, period), oldest first. `quarters_in_a_row` and `months_in_a_row` count
    back from the newest due period; `days_late` are the days since the end of the oldest period
    of that run, 0 where nothing is missed. `short` are publications taken down too early.
    `quarters_known` are due quarters since the first period on record: before it nobody knows.
    """

    monthly: bool
    missed: tuple[tuple[str, Period], ...]
    quarters_in_a_row: int
    months_in_a_row: int
    days_late: int
    short: int
    quarters_known: int


class Due:
    """The periods that are over and past their grace on a day, newest first.

    `grace` in days; None takes the county's.
    """

    def __init__(self, roll: Roll, grace: int | None = None) -> None:
        self.on = roll.on
        days = roll.number(DISCLOSURE_GRACE) if grace is None else grace
        last = roll.on - timedelta(days=days)
        count = roll.number(LOOK_BACK)
        quarter, month = Quarter.of(last).previous(), Month.of(last).previous()
        self.quarters = [quarter.shift(-step) for step in range(count)]
        self.months = [month.shift(-step) for step in range(count * 3)]

    def judge(
        self, done: Collection[tuple[str, str]], busy: Sequence[Span], short: int
    ) -> VillageDisclosure:
        """What one village missed."""
        months = [one for one in self.months if _holds(busy, one.end)]
        quarters = {
            one: _lacking(one, done, monthly=_holds(busy, one.end)) for one in self.quarters
        }
        missed_months = [one for one in months if (DisclosureKind.FINANCE, one.code) not in done]
        first = min((_start(code) for _kind, code in done), default=date.max)
        quarter_run = _run(self.quarters, {one for one, kinds in quarters.items() if kinds})
        month_run = _run(months, set(missed_months))
        missed: list[tuple[str, Period]] = [
            (kind, one) for one, kinds in quarters.items() for kind in kinds
        ]
        missed += [(DisclosureKind.FINANCE, one) for one in missed_months]
        late = [(self.on - one.end).days for one in (*quarter_run, *month_run)]
        return VillageDisclosure(
            monthly=_holds(busy, self.on),
            missed=tuple(sorted(missed, key=lambda one: (one[1].end, one[0]))),
            quarters_in_a_row=len(quarter_run),
            months_in_a_row=len(month_run),
            days_late=max(late, default=0),
            short=short,
            quarters_known=sum(one.end >= first for one in self.quarters),
        )


@cache
def _start(code: str) -> date:
    """The first day of a period; the same few periods come again and again."""
    return parse_period(code).start


def _lacking(quarter: Quarter, done: Collection[tuple[str, str]], *, monthly: bool) -> list[str]:
    """The kinds missing for a quarter; finance disclosed by month is judged by month."""
    kinds = (DisclosureKind.AFFAIRS,) if monthly else QUARTERLY
    return [kind for kind in kinds if (kind, quarter.code) not in done]


def _holds(busy: Sequence[Span], day: date) -> bool:
    return any(start <= day and (end is None or day <= end) for start, end in busy)


def _run(newest_first: Sequence[P], missed: set[P]) -> list[P]:
    run: list[P] = []
    for one in newest_first:
        if one not in missed:
            break
        run.append(one)
    return run
