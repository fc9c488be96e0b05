"""Whether organization life was held often enough."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branches.meeting_rules import Filed, Rhythm, Verdict, running_misses, verdicts
from villages.common.periods import Month

ON = date(2026, 11, 3)
ALL = [month.number for month in Month(2024, 1).until(Month(2026, 11))]
HELD, MISSED, UNKNOWN, RUNNING = Verdict.HELD, Verdict.MISSED, Verdict.UNKNOWN, Verdict.RUNNING
MONTHLY, QUARTERLY, YEARLY = Rhythm(12), Rhythm(4), Rhythm(1)
ORG_LIFE = Rhythm(1, 2)


@pytest.mark.parametrize(
    ("rhythm", "days", "months", "found", "misses"),
    [
        (MONTHLY, [date(2026, 10, 31)], ALL, [RUNNING, HELD, MISSED, MISSED], 0),
        (MONTHLY, [date(2026, 11, 1)], ALL, [HELD, MISSED, MISSED, MISSED], 0),
        (MONTHLY, [date(2026, 9, 1)], ALL, [RUNNING, MISSED, HELD, MISSED], 1),
        (MONTHLY, [], ALL, [RUNNING, MISSED, MISSED, MISSED], 3),
        (MONTHLY, [], [], [RUNNING, UNKNOWN, UNKNOWN, UNKNOWN], None),
        (MONTHLY, [], [202610, 202608], [RUNNING, MISSED, UNKNOWN, MISSED], 1),
        (MONTHLY, [date(2026, 11, 4)], ALL, [RUNNING, MISSED, MISSED, MISSED], 3),  # not yet
        (QUARTERLY, [date(2026, 7, 1)], ALL, [RUNNING, HELD, MISSED, MISSED], 0),
        (QUARTERLY, [date(2026, 6, 30)], ALL, [RUNNING, MISSED, HELD, MISSED], 1),
        (QUARTERLY, [], [202607, 202609], [RUNNING, UNKNOWN, UNKNOWN, UNKNOWN], None),
        (YEARLY, [date(2025, 12, 31)], ALL, [RUNNING, HELD, MISSED, UNKNOWN], 0),
        # The life meeting of 2025 may be held until the end of February 2026.
        (ORG_LIFE, [date(2026, 2, 28)], ALL, [RUNNING, HELD, MISSED, UNKNOWN], 0),
        (ORG_LIFE, [date(2026, 3, 1)], ALL, [HELD, MISSED, MISSED, UNKNOWN], 0),
    ],
)
def test_stretches(
    rhythm: Rhythm, days: list[date], months: list[int], found: list[Verdict], misses: int | None
) -> None:
    told = verdicts(rhythm, Filed(days, months), ON, 3)

    assert told == found
    assert running_misses(told) == misses


def test_nothing_is_due_before_the_founding() -> None:
    told = verdicts(MONTHLY, Filed([], ALL, since=date(2026, 9, 2)), ON, 3)

    assert told == [RUNNING, MISSED]
    assert running_misses(verdicts(YEARLY, Filed([], ALL, since=ON), ON, 3)) == 0


@given(
    st.sampled_from([1, 2, 3, 4, 6, 12]),
    st.integers(0, 6),
    st.dates(date(2001, 1, 1), date(2090, 1, 1)),
)
def test_every_day_lies_in_one_stretch(times: int, grace: int, day: date) -> None:
    """Stretches follow each other without gap or overlap, so a meeting counts once."""
    newest, before = Rhythm(times, grace).before(day, 1)

    assert newest.holds(day)
    assert not before.holds(day)
    assert before.last.next() == newest.first
    assert len(newest.months) == 12 // times
