"""What the page of a case puts together: problems with their tasks, people, sums."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Sum

from rectification.choices import DutyKind
from rectification.figures.plans import four_kind
from rectification.figures.works import WorkSum, by_kind
from rectification.models import (
    CaseLink,
    CaseVisit,
    DutyHolder,
    ProblemItem,
    RectificationCase,
    TaskItem,
    WorkDone,
)
from rectification.rules.plan import FOUR_KINDS, THREE_DUTIES
from rectification.rules.readiness import WHOLE


@dataclass(frozen=True)
class Line:
    """A task with its problem; `span` is the number of lines of the problem, 0 below the first."""

    problem: Any
    span: int
    task: Any
    is_late: bool


@dataclass(frozen=True)
class Slot:
    """A place that somebody should fill on a day, and who does."""

    label: Any
    people: tuple[Any, ...]
    is_asked: bool = True

    @property
    def is_missing(self) -> bool:
        """Whether it is asked for and nobody is there."""
        return self.is_asked and not self.people


@dataclass(frozen=True)
class Visits:
    """Visits of a case: how many, on how many days, how many things solved, the last one."""

    count: int
    days: Decimal
    solved: int
    last_on: date | None
    works: tuple[WorkSum, ...]


def plan_lines(case: RectificationCase, on: date) -> tuple[Line, ...]:
    """Problem → measure → owner → day → progress; tasks of no problem come last. Two queries."""
    tasks: dict[int | None, list[Any]] = defaultdict(list)
    for one in TaskItem.objects.filter(case=case).order_by("seq"):
        tasks[one.problem_id].append(one)
    problems = ProblemItem.objects.filter(case=case).select_related("kind").order_by("seq")
    found = [line for one in problems for line in _lines(one, tasks.pop(one.pk, []), on)]
    return (*found, *_lines(None, tasks.pop(None, []), on))


def helper_slots(case: RectificationCase, on: date) -> tuple[Slot, ...]:
    """The four ones, then further kinds that are there. One query."""
    rows = CaseLink.objects.filter(case=case).on(on).select_related("kind")
    found: dict[str, list[Any]] = {kind: [] for kind in FOUR_KINDS}
    for one in rows.order_by("kind__position", "since"):
        found.setdefault(four_kind(one.kind.name, one.kind.aliases) or one.kind.name, []).append(
            one
        )
    return tuple(Slot(kind, tuple(links), kind in FOUR_KINDS) for kind, links in found.items())


def duty_slots(case: RectificationCase, on: date) -> tuple[Slot, ...]:
    """The three duty holders, and the leader of the team where there is one. One query."""
    found: dict[str, list[Any]] = {kind: [] for kind in DutyKind}
    for one in DutyHolder.objects.filter(case=case).on(on).order_by("since"):
        found[one.kind].append(one)
    slots = [
        Slot(DutyKind(kind).label, tuple(held), kind in THREE_DUTIES)
        for kind, held in found.items()
    ]
    return tuple(one for one in slots if one.is_asked or one.people)


def visits_of(case: RectificationCase) -> Visits:
    """Sums of visits and of works by kind. Three queries."""
    rows = CaseVisit.objects.filter(case=case)
    sums = rows.aggregate(count=Count("pk"), days=Sum("days"), solved=Sum("solved"))
    last = rows.order_by("-on").values_list("on", flat=True).first()
    return Visits(
        count=sums["count"], days=sums["days"] or Decimal(0), solved=sums["solved"] or 0,
        last_on=last, works=by_kind(WorkDone.objects.filter(case=case)),
    )  # fmt: skip


def _lines(problem: Any, tasks: list[Any], on: date) -> list[Line]:
    if not tasks:
        return [Line(problem, 1, None, is_late=False)] if problem else []
    return [
        Line(problem, len(tasks) if number == 0 else 0, one, is_late=_is_late(one, on))
        for number, one in enumerate(tasks)
    ]


def _is_late(task: Any, on: date) -> bool:
    return bool(task.due_on and task.due_on < on and task.progress < WHOLE)
