"""Papers that the escalation clock calls for today, and reds that nobody answers.

Shape: one line per event and rung, or per village that stays red. Days count from publication;
numbers of days and months are dated parameters of the county. An event whose paper of that kind
was drafted before is not named again, nor is a village in the same run of red months.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from rectification.supervision.choices import OrderKind
from rectification.warnings.choices import Colour
from rectification.warnings.models import Alert, VillageWarning, WarningDecision
from rectification.warnings.paper_rules import LASTING, RUNGS, Rung, paper_key
from rectification.warnings.states import OWING
from villages import parameters, workdays
from villages.common.clock import day_of
from villages.common.periods import Month
from villages.common.workdays import Adjusted, add_workdays


@dataclass(frozen=True)
class Due:
    """An event that waited too long, by which rung, the day by which it was to be answered, and
    how many days ago that was."""

    alert: Alert
    rung: Rung
    by: date
    days_late: int


@dataclass(frozen=True)
class Lasting:
    """A village that has been red for so many months in a row, and the paper for that."""

    warning: VillageWarning
    kind: OrderKind
    asks: Any


def events_due(county: str, on: date) -> list[Due]:
    """Events whose time has run out and whose paper nobody drafted yet. Three queries."""
    found = list(late_events(Alert.objects.in_county(county), county, on))
    drafted = set(
        WarningDecision.objects.filter(alert__in={one.alert.pk for one in found}, kind__in=_KEYS)
        .values_list("alert_id", "kind")
    )  # fmt: skip
    # Of several rungs that are due the last one speaks for all.
    latest: dict[int, Due] = {}
    for one in found:
        latest[one.alert.pk] = one
    wanted = sorted(latest.values(), key=lambda one: one.alert.pk)
    return [one for one in wanted if (one.alert.pk, paper_key(one.rung.kind)) not in drafted]


_KEYS = sorted({paper_key(one.kind) for one in RUNGS})


def late_events(rows: Any, county: str, on: date) -> Iterator[Due]:
    """Of these events those that are late, by every rung that applies, in the order of rungs."""
    calendar = workdays.adjusted()
    days = {one: int(parameters.value(one.parameter, on=on, county=county)) for one in RUNGS}
    owing = rows.filter(status__in=OWING).select_related("village__township").order_by("pk")
    for alert in owing:
        for rung in RUNGS:
            if alert.level == rung.level and alert.status in rung.statuses:
                by = _day(alert, rung, days[rung], calendar)
                if on > by:
                    yield Due(alert, rung, by, (on - by).days)


def due_day(alert: Alert, rung: Rung) -> date:
    """By which day the event is to be answered by this rung."""
    on, county = day_of(alert.public_at), alert.county_code
    days = int(parameters.value(rung.parameter, on=on, county=county))
    return _day(alert, rung, days, workdays.adjusted())


def _day(alert: Alert, rung: Rung, days: int, calendar: Adjusted) -> date:
    """Counted from publication, or from the month in which a yellow one turned red."""
    since = day_of(alert.public_at)
    if alert.red_from and alert.red_from > alert.raised_month:
        since = max(since, Month.from_number(alert.red_from).end)
    return add_workdays(since, days, calendar) if rung.workdays else since + timedelta(days=days)


def villages_due(county: str, on: date) -> list[Lasting]:
    """Villages that stay red and whose paper nobody drafted in this run. Three queries."""
    newest = _newest(county)
    if newest is None:
        return []
    rows = VillageWarning.objects.in_county(county).in_month(newest)
    least = {kind: _number(key, county, on) for kind, key, _asks in LASTING}
    red = rows.filter(colour=Colour.RED, red_months__gte=min(least.values()))
    lasting = list(red.select_related("village__township").order_by("village__code"))
    drafted = _drafted([one.village_id for one in lasting])
    return [
        Lasting(one, kind, asks)
        for one in lasting
        for kind, _key, asks in LASTING
        if one.red_months >= least[kind] and not _in_this_run(one, kind, drafted)
    ]


def candidates(county: str, on: date) -> Sequence[VillageWarning]:
    """Villages red for so long that they are to be looked at in the screening. Two queries."""
    newest = _newest(county)
    if newest is None:
        return ()
    least = _number(LASTING[-1][1], county, on)
    rows = VillageWarning.objects.in_county(county).in_month(newest)
    red = rows.filter(colour=Colour.RED, red_months__gte=least)
    return tuple(red.select_related("village__township").order_by("village__code"))


def _newest(county: str) -> Month | None:
    rows = VillageWarning.objects.in_county(county).order_by("-month")
    number = rows.values_list("month", flat=True).first()
    return None if number is None else Month.from_number(number)


def _number(key: str, county: str, on: date) -> int:
    return int(parameters.value(key, on=on, county=county))


def _drafted(villages: list[int]) -> dict[tuple[int, str], int]:
    """The last month for which a paper was drafted, by village and kind."""
    keys = [paper_key(kind) for kind, _key, _asks in LASTING]
    rows = WarningDecision.objects.filter(Q(village_id__in=villages), kind__in=keys)
    found: dict[tuple[int, str], int] = {}
    for village, kind, month in rows.order_by("month").values_list("village_id", "kind", "month"):
        found[village, kind] = month
    return found


def _in_this_run(one: VillageWarning, kind: OrderKind, drafted: dict[tuple[int, str], int]) -> bool:
    first = Month.from_number(one.month).shift(1 - one.red_months).number
    return drafted.get((one.village_id, paper_key(kind)), 0) >= first
