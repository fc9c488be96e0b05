"""The same day so many calendar months later."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.calendar_months import add_months

D = date


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (D(2024, 1, 31), 1, D(2024, 2, 29)),
        (D(2025, 11, 30), 3, D(2026, 2, 28)),
        (D(2024, 2, 29), 12, D(2025, 2, 28)),
        (D(2026, 3, 31), -1, D(2026, 2, 28)),
        (D(2026, 10, 15), 0, D(2026, 10, 15)),
    ],
)
def test_a_month_without_such_a_day_gives_its_last(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(st.dates(D(1950, 1, 1), D(2090, 1, 1)), st.integers(-60, 60))
def test_months_later_is_the_same_day_or_the_last_one(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and _is_last(later))


def _is_last(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
