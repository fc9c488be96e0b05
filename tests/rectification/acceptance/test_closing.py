"""City spot check, public notice, closing."""

from datetime import date
from typing import Any

import pytest

from rectification.actions.closing import close, notice, notice_end, sample, spot_fail, spot_pass
from rectification.models import CaseRevisit, ProblemItem
from rectification.states import CaseStatus
from tests.rectification.acceptance.situations import (
    BESIDE,
    CLOSED,
    CONCLUDED,
    FROM,
    NEAR,
    TO,
    attempt_of,
    begun,
    closed,
    passed,
)
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.situations import case_in, with_plan
from villages import workdays
from villages.accounts.choices import Role
from villages.models import CalendarDay, Parameter

pytestmark = pytest.mark.django_db
NO = "青组复〔2026〕5号"


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def test_the_way_to_closing_plans_the_revisits(by: Any):
    case = closed(NEAR, by)

    assert (case.status, case.closed_on, case.approval_no) == ("closed", CLOSED, NO)
    planned = CaseRevisit.objects.filter(case=case).values_list("months", "due_on")
    assert list(planned) == [
        (3, date(2026, 12, 30)), (6, date(2027, 3, 30)), (12, date(2027, 9, 30)),
    ]  # fmt: skip


def test_revisits_follow_the_county_numbers(by: Any):
    Parameter.objects.create(
        key="rectification.revisit_1", county_code="999901", value=2,
        effective_from=date(2026, 1, 1),
    )  # fmt: skip
    case = closed(NEAR, by)

    assert list(case.caserevisit_rows.values_list("months", flat=True)) == [2, 6, 12]


def test_end_of_month_days_stay_inside_the_month(by: Any):
    case = closed(NEAR, by, on=date(2026, 11, 30))

    assert list(case.caserevisit_rows.values_list("due_on", flat=True)) == [
        date(2027, 2, 28), date(2027, 5, 30), date(2027, 11, 30),
    ]  # fmt: skip


def test_a_notice_lasts_working_days_and_knows_the_calendar(by: Any):
    # Tuesday 22 to Monday 28 September: five working days, the first one counts.
    assert notice_end("999901", FROM) == TO
    CalendarDay.objects.create(day=date(2026, 9, 25), is_workday=False, name="假")
    CalendarDay.objects.create(day=date(2026, 9, 27), is_workday=True, name="班")
    workdays.forget()
    assert notice_end("999901", FROM) == TO
    CalendarDay.objects.filter(day=date(2026, 9, 27)).delete()
    workdays.forget()
    assert notice_end("999901", FROM) == date(2026, 9, 29)
    case = passed(NEAR, by)
    error = refused("notice_too_short", notice, case, by=by, on=FROM, notice_to=TO)
    assert "2026-09-29" in str(error)
    row = notice(case, by=by, on=FROM, notice_to=date(2026, 10, 8))
    assert (row.notice_from, row.notice_to) == (FROM, date(2026, 10, 8))


def test_nothing_is_closed_before_its_notice_is_over(by: Any):
    case = passed(NEAR, by)
    refused("no_notice", close, case, by=by, on=CLOSED, approval_no=NO)
    notice(case, by=by, on=FROM)

    early = date(2026, 9, 27)
    refused("notice_running", close, case, by=by, on=early, approval_no=NO)

    assert close(case, by=by, on=TO, approval_no=NO).closed_on == TO


def test_nothing_is_closed_without_its_acceptance_or_number(by: Any):
    case = begun(NEAR, by)
    for act, more in ((notice, {}), (sample, {}), (close, {"approval_no": NO})):
        refused("not_accepted", act, case, by=by, on=CLOSED, **more)
    other = notice(passed(BESIDE, by), by=by, on=FROM)
    refused("case_closed", close, other, by=by, on=CLOSED, approval_no="")


def test_a_problem_that_came_back_keeps_a_case_open(by: Any):
    case = notice(passed(NEAR, by), by=by, on=FROM)
    with_plan(case)

    refused("problems_unverified", close, case, by=by, on=CLOSED, approval_no=NO)
    ProblemItem.objects.update(
        status="verified", solved_on=FROM, verified_on=FROM, verified_by="李明"
    )
    assert close(case, by=by, on=CLOSED, approval_no=NO).status == "closed"


def test_what_the_city_samples_waits_for_its_result(by: Any):
    case = sample(passed(NEAR, by), by=by, on=CONCLUDED)

    assert case.status == CaseStatus.CITY_SPOT_CHECK
    refused("spot_check_open", notice, case, by=by, on=FROM)
    spot_pass(case, by=by, on=FROM)
    row = notice(case, by=by, on=FROM)
    row = close(row, by=by, on=CLOSED, approval_no=NO)
    assert (row.spot_result, row.spot_on, row.status) == ("passed", FROM, "closed")


def test_what_the_city_finds_wanting_goes_back_to_work(by: Any):
    case = sample(passed(NEAR, by), by=by, on=CONCLUDED)
    later = date(2026, 12, 20)

    row = spot_fail(case, by=by, on=FROM, new_deadline=later, reasons="台账和实际不符")

    assert (row.status, row.spot_result, row.accepted_on) == ("in_progress", "failed", None)
    assert (row.failed_count, row.deadline) == (1, later)
    assert attempt_of(row).result == "passed"


def test_a_case_of_a_paper_ledger_closes_by_the_same_rules(by: Any):
    case = case_in(
        NEAR, CaseStatus.COUNTY_ACCEPTANCE, origin="ledger", accepted_on=date(2026, 9, 14),
        applied_on=None, confirmed_on=None, document_no="", plan_approved_on=None,
        plan_submitted_on=None, first_deadline=None, scheme=None, checked_on=None,
    )  # fmt: skip
    refused("no_notice", close, case, by=by, on=CLOSED, approval_no=NO)
    row = notice(case, by=by, on=FROM)
    assert close(row, by=by, on=CLOSED, approval_no=NO).caserevisit_rows.count() == 3
