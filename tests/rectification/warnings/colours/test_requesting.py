"""Evaluations are asked for by people and by the calendar; what a night missed is made up for."""

from datetime import date, datetime
from typing import Any

import pytest

from rectification.warnings.actions.requesting import (
    KIND,
    due_evaluations,
    request_due,
    request_evaluation,
)
from rectification.warnings.models import VillageWarning
from villages.accounts.actors import SCHEDULE
from villages.accounts.choices import Role
from villages.common.clock import ZONE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.models import FilingMonth
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.jobs.states import JobState
from villages.models import County

OCTOBER = Month(2026, 10)


def _months(county: County, closed: int = 202609) -> None:
    FilingMonth.objects.filter(county_code=county.code).delete()
    for number in (202607, 202608, 202609, 202610):
        at = datetime(2026, number % 100 + 1, 8, 9, tzinfo=ZONE) if number <= closed else None
        month = Month.from_number(number)
        FilingMonth.objects.create(
            county_code=county.code, month=number, due_on=month.start.replace(day=25), closed_at=at
        )


@pytest.mark.parametrize(
    ("on", "open_month"),
    [(date(2026, 10, 25), []), (date(2026, 10, 26), ["provisional"]),
     (date(2026, 10, 29), ["provisional"])],
)  # fmt: skip
def test_the_26th_judges_provisionally_and_later_nights_make_up(
    county: County, on: date, open_month: list[str]
) -> None:
    _months(county)

    found = due_evaluations(county.code, on)

    assert [stage for month, stage in found if month == OCTOBER] == open_month
    assert [month.code for month, stage in found if stage.startswith("final")] == [
        "2026-08", "2026-09",
    ]  # fmt: skip


def test_a_second_night_asks_for_nothing_new(county: County) -> None:
    _months(county)
    request_due(on=date(2026, 10, 26), by=SCHEDULE)
    first = Job.objects.filter(kind=KIND).count()

    request_due(on=date(2026, 10, 27), by=SCHEDULE)

    assert first == Job.objects.filter(kind=KIND).count() == 3


def test_a_month_closed_again_is_judged_again(county: County) -> None:
    _months(county, closed=202610)
    request_due(on=date(2026, 11, 5), by=SCHEDULE)
    before = Job.objects.filter(kind=KIND, period="2026-10").count()
    again = datetime(2026, 11, 20, 9, tzinfo=ZONE)
    FilingMonth.objects.filter(month=202610).update(closed_at=again)

    request_due(on=date(2026, 11, 21), by=SCHEDULE)

    assert (before, Job.objects.filter(kind=KIND, period="2026-10").count()) == (1, 2)


def test_the_job_judges_and_keeps_the_counts(county: County, people: Any) -> None:
    job = request_evaluation(by=people[Role.COUNTY_STAFF], county=county.code, month=OCTOBER)

    perform(job.uid)

    job.refresh_from_db()
    assert (job.state, job.result["villages"]) == (JobState.DONE, 5)
    assert VillageWarning.objects.count() == 5


def test_asking_twice_is_one_job_until_it_is_done(county: County, people: Any) -> None:
    staff = people[Role.COUNTY_STAFF]
    first = request_evaluation(by=staff, county=county.code, month=OCTOBER)

    assert request_evaluation(by=staff, county=county.code, month=OCTOBER) == first
    perform(first.uid)
    assert request_evaluation(by=staff, county=county.code, month=OCTOBER) != first


def test_nobody_asks_for_a_foreign_county_or_the_future(
    county: County, other_county: County, people: Any
) -> None:
    staff = people[Role.COUNTY_STAFF]
    with pytest.raises(DomainError, match="不在您的管辖范围内"):
        request_evaluation(by=staff, county=other_county.code, month=OCTOBER)
    with pytest.raises(DomainError, match="还没有开始"):
        request_evaluation(by=staff, county=county.code, month=Month(2026, 12))
    assert not Job.objects.exists()
