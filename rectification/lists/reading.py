"""Cases with everything that the lists print of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from rectification.choices import DutyKind
from rectification.models import DutyHolder, ProblemItem, RectificationCase, TaskItem


@dataclass(frozen=True)
class Line:
    """What one line of a list is about: a case, and a problem or task of it if there is one."""

    case: Any
    problem: Any = None
    task: Any = None

    @property
    def other_tasks(self) -> list[Any]:
        """Further tasks against the same problem: the ledger has one column for a measure."""
        return list(self.problem.tasks.all())[1:] if self.problem else []

    def holder(self, kind: DutyKind) -> str:
        """Who holds this duty of the case now."""
        held = (one for one in self.case.dutyholder_rows.all() if one.kind == kind)
        return "、".join(one.name for one in held if one.to is None)


@dataclass(frozen=True)
class Block:
    """A case with its lines; its own cells stand once beside them."""

    number: int
    case: Any
    lines: tuple[Line, ...]


def cases_of(
    user: Any, county: str, *, year: int | None = None, township: str = "", uid: str = ""
) -> Any:
    """Cases on the list that the person may see: of a batch, of a township, or a single one."""
    rows = RectificationCase.objects.visible_to(user).in_county(county).listed(year)
    rows = rows.filter(village__township__code=township) if township else rows
    return rows.filter(uid=uid) if uid else rows


def with_rows(cases: Any) -> Sequence[Any]:
    """The cases in the order of the map, with problems, tasks and duty holders. Five queries."""
    tasks = TaskItem.objects.select_related("problem").order_by("seq", "pk")
    problems = ProblemItem.objects.select_related("kind").order_by("seq", "pk")
    return list(
        cases.select_related("village__township")
        .order_by("village__code", "number", "round")
        .prefetch_related(
            Prefetch("problemitem_rows", problems.prefetch_related(Prefetch("tasks", tasks))),
            Prefetch("taskitem_rows", tasks),
            Prefetch("dutyholder_rows", DutyHolder.objects.order_by("kind", "since", "pk")),
        )
    )  # fmt: skip


def by_problem(cases: Sequence[Any]) -> list[Block]:
    """A line a problem, with its first task; a case without problems has one line."""
    return [
        Block(place, case, tuple(_problem_lines(case)) or (Line(case),))
        for place, case in enumerate(cases, 1)
    ]


def by_task(cases: Sequence[Any]) -> list[Block]:
    """A line a task; a case without tasks has one line."""
    return [
        Block(
            place, case,
            tuple(Line(case, one.problem, one) for one in case.taskitem_rows.all())
            or (Line(case),),
        )
        for place, case in enumerate(cases, 1)
    ]  # fmt: skip


def _problem_lines(case: Any) -> list[Line]:
    return [
        Line(case, one, next(iter(one.tasks.all()), None)) for one in case.problemitem_rows.all()
    ]
