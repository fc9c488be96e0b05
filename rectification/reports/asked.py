"""What a report is asked for: a county, a period, a day; read once, before any topic."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from rectification.reports.content import ReportContent
from rectification.reports.heads import Head, head_of
from rectification.reports.models import Report
from villages.common.periods import Month, Period
from villages.common.scope import Scope
from villages.common.sharing import known, sharing
from villages.figures.profiles import with_latest_profile
from villages.filings.figures.board import closed_months
from villages.models import County, Village
from villages.on_map import Spot, on_map

Found = TypeVar("Found")


@dataclass(frozen=True)
class Place:
    """A village with its basic figures as of the day; None where no survey says it."""

    pk: int
    code: str
    name: str
    township: str
    township_code: str
    households: int | None
    population: int | None
    members: int | None


@dataclass(frozen=True)
class Asked:
    """One county and period as of a day. `on` is the day on which the report is made; `before`
    and `year_before` are what the reports of the period before and of the same period last year
    said, None where there are none."""

    county: County
    period: Period
    on: date
    as_of: date
    is_open: bool
    places: tuple[Place, ...]
    head: Head
    before: ReportContent | None
    year_before: ReportContent | None
    _read: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def read(self, figures: Callable[..., Found], *args: Any) -> Found:
        """What an app's figures give for these arguments, read once however many topics ask."""
        key = (figures, args)
        if key not in self._read:
            with self.sharing():
                self._read[key] = figures(*args)
        return cast(Found, self._read[key])

    def sharing(self) -> AbstractContextManager[None]:
        """Inside, readings that several figures stand on are made once for this report."""
        return sharing(self._read)

    @property
    def scope(self) -> Scope:
        """The county as a territory."""
        return Scope.of([self.county.code])

    @property
    def month(self) -> Month:
        """The last month of the period that has begun by the day."""
        return Month.of(self.as_of)

    @property
    def months(self) -> tuple[Month, ...]:
        """The months of the period that have begun."""
        return tuple(one for one in self.period.months() if one <= self.month)

    @cached_property
    def townships(self) -> Mapping[str, str]:
        """Townships that have villages, by code, in order."""
        return {one.township_code: one.township for one in self.places}

    @cached_property
    def code_of(self) -> Mapping[int, str]:
        """Village codes by primary key."""
        return {one.pk: one.code for one in self.places}

    @cached_property
    def place_of(self) -> Mapping[str, Place]:
        """Villages by code."""
        return {one.code: one for one in self.places}

    def names(self, codes: Iterable[str]) -> str:
        """Names of villages, told with their townships, for a sentence."""
        known = [self.place_of[code] for code in codes if code in self.place_of]
        return "、".join(f"{one.township}{one.name}" for one in known)

    @property
    def day_words(self) -> str:
        """The day of the data as a sentence says it."""
        return f"{{={self.as_of.year}}}年{{={self.as_of.month}}}月{{={self.as_of.day}}}日"


def asked_of(county: County, kind: str, period: Period, on: date) -> Asked:
    """The county on the last day of the period, or on the day `on` while it runs. Up to four
    queries."""
    as_of = min(period.end, on)
    year_before = period.shift(-12 // period.length)
    said = _said(county, kind, (period.previous(), year_before))
    store: dict[Any, Any] = {}
    with sharing(store):
        return Asked(
            county, period, on, as_of, is_open=_is_open(county, period, on),
            places=_places(county, as_of), head=head_of(county, kind, as_of),
            before=said.get(period.previous().code), year_before=said.get(year_before.code),
            _read=store,
        )  # fmt: skip


def _is_open(county: County, period: Period, on: date) -> bool:
    """Whether any month of the period still takes filings."""
    code, months = county.code, period.months()
    return period.end >= on or len(closed_months(code, months)) < len(months)


def _said(county: County, kind: str, earlier: Iterable[Period]) -> dict[str, ReportContent]:
    """What the reports of earlier periods say, by the period's code. One query."""
    rows = Report.objects.standing_of(county.code, kind, earlier)
    return {period: row.said for period, row in rows.items()}


def _places(county: County, on: date) -> tuple[Place, ...]:
    """Villages with their profiles; with them the map of the day is known to all figures."""
    villages = Village.objects.in_county(county.code).on(on).order_by("code")
    rows = with_latest_profile(villages, on).values_list(
        "pk", "code", "name", "township__name", "township__code", "households", "population",
        "members",
    )  # fmt: skip
    found = tuple(Place(*row) for row in rows)
    spots = (Spot(one.pk, one.code, one.name, one.township_code, one.township) for one in found)
    known(on_map, tuple(spots), Scope.of([county.code]), county.code, on)
    return found
