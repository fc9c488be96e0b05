"""What follows from nested statements, against solving the equations naively."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collective_economy.statements import Statement, accumulate
from villages.common.periods import Month

YEAR = [Month(2026, place) for place in range(1, 13)]


def _month(place: int) -> Month:
    return Month(2026, place)


def _said(first: int, last: int, fen: int) -> Statement:
    return Statement(202600 + first, 202600 + last, fen)


RANGES = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(lambda two: (min(two), max(two)))


def _follows(ranges: list[tuple[int, int]], wanted: tuple[int, int]) -> bool:
    """Whether the wanted sum is a combination of the stated ones: Gaussian elimination."""
    rows = [[Fraction(first <= n <= last) for n in range(1, 13)] for first, last in ranges]
    target = [Fraction(wanted[0] <= n <= wanted[1]) for n in range(1, 13)]
    return _rank(rows) == _rank([*rows, target])


def _rank(rows: list[list[Fraction]]) -> int:
    rows, rank = [list(row) for row in rows], 0
    for column in range(12):
        pivot = next((n for n in range(rank, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for n in range(rank + 1, len(rows)):
            factor = rows[n][column] / rows[rank][column]
            rows[n] = [a - factor * b for a, b in zip(rows[n], rows[rank], strict=True)]
        rank += 1
    return rank


@given(
    st.lists(st.integers(0, 10**9), min_size=12, max_size=12), st.lists(RANGES, max_size=10),
    RANGES,
)  # fmt: skip
def test_exactly_what_follows_is_known_and_right(
    fens: list[int], ranges: list[tuple[int, int]], wanted: tuple[int, int]
) -> None:
    known = accumulate(_said(a, b, sum(fens[a - 1 : b])) for a, b in ranges)

    found = known.between(_month(wanted[0]), _month(wanted[1]))

    assert not known.conflicts
    assert (found is not None) == _follows(ranges, wanted)
    if found is not None:
        assert found == sum(fens[wanted[0] - 1 : wanted[1]])


def test_a_first_cumulative_statement_hides_its_months() -> None:
    known = accumulate([_said(1, 10, 500)])

    assert [known.month(month) for month in YEAR[:10]] == [None] * 10
    assert known.between(_month(1), _month(10)) == 500


def test_a_month_is_the_difference_of_two_statements() -> None:
    known = accumulate([_said(1, 10, 500), _said(1, 11, 720)])

    assert known.month(_month(11)) == 220
    assert known.month(_month(10)) is None


def test_a_month_stated_by_itself_is_not_counted_twice() -> None:
    known = accumulate([_said(1, 9, 400), _said(10, 10, 100), _said(1, 10, 500)])

    assert known.between(_month(1), _month(10)) == 500
    assert not known.conflicts


def test_the_sum_from_january_holds_against_a_month_that_contradicts_it() -> None:
    known = accumulate([_said(10, 10, 130), _said(1, 9, 400), _said(1, 10, 500)])

    assert known.month(_month(10)) == 100
    assert known.conflicts == [_said(10, 10, 130)]


@pytest.mark.parametrize(("first", "last"), [(1, 12), (2, 2)])
def test_of_nothing_nothing_follows(first: int, last: int) -> None:
    assert accumulate([]).between(_month(first), _month(last)) is None
