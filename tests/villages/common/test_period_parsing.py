"""One parser for every way of writing a period."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.errors import DomainError
from villages.common.periods import HalfYear, Month, Quarter, Year, parse_month, parse_period

MONTHS = st.builds(Month, st.integers(1900, 2199), st.integers(1, 12))


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2026-10", Month(2026, 10)),
        ("2026-1", Month(2026, 1)),
        ("202610", Month(2026, 10)),
        (202610, Month(2026, 10)),
        ("2026.10", Month(2026, 10)),
        ("2026/10", Month(2026, 10)),
        ("2026年10月", Month(2026, 10)),
        (" 2026 年 1 月 ", Month(2026, 1)),
        ("２０２６年１０月", Month(2026, 10)),
        ("2026Q4", Quarter(2026, 4)),
        ("2026q4", Quarter(2026, 4)),
        ("2026-Q3", Quarter(2026, 3)),
        ("2026年四季度", Quarter(2026, 4)),
        ("2026年第1季度", Quarter(2026, 1)),
        ("2026H2", HalfYear(2026, 2)),
        ("2026-h1", HalfYear(2026, 1)),
        ("2026年下半年", HalfYear(2026, 2)),
        ("2026", Year(2026)),
        ("2026年", Year(2026)),
        ("2026年度", Year(2026)),
    ],
)
def test_people_and_programs_write_periods_in_many_ways(written, period):
    assert parse_period(written) == period


@given(MONTHS)
def test_codes_and_labels_read_back(month):
    for period in (month, month.quarter, month.half, month.year_period):
        assert parse_period(period.code) == period
        assert parse_period(period.label) == period
    assert parse_month(month.number) == month


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "2026-13",
            "2026-00",
            "202613",
            "2026Q5",
            "2026Q0",
            "2026H3",
            "26-10",
            "1899",
            "2200",
        ),
        *("2026-10-05", "2026年五季度", "十月", "2026-10; drop", "null", "-2026", "٢٠٢٦"),
    ],
)
def test_anything_else_is_refused_with_the_accepted_forms(written):
    with pytest.raises(DomainError) as refusal:
        parse_period(written)

    assert refusal.value.code == "period_invalid"
    assert "2026Q4" in refusal.value.hint


@pytest.mark.parametrize("written", ["2026Q4", "2026", "2026H1", "x"])
def test_where_a_month_is_asked_other_periods_are_refused(written):
    with pytest.raises(DomainError) as refusal:
        parse_month(written)

    assert refusal.value.code == "period_invalid"


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text):
    try:
        period = parse_period(text)
    except DomainError as refusal:
        assert len(refusal.message) < 60
    else:
        assert parse_period(period.code) == period
