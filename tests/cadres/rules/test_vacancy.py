"""Since when seats are empty."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadres.rules.vacancy import Short, Span, Wanted, gaps_of, short_of

ONE = [Wanted(date.min, 1)]
JAN, MAR, MAY, OCT = (date(2026, month, 1) for month in (1, 3, 5, 10))


@pytest.mark.parametrize(
    ("spans", "wanted", "known_since", "expected"),
    [
        ([Span(1, JAN, None)], ONE, JAN, None),
        ([Span(1, JAN, MAR)], ONE, JAN, Short(1, MAR, False)),
        # Whoever left before the ledger began is known to have left.
        ([Span(1, None, JAN)], ONE, MAR, Short(1, JAN, False)),
        # Nobody was ever there: at least since the ledger is kept.
        ([], ONE, MAR, Short(1, MAR, True)),
        # A successor came and left again: the earlier gap is over.
        ([Span(1, None, JAN), Span(2, MAR, MAY)], ONE, JAN, Short(1, MAY, False)),
        # One person in two posts of a body fills one seat.
        ([Span(1, JAN, None), Span(1, JAN, None)], [Wanted(JAN, 2)], JAN, Short(1, JAN, False)),
        # More seats than before: short from the day on which they were laid down.
        ([Span(1, JAN, None)], [Wanted(JAN, 1), Wanted(MAY, 3)], JAN, Short(2, MAY, False)),
        # Fewer seats: nothing is short any more.
        ([Span(1, JAN, None)], [Wanted(JAN, 3), Wanted(MAY, 1)], JAN, None),
        # Seats laid down before the ledger began: nobody knows who sat there then.
        ([Span(1, JAN, None)], [Wanted(JAN, 2)], MAR, Short(1, MAR, True)),
        ([], [], JAN, None),
    ],
)
def test_a_gap_begins_where_it_last_became_one(
    spans: list[Span], wanted: list[Wanted], known_since: date, expected: Short | None
) -> None:
    assert short_of(spans, wanted, known_since, OCT) == expected


def test_days_count_from_the_first_empty_day() -> None:
    assert Short(1, MAR, False).days(MAY) == 61


_DAY = st.integers(0, 40).map(lambda n: JAN + timedelta(days=n))


@st.composite
def _span(draw: st.DrawFn) -> Span:
    start = draw(st.none() | _DAY)
    end = draw(st.none() | _DAY)
    if start and end and end < start:
        start, end = end, start
    return Span(draw(st.integers(1, 3)), start, end)


@given(st.lists(_span(), max_size=6), st.integers(0, 3), _DAY)
def test_it_agrees_with_looking_at_every_single_day(
    spans: list[Span], seats: int, since: date
) -> None:
    on, wanted = JAN + timedelta(days=45), [Wanted(since, seats)]

    def missing(day: date) -> int:
        return (seats if day >= since else 0) - len({x.person for x in spans if x.covers(day)})

    found = short_of(spans, wanted, JAN - timedelta(days=1), on)

    if missing(on) <= 0:
        assert found is None
        return
    first = on
    while missing(first - timedelta(days=1)) > 0:
        first -= timedelta(days=1)
    assert found == Short(missing(on), first, False)


@given(st.lists(_span(), max_size=6), st.integers(0, 4))
def test_each_empty_seat_has_its_own_first_day(spans: list[Span], seats: int) -> None:
    on, wanted = JAN + timedelta(days=45), [Wanted(JAN, seats)]

    def missing(day: date) -> int:
        return (seats if day >= JAN else 0) - len({x.person for x in spans if x.covers(day)})

    found = gaps_of(spans, wanted, JAN - timedelta(days=1), on)

    assert len(found) == max(0, missing(on))
    for place, one in enumerate(found, start=1):
        first = on
        while missing(first - timedelta(days=1)) >= place:
            first -= timedelta(days=1)
        assert (one.since, one.missing, one.at_least) == (first, place, False)
    assert short_of(spans, wanted, JAN - timedelta(days=1), on) == (
        Short(len(found), found[0].since, at_least=False) if found else None
    )
