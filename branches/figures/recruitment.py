"""Recruiting members (发展党员): people on each step, and how long there was nobody new."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from branches.models import DevelopmentCount
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.on_map import on_map

STOCKS = ("applicants", "activists", "candidates")
FLOWS = ("accepted", "turned", "prolonged", "cancelled")


@dataclass(frozen=True)
class Recruits:
    """Recruitment of one village.

    `stocks` are people on each step in the newest month that tells, `flows` sums over the filed
    months of the year; None where no month tells. `last_accepted` is the newest month with a new
    probationary member, `known_since` the first month that tells how many were accepted: without
    a last one, there was nobody new at least since then. `told_until` is the newest month that
    tells how many, `run_without` how many months in a row up to it told that there was nobody.
    """

    code: str
    stocks: dict[str, int | None]
    flows: dict[str, int | None]
    last_accepted: Month | None
    known_since: Month | None
    as_of: Month | None
    told_until: Month | None = None
    run_without: int = 0

    def months_without(self, on: date) -> int | None:
        """Months since the last new member, or at least so many; None where nothing was filed."""
        start = self.last_accepted or self.known_since
        if start is None:
            return None
        return max(0, (on.year - start.year) * 12 + on.month - start.month)


def recruits(scope: Scope, county: str, on: date) -> dict[int, Recruits]:
    """Recruitment by village as known in the month of a day, with an empty entry for villages
    that filed nothing. Two queries."""
    months: dict[int, list[dict[str, Any]]] = {}
    rows = DevelopmentCount.objects.in_scope(scope).in_county(county)
    known = rows.filter(month__lte=Month.of(on).number).order_by("month")
    for row in known.values("village_id", "month", *STOCKS, *FLOWS):
        months.setdefault(row["village_id"], []).append(row)
    return {
        one.pk: _recruits(one.code, months.get(one.pk, []), on.year)
        for one in on_map(scope, county, on)
    }


def _recruits(code: str, rows: list[dict[str, Any]], year: int) -> Recruits:
    this_year = [row for row in rows if row["month"] // 100 == year]
    told = [row for row in rows if row["accepted"] is not None]
    taken = [row["month"] for row in told if row["accepted"]]
    return Recruits(
        code,
        {name: _newest(rows, name) for name in STOCKS},
        {name: _sum(this_year, name) for name in FLOWS},
        Month.from_number(taken[-1]) if taken else None,
        Month.from_number(told[0]["month"]) if told else None,
        Month.from_number(rows[-1]["month"]) if rows else None,
        Month.from_number(told[-1]["month"]) if told else None,
        _run_without({row["month"]: row["accepted"] for row in told}),
    )


def _run_without(accepted: dict[int, int]) -> int:
    """Months without a gap, the newest one that tells included, in which nobody was accepted."""
    run, month = 0, Month.from_number(max(accepted)) if accepted else None
    while month and accepted.get(month.number) == 0:
        run, month = run + 1, month.previous()
    return run


def _newest(rows: list[dict[str, Any]], name: str) -> int | None:
    return next((row[name] for row in reversed(rows) if row[name] is not None), None)


def _sum(rows: list[dict[str, Any]], name: str) -> int | None:
    known = [row[name] for row in rows if row[name] is not None]
    return sum(known) if known else None
