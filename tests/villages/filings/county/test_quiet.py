"""When a reminder reaches people."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.clock import ZONE
from villages.common.workdays import is_workday
from villages.filings.quiet import QuietHours, delivery

QUIET = QuietHours(20, 8)
# National Day of 2026, and the Saturday worked in exchange.
ADJUSTED = {date(2026, 10, day): False for day in range(1, 8)} | {date(2026, 10, 10): True}


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("said", "arrives"),
    [
        (at(11, 3, 9, 30), at(11, 3, 9, 30)),
        (at(11, 3, 8), at(11, 3, 8)),
        (at(11, 3, 7, 59), at(11, 3, 8)),
        (at(11, 3, 19, 59), at(11, 3, 19, 59)),
        (at(11, 3, 20), at(11, 4, 8)),
        (at(11, 6, 21), at(11, 9, 8)),
        (at(11, 7, 10), at(11, 9, 8)),
        (at(9, 30, 22), at(10, 8, 8)),
        (at(10, 9, 23), at(10, 10, 8)),
        (at(10, 10, 10), at(10, 10, 10)),
    ],
)
def test_nobody_is_disturbed_at_night_or_on_days_off(said: datetime, arrives: datetime) -> None:
    assert delivery(said, QUIET, ADJUSTED) == arrives


@given(
    st.integers(0, 400 * 24 * 60),
    st.integers(12, 24),
    st.integers(0, 11),
)
def test_it_never_comes_early_nor_out_of_hours(minutes: int, begin: int, end: int) -> None:
    said = at(1, 1, 0) + timedelta(minutes=minutes)

    arrives = delivery(said, QuietHours(begin, end), ADJUSTED)

    assert arrives >= said
    assert is_workday(arrives.date(), ADJUSTED)
    assert end <= arrives.hour < begin
    assert delivery(arrives, QuietHours(begin, end), ADJUSTED) == arrives
