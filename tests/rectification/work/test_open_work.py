"""How the work in open cases stands."""

from datetime import date
from typing import Any

import pytest

from rectification.figures.open_work import OpenWork, open_work
from rectification.models import Acceptance, RectificationCase
from rectification.states import CaseStatus
from tests.rectification.situations import case_in
from tests.rectification.work.rows import FAR, LI, at_work, mine, task
from villages.common.scope import Scope
from villages.models import Village

pytestmark = pytest.mark.usefixtures("county")
ON = date(2026, 10, 31)


def _of(code: str = LI, on: date = ON, scope: str = "999901") -> OpenWork | None:
    found = open_work(Scope.of([scope]), "999901", on)
    return found.get(Village.objects.get(code=code).pk)


def test_the_oldest_unfinished_task_says_how_late() -> None:
    case = at_work()
    task(case, due_on=date(2026, 10, 21))
    task(case, seq=2, due_on=date(2026, 10, 1), done_on=date(2026, 10, 25), progress=100)
    task(case, seq=3, due_on=None)

    assert _of() == OpenWork(10, 0, has_failed=False)
    assert _of(on=date(2026, 10, 24)) == OpenWork(23, 0, has_failed=False)


def test_a_later_pass_ends_the_failure() -> None:
    case = at_work()
    for number, result, day in ((1, "failed", 1), (2, "passed", 20)):
        Acceptance.objects.create(
            **mine(case), attempt=number, result=result, concluded_on=date(2026, 10, day),
            from_ledger=True, reasons="没有解决",
        )  # fmt: skip

    told = [_of(on=date(2026, 9, 30)), _of(on=date(2026, 10, 19)), _of()]

    assert [one and one.has_failed for one in told] == [False, True, False]


@pytest.mark.parametrize(
    ("given", "day", "is_open"),
    [
        ({}, date(2026, 10, 8), True),
        ({}, date(2026, 10, 9), False),
        ({}, date(2026, 3, 1), False),
        ({}, date(2026, 3, 2), True),
    ],
    ids=["day before closing", "day of closing", "day before listing", "day of listing"],
)
def test_a_case_is_open_from_the_listing_to_the_closing(
    given: dict[str, Any], day: date, is_open: bool
) -> None:
    case_in(LI, CaseStatus.CLOSED, **given)

    assert (_of(on=day) is not None) == is_open


def test_a_paper_ledger_without_days_counts_from_its_year() -> None:
    case = at_work()
    RectificationCase.objects.filter(pk=case.pk).update(
        origin="ledger", confirmed_on=None, first_deadline=None, plan_approved_on=None,
        plan_submitted_on=None, proposed_on=None, screened_on=None, township_meeting_on=None,
    )  # fmt: skip

    assert _of(on=date(2026, 1, 1)) is not None
    assert _of(on=date(2025, 12, 31)) is None


def test_foreign_cases_are_left_out(django_assert_max_num_queries: Any) -> None:
    mine_ = at_work()
    at_work(FAR)

    with django_assert_max_num_queries(4):
        assert set(open_work(Scope.of(["999901001"]), "999901", ON)) == {mine_.village_id}
