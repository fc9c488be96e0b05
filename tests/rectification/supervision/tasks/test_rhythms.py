"""The next period of a list."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.supervision.choices import Rhythm
from rectification.supervision.rules.rhythms import moved, moved_end, next_period

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("rhythm", "first", "last", "wanted"),
    [
        ("week", "2026-11-02", "2026-11-08", ("2026-11-09", "2026-11-15")),
        ("month", "2026-01-01", "2026-01-31", ("2026-02-01", "2026-02-28")),
        ("month", "2026-02-01", "2026-02-28", ("2026-03-01", "2026-03-31")),
        ("month", "2026-12-01", "2026-12-31", ("2027-01-01", "2027-01-31")),
        ("quarter", "2026-04-01", "2026-06-30", ("2026-07-01", "2026-09-30")),
        ("half_year", "2026-07-01", "2026-12-31", ("2027-01-01", "2027-06-30")),
        ("year", "2024-01-01", "2024-12-31", ("2025-01-01", "2025-12-31")),
        ("month", "2026-01-26", "2026-02-25", ("2026-02-26", "2026-03-25")),
    ],
)
def test_the_period_that_follows(
    rhythm: str, first: str, last: str, wanted: tuple[str, str]
) -> None:
    found = next_period(date.fromisoformat(first), date.fromisoformat(last), rhythm)

    assert tuple(one.isoformat() for one in found) == wanted


@pytest.mark.parametrize("rhythm", list(Rhythm))
@given(day=DAYS)
def test_later_and_never_out_of_order(rhythm: Rhythm, day: date) -> None:
    assert day < moved(day, rhythm) <= moved_end(day, rhythm)
    assert moved(day, rhythm) <= moved(day + ONE_DAY, rhythm)


@given(first=st.integers(2000 * 12, 2080 * 12), rhythm=st.sampled_from(list(Rhythm)[1:]))
def test_whole_periods_follow_each_other_without_a_gap(first: int, rhythm: Rhythm) -> None:
    length = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[rhythm]
    begin, after = _first_of(first), _first_of(first + length)

    assert next_period(begin, after - ONE_DAY, rhythm) == (
        after, _first_of(first + 2 * length) - ONE_DAY,
    )  # fmt: skip


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
