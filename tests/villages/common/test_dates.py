"""Dates as sheets hold them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.dates import Precision, parse_date
from villages.common.readings import Repair, Unreadable

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
FORM = Repair.DATE_FORM


@pytest.mark.parametrize(
    ("raw", "day", "precision", "repairs"),
    [
        ("2026-10-05", "2026-10-05", "day", ()),
        ("2026-10", "2026-10-01", "month", ()),
        ("2026", "2026-01-01", "year", ()),
        (date(2026, 10, 5), "2026-10-05", "day", ()),
        (datetime(2026, 10, 5), "2026-10-05", "day", ()),
        (datetime(2026, 10, 5, 8), "2026-10-05", "day", (Repair.TIME_DROPPED,)),
        (datetime(2026, 10, 4, 16, tzinfo=UTC), "2026-10-05", "day", ()),
        ("2026.10.5", "2026-10-05", "day", (FORM,)),
        ("2026/10/05", "2026-10-05", "day", (FORM,)),
        ("2026-1-5", "2026-01-05", "day", (FORM,)),
        ("2026年10月5日", "2026-10-05", "day", (FORM,)),
        ("2026年10月5号", "2026-10-05", "day", (FORM,)),
        ("2026 年 10 月 5 日", "2026-10-05", "day", (Repair.TRIMMED, FORM)),
        ("２０２６．１０．５", "2026-10-05", "day", (Repair.FULL_WIDTH, FORM)),
        ("2026—10—5", "2026-10-05", "day", (FORM,)),
        ("2026。10。5", "2026-10-05", "day", (FORM,)),
        ("20261005", "2026-10-05", "day", (FORM,)),
        (20261005, "2026-10-05", "day", (FORM,)),
        ("2026-10-05 00:00:00", "2026-10-05", "day", (Repair.TIME_DROPPED,)),
        ("2026/10/5 8:30", "2026-10-05", "day", (FORM, Repair.TIME_DROPPED)),
        ("1997.09", "1997-09-01", "month", (FORM,)),
        ("2018.6", "2018-06-01", "month", (FORM,)),
        ("2018.1", "2018-01-01", "month", (FORM,)),
        ("200212", "2002-12-01", "month", (FORM,)),
        (200212, "2002-12-01", "month", (FORM,)),
        (200212.0, "2002-12-01", "month", (FORM,)),
        (1997.09, "1997-09-01", "month", (FORM,)),
        (2018.11, "2018-11-01", "month", (FORM,)),
        (2018.1, "2018-01-01", "month", (FORM, Repair.MONTH_UNSURE)),
        (Decimal("2018.1"), "2018-01-01", "month", (FORM, Repair.MONTH_UNSURE)),
        ("2026年10月", "2026-10-01", "month", (FORM,)),
        ("2026年", "2026-01-01", "year", (FORM,)),
        (2026, "2026-01-01", "year", ()),
        (46300, "2026-10-05", "day", (Repair.EXCEL_SERIAL,)),
        (46300.5, "2026-10-05", "day", (Repair.EXCEL_SERIAL, Repair.TIME_DROPPED)),
        ("46300", "2026-10-05", "day", (Repair.EXCEL_SERIAL,)),
    ],
)
def test_dates_are_read_with_precision_and_every_repair(raw, day, precision, repairs):
    reading = parse_date(raw)

    assert reading.value == date.fromisoformat(day)
    assert reading.precision == Precision(precision)
    assert reading.repairs == repairs


@pytest.mark.parametrize(
    ("raw", "day", "repair"),
    [
        ("2026年11月底前", "2026-11-30", Repair.LAST_DAY),
        ("2026年11月底", "2026-11-30", Repair.LAST_DAY),
        ("2028.2月底前", "2028-02-29", Repair.LAST_DAY),
        ("2026年11月底前完成", "2026-11-30", Repair.LAST_DAY),
        ("2026年底前", "2026-12-31", Repair.LAST_DAY),
        ("2026年末", "2026-12-31", Repair.LAST_DAY),
        ("2026.12.15前", "2026-12-15", Repair.BEFORE),
        ("2026年12月15日之前", "2026-12-15", Repair.BEFORE),
    ],
)
def test_deadlines_in_words_become_their_last_day(raw, day, repair):
    reading = parse_date(raw)

    assert reading.value == reading.last_day == date.fromisoformat(day)
    assert reading.repairs == (FORM, repair)


@pytest.mark.parametrize(
    ("raw", "last"),
    [("2026-11", "2026-11-30"), ("2024-02", "2024-02-29"), ("2026", "2026-12-31")],
)
def test_a_coarse_deadline_ends_with_its_period(raw, last):
    assert parse_date(raw).last_day == date.fromisoformat(last)


@pytest.mark.parametrize("raw", [None, "", "  ", "—", "无", "/"])
def test_nothing_is_no_date(raw):
    assert parse_date(raw).value is None
    assert parse_date(raw).last_day is None


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("尽快", "not_a_date"),
        ("2025.11-2026.3", "not_a_date"),
        ("#####", "not_a_date"),
        ("1899-12-31", "not_a_date"),
        (datetime(1899, 12, 30), "not_a_date"),
        (time(8, 30), "not_a_date"),
        (True, "not_a_date"),
        (3.5, "not_a_date"),
        (float("nan"), "not_a_date"),
        (5, "not_a_date"),
        (10**12, "not_a_date"),
        (Decimal("1E+999999"), "not_a_date"),
        (Decimal("NaN"), "not_a_date"),
        (-46300, "not_a_date"),
        ("2026-10-05T00:00:00Z", "not_a_date"),
        ("2026.2.30", "no_such_day"),
        ("2026-13", "no_such_day"),
        ("2023.2.29", "no_such_day"),
        ("202600", "no_such_day"),
        ("2026年11月前", "date_ambiguous"),
        ("2026年前", "date_ambiguous"),
        ("10月5日", "year_missing"),
        ("11月底前", "year_missing"),
        ("26.10.5", "year_short"),
        ("26年10月", "year_short"),
    ],
)
def test_what_cannot_be_read_says_why(raw, code):
    with pytest.raises(Unreadable) as refusal:
        parse_date(raw)

    assert refusal.value.code == code


@given(DAYS)
def test_every_day_reads_the_same_in_every_form(day):
    forms = [
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month:02d}/{day.day:02d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        datetime(day.year, day.month, day.day),
        day.isoformat(),
    ]

    assert {parse_date(form).value for form in forms} == {day}


@given(st.integers(10000, 99999))
def test_serials_are_days_since_the_end_of_1899(serial):
    assert (parse_date(serial).value - date(1899, 12, 30)).days == serial


@given(st.text(max_size=30) | st.text("0123456789.-/年月日底前 ", max_size=14))
def test_no_text_breaks_the_reader(text):
    try:
        reading = parse_date(text)
    except Unreadable as refusal:
        assert refusal.code
    else:
        assert reading.value is None or 1900 <= reading.value.year <= 2199
