"""What a plan lacks, and whether the work is done: the rules alone."""

from dataclasses import replace
from datetime import date

import pytest

from rectification.rules.plan import FOUR_KINDS, GAPS, THREE_DUTIES, Gap, Plan, PlanTask, gaps
from rectification.rules.readiness import unfinished
from rectification.wording.plans import gap_words

WHOLE = Plan(
    diagnosis="没有人选", goal="配齐班子", confirmed_on=date(2026, 3, 2),
    deadline=date(2027, 3, 2), longest_months=12, problems=(1,),
    tasks=(PlanTask(1, 1, has_person=True, has_due_day=True),),
    helpers=frozenset(FOUR_KINDS), duties=frozenset(THREE_DUTIES),
)  # fmt: skip


def test_a_whole_plan_lacks_nothing() -> None:
    assert gaps(WHOLE) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"diagnosis": " "}, "no_diagnosis"),
        ({"goal": ""}, "no_goal"),
        ({"deadline": None}, "no_deadline"),
        # Twelve months to the day are allowed, a day more is not.
        ({"deadline": date(2027, 3, 3)}, "deadline_too_late"),
        ({"problems": ()}, "no_problem"),
        ({"problems": (1, 2)}, "no_task"),
        ({"tasks": (PlanTask(1, 1, has_person=True, has_due_day=False),)}, "task_open"),
        ({"tasks": (PlanTask(1, 1, has_person=False, has_due_day=True),)}, "task_open"),
        ({"tasks": (PlanTask(1, None, has_person=True, has_due_day=True),)}, "no_task"),
        ({"helpers": frozenset(FOUR_KINDS[1:])}, "no_helper"),
        ({"duties": frozenset(THREE_DUTIES[1:])}, "no_duty"),
    ],
)
def test_each_gap_is_found_and_has_words(change: dict[str, object], code: str) -> None:
    [found] = gaps(replace(WHOLE, **change))  # type: ignore[arg-type]

    assert found.code == code
    assert gap_words(found)


def test_a_helper_that_is_explained_is_no_gap() -> None:
    lacking = replace(WHOLE, helpers=frozenset(FOUR_KINDS[1:]))

    assert gaps(replace(lacking, explained="县级领导联村:县里另行安排")) == ()


def test_every_gap_has_words() -> None:
    about = {"no_duty": "organizer", "no_helper": FOUR_KINDS[0], "deadline_too_late": "2027-03-02"}
    numbered = dict.fromkeys(("no_task", "task_open"), "1")

    assert all(gap_words(Gap(code, (about | numbered).get(code, ""))) for code in GAPS)


def test_tasks_below_100_and_problems_not_solved_are_left() -> None:
    tasks = [(1, 100), (2, 99)]
    problems = [(1, "verified"), (2, "solved_unverified"), (3, "reopened")]

    assert [(one.kind, one.seq) for one in unfinished(tasks, problems)] == [
        ("task", 2), ("problem", 3)
    ]  # fmt: skip
