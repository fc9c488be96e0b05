"""What the portal already knows of a ledger's rows, in the words of its columns."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from rectification.choices import AcceptanceResult, WordUse
from rectification.models import CaseWord, ProblemItem, RectificationCase, TaskItem
from rectification.sheets.readers import DONE, NOT_YET, OPEN, UNDER_WAY
from rectification.states import OFF_THE_LIST, CaseStatus, ProblemStatus
from villages.imports.declaring import Context, Key, Row, Values

_STATES = {
    ProblemStatus.OPEN: OPEN,
    ProblemStatus.REOPENED: OPEN,
    ProblemStatus.IN_PROGRESS: UNDER_WAY,
    ProblemStatus.SOLVED: DONE,
    ProblemStatus.VERIFIED: DONE,
}


@dataclass(frozen=True)
class Known:
    """One stored problem with its first task, its case, and its row's values."""

    case: RectificationCase
    problem: ProblemItem
    task: TaskItem | None
    values: Values


def year_of(context: Context) -> int:
    """The batch that a ledger is about: its month's year, else that of its day."""
    return context.month.year if context.month else context.on.year


def key_of(row: Row) -> Key:
    """A problem of a village."""
    return row.village.code if row.village else "", row.values["kind"], row.values["description"]


def kinds_of(county: str) -> dict[str, CaseWord]:
    """The county's kinds of problem by name and alias. One query."""
    found: dict[str, CaseWord] = {}
    for word in CaseWord.objects.in_county(county).filter(use=WordUse.PROBLEM):
        for name in (word.name, *filter(None, word.aliases.split("、"))):
            found.setdefault(name, word)
    return found


def stored_rows(context: Context) -> dict[Key, Known]:
    """Every problem of the year's batch by village, kind and description. Three queries."""
    cases = RectificationCase.objects.in_county(context.county).filter(listed_year=year_of(context))
    tasks = Prefetch("tasks", TaskItem.objects.order_by("seq"))
    problems = (
        ProblemItem.objects.filter(case__in=cases.exclude(status=CaseStatus.WITHDRAWN))
        .select_related("case__village", "kind")
        .prefetch_related(tasks)
    )
    return dict(_known(problem) for problem in problems)


def existing(context: Context) -> dict[Key, Values]:
    """Values of the stored rows, for the comparison."""
    return {key: one.values for key, one in stored_rows(context).items()}


def _known(problem: ProblemItem) -> tuple[Key, Known]:
    task = next(iter(problem.tasks.all()), None)
    values = {
        "case_class": problem.case.case_class, "kind": problem.kind.name,
        "description": problem.description, "state": _STATES[ProblemStatus(problem.status)],
        "verdict": verdict_of(problem.case),
        "closed": "yes" if problem.case.status in OFF_THE_LIST else "no",
        **_task_values(task),
    }  # fmt: skip
    key = problem.case.village.code, problem.kind.name, problem.description
    return key, Known(problem.case, problem, task, values)


def _task_values(task: TaskItem | None) -> dict[str, Any]:
    names = ("measure", "leader", "lead_unit", "lead_person", "due_on", "progress_text")
    return {} if task is None else {name: getattr(task, name) or None for name in names}


def verdict_of(case: RectificationCase) -> str:
    """The word of the ledger for where an acceptance stands."""
    passed = (CaseStatus.COUNTY_ACCEPTANCE, CaseStatus.CITY_SPOT_CHECK)
    if case.status in OFF_THE_LIST or (case.status in passed and case.accepted_on):
        return str(AcceptanceResult.PASSED)
    return str(AcceptanceResult.FAILED) if case.failed_count else NOT_YET
