"""How the work in open cases stands: what is late, prolonged, or was not accepted."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from rectification.choices import AcceptanceResult, ExtensionAnswer
from rectification.models import Acceptance, CaseExtension, RectificationCase, TaskItem
from rectification.states import CANDIDATES, UNDER_WORK, CaseStatus
from villages.common.scope import Scope


@dataclass(frozen=True)
class OpenWork:
    """One village's case on a day: days since the oldest unfinished task was due, extensions
    granted, and whether the last acceptance failed."""

    late_days: int
    extensions: int
    has_failed: bool


def open_work(scope: Scope, county: str, on: date) -> dict[int, OpenWork]:
    """Villages whose case was on the list and not yet closed on a day, by primary key. Four
    queries."""
    cases = _open_on(RectificationCase.objects.in_scope(scope).in_county(county), on)
    inside = {"case__in": list(cases)}
    due = _due(TaskItem.objects.filter(**inside), on)
    granted = CaseExtension.objects.filter(
        **inside, answer=ExtensionAnswer.GRANTED, answered_on__lte=on
    )
    extended = Counter(granted.values_list("case_id", flat=True))
    failed = _failed(Acceptance.objects.filter(**inside), on)
    return {
        village: OpenWork(
            max(((on - day).days for day in due[pk]), default=0), extended[pk], pk in failed
        )
        for pk, village in cases.items()
    }


def _open_on(rows: Any, on: date) -> dict[int, int]:
    """Cases by primary key with their village. A paper ledger does not say since when: such a
    case counts from the first day of its batch's year."""
    listed = rows.exclude(status__in=(*CANDIDATES, CaseStatus.WITHDRAWN))
    listed = listed.filter(Q(confirmed_on__lte=on) | Q(confirmed_on=None, listed_year__lte=on.year))
    found = listed.filter(Q(status__in=UNDER_WORK) | Q(closed_on__gt=on))
    return dict(found.values_list("pk", "village_id"))


def _due(rows: Any, on: date) -> dict[int, list[date]]:
    """The due days of tasks that were not finished, by case."""
    late = rows.filter(due_on__lt=on).filter(Q(done_on=None) | Q(done_on__gt=on))
    found: dict[int, list[date]] = defaultdict(list)
    for case, day in late.values_list("case_id", "due_on"):
        found[case].append(day)
    return found


def _failed(rows: Any, on: date) -> set[int]:
    """Cases whose last concluded attempt failed."""
    concluded = rows.exclude(result="").filter(Q(concluded_on=None) | Q(concluded_on__lte=on))
    last: dict[int, str] = {}
    told: Iterable[tuple[int, str]] = concluded.order_by("attempt").values_list("case_id", "result")
    last.update(told)
    return {case for case, result in last.items() if result == AcceptanceResult.FAILED}
