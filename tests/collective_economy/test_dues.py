"""Rent by contract years, to the fen and the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collective_economy.dues import MONTHS, Due, Terms, dues, standing
from collective_economy.kinds import RentPeriod
from villages.common.calendar_months import add_months

D = date


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (Terms(D(2024, 3, 1), D(2026, 2, 28), 1200, RentPeriod.YEAR),
         [(D(2024, 3, 1), 1200), (D(2025, 3, 1), 1200)]),
        (Terms(D(2025, 1, 1), D(2025, 12, 31), 1001, RentPeriod.HALF),
         [(D(2025, 1, 1), 500), (D(2025, 7, 1), 501)]),
        (Terms(D(2025, 1, 1), D(2026, 6, 30), 36500, RentPeriod.YEAR),
         [(D(2025, 1, 1), 36500), (D(2026, 1, 1), 18100)]),
        (Terms(D(2025, 1, 31), D(2025, 4, 29), 1200, RentPeriod.MONTH),
         [(D(2025, 1, 31), 100), (D(2025, 2, 28), 100), (D(2025, 3, 31), 100)]),
        (Terms(D(2025, 1, 1), D(2025, 1, 1), 36500, RentPeriod.YEAR), [(D(2025, 1, 1), 100)]),
    ],
)  # fmt: skip
def test_instalments(terms: Terms, expected: list[tuple[date, int]]) -> None:
    assert [(one.on, one.fen) for one in dues(terms)] == expected


@given(
    st.dates(D(2015, 1, 1), D(2024, 12, 28)), st.integers(1, 10), st.integers(0, 10**9),
    st.sampled_from(RentPeriod),
)  # fmt: skip
def test_whole_contract_years_add_up_to_the_yearly_amount(
    begins: date, years: int, fen: int, period: RentPeriod
) -> None:
    ends = add_months(begins, 12 * years) - timedelta(days=1)

    due = list(dues(Terms(begins, ends, fen, period)))

    assert sum(one.fen for one in due) == fen * years
    assert len(due) == years * 12 // MONTHS[period]


@pytest.mark.parametrize(
    ("received", "on", "arrears", "days"),
    [
        ([], D(2024, 12, 31), 0, 0),
        ([], D(2025, 1, 1), 1200, 0),
        ([], D(2025, 1, 11), 1200, 10),
        ([Due(D(2025, 1, 5), 1200)], D(2025, 12, 31), 0, 0),
        ([Due(D(2025, 1, 5), 700)], D(2025, 1, 11), 500, 10),
        ([Due(D(2025, 1, 5), 700)], D(2026, 1, 11), 1700, 375),
        ([Due(D(2025, 1, 5), 1300)], D(2026, 1, 11), 1100, 10),
        ([Due(D(2025, 6, 1), 1200)], D(2025, 1, 11), 1200, 10),
        ([Due(D(2025, 1, 5), 9999)], D(2025, 1, 11), 0, 0),
    ],
)
def test_what_came_pays_the_oldest_due_first(
    received: list[Due], on: date, arrears: int, days: int
) -> None:
    terms = Terms(D(2025, 1, 1), D(2026, 12, 31), 1200, RentPeriod.YEAR)

    found = standing(terms, received, on)

    assert (found.arrears_fen, found.arrears_days) == (arrears, days)
