"""What a definition and a value may say, and what they cost. No database."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.villages.indicators.factories import BEGUN, WORDS
from villages.common.errors import DomainError
from villages.common.forbidden import DEMANDS, demanded
from villages.indicators.checking import (
    definition_faults,
    plain,
    settle_definition,
    settle_value,
    value_faults,
)
from villages.indicators.choices import IndicatorState, Rhythm
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import months_later, read_span, spans


def definition(**values: Any) -> IndicatorDefinition:
    asked = {"county_code": "999901", "state": IndicatorState.IN_FORCE, "begun_on": BEGUN}
    return IndicatorDefinition(**WORDS | asked | values)


def faults(one: IndicatorDefinition, **values: Any) -> list[str]:
    row = IndicatorValue(definition=one, **{"period": "2026Q3"} | values)
    return [fault.code for fault in value_faults({}, row)]


@pytest.mark.parametrize("word", DEMANDS)
def test_nothing_that_burdens_may_be_asked(word: str) -> None:
    one = definition(name=f"党员{word}人次")

    found = list(definition_faults({"name": one.name}, one))

    assert [(fault.field, fault.code) for fault in found] == [("name", "indicator_refused")]


@given(st.sampled_from(["卫生厕所改造户数", "参保人数", "农田水利长度", "有文化广场"]))
def test_plain_counts_are_not_refused(name: str) -> None:
    assert demanded(name) == ""


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"value": Decimal(3)}, []),
        ({"value": Decimal("2.5")}, ["not_whole"]),
        ({"is_yes": True}, ["wrong_kind"]),
        ({"value": Decimal(3), "base": Decimal(9)}, ["base_not_asked"]),
        ({"value": Decimal(3), "period": "2026-10"}, ["period_invalid"]),
        ({"value": Decimal(3), "period": "2025Q4"}, ["before_begin"]),
        ({"value": Decimal(3), "period": "2028Q1"}, ["after_end"]),
    ],
)
def test_a_count_is_whole_and_inside_its_time(values: dict[str, Any], codes: list[str]) -> None:
    assert faults(definition(), **values) == codes


@pytest.mark.parametrize(("value", "codes"), [(-1, ["too_small"]), (0, []), (501, ["too_large"])])
def test_range(value: int, codes: list[str]) -> None:
    one = definition(low=Decimal(0), high=Decimal(500))

    assert faults(one, value=Decimal(value)) == codes


@pytest.mark.parametrize(
    ("value", "base", "codes"),
    [(80, 100, []), (79, 100, ["too_small"]), (8, None, ["base_missing"])],
)
def test_a_share_needs_its_base_and_is_ranged_in_percent(
    value: int, base: int | None, codes: list[str]
) -> None:
    one = definition(kind="share", unit="", low=Decimal(80))

    assert faults(one, value=Decimal(value), base=base and Decimal(base)) == codes


def test_a_draft_takes_no_values() -> None:
    one = definition(state=IndicatorState.DRAFT, begun_on=None)

    assert faults(one, value=Decimal(3)) == ["indicator_draft"]


@pytest.mark.parametrize(
    ("rhythm", "text", "code", "month"),
    [
        (Rhythm.MONTH, "2026年10月", "2026-10", 202610),
        (Rhythm.QUARTER, "2026年三季度", "2026Q3", 202609),
        (Rhythm.HALF_YEAR, "2026H1", "2026H1", 202606),
        (Rhythm.YEAR, "2026", "2026", 202612),
        (Rhythm.AS_OF, "2026.10.31", "2026-10-31", 202610),
    ],
)
def test_a_period_has_one_form_and_a_guarding_month(
    rhythm: str, text: str, code: str, month: int
) -> None:
    row = IndicatorValue(definition=definition(rhythm=rhythm), period=text)

    settle_value(row, None)

    assert (row.period, row.month) == (code, month)


@pytest.mark.parametrize(
    ("rhythm", "text"),
    [(Rhythm.MONTH, "2026Q1"), (Rhythm.AS_OF, "2026-10"), (Rhythm.YEAR, "2026-10"),
     (Rhythm.QUARTER, "三季度"), (Rhythm.AS_OF, "2026-02-30")],
)  # fmt: skip
def test_a_period_of_another_kind_is_refused(rhythm: str, text: str) -> None:
    with pytest.raises(DomainError) as error:
        read_span(rhythm, text)

    assert error.value.code == "period_invalid"


@given(
    st.sampled_from([Rhythm.MONTH, Rhythm.QUARTER, Rhythm.HALF_YEAR, Rhythm.YEAR]),
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.integers(0, 900),
)
def test_spans_cover_every_day_once(rhythm: str, first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)

    found = spans(rhythm, first, last)

    assert found[0].start <= first <= found[0].end
    assert found[-1].start <= last <= found[-1].end
    gaps = {b.start.toordinal() - a.end.toordinal() for a, b in pairwise(found)}
    assert gaps <= {1}


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [(date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2026, 3, 15), 24, date(2028, 3, 15))],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(("number", "text"), [("3.0000", "3"), ("2.50", "2.5"), ("100", "100")])
def test_plain_numbers(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


def test_a_first_edition_is_its_own_stem() -> None:
    one = IndicatorDefinition(slug="wells")

    settle_definition(one, None)

    assert one.stem == "wells"
