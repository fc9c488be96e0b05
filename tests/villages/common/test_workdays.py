"""Working days with adjusted workdays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.calendar_data import published
from villages.common.workdays import add_workdays, is_workday, nth_workday, workdays_between

ADJUSTED = {day: worked for day, worked, *_ in published()}
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 10, 1), False),  # 国庆节
        (date(2026, 10, 10), True),  # a worked Saturday
        (date(2026, 9, 20), True),  # a worked Sunday
        (date(2026, 11, 1), False),  # a Sunday
        (date(2026, 11, 2), True),
        (date(2027, 10, 1), True),  # no calendar yet: a Friday
    ],
)
def test_a_calendar_goes_before_the_weekday(day: date, worked: bool) -> None:
    assert is_workday(day, ADJUSTED) is worked


def test_the_third_working_day_of_october_comes_after_the_holiday() -> None:
    assert nth_workday(date(2026, 10, 1), 3, ADJUSTED) == date(2026, 10, 10)


def test_a_deadline_of_three_working_days_honours_a_worked_saturday() -> None:
    assert add_workdays(date(2026, 10, 8), 2, ADJUSTED) == date(2026, 10, 10)


@given(DAYS, st.integers(0, 40))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    later = add_workdays(day, count, ADJUSTED)

    assert is_workday(later, ADJUSTED)
    if count:
        assert workdays_between(day, later, ADJUSTED) == count


@given(DAYS, DAYS)
def test_counting_is_the_naive_count(first: date, last: date) -> None:
    low, high = min(first, last), max(first, last)
    naive = sum(
        is_workday(low + timedelta(days=n), ADJUSTED) for n in range(1, (high - low).days + 1)
    )

    assert workdays_between(first, last, ADJUSTED) == (naive if first <= last else -naive)


def test_every_published_day_off_in_the_week_has_no_duplicate() -> None:
    days = [day for day, *_ in published()]

    assert len(days) == len(set(days))
