"""Months, quarters, half-years and years."""

import random
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.errors import DomainError
from villages.common.periods import HalfYear, Month, Quarter, Year

SHANGHAI = ZoneInfo("Asia/Shanghai")
KINDS = (Month, Quarter, HalfYear, Year)
MONTHS = st.builds(Month, st.integers(1950, 2150), st.integers(1, 12))
PERIODS = st.one_of(*(MONTHS.map(lambda month, k=kind: k.of(month.start)) for kind in KINDS))
INSTANTS = st.datetimes(datetime(1992, 1, 1), datetime(2150, 12, 31)).map(
    lambda naive: naive.replace(tzinfo=SHANGHAI)
)
EDGES = [
    datetime(2024, 2, 29, 23, 59, 59, 999999, tzinfo=SHANGHAI),
    datetime(2024, 3, 1, tzinfo=SHANGHAI),
    datetime(2026, 12, 31, 23, 59, 59, 999999, tzinfo=SHANGHAI),
    datetime(2027, 1, 1, tzinfo=SHANGHAI),
    datetime(2026, 6, 30, 23, 59, 59, 999999, tzinfo=SHANGHAI),
    datetime(2000, 2, 29, tzinfo=SHANGHAI),
]


def seeded_instants(count):
    dice = random.Random(20261103)
    origin = datetime(1992, 1, 1, tzinfo=UTC)
    span = int(timedelta(days=365 * 120).total_seconds() * 1_000_000)
    return [origin + timedelta(microseconds=dice.randrange(span)) for _ in range(count)]


def belongs_to_exactly_one_of_each_kind(instant):
    day = instant.astimezone(SHANGHAI).date()
    for kind in KINDS:
        period = kind.of_instant(instant)
        around = (period.previous(), period, period.next())
        assert [one.contains(day) for one in around] == [False, True, False]
        assert [one.start <= day <= one.end for one in around] == [False, True, False]


def test_every_instant_lies_in_exactly_one_period_of_each_kind():
    for instant in [*seeded_instants(10_000), *EDGES]:
        belongs_to_exactly_one_of_each_kind(instant)


@given(INSTANTS)
def test_any_instant_lies_in_exactly_one_period_of_each_kind(instant):
    belongs_to_exactly_one_of_each_kind(instant)


def test_shanghai_decides_which_month_an_instant_is_in():
    last_hours_in_utc = datetime(2026, 9, 30, 16, 0, tzinfo=UTC)

    assert Month.of_instant(last_hours_in_utc) == Month(2026, 10)
    assert Month.of_instant(last_hours_in_utc - timedelta(microseconds=1)) == Month(2026, 9)
    assert Year.of_instant(datetime(2026, 12, 31, 16, tzinfo=UTC)) == Year(2027)
    west = timezone(timedelta(hours=-8))
    assert Month.of_instant(datetime(2026, 9, 30, 8, tzinfo=west)) == Month(2026, 10)


def test_instants_and_dates_are_not_confused():
    with pytest.raises(TypeError):
        Month.of(datetime(2026, 10, 5, tzinfo=UTC))
    with pytest.raises(TypeError):
        Month(2026, 10).contains(datetime(2026, 10, 5))
    with pytest.raises(ValueError, match="time zone"):
        Month.of_instant(datetime(2026, 10, 5))


@given(PERIODS)
def test_periods_follow_each_other_without_gap_or_overlap(period):
    following = period.next()

    assert following.start == period.end + timedelta(days=1)
    assert following.previous() == period
    assert period < following


@given(PERIODS)
def test_a_period_is_exactly_its_months(period):
    months = period.months()

    assert len(months) == period.length
    assert (months[0].start, months[-1].end) == (period.start, period.end)
    assert (period.first_month, period.last_month) == (months[0], months[-1])
    assert all(type(period).of(month.start) == period for month in months)


@given(PERIODS, st.integers(-400, 400))
def test_shifting_there_and_back_returns(period, steps):
    assert period.shift(steps).shift(-steps) == period


@given(PERIODS)
def test_same_period_last_year_is_a_year_of_steps_back(period):
    earlier = period.same_last_year()

    assert earlier == period.shift(-(12 // period.length))
    assert (earlier.year, earlier.place) == (period.year - 1, period.place)


@given(MONTHS)
def test_a_month_lies_in_its_quarter_half_and_year(month):
    assert month in month.quarter.months()
    assert month in month.half.months()
    assert month in month.year_period.months()
    assert month.quarter.half == month.half
    assert month.quarter.year_period == month.half.year_period == month.year_period


@given(MONTHS, MONTHS)
def test_month_numbers_are_ordered_as_months_are(one, other):
    assert (one < other) == (one.number < other.number)
    assert Month.from_number(one.number) == one


@pytest.mark.parametrize(
    ("period", "code", "label", "kind", "start", "end"),
    [
        (Month(2026, 2), "2026-02", "2026年2月", "month", "2026-02-01", "2026-02-28"),
        (Month(2024, 2), "2024-02", "2024年2月", "month", "2024-02-01", "2024-02-29"),
        (Quarter(2026, 4), "2026Q4", "2026年四季度", "quarter", "2026-10-01", "2026-12-31"),
        (HalfYear(2026, 1), "2026H1", "2026年上半年", "half-year", "2026-01-01", "2026-06-30"),
        (HalfYear(2026, 2), "2026H2", "2026年下半年", "half-year", "2026-07-01", "2026-12-31"),
        (Year(2026), "2026", "2026年度", "year", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_tells_its_names_and_days(period, code, label, kind, start, end):
    assert (period.code, str(period), period.label, period.kind) == (code, code, label, kind)
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))


def test_months_until_are_inclusive_and_cross_years():
    run = Month(2025, 11).until(Month(2026, 2))

    assert [month.number for month in run] == [202511, 202512, 202601, 202602]
    assert Month(2026, 3).until(Month(2026, 2)) == ()
    assert [month.month for month in Month(2026, 3).year_to_date()] == [1, 2, 3]


def test_periods_are_values():
    assert {Month(2026, 10), Month.from_number(202610)} == {Month(2026, 10)}
    assert Month(2026, 12) != Quarter(2026, 4)
    with pytest.raises(AttributeError):
        Month(2026, 10).year = 2027
    with pytest.raises(TypeError):
        sorted([Month(2026, 10), Quarter(2026, 4)])


@pytest.mark.parametrize(
    "build",
    [
        lambda: Month(2026, 0),
        lambda: Month(2026, 13),
        lambda: Month.from_number(202613),
        lambda: Month.from_number(10),
        lambda: Quarter(2026, 5),
        lambda: HalfYear(2026, 3),
        lambda: Year(0),
        lambda: Month(1, 1).previous(),
        lambda: Month(9999, 12).next(),
    ],
)
def test_a_period_that_no_calendar_has_is_refused(build):
    with pytest.raises(DomainError) as refusal:
        build()

    assert refusal.value.code == "period_invalid"


def test_an_open_end_still_has_a_month():
    assert Month.of(date.max).end == date.max
    assert Month.of(date.min).start == date.min
