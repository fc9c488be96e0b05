"""Parts by shares add up exactly; memberships are stretches of days."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branches.joint.splitting import WHOLE, split
from branches.joint.stretches import Stretch, exceeded, overlap, stated


@st.composite
def _shares(draw: st.DrawFn) -> dict[int, int]:
    cuts = sorted(draw(st.lists(st.integers(0, WHOLE), max_size=7)))
    edges = [0, *cuts, WHOLE]
    return {n: b - a for n, (a, b) in enumerate(pairwise(edges))}


@given(st.integers(-(10**12), 10**12), _shares())
def test_parts_add_up_to_the_fen_and_are_fair(amount, shares):
    parts = split(amount, shares)

    assert sum(parts.values()) == amount
    for key, share in shares.items():
        assert abs(parts[key] - Fraction(amount * share, WHOLE)) < 1


@given(st.integers(0, 10**9), _shares())
def test_a_loss_is_split_as_a_gain(amount, shares):
    assert split(-amount, shares) == {key: -part for key, part in split(amount, shares).items()}


def test_the_largest_remainders_get_what_is_left():
    assert split(100, {"a": 3333, "b": 3333, "c": 3334}) == {"a": 33, "b": 33, "c": 34}
    assert split(1, {"a": 5000, "b": 5000}) == {"a": 1, "b": 0}


@pytest.mark.parametrize("shares", [{}, {"a": 9999}, {"a": 10001}, {"a": 11000, "b": -1000}])
def test_shares_that_are_not_whole_are_refused(shares):
    with pytest.raises(ValueError):
        split(100, shares)


DAY = date(2026, 1, 1)


def _stretch(key: str, begins: int, ends: int | None, share: int | None = None) -> Stretch:
    last = None if ends is None else DAY + timedelta(days=ends)
    return Stretch(key, DAY + timedelta(days=begins), last, share)


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ((0, 10), (10, None), None),
        ((0, 11), (10, None), 10),
        ((0, None), (5, 6), 5),
        ((20, None), (0, 5), None),
        ((3, 4), (3, 4), 3),
    ],
)
def test_nobody_belongs_twice(one, other, day):
    found = overlap([_stretch("a", *one), _stretch("a", *other), _stretch("b", 0, None)])

    assert found == (None if day is None else DAY + timedelta(days=day))


_STRETCHES = st.lists(
    st.builds(
        lambda key, begins, length, share: _stretch(key, begins, begins + length, share),
        st.sampled_from("abcd"), st.integers(0, 20), st.integers(1, 20),
        st.none() | st.integers(0, WHOLE),
    ),
    max_size=6,
)  # fmt: skip


@given(_STRETCHES)
def test_shares_never_exceed_the_whole_on_any_day(stretches):
    days = [DAY + timedelta(days=n) for n in range(50)]
    naive = [day for day in days if stated(stretches, day) > WHOLE]

    assert exceeded(stretches) == (naive[0] if naive else None)
