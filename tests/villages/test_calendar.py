"""The working-day calendar: seeded once, edited by the system administrator, shown by year."""

from datetime import date

import pytest

from villages import workdays
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.actions.calendar import seed_published, set_day
from villages.common.errors import DomainError
from villages.models import CalendarDay
from villages.trace.models import AuditEntry
from villages.year_grid import year_grid


@pytest.fixture
def system(people, client_as):
    return client_as(people[Role.SYSTEM_ADMIN])


def test_published_years_are_entered_once_and_edits_stay(db):
    first = seed_published(by=COMMAND_LINE)
    CalendarDay.objects.filter(day=date(2026, 10, 10)).delete()

    second = seed_published(by=COMMAND_LINE)

    assert (first > 80, second) == (True, 0)
    assert not CalendarDay.objects.filter(day=date(2026, 10, 10)).exists()
    assert AuditEntry.objects.filter(action="calendar.seeded").count() == 1


def test_published_years_have_the_announced_number_of_days(db):
    seed_published(by=COMMAND_LINE)

    rows = CalendarDay.objects.filter(day__year=2026)
    assert (rows.filter(is_workday=False).count(), rows.filter(is_workday=True).count()) == (33, 6)


def test_a_month_counts_its_working_days():
    named = {date(2026, 10, day): (False, "国庆节") for day in range(1, 8)}
    named[date(2026, 10, 10)] = (True, "调休上班")

    october = year_grid(2026, named, {date(2026, 10, 25): ["10月填报截止"]}, date(2026, 10, 10))[9]

    assert october.workdays == 18
    assert [day.day.day for day in october.named] == [*range(1, 8), 10]
    assert [day.day.day for day in october.marked] == [25]


def test_a_day_is_entered_changed_and_removed_with_traces(
    system, django_capture_on_commit_callbacks
):
    said = {"day": "2027-02-08", "kind": "rest", "name": "春节", "basis": "通知"}
    with django_capture_on_commit_callbacks(execute=True):
        system.post("/calendar/days/new/", said)
    assert workdays.adjusted() == {date(2027, 2, 8): False}

    with django_capture_on_commit_callbacks(execute=True):
        system.post("/calendar/days/2027-02-08/", said | {"name": "春节假期"})
    assert CalendarDay.objects.get().name == "春节假期"

    with django_capture_on_commit_callbacks(execute=True):
        system.post("/calendar/days/2027-02-08/delete/")
    assert workdays.adjusted() == {}
    acts = AuditEntry.objects.filter(action__startswith="calendar.").order_by("number")
    assert list(acts.values_list("action", flat=True)) == [
        "calendar.set", "calendar.set", "calendar.removed",
    ]  # fmt: skip


def test_a_working_day_needs_no_entry(db):
    with pytest.raises(DomainError, match="本来就是工作日"):
        set_day(by=COMMAND_LINE, day=date(2026, 11, 2), is_workday=True, name="x", basis="")


def test_staff_read_the_calendar_with_the_dates_of_their_county(county_client):
    seed_published(by=COMMAND_LINE)

    page = county_client.get("/calendar/2026/").content.decode()

    assert "国庆节" in page
    assert "9月封账" in page
    assert "/calendar/days/new/" not in page
    assert county_client.get("/calendar/days/new/").status_code == 403


def test_years_and_days_that_do_not_exist_are_not_found(system):
    addresses = ("/calendar/1999/", "/calendar/days/2026-02-30/", "/calendar/days/2026-02-03/")

    assert [system.get(one).status_code for one in addresses] == [404, 404, 404]
