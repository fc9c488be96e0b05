"""Follow-up, revisits, consolidation, relapse, and what the calendar does by itself."""

from datetime import date, timedelta
from typing import Any

import pytest

from rectification.actions.daily import request_daily, take_due
from rectification.actions.following import consolidate, follow, relapse
from rectification.actions.revisiting import record_revisit
from rectification.figures.due import due_steps
from rectification.models import CaseEvent, CaseRevisit, RectificationCase
from rectification.states import CaseStatus
from tests.rectification.acceptance.situations import BESIDE, CLOSED, FAR, NEAR, closed
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.situations import case_in, scheme
from villages.accounts.actors import SCHEDULE
from villages.accounts.choices import Role
from villages.jobs.running import perform
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
NEXT = CLOSED + timedelta(days=1)
OVER = date(2027, 9, 30)
NO = "青组发〔2027〕9号"


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def held(case: RectificationCase, by: Any, result: str = "held") -> None:
    """Every revisit of the case on its day."""
    for one in case.caserevisit_rows.all():
        record_revisit(
            one, by=by, held_on=one.due_on, visitors="李明", result=result, text="看了台账和现场"
        )


def test_follow_up_begins_on_the_day_after_closing(by: Any):
    case = closed(NEAR, by)
    refused("follow_too_early", follow, case, by=by, on=CLOSED)

    row = follow(case, by=SCHEDULE, on=NEXT)

    assert (row.status, row.followed_on) == (CaseStatus.FOLLOW_UP, NEXT)
    assert row.caserevisit_rows.count() == 3
    assert CaseEvent.objects.get(case=row, step="follow").by_name == "定时任务"


def test_a_case_closed_on_paper_gets_its_revisits_when_followed(by: Any):
    case = case_in(
        NEAR, CaseStatus.CLOSED, origin="ledger", closed_on=None, notice_from=None, notice_to=None,
        approval_no="",
    )  # fmt: skip

    follow(case, by=by, on=date(2026, 10, 10))

    # Nobody knows the day of closing: months count from the day it was taken over.
    assert case.caserevisit_rows.order_by("due_on").first().due_on == date(2027, 1, 9)


def test_revisits_are_written_down_once_unless_they_found_problems(by: Any):
    case = follow(closed(NEAR, by), by=by, on=NEXT)
    one = case.caserevisit_rows.order_by("months").first()
    told = {"held_on": date(2026, 12, 28), "visitors": "李明、王芳"}

    refused("revisit_problem_said", record_revisit, one, by=by, result="problems", **told)
    row = record_revisit(one, by=by, result="problems", text="公开栏三个月没更新", **told)
    assert row.result == "problems"
    again = {**told, "held_on": date(2027, 1, 20)}
    row = record_revisit(one, by=by, result="held", text="已更新", **again)
    assert (row.result, row.held_on) == ("held", date(2027, 1, 20))
    refused("revisit_recorded", record_revisit, one, by=by, result="held", **again)
    entries = AuditEntry.objects.filter(action="revisit.recorded")
    assert entries.count() == 2


def test_a_revisit_before_closing_is_a_mistake(by: Any):
    case = closed(NEAR, by)
    one = case.caserevisit_rows.first()

    refused(
        "revisit_too_early", record_revisit, one, by=by, held_on=date(2026, 9, 29),
        visitors="李明", result="held",
    )  # fmt: skip


def test_consolidated_is_only_what_held_to_the_end(by: Any):
    case = follow(closed(NEAR, by), by=by, on=NEXT)
    refused("follow_up_running", consolidate, case, by=by, on=date(2027, 9, 29))
    refused("revisits_open", consolidate, case, by=by, on=OVER)
    held(case, by, result="problems")
    error = refused("revisits_open", consolidate, case, by=by, on=OVER)
    assert "3 个月回访、6 个月回访、12 个月回访" in str(error)
    held(case, by)

    row = consolidate(case, by=by, on=OVER)

    assert (row.status, row.consolidated_on) == (CaseStatus.CONSOLIDATED, OVER)


