"""Whom a reminder would disturb, and what they already owe."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from villages import workdays
from villages.accounts.choices import TOWNSHIP_ROLES
from villages.accounts.models import Jurisdiction
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.workdays import workdays_between
from villages.filings.figures.board import closed_months
from villages.filings.figures.progress import Progress, progress
from villages.filings.models import ChaseNote

_MONTHS = 12


@dataclass(frozen=True)
class Disturbed:
    """A person who would be reminded: name, post, reminders received in this calendar month."""

    user: int
    name: str
    post: str
    times: int


@dataclass(frozen=True)
class Owed:
    """What a township has open in the last twelve months that are not closed, in villages."""

    waiting: int
    overdue: int
    returned: int


@dataclass(frozen=True)
class Target:
    """One township that may be reminded about a month.

    `month` is how far it is; `since` counts working days since the last reminder about this
    month, None where there was none; `times` are the reminders about it so far.
    """

    month: Progress
    people: tuple[Disturbed, ...]
    owed: Owed
    times: int
    since: int | None

    @property
    def code(self) -> str:
        """The township's code."""
        return self.month.township

    @property
    def name(self) -> str:
        """The township's name."""
        return self.month.name

    @property
    def owes(self) -> int:
        """Villages of this month that wait or were sent back."""
        return self.month.waiting + self.month.returned


def targets(
    scope: Scope, county: str, month: Month, codes: Iterable[str], on: date
) -> list[Target]:
    """These townships (none named: all that owe something), in the order of codes. Seven queries.

    A township that owes nothing is left out unless it was named.
    """
    wanted = set(codes)
    known = progress(scope, county, month.shift(1 - _MONTHS).until(month), on)
    closed = closed_months(county, {one.month for one in known})
    people = _people(county, on)
    notes = _notes(county, month, on)
    by_township: dict[str, list[Progress]] = defaultdict(list)
    for one in known:
        by_township[one.township].append(one)
    found = [
        _target(own, closed, people.get(code, ()), notes, on) for code, own in by_township.items()
    ]
    return [one for one in found if (one.code in wanted if wanted else one.owes)]


@dataclass(frozen=True)
class _Notes:
    """Reminders known: moments by township (this month's filing), counts by person."""

    moments: Mapping[str, set[datetime]]
    persons: Mapping[int, int]


def _target(
    months: Sequence[Progress],
    closed: frozenset[int],
    people: Sequence[tuple[int, str, str]],
    notes: _Notes,
    on: date,
) -> Target:
    last, moments = months[-1], notes.moments.get(months[0].township, set())
    running = [one for one in months if one.month.number not in closed]
    owed = Owed(
        sum(one.waiting for one in running), sum(one.overdue for one in running),
        sum(one.returned for one in running),
    )  # fmt: skip
    disturbed = tuple(
        Disturbed(pk, name, post, notes.persons.get(pk, 0)) for pk, name, post in people
    )
    return Target(last, disturbed, owed, len(moments), _since(moments, on))


def _since(moments: Iterable[datetime], on: date) -> int | None:
    days = [one.astimezone(ZONE).date() for one in moments]
    return workdays_between(max(days), on, workdays.adjusted()) if days else None


def _people(county: str, on: date) -> dict[str, list[tuple[int, str, str]]]:
    """Active people of townships, by township. One query."""
    found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    rows = Jurisdiction.objects.in_force(on).filter(
        unit_code__startswith=county, user__is_active=True, user__role__in=TOWNSHIP_ROLES
    )
    for row in rows.select_related("user").order_by("unit_code", "user__name", "user__pk"):
        found[row.unit_code].append((row.user.pk, row.user.name, row.user.get_role_display()))
    return found


def _notes(county: str, month: Month, on: date) -> _Notes:
    """Reminders about this month's filing, and all of this calendar month. One query."""
    start = datetime.combine(on.replace(day=1), datetime.min.time(), ZONE)
    rows = ChaseNote.objects.filter(county_code=county)
    rows = rows.filter(Q(month=month.number) | Q(due_at__gte=start))
    moments: dict[str, set[datetime]] = defaultdict(set)
    persons: dict[int, set[tuple[int, datetime]]] = defaultdict(set)
    for township, number, user, due_at in rows.values_list(
        "township_code", "month", "user", "due_at"
    ):
        if number == month.number:
            moments[township].add(due_at)
        if due_at >= start:
            persons[user].add((number, due_at))
    return _Notes(moments, {user: len(found) for user, found in persons.items()})
