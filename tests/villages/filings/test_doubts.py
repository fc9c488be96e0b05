"""Soft checks: one question for what is odd, none for what is usual."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.filings.doubts import Known, Limits, doubts

LIMITS = Limits()


@pytest.mark.parametrize(
    ("value", "known", "code"),
    [
        (50, Known(), None),
        (50, Known(last=48), None),
        (500_000, Known(last=50), "unit"),
        (50, Known(last=500_000), "unit"),
        (400, Known(last=50), "jump"),
        (399, Known(last=50), None),
        (6, Known(last=50), "jump"),
        (7, Known(last=50), None),
        (0, Known(last=50), None),
        (40, Known(last=0), None),
        (90, Known(last=40, seasons=(10, 12, 11)), "season"),
        (36, Known(last=40, seasons=(10, 12, 11)), None),
        (90, Known(last=40, seasons=(10,)), None),
        (420, Known(peers=(20, 21, 19, 22, 20)), "peers"),
        (400, Known(peers=(20, 21, 19, 22, 20)), None),
        (420, Known(peers=(20, 21, 19, 22)), None),
        (200_000, Known(peers=(20, 21, 19, 22, 20)), "unit"),
    ],
)
def test_what_is_asked(value: int, known: Known, code: str | None) -> None:
    found = doubts(value, known, LIMITS)

    assert [one.code for one in found] == ([code] if code else [])


def test_a_cumulative_value_may_not_fall_silently() -> None:
    assert [one.code for one in doubts(49, Known(last=50), LIMITS, cumulative=True)] == ["falls"]
    assert doubts(50, Known(last=50), LIMITS, cumulative=True) == []
    assert doubts(49, Known(last=50), LIMITS) == []


@given(usual=st.integers(100, 10**9), drift=st.integers(70, 140))
def test_a_slip_of_ten_thousand_is_always_asked_and_a_drift_never(usual: int, drift: int) -> None:
    value = usual * drift // 100
    known = Known(last=usual, seasons=(usual, usual * 9 // 10, usual * 11 // 10))

    assert doubts(value, known, LIMITS) == []
    assert [one.code for one in doubts(value * 10_000, known, LIMITS)] == ["unit"]
