"""The calendar of elections (届满、换届、补选)."""

from dataclasses import dataclass
from datetime import date, timedelta

from branches import parameters as declared
from branches.choices import OF_VILLAGE
from branches.figures.limits import number
from branches.models import PartyBranch
from villages.common.calendar_months import add_months
from villages.common.scope import Scope

UNKNOWN, RUNNING, DUE, OVERDUE, EXTENDED = "unknown", "running", "due", "overdue", "extended"


@dataclass(frozen=True)
class Term:
    """The term of one organization as it stands on a day.

    `ends_on` is the regular end, `due_on` that of an approved extension where there is one.
    `by_election_on` is the day by which an empty seat should be filled; None without one.
    """

    branch: int
    uid: str
    name: str
    kind: str
    village: int
    village_code: str
    village_name: str
    township_name: str
    started_on: date | None
    ends_on: date | None
    due_on: date | None
    state: str
    days_left: int | None
    vacant_since: date | None
    vacant: int | None
    by_election_on: date | None
    by_election_overdue: bool


def term_state(ends_on: date | None, extended_to: date | None, on: date, amber: date) -> str:
    """How a term stands on a day; `amber` is the last day that counts as near.

    On the day it ends a term still runs; the day after it is overdue, unless an extension holds.
    """
    if ends_on is None:
        return UNKNOWN
    if on > (extended_to or ends_on):
        return OVERDUE
    if on > ends_on:
        return EXTENDED
    return DUE if (extended_to or ends_on) <= amber else RUNNING


def terms(scope: Scope, county: str, on: date) -> list[Term]:
    """Terms of all organizations on a day, the nearest end first, unknown ends last. One query."""
    amber = add_months(on, number(declared.AMBER, county, on))
    months = number(declared.BY_ELECTION, county, on)
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(on)
    found = [_term(row, on, amber, months) for row in rows.select_related("village__township")]
    return sorted(found, key=lambda one: (one.due_on or date.max, one.village_code, one.name))


def _term(row: PartyBranch, on: date, amber: date, months: int) -> Term:
    due_on = row.extended_to or row.term_ends_on
    vacant_since = row.vacant_since if row.vacant_since and row.vacant_since <= on else None
    fill_by = add_months(vacant_since, months) if vacant_since else None
    gap = None if row.seats is None or row.filled is None else row.seats - row.filled
    return Term(
        row.pk, row.uid, row.name, row.kind, row.village_id, row.village.code, row.village.name,
        row.village.township.name,
        row.term_start, row.term_ends_on, due_on,
        term_state(row.term_ends_on, row.extended_to, on, amber),
        None if due_on is None else (due_on - on).days,
        vacant_since, gap, fill_by, fill_by is not None and on > fill_by,
    )  # fmt: skip


@dataclass(frozen=True)
class VillageTerm:
    """The nearest end of a term among a village's organizations, for the rules.

    `days_left` is negative when overdue; None while no end is known. `extended`: the nearest end
    is that of an approved extension. `vacant` empty seats of its organizations together, None
    where none states its seats; `vacant_days` since the oldest of them. `ends_unknown` counts
    organizations of the village itself whose end nobody wrote down.
    """

    days_left: int | None
    extended: bool
    vacant: int | None
    vacant_days: int | None
    ends_unknown: int = 0


def village_terms(scope: Scope, county: str, on: date) -> dict[int, VillageTerm]:
    """Terms and empty seats by village; a village without an organization has no entry. One
    query."""
    by_village: dict[int, list[Term]] = {}
    for one in terms(scope, county, on):
        by_village.setdefault(one.village, []).append(one)
    return {village: _nearest(found, on) for village, found in by_village.items()}


def _nearest(found: list[Term], on: date) -> VillageTerm:
    known = [one for one in found if one.days_left is not None]
    gaps = [one.vacant for one in found if one.vacant is not None]
    since = min((one.vacant_since for one in found if one.vacant_since), default=None)
    return VillageTerm(
        known[0].days_left if known else None,
        bool(known) and known[0].due_on != known[0].ends_on,
        sum(gaps) if gaps else None,
        (on - since) // timedelta(days=1) if since else None,
        sum(one.days_left is None and one.kind in OF_VILLAGE for one in found),
    )
