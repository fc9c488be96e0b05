"""Money in fen, shown in yuan and ten thousand yuan."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.errors import DomainError
from villages.common.money import json_yuan, to_fen, wan_text, yuan_text

FEN = st.integers(-(10**17), 10**17)
AMOUNTS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=8)


@pytest.mark.parametrize(
    ("amount", "unit", "fen"),
    [
        ("12.5", "元", 1250),
        (Decimal("12.345"), "元", 1235),
        (Decimal("12.344999999999999999999999999999999"), "元", 1234),
        ("-12.345", "元", -1235),
        ("0.005", "元", 1),
        ("0.004", "元", 0),
        ("-0.004", "元", 0),
        ("3.5", "万元", 3_500_000),
        ("165.83", "万元", 165_830_000),
        ("0.0000005", "万元", 1),
        (7, "元", 700),
        ("1.2", "亿元", 12_000_000_000),
        ("1e-400", "元", 0),
    ],
)
def test_amounts_become_fen_half_up(amount, unit, fen):
    assert to_fen(amount, unit) == fen


@given(AMOUNTS)
def test_fen_agree_with_decimal_arithmetic(amount):
    expected = (amount * 100).quantize(Decimal(1), ROUND_HALF_UP)

    assert to_fen(amount) == int(expected)
    assert to_fen(amount / 10_000, "万元") == int(expected)


@given(FEN)
def test_fen_survive_the_way_through_json(fen):
    assert to_fen(json_yuan(fen)) == fen
    assert to_fen(yuan_text(fen).replace(",", "")) == fen


@given(st.lists(FEN, max_size=30))
def test_sums_are_exact(rows):
    assert to_fen(str(sum(Decimal(json_yuan(fen)) for fen in rows))) == sum(rows)


@pytest.mark.parametrize(
    ("fen", "yuan", "wan", "machine"),
    [
        (0, "0.00", "0.00", "0.00"),
        (123_450, "1,234.50", "0.12", "1234.50"),
        (12_500_000, "125,000.00", "12.50", "125000.00"),
        (9_192_630_000, "91,926,300.00", "9,192.63", "91926300.00"),
        (-5, "-0.05", "0.00", "-0.05"),
        (-5_000, "-50.00", "-0.01", "-50.00"),
        (1_005_000, "10,050.00", "1.01", "10050.00"),
    ],
)
def test_money_is_shown_with_two_decimals(fen, yuan, wan, machine):
    assert (yuan_text(fen), wan_text(fen), json_yuan(fen)) == (yuan, wan, machine)


@pytest.mark.parametrize(
    "amount", ["", "三万", "1,234", "NaN", "Infinity", Decimal("NaN"), "0." + "3" * 120]
)
def test_what_is_no_number_is_refused(amount):
    with pytest.raises(DomainError) as refusal:
        to_fen(amount)

    assert refusal.value.code == "money_invalid"


@pytest.mark.parametrize("amount", ["1e16", "-1e16", "9" * 39, "1e999999"])
def test_what_no_county_owns_is_refused(amount):
    with pytest.raises(DomainError) as refusal:
        to_fen(amount)

    assert refusal.value.code == "money_too_large"


@pytest.mark.parametrize("amount", [12.5, True])
def test_inexact_types_are_refused(amount):
    with pytest.raises(TypeError):
        to_fen(amount)
