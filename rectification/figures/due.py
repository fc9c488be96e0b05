"""Cases that the calendar moves on: closed ones into the follow-up, good ones out of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Max, Q

from rectification.choices import RevisitResult
from rectification.figures.following import closed_day, follow_up_ends
from rectification.models import RectificationCase
from rectification.states import CaseStatus


@dataclass(frozen=True)
class Due:
    """Keys of cases and the day on which each step is due."""

    follow: tuple[tuple[str, date], ...]
    consolidate: tuple[tuple[str, date], ...]

    def __bool__(self) -> bool:
        return bool(self.follow or self.consolidate)


def due_steps(county: str, on: date) -> Due:
    """What is due in a county on a day. Two queries.

    A closed case is followed up from the day after; a followed one is consolidated when its time
    is over and every revisit found the village well.
    """
    rows = RectificationCase.objects.in_county(county)
    closed = rows.filter(status=CaseStatus.CLOSED).order_by("pk")
    follow = ((one.uid, _day_after(one)) for one in closed)
    consolidate = ((one.uid, _end(one, on)) for one in _well(rows))
    return Due(_until(follow, on), _until(consolidate, on))


def _until(found: Iterable[tuple[str, date]], on: date) -> tuple[tuple[str, date], ...]:
    return tuple((uid, day) for uid, day in found if day <= on)


def _day_after(case: RectificationCase) -> date:
    return max(closed_day(case) + timedelta(days=1), case.status_since)


def _end(case: RectificationCase, on: date) -> date:
    """The end of the time of following up, or the last revisit where that came later."""
    held: date = getattr(case, "last_held", None) or case.status_since
    return max(follow_up_ends(case, on), case.status_since, held)


def _well(rows: Any) -> Iterable[RectificationCase]:
    """Followed cases with revisits, all of which found the village well."""
    well = Q(caserevisit_rows__result=RevisitResult.HELD)
    found = rows.filter(status=CaseStatus.FOLLOW_UP).annotate(
        planned=Count("caserevisit_rows"),
        well=Count("caserevisit_rows", filter=well),
        last_held=Max("caserevisit_rows__held_on"),
    )
    ready: Iterable[RectificationCase] = found.filter(planned__gt=0, well=F("planned"))
    return ready
