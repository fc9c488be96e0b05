"""Shares, points and growth."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.money import growth, percent, points, round_half_up, share, share_text

WHOLES = st.integers(1, 10**9)


@pytest.mark.parametrize(
    ("part", "whole", "fraction", "rate"),
    [
        (7, 32, "0.2188", "21.88"),
        (24, 29, "0.8276", "82.76"),
        (1, 3, "0.3333", "33.33"),
        (2, 3, "0.6667", "66.67"),
        (1, 80000, "0.0000", "0.00"),
        (1, 20000, "0.0001", "0.01"),
        (0, 5, "0.0000", "0.00"),
        (5, 5, "1.0000", "100.00"),
    ],
)
def test_share_is_rounded_half_up_once(part, whole, fraction, rate):
    assert str(share(part, whole)) == fraction
    assert str(percent(part, whole)) == rate


def test_no_base_is_no_share():
    assert share(0, 0) is None
    assert percent(3, 0) is None
    assert points((1, 2), (0, 0)) is None
    assert points((0, 0), (1, 2)) is None
    assert growth(5, 0) is None
    assert share_text(0, 0) == "—(0/0)"


def test_share_for_people_shows_its_base():
    assert share_text(7, 32) == "21.88%(7/32)"
    assert share_text(7, 32, digits=0) == "22%(7/32)"


def test_points_come_from_exact_shares_not_from_rounded_ones():
    now, before = (1, 3), (1, 6)

    assert points(now, before) == Decimal("16.67")
    assert percent(*now) - percent(*before) == Decimal("16.66")


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [(110, 100, "10.00"), (50, 100, "-50.00"), (-50, -100, "50.00"), (0, 3, "-100.00")],
)
def test_growth_is_measured_by_the_size_of_the_earlier_value(now, before, change):
    assert str(growth(now, before)) == change


@given(st.integers(0, 10**9), WHOLES, st.integers(0, 6))
def test_rounding_errs_by_half_a_unit_at_most(part, whole, digits):
    rate = percent(part, whole, digits)

    assert abs(Fraction(rate) - Fraction(part * 100, whole)) <= Fraction(1, 2 * 10**digits)
    assert -rate.as_tuple().exponent == digits


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_symmetric(value, digits):
    # A minus sign would round to the context's 28 digits.
    assert round_half_up(-value, digits) == round_half_up(value, digits).copy_negate()


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (Decimal("2.675"), 2, "2.68"),
        (Decimal("-2.675"), 2, "-2.68"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("-0.4"), 0, "0"),
        (Fraction(1, 2), 2, "0.50"),
        (1234, 2, "1234.00"),
    ],
)
def test_half_goes_away_from_zero(value, digits, rounded):
    assert str(round_half_up(value, digits)) == rounded
