"""Working hours that an order leaves, over hours and holidays."""

from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.supervision.rules.quiet import hours_left, is_too_short

# 2026-10-16 is a Friday. The twentieth is a holiday, the eighteenth, a Sunday, is worked instead.
CALENDAR = {date(2026, 10, 20): False, date(2026, 10, 18): True}
FRIDAY, SATURDAY, SUNDAY = date(2026, 10, 16), date(2026, 10, 17), date(2026, 10, 18)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 10, 19), date(2026, 10, 20), date(2026, 10, 21)


@pytest.mark.parametrize(
    ("day", "clock", "due", "hours"),
    [
        (FRIDAY, "09:00", FRIDAY, 8),
        (FRIDAY, "00:00", FRIDAY, 8),
        (FRIDAY, "12:00", FRIDAY, 5),
        (FRIDAY, "12:30", FRIDAY, Fraction(9, 2)),
        (FRIDAY, "17:00", FRIDAY, 0),
        (FRIDAY, "23:30", FRIDAY, 0),
        (FRIDAY, "12:00", SATURDAY, 5),
        # The Sunday that is worked counts, the Saturday does not.
        (FRIDAY, "12:00", SUNDAY, 13),
        (SATURDAY, "12:00", SUNDAY, 8),
        (SATURDAY, "12:00", MONDAY, 16),
        # The holiday does not.
        (MONDAY, "17:30", TUESDAY, 0),
        (MONDAY, "16:00", WEDNESDAY, 9),
        (TUESDAY, "08:00", TUESDAY, 0),
        (TUESDAY, "08:00", WEDNESDAY, 8),
        (WEDNESDAY, "09:00", MONDAY, 0),
    ],
)
def test_hours_left(day: date, clock: str, due: date, hours: int) -> None:
    assert hours_left(_at(day, clock), due, CALENDAR) == hours


@pytest.mark.parametrize(
    ("clock", "due", "shortest", "short"),
    [
        # Noon for the evening.
        ("12:00", FRIDAY, 16, True),
        ("09:00", SUNDAY, 16, False),
        ("09:01", SUNDAY, 16, True),
        ("09:01", SUNDAY, 15, False),
        ("16:59", FRIDAY, 1, True),
        ("16:00", FRIDAY, 1, False),
    ],
)
def test_too_short(clock: str, due: date, shortest: int, short: bool) -> None:
    assert is_too_short(_at(FRIDAY, clock), due, CALENDAR, shortest=shortest) is short


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
    st.timedeltas(timedelta(0), timedelta(days=40)),
    st.integers(0, 30),
)
def test_later_papers_leave_less_and_later_days_more(
    at: datetime, later: timedelta, days: int
) -> None:
    due = at.date() + timedelta(days=days)

    left = hours_left(at, due, CALENDAR)

    assert 0 <= left <= 8 * (days + 1)
    assert hours_left(at + later, due, CALENDAR) <= left
    assert hours_left(at, due + timedelta(days=1), CALENDAR) >= left


def _at(day: date, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day.isoformat()}T{clock}")
