"""A problem on its way: taken up, solved by the township, verified by the county, back again."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.at_work import require_case
from rectification.actions.months import require_month
from rectification.models import ProblemItem
from rectification.states import PROBLEM_NEXT, UNDER_WORK, WORKABLE, ProblemStatus
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def start(problem: ProblemItem, *, by: Any) -> ProblemItem:
    """Work on it has begun. Raises `problem_step`, `case_not_at_work`."""
    row = _held(problem, ProblemStatus.IN_PROGRESS, WORKABLE, None)
    _put(row, ProblemStatus.IN_PROGRESS)
    record("problem.started", row, by=by, name=named(row))
    return row


@transaction.atomic
def solve(problem: ProblemItem, *, by: Any, on: date, solution: str) -> ProblemItem:
    """The township says that it is solved, how and when; it still has to be verified.

    Raises `problem_step`, `case_not_at_work`, `month_closed`, and the words of a constraint on
    the day.
    """
    row = _held(problem, ProblemStatus.SOLVED, WORKABLE, on)
    _put(row, ProblemStatus.SOLVED, solved_on=on, solution=solution)
    record("problem.solved", row, by=by, name=named(row), reason=solution, after={"on": on})
    return row


@transaction.atomic
def verify(problem: ProblemItem, *, by: Any, on: date, verified_by: str) -> ProblemItem:
    """The county has looked for itself. Raises `problem_step`, `case_not_at_work`,
    `month_closed`."""
    row = _held(problem, ProblemStatus.VERIFIED, UNDER_WORK, on)
    _put(row, ProblemStatus.VERIFIED, verified_on=on, verified_by=verified_by)
    after = {"on": on, "verified_by": verified_by}
    record("problem.verified", row, by=by, name=named(row), after=after)
    return row


@transaction.atomic
def reopen(problem: ProblemItem, *, by: Any, on: date, reason: str) -> ProblemItem:
    """It is not solved, or there again: counted, with the reason in the trail.

    Raises `problem_step`, `case_not_at_work`, `problem_too_early`, `month_closed`.
    """
    row = _held(problem, ProblemStatus.REOPENED, UNDER_WORK, on)
    before = {"solved_on": row.solved_on, "solution": row.solution}
    if row.solved_on and on < row.solved_on:
        words = _("日期早于解决日期 %s。") % row.solved_on
        raise DomainError("problem_too_early", words, _("请核对日期。"), on=words)
    _put(
        row, ProblemStatus.REOPENED, solved_on=None, solution="", verified_on=None,
        verified_by="", reopened_count=row.reopened_count + 1,
    )  # fmt: skip
    after = {"on": on, "count": row.reopened_count}
    record("problem.reopened", row, by=by, name=named(row), reason=reason, before=before,
           after=after)  # fmt: skip
    return row


def named(row: ProblemItem) -> str:
    """The problem with its village, as the trail and lists call it."""
    return f"{row.village.name} {row}"


def _held(
    problem: ProblemItem, to: ProblemStatus, statuses: Collection[str], on: date | None
) -> ProblemItem:
    row = locked(problem)
    require_case(row.case, statuses)
    require_month(row, on)
    if to not in PROBLEM_NEXT[ProblemStatus(row.status)]:
        words = _("这个问题现在是“%s”,不能这样办理。") % row.get_status_display()
        raise DomainError("problem_step", words, _("请刷新页面后再看。"))
    return row


def _put(row: ProblemItem, status: ProblemStatus, **values: Any) -> None:
    changed(row, status=status, **values)
