"""What is known of branches for the computed items of schemes."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from branches.choices import MeetingKind
from branches.figures.latest import latest_counts
from branches.models import Meeting, PartyBranch, QuietMonth
from branches.schemes.catalogue import FIGURES, Known, Values
from villages.common.periods import Month, Period
from villages.common.scope import Scope

MEETINGS = {
    "meetings.assembly": MeetingKind.ASSEMBLY,
    "meetings.committee": MeetingKind.COMMITTEE,
    "meetings.theme_day": MeetingKind.THEME_DAY,
    "meetings.class": MeetingKind.CLASS,
    "meetings.org_life": MeetingKind.ORG_LIFE,
}
_READ = ("pk", "seats", "filled", "term_ends_on", "extended_to", "founded_on")


def scheme_values(scope: Scope, county: str, period: Period, on: date) -> Values:
    """Figures by branch and key, as known on a day, for a period. Four queries.

    Members, seats and terms hold as of the earlier of the day and the period's end. Meetings are
    those of the period so far; while a complete month of it was not filed, their number is
    unknown and has no entry.
    """
    day = min(on, period.end)
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(day)
    counts = latest_counts(scope, county, day, ("formal", "dues_paid"))
    held = _held(scope, county, period.start, day)
    filed = _filed(scope, county, period.start, day)
    due = [month.number for month in period.months() if month.end <= day]
    found: Values = {}
    for row in rows.order_by().values(*_READ):
        branch = row["pk"]
        known = dict(_stated(row, counts.get(branch), day))
        months = filed[branch] | held.months[branch]
        if due and _since(row, due) <= months:
            known |= {key: held.counts[branch, kind] for key, kind in MEETINGS.items()}
        found[branch] = {key: _known(key, number, day) for key, number in known.items()}
    return found


def _since(row: dict[str, Any], due: list[int]) -> set[int]:
    """The months of which something was due: those after the branch was founded."""
    founded = row["founded_on"]
    return {month for month in due if founded is None or Month.of(founded).number < month}


def _stated(
    row: dict[str, Any], count: dict[str, Any] | None, day: date
) -> Iterator[tuple[str, int]]:
    if count:
        yield "members.formal", count["formal"]
        if count["dues_paid"] is not None:
            yield "members.dues_unpaid", max(count["formal"] - count["dues_paid"], 0)
    if row["seats"] is not None and row["filled"] is not None:
        yield "committee.vacant", row["seats"] - row["filled"]
    if ends := row["extended_to"] or row["term_ends_on"]:
        yield "term.overdue_days", max((day - ends).days, 0)


class _Held:
    """Meetings by branch and kind, and the months in which there were any."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[int, str]] = Counter()
        self.months: defaultdict[int, set[int]] = defaultdict(set)


def _held(scope: Scope, county: str, first: date, last: date) -> _Held:
    rows = Meeting.objects.in_scope(scope).in_county(county).between(first, last)
    found = _Held()
    for branch, kind, day in rows.order_by().values_list("branch_id", "kind", "held_on"):
        found.counts[branch, kind] += 1
        found.months[branch].add(Month.of(day).number)
    return found


def _filed(scope: Scope, county: str, first: date, last: date) -> defaultdict[int, set[int]]:
    rows = QuietMonth.objects.in_scope(scope).in_county(county)
    inside = rows.filter(month__range=(Month.of(first).number, Month.of(last).number))
    found: defaultdict[int, set[int]] = defaultdict(set)
    for branch, month in inside.order_by().values_list("branch_id", "month"):
        found[branch].add(month)
    return found


def _known(key: str, number: int, day: date) -> Known:
    return Known(Decimal(number), f"{FIGURES[key].source}({day.isoformat()})")
