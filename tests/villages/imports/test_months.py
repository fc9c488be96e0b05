"""A closed month refuses, everywhere."""

from datetime import date

import pytest
from django.db import transaction

from tests import factories
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.actions.months import close_month, open_month
from villages.imports.actions.reopening import reopen
from villages.imports.models import FilingMonth
from villages.imports.months import closing_date, due_date, is_closed, require_open
from villages.models import CalendarDay, County
from villages.trace.models import AuditEntry

SEPTEMBER, NOVEMBER = Month(2026, 9), Month(2026, 11)


@pytest.fixture
def staff(county: County) -> User:
    return factories.UserFactory(role=Role.COUNTY_STAFF, home_code=county.code)


def test_a_month_without_a_row_is_open(county: County) -> None:
    with transaction.atomic():
        require_open(county="999901", month=SEPTEMBER)


def test_a_closed_month_refuses_with_a_way_out(staff: User) -> None:
    close_month(by=staff, county="999901", month=SEPTEMBER)

    with pytest.raises(DomainError) as refused, transaction.atomic():
        require_open(county="999901", month=SEPTEMBER, unit="999901001200")

    assert refused.value.code == "month_closed"
    assert "2026年9月已封账" in str(refused.value)


def test_closing_one_county_leaves_the_other_open(staff: User, other_county: County) -> None:
    close_month(by=staff, county="999901", month=SEPTEMBER)

    assert not is_closed(county="999902", month=SEPTEMBER, unit="999902", on=date(2026, 11, 3))


def test_a_month_is_closed_once_and_traced(staff: User) -> None:
    close_month(by=staff, county="999901", month=SEPTEMBER)

    with pytest.raises(DomainError, match="已经封账"):
        close_month(by=staff, county="999901", month=SEPTEMBER)
    assert AuditEntry.objects.filter(action="month.closed").count() == 1


def test_a_month_that_is_not_over_cannot_be_closed(staff: User) -> None:
    with pytest.raises(DomainError, match="还没有结束"):
        close_month(by=staff, county="999901", month=NOVEMBER)


def test_a_foreign_county_cannot_be_closed(staff: User, other_county: County) -> None:
    with pytest.raises(DomainError, match="管辖范围"):
        close_month(by=staff, county="999902", month=SEPTEMBER)


@pytest.mark.parametrize(
    ("unit", "day", "closed"),
    [
        ("999901001200", date(2026, 11, 5), False),
        ("999901001", date(2026, 11, 5), False),
        ("999901101200", date(2026, 11, 5), True),
        ("999901", date(2026, 11, 5), True),
        ("999901001200", date(2026, 11, 6), True),
    ],
)
def test_a_reopening_has_a_scope_and_an_end(
    staff: User, unit: str, day: date, closed: bool
) -> None:
    row = close_month(by=staff, county="999901", month=SEPTEMBER)

    reopen(
        by=staff, filing_month=row, unit_code="999901001", reason="两个村数字填错",
        ends_on=date(2026, 11, 5),
    )  # fmt: skip

    assert is_closed(county="999901", month=SEPTEMBER, unit=unit, on=day) is closed


@pytest.mark.parametrize(
    ("unit", "ends_on", "message"),
    [
        ("999902001", date(2026, 11, 9), "不在本县"),
        ("999901001", date(2026, 11, 2), "已经过去"),
    ],
)
def test_a_reopening_outside_county_or_time_is_refused(
    staff: User, unit: str, ends_on: date, message: str
) -> None:
    row = close_month(by=staff, county="999901", month=SEPTEMBER)

    with pytest.raises(DomainError, match=message):
        reopen(by=staff, filing_month=row, unit_code=unit, reason="错", ends_on=ends_on)


def test_states_follow_the_day(staff: User) -> None:
    row = open_month(by=staff, county="999901", month=Month(2026, 10))

    assert (row.state(date(2026, 10, 25)), row.state(date(2026, 10, 26))) == ("open", "due")


def test_dates_of_the_month_come_from_parameters_and_the_calendar(county: County) -> None:
    CalendarDay.objects.create(day=date(2026, 10, 10), is_workday=True, name="调休上班")
    for day in range(1, 8):
        CalendarDay.objects.create(day=date(2026, 10, day), is_workday=False, name="国庆节")

    assert due_date(SEPTEMBER, "999901") == date(2026, 9, 25)
    assert closing_date(SEPTEMBER, "999901") == date(2026, 10, 10)


def test_a_township_sees_the_months_of_its_county_only(staff: User, other_county: County) -> None:
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001")
    foreign = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999902001")
    row = open_month(by=staff, county="999901", month=SEPTEMBER)

    assert list(FilingMonth.objects.visible_to(clerk)) == [row]
    assert list(FilingMonth.objects.visible_to(foreign)) == []
