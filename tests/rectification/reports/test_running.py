"""The calendar asks for each report once, for the right period, whatever the clock did."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from rectification.reports.actions import running
from rectification.reports.actions.requesting import request_report
from rectification.reports.figures.due import wanted
from rectification.reports.figures.runs import overdue
from rectification.reports.kinds.dating import due_day
from rectification.reports.models import Report, ReportRun
from rectification.reports.states import RunState
from rectification.reports.todos import TODOS
from tests import factories
from villages.accounts.actors import COMMAND_LINE, SCHEDULE
from villages.accounts.choices import Role
from villages.common.periods import HalfYear, Month, Quarter, Year
from villages.imports.actions.months import close_month, open_month
from villages.jobs import running as jobs
from villages.jobs.models import Job
from villages.jobs.states import JobState
from villages.models import County


@pytest.fixture
def county(county: County) -> County:
    for month in Month(2026, 1).until(Month(2026, 12)):
        open_month(by=COMMAND_LINE, county=county.code, month=month)
    return county


def _work() -> None:
    for job in Job.objects.filter(state=JobState.QUEUED).order_by("pk"):
        jobs.perform(job.uid)


def _at(day: date) -> Any:
    return time_machine.travel(datetime(day.year, day.month, day.day, 9), tick=False)


def test_days_follow_the_calendar(county: County) -> None:
    assert due_day("monthly", Month(2026, 10), county.code) == date(2026, 11, 5)
    assert due_day("quarterly", Quarter(2026, 3), county.code) == date(2026, 10, 10)
    assert due_day("half-year", HalfYear(2026, 1), county.code) == date(2026, 7, 5)
    assert due_day("year-end", Year(2026), county.code) >= date(2027, 1, 1)


def test_the_first_time_only_the_last_period_is_wanted(county: County) -> None:
    found = [(one.kind, one.period.code) for one in wanted(county.code, date(2026, 11, 6))]

    assert found == [("half-year", "2026H1"), ("quarterly", "2026Q3"), ("monthly", "2026-10")]


def test_what_was_missed_is_made_up_for_the_right_period(county: County) -> None:
    ReportRun.objects.create(
        county_code=county.code, kind="monthly", period="2026-07", due_on=date(2026, 8, 5)
    )

    found = [one.period.code for one in wanted(county.code, date(2026, 11, 6))
             if one.kind == "monthly"]  # fmt: skip

    assert found == ["2026-08", "2026-09", "2026-10"]


def test_a_county_without_months_wants_nothing(other_county: County) -> None:
    assert wanted(other_county.code, date(2026, 11, 6)) == []


def test_five_beats_over_a_month_end_make_one_report(county: County) -> None:
    for hour in range(72):
        day = date(2026, 11, 4) + timedelta(hours=hour)
        for _beat in range(5):
            running.tick_county(county.code, on=day, by=SCHEDULE)

    jobs_of_october = Job.objects.filter(period="2026-10")
    assert jobs_of_october.count() == 1
    assert ReportRun.objects.filter(period="2026-10").count() == 1


def test_the_ledger_tells_what_was_made(county: County) -> None:
    with _at(date(2026, 11, 5)):
        running.tick_county(county.code, on=date(2026, 11, 5), by=SCHEDULE)
        _work()

    run = ReportRun.objects.get(kind="monthly")
    assert (run.state, run.period, run.report.period) == (RunState.MADE, "2026-10", "2026-10")
    assert overdue(ReportRun.objects.all(), date(2026, 11, 7)) == []


def test_a_draft_of_an_open_month_is_made_again_once_it_is_closed(county: County) -> None:
    with _at(date(2026, 11, 5)):
        running.tick_county(county.code, on=date(2026, 11, 5), by=SCHEDULE)
        _work()
        close_month(by=COMMAND_LINE, county=county.code, month=Month(2026, 10))

        for _beat in range(3):
            running.tick_county(county.code, on=date(2026, 11, 5), by=SCHEDULE)
        _work()

    found = Report.objects.filter(kind="monthly").order_by("version")
    assert [(one.version, one.status, one.is_open) for one in found] == [
        (1, "superseded", True), (2, "draft", False),
    ]  # fmt: skip


def test_a_failure_shines_red_and_is_tried_again_the_next_day(county: County) -> None:
    day = date(2026, 11, 5)
    running.tick_county(county.code, on=day, by=SCHEDULE)
    Job.objects.filter(period="2026-10").update(
        state=JobState.FAILED,
        error="磁盘已满。",
        finished_at=datetime(2026, 11, 5, 9, 0).astimezone(),
    )

    running.tick_county(county.code, on=day, by=SCHEDULE)
    red = overdue(ReportRun.objects.filter(kind="monthly"), day)
    running.tick_county(county.code, on=day + timedelta(days=1), by=SCHEDULE)

    assert [(one.state, one.error) for one in red] == [(RunState.FAILED, "磁盘已满。")]
    assert Job.objects.filter(period="2026-10").count() == 2


def test_a_person_who_asks_twice_waits_for_one_job(county: County) -> None:
    asked = {"by": COMMAND_LINE, "kind": "monthly", "period": Month(2026, 10), "county": county}

    with _at(date(2026, 11, 5)):
        first, second = request_report(**asked), request_report(**asked)

    assert first.pk == second.pk


def test_the_department_is_told_of_a_report_that_is_missing(county: County) -> None:
    staff = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999901")
    theirs = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999902")
    ReportRun.objects.create(
        county_code=county.code, kind="monthly", period="2026-09", due_on=date(2026, 10, 5),
        state=RunState.FAILED, error="磁盘已满。",
    )  # fmt: skip
    source = next(one for one in TODOS if one.key == "report-runs")

    told = list(source.items(staff))

    assert [(one.severity, one.detail) for one in told] == [("urgent", "磁盘已满。")]
    assert "2026年9月" in told[0].title
    assert list(source.items(theirs)) == []