@pytest.mark.parametrize(
    "status", [CaseStatus.CLOSED, CaseStatus.FOLLOW_UP, CaseStatus.CONSOLIDATED]
)
def test_a_relapse_opens_the_next_round(by: Any, status: CaseStatus):
    case = case_in(NEAR, status)

    old = relapse(case, by=by, on=date(2027, 2, 3), reason="班子又散了", document_no=NO)

    assert (old.status, old.relapsed_on) == (CaseStatus.RELAPSED, date(2027, 2, 3))
    new = RectificationCase.objects.get(previous_case=old)
    assert (new.number, new.round, new.number_shown) == (old.number, 2, f"{old.number}-2")
    assert (new.status, new.listed_year) == (CaseStatus.CONFIRMED, 2027)
    assert (new.confirmed_on, new.document_no) == (date(2027, 2, 3), NO)
    assert new.scheme == scheme("999901")
    assert CaseEvent.objects.get(case=new).step == "relapse-opened"
    assert CaseEvent.objects.filter(case=old, step="relapse", text="班子又散了").exists()


def test_a_relapse_needs_its_number_and_no_other_open_case(by: Any):
    case = case_in(NEAR, CaseStatus.FOLLOW_UP)
    refused(
        "case_confirmed", relapse, case, by=by, on=date(2027, 2, 3), reason="散了", document_no=""
    )
    case_in(NEAR, CaseStatus.SCREENING)

    refused("case_open", relapse, case, by=by, on=date(2027, 2, 3), reason="散了", document_no=NO)

    case.refresh_from_db()
    assert case.status == CaseStatus.FOLLOW_UP
    assert RectificationCase.objects.count() == 2


def test_a_relapsed_case_is_not_revisited_any_more(by: Any):
    case = follow(closed(NEAR, by), by=by, on=NEXT)
    relapse(case, by=by, on=date(2026, 11, 1), reason="散了", document_no=NO)
    one = case.caserevisit_rows.first()

    refused(
        "revisit_over", record_revisit, one, by=by, held_on=date(2026, 12, 30), visitors="李明",
        result="held",
    )  # fmt: skip


def test_the_calendar_follows_and_consolidates(by: Any, other_county: Any):
    first, second = closed(NEAR, by), closed(BESIDE, by)
    case_in("999902001200", CaseStatus.CLOSED)

    assert not due_steps("999901", CLOSED)
    jobs = request_daily(on=date(2026, 10, 12), by=SCHEDULE)
    assert {one.county_code for one in jobs} == {"999901", "999902"}
    assert [one.pk for one in request_daily(on=date(2026, 10, 12), by=SCHEDULE)] == [
        one.pk for one in jobs
    ]
    for one in jobs:
        assert perform(one.uid) == "done"

    first.refresh_from_db()
    # The day after closing, whenever the job ran.
    assert (first.status, first.followed_on) == (CaseStatus.FOLLOW_UP, NEXT)
    assert not request_daily(on=date(2026, 10, 12), by=SCHEDULE)
    held(first, by)
    held(second, by, result="problems")
    assert not due_steps("999901", OVER - timedelta(days=1))
    taken = take_due(due_steps("999901", OVER), on=OVER, by=SCHEDULE)
    assert taken == {"followed": 0, "consolidated": 1}
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("consolidated", "follow_up")


def test_what_somebody_moved_meanwhile_stops_nothing(by: Any):
    case, other = closed(NEAR, by), closed(FAR, by)
    due = due_steps("999901", NEXT)
    relapse(case, by=by, on=NEXT, reason="散了", document_no=NO)

    assert take_due(due, on=NEXT, by=SCHEDULE) == {"followed": 1, "consolidated": 0}
    other.refresh_from_db()
    assert other.status == CaseStatus.FOLLOW_UP


def test_no_revisit_no_consolidation(by: Any):
    case = case_in(NEAR, CaseStatus.FOLLOW_UP)
    assert not CaseRevisit.objects.filter(case=case).exists()

    refused("revisits_open", consolidate, case, by=by, on=date(2027, 11, 1))
    assert not due_steps("999901", date(2027, 11, 1))
