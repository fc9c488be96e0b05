"""Numbers as sheets hold them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.quantities import parse_count, parse_number
from villages.common.readings import Repair, Unreadable


@pytest.mark.parametrize(
    ("raw", "unit", "value", "repairs"),
    [
        ("35000", "", "35000", ()),
        ("-12.5", "", "-12.5", ()),
        ("+3", "", "3", ()),
        ("12.", "", "12", ()),
        ("-0", "", "0", ()),
        (35000, "", "35000", ()),
        (Decimal("5.05"), "万元", "5.05", ()),
        (5.05, "万元", "5.05", ()),
        (0.1 + 0.2, "", "0.3", (Repair.FLOAT_NOISE,)),
        (" 12 ", "", "12", (Repair.TRIMMED,)),
        ("12\u00a0", "", "12", (Repair.TRIMMED,)),
        ("３５０００", "", "35000", (Repair.FULL_WIDTH,)),
        ("４．７８", "万元", "4.78", (Repair.FULL_WIDTH,)),
        (" －３", "", "-3", (Repair.FULL_WIDTH, Repair.TRIMMED)),
        ("1,234.5", "", "1234.5", (Repair.THOUSANDS,)),
        ("12,345,678", "", "12345678", (Repair.THOUSANDS,)),
        ("1，234", "", "1234", (Repair.THOUSANDS,)),
        ("1 234 567", "", "1234567", (Repair.THOUSANDS,)),
        ("12.5 元", "元", "12.5", (Repair.UNIT_WORD,)),
        ("12.5元", "", "12.5", (Repair.UNIT_WORD,)),
        ("10户", "户", "10", (Repair.UNIT_WORD,)),
        ("90%", "%", "90", (Repair.UNIT_WORD,)),
        ("￥12.50", "元", "12.50", (Repair.CURRENCY,)),
        ("-¥8", "元", "-8", (Repair.CURRENCY,)),
        ("−5", "", "-5", (Repair.MINUS_SIGN,)),
        ("(500)", "", "-500", (Repair.BRACKETS,)),
        ("（1,500）", "", "-1500", (Repair.BRACKETS, Repair.THOUSANDS)),
        ("12。5", "", "12.5", (Repair.DECIMAL_POINT,)),
        ("1.5E+04", "", "15000", (Repair.SCIENTIFIC,)),
    ],
)
def test_numbers_are_read_with_every_repair_named(raw, unit, value, repairs):
    reading = parse_number(raw, unit)

    assert reading.value == Decimal(value)
    assert reading.repairs == repairs


@pytest.mark.parametrize(
    ("raw", "unit", "value", "repair"),
    [
        ("3.5万", "", "35000", Repair.SCALED),
        ("3.5万", "元", "35000", Repair.SCALED),
        ("3.5 万元", "元", "35000", Repair.SCALED),
        ("3.5万", "万元", "3.5", Repair.UNIT_WORD),
        ("3.5万元", "万元", "3.5", Repair.UNIT_WORD),
        ("500元", "万元", "0.05", Repair.SCALED),
        ("1.2亿", "万元", "12000", Repair.SCALED),
        ("2万亩", "亩", "20000", Repair.SCALED),
        ("3千", "人", "3000", Repair.SCALED),
    ],
)
def test_scale_words_count_against_the_unit_of_the_column(raw, unit, value, repair):
    reading = parse_number(raw, unit)

    assert (reading.value, reading.repairs) == (Decimal(value), (repair,))


@pytest.mark.parametrize("mark", ["—", "——", "-", "/", "／", "－", "无", "暂无", "\\", "N/A"])
def test_marks_for_nothing_are_nothing_and_not_zero(mark):
    reading = parse_number(mark)

    assert reading.value is None
    assert Repair.BLANK_MARK in reading.repairs


@pytest.mark.parametrize("raw", [None, "", "  ", "\u3000"])
def test_a_blank_needs_no_repair(raw):
    assert parse_number(raw).value is None
    assert parse_number(raw).repairs == ()


@pytest.mark.parametrize(
    ("raw", "unit", "code"),
    [
        ("约3.5左右", "元", "not_a_number"),
        ("3.5左右", "元", "not_a_number"),
        ("12..5", "元", "not_a_number"),
        ("1.2.3", "", "not_a_number"),
        ("1,23", "", "not_a_number"),
        ("12 34", "", "not_a_number"),
        ("1-3", "", "not_a_number"),
        ("—500", "", "not_a_number"),
        ("三万", "", "not_a_number"),
        ("٣٥", "", "not_a_number"),
        ("#DIV/0!", "", "not_a_number"),
        ("NaN", "", "not_a_number"),
        (float("nan"), "", "not_a_number"),
        (float("inf"), "", "not_a_number"),
        (True, "", "not_a_number"),
        (Fraction(1, 2), "", "not_a_number"),
        (object(), "", "not_a_number"),
        ("12亩", "元", "other_unit"),
        ("12户", "", "other_unit"),
        ("90%", "元", "other_unit"),
        ("1E+99", "", "number_too_large"),
        ("9" * 19, "", "number_too_large"),
        ("0." + "1" * 40, "", "number_too_large"),
        (10**18, "", "number_too_large"),
    ],
)
def test_what_cannot_be_read_says_why(raw, unit, code):
    with pytest.raises(Unreadable) as refusal:
        parse_number(raw, unit)

    assert refusal.value.code == code
    assert len(refusal.value.sample) <= 40


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=4))
def test_separators_and_width_never_change_the_value(value):
    wide = str.maketrans("0123456789.-", "０１２３４５６７８９．－")

    assert parse_number(str(value)).value == value
    assert parse_number(f"{value:,}").value == value
    assert parse_number(str(value).translate(wide)).value == value


@given(st.integers(-(10**15), 10**15).map(lambda cents: cents / 100))
def test_typed_decimals_come_out_of_floats_as_typed(number):
    assert parse_number(number).value == Decimal(str(number))


@given(st.text(max_size=30), st.sampled_from(["", "元", "万元", "%", "亩"]))
def test_no_text_breaks_the_reader(text, unit):
    try:
        reading = parse_number(text, unit)
    except Unreadable as refusal:
        assert refusal.code in {"not_a_number", "other_unit", "number_too_large"}
    else:
        assert reading.value is None or reading.value.is_finite()


def test_counts_are_whole_and_not_negative():
    assert parse_count("1,498 人", "人").value == 1498
    assert parse_count(300.0).value == 300
    assert parse_count("1.2万").value == 12000
    assert parse_count("无").value is None
    with pytest.raises(Unreadable, match="not_whole"):
        parse_count("3.5")
    with pytest.raises(Unreadable, match="negative"):
        parse_count("-3")
