"""What waits for a person: villages of a township to file, villages of a county to review."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import FilteredRelation, Q

from villages.common.periods import Month
from villages.filings.choices import FilingState
from villages.filings.models import Filing
from villages.models import Village


@dataclass(frozen=True)
class Owed:
    """One month of a person's territory, in villages on the map at its end and today.

    `waiting` were not handed in; `returned` were, and came back.
    """

    month: Month
    villages: int
    waiting: int
    returned: int


@dataclass(frozen=True)
class Reviews:
    """One month with villages handed in and not yet looked at, and of how many townships."""

    month: Month
    townships: int
    villages: int


def owed(user: Any, months: Sequence[Month]) -> list[Owed]:
    """These months of the person's territory, in the given order. One query."""
    numbers = {one.number for one in months}
    rows = Village.objects.visible_to(user).filter(valid_to=None)
    rows = rows.annotate(asked=FilteredRelation("filings", condition=Q(filings__month__in=numbers)))
    begun: dict[int, Any] = {}
    states: dict[tuple[int, int], str] = {}
    for pk, valid_from, month, state in rows.values_list(
        "pk", "valid_from", "asked__month", "asked__state"
    ):
        begun[pk] = valid_from
        states[month, pk] = state
    return [_owed(month, begun, states) for month in months]


def _owed(month: Month, begun: dict[int, Any], states: dict[tuple[int, int], str]) -> Owed:
    there = [pk for pk, day in begun.items() if day is None or day <= month.end]
    found = Counter(states.get((month.number, pk), FilingState.DRAFT) for pk in there)
    return Owed(month, len(there), found[FilingState.DRAFT], found[FilingState.RETURNED])


def reviews(user: Any) -> list[Reviews]:
    """Months with something to review, oldest first. One query."""
    rows = Filing.objects.visible_to(user).filter(state=FilingState.SUBMITTED)
    found: dict[int, list[str]] = defaultdict(list)
    for month, township in rows.order_by("month").values_list("month", "village__township__code"):
        found[month].append(township)
    return [
        Reviews(Month.from_number(month), len(set(codes)), len(codes))
        for month, codes in found.items()
    ]
