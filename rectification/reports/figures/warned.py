"""Warnings of a county as reports tell them: colours of several months, events and objections of
a period, and which of them are still being announced to those concerned alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from rectification.warnings.models import Alert, Dispute, VillageWarning
from rectification.warnings.rules import by_code
from rectification.warnings.rules_in_force import rules_in_force
from rectification.warnings.states import LIVE
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class Standing:
    """A village in one month: colour, months in a row of red and of yellow, whether it may be
    named yet, why it is so."""

    colour: str
    red_months: int
    yellow_months: int
    is_public: bool
    reasons: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Event:
    """A warning event of the period: level, its months as numbers, how it ended."""

    village: str
    rule: str
    level: str
    status: str
    raised: int
    red_from: int | None
    ended_on: date | None
    is_public: bool


@dataclass(frozen=True)
class Objection:
    """An objection that was raised or answered in the period."""

    village: str
    rule: str
    status: str
    opened_on: date


def standings(
    scope: Scope, county: str, months: tuple[Month, ...], at: datetime
) -> dict[int, dict[str, Standing]]:
    """By month's number and village code; a village is public where no live event of that month
    or an earlier one waits for its time at `at`. One query."""
    waiting = Alert.objects.filter(
        village=OuterRef("village"), raised_month__lte=OuterRef("month"), public_at__gt=at,
        status__in=LIVE,
    )  # fmt: skip
    rows = VillageWarning.objects.in_scope(scope).in_county(county)
    rows = rows.filter(month__in=[one.number for one in months]).annotate(waits=Exists(waiting))
    found: dict[int, dict[str, Standing]] = {one.number: {} for one in months}
    told = rows.order_by("village__code").values_list(
        "month", "village__code", "colour", "red_months", "yellow_months", "reasons", "waits"
    )
    for month, code, colour, red, yellow, reasons, waits in told:
        found[month][code] = Standing(colour, red, yellow, not waits, tuple(reasons))
    return found


def events(
    scope: Scope, county: str, months: tuple[Month, ...], until: date, at: datetime
) -> tuple[Event, ...]:
    """Events that were raised, became red or ended in these months, up to a day. One query."""
    numbers = [one.number for one in months]
    ended = Q(ended_on__gte=months[0].start, ended_on__lte=until)
    rows = Alert.objects.in_scope(scope).in_county(county)
    rows = rows.filter(Q(raised_month__in=numbers) | Q(red_from__in=numbers) | ended)
    told = rows.order_by("village__code", "rule", "pk").values_list(
        "village__code", "rule", "level", "status", "raised_month", "red_from", "ended_on",
        "public_at",
    )  # fmt: skip
    return tuple(_event(one, at) for one in told)


def _event(row: tuple[Any, ...], at: datetime) -> Event:
    """The row's last cell says from when on it is public."""
    return Event(*(*row[:-1], row[-1] <= at))


def objections(scope: Scope, county: str, first: date, last: date) -> tuple[Objection, ...]:
    """Those raised or answered between two days. One query."""
    rows = Dispute.objects.in_scope(scope).in_county(county)
    rows = rows.filter(
        Q(opened_on__range=(first, last)) | Q(decided_on__range=(first, last))
    ).order_by("village__code", "rule", "pk")
    return tuple(
        Objection(*one) for one in rows.values_list("village__code", "rule", "status", "opened_on")
    )


def titles(county: str, on: date, codes: Iterable[str]) -> Mapping[str, str]:
    """Names of rules by code, the county's own among them. Two queries where there are own
    rules, else none."""
    known = by_code()
    named = {code: str(known[code].title) for code in codes if code in known}
    if set(codes) <= set(named):
        return named
    own = rules_in_force(county, on).own
    return {**named, **{code: str(one.title) for code, one in own.items()}}
