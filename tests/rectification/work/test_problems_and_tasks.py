"""Problems along their states, tasks with their progress."""

from datetime import date

import pytest

from rectification.actions import problems, task_items
from rectification.models import ProblemItem
from rectification.states import CaseStatus, ProblemStatus
from tests.rectification.situations import case_in
from tests.rectification.work.rows import LI, at_work, problem, task
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

SOLVED = date(2026, 8, 20)


def test_a_problem_goes_its_way_and_comes_back(people) -> None:
    clerk, staff = people[Role.TOWNSHIP_CLERK], people[Role.COUNTY_STAFF]
    row = problem(at_work())

    problems.start(row, by=clerk)
    problems.solve(row, by=clerk, on=SOLVED, solution="四至已确认")
    problems.verify(row, by=staff, on=date(2026, 8, 25), verified_by="周实")
    row.refresh_from_db()
    assert (row.status, row.solved_on, row.verified_by) == ("verified", SOLVED, "周实")

    problems.reopen(row, by=staff, on=date(2026, 9, 1), reason="又有一户反映")
    row.refresh_from_db()
    assert (row.status, row.reopened_count, row.solved_on) == ("reopened", 1, None)
    entry = AuditEntry.objects.get(action="problem.reopened")
    assert entry.reason == "又有一户反映"
    assert entry.before["solution"] == "四至已确认"


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        (ProblemStatus.OPEN, {"start", "solve"}),
        (ProblemStatus.IN_PROGRESS, {"solve"}),
        (ProblemStatus.SOLVED, {"verify", "reopen"}),
        (ProblemStatus.VERIFIED, {"reopen"}),
        (ProblemStatus.REOPENED, {"start", "solve"}),
    ],
)
def test_only_the_steps_of_the_table_are_taken(people, status, allowed) -> None:
    by, day = people[Role.COUNTY_STAFF], date(2026, 9, 1)
    solved = {"solved_on": SOLVED} if status in ("solved_unverified", "verified") else {}
    checked = {"verified_on": SOLVED, "verified_by": "周实"} if status == "verified" else {}
    row = problem(at_work(), status=status, **solved, **checked)
    acts = {
        "start": lambda: problems.start(row, by=by),
        "solve": lambda: problems.solve(row, by=by, on=day, solution="好了"),
        "verify": lambda: problems.verify(row, by=by, on=day, verified_by="周实"),
        "reopen": lambda: problems.reopen(row, by=by, on=day, reason="又来"),
    }

    for name in sorted(acts.keys() - allowed):
        with pytest.raises(DomainError) as refused:
            acts[name]()
        assert refused.value.code == "problem_step", name
    assert ProblemItem.objects.get().status == status


def test_a_problem_is_not_solved_while_the_county_accepts(people) -> None:
    row = problem(case_in(LI, CaseStatus.COUNTY_ACCEPTANCE))

    with pytest.raises(DomainError) as refused:
        problems.solve(row, by=people[Role.TOWNSHIP_CLERK], on=SOLVED, solution="好了")

    assert refused.value.code == "case_not_at_work"


def test_verified_before_it_was_solved_is_refused_in_words(people) -> None:
    row = problem(at_work(), status=ProblemStatus.SOLVED, solved_on=SOLVED)

    with pytest.raises(DomainError, match="核实日期不能早于解决日期"):
        problems.verify(row, by=people[Role.COUNTY_STAFF], on=date(2026, 8, 1), verified_by="周实")


def test_a_whole_task_is_done_and_can_fall_back(people) -> None:
    by, row = people[Role.TOWNSHIP_CLERK], task(at_work())

    task_items.progress(row, by=by, on=date(2026, 6, 20), percent=100, text="丈量完毕")
    row.refresh_from_db()
    assert (row.progress, row.done_on) == (100, date(2026, 6, 20))

    task_items.progress(row, by=by, on=date(2026, 6, 25), percent=80, text="一户有异议")
    row.refresh_from_db()
    assert (row.progress, row.done_on, row.progress_text) == (80, None, "一户有异议")


@pytest.mark.parametrize(
    ("on", "percent", "reason", "code"),
    [
        (date(2026, 6, 30), 60, "", ""),
        (date(2026, 7, 1), 60, "", "task_delay_unexplained"),
        (date(2026, 7, 1), 60, "连续降雨", ""),
        (date(2026, 7, 1), 100, "", ""),
        (date(2026, 5, 1), 60, "", "task_too_early"),
        (date(2026, 6, 30), 101, "", "task_percent"),
    ],
)
def test_progress_is_sound(people, on, percent, reason, code) -> None:
    row = task(at_work(), progressed_on=date(2026, 5, 15), progress=30)
    said = {"on": on, "percent": percent, "text": "推进中", "delayed_reason": reason}

    if not code:
        task_items.progress(row, by=people[Role.TOWNSHIP_CLERK], **said)
        return
    with pytest.raises(DomainError) as refused:
        task_items.progress(row, by=people[Role.TOWNSHIP_CLERK], **said)
    assert refused.value.code == code
