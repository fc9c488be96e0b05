"""What the county's side puts on the first page of a township: reminders received."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.periods import Month
from villages.common.registries import TodoItem
from villages.filings.choices import FilingState
from villages.filings.models import ChaseNote
from villages.imports.models import FilingMonth
from villages.models import Village

_HANDED_IN = frozenset({FilingState.SUBMITTED, FilingState.ACCEPTED})


def reminders(user: Any) -> Iterable[TodoItem]:
    """One line for all reminders that have reached a person and are still owed. Two queries."""
    closed = FilingMonth.objects.filter(county_code=OuterRef("county_code")).filter(
        month=OuterRef("month"), closed_at__isnull=False
    )
    notes = ChaseNote.objects.visible_to(user).reaching(user, clock.now()).exclude(Exists(closed))
    asked = sorted(set(notes.values_list("month", "township_code")))
    owed = _owed(asked)
    if owed:
        first, township = min(owed)
        words = "、".join(
            _("%(month)s还有 %(count)d 个村") % {
                "month": Month.from_number(number).label, "count": count
            }
            for (number, _code), count in sorted(owed.items())
        )  # fmt: skip
        yield TodoItem(
            title=_("县委组织部提醒:请提交填报"),
            url=reverse("filings:township", args=[Month.from_number(first).code, township]),
            detail=words,
            severity="high",
        )


def _owed(asked: list[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """Villages of today not handed in or sent back, by month and township. One query."""
    if not asked:
        return {}
    months = {month for month, _code in asked}
    rows = Village.objects.filter(township__code__in={code for _m, code in asked}, valid_to=None)
    rows = rows.annotate(asked=FilteredRelation("filings", condition=Q(filings__month__in=months)))
    villages: dict[str, set[int]] = defaultdict(set)
    done: set[tuple[int, int]] = set()
    for code, pk, month, state in rows.values_list(
        "township__code", "pk", "asked__month", "asked__state"
    ):
        villages[code].add(pk)
        if state in _HANDED_IN:
            done.add((month, pk))
    waiting = {
        (month, code): sum((month, pk) not in done for pk in villages[code])
        for month, code in asked
    }
    return {place: count for place, count in waiting.items() if count}
