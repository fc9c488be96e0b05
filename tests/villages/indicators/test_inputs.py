"""A county's own indicators by the monthly form."""

from decimal import Decimal
from typing import Any

import pytest

from tests.villages.filings.landings import MONTH, landing, many, rows_of, says, statements
from tests.villages.filings.memory import asks
from tests.villages.indicators.factories import in_force, said, village
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.declaring import inputs_of
from villages.filings.figures.sheet import asked
from villages.indicators.choices import IndicatorState
from villages.indicators.inputs import SOURCES
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.models import County

(INDICATORS,) = SOURCES
TOILETS = "indicators.flush-toilets"
pytestmark = pytest.mark.usefixtures("county")


def monthly(**values: Any) -> IndicatorDefinition:
    return in_force(**{"rhythm": "month", **values})


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"kind": "count"}, Kind.INTEGER),
        ({"kind": "amount"}, Kind.DECIMAL),
        ({"kind": "yes-no", "unit": ""}, Kind.BOOLEAN),
        ({"kind": "share", "unit": ""}, None),
        ({"rhythm": "quarter"}, None),
        ({"filer": "county"}, None),
        ({"state": IndicatorState.DRAFT, "begun_on": None}, None),
    ],
)
def test_monthly_indicators_of_townships_may_be_asked(values: Any, kind: Kind | None) -> None:
    monthly(**values)

    one = inputs_of("999901").get(TOILETS)

    assert (one.kind if one else None) == kind
    assert TOILETS not in inputs_of("999902")


def test_a_new_indicator_is_asked_at_once(county: County) -> None:
    assert TOILETS not in inputs_of(county.code)
    monthly(high=500)
    one = inputs_of(county.code)[TOILETS]
    asks(county.code, one)

    assert [each.key for each in asked(county.code, MONTH.end)] == [TOILETS]
    assert (one.label, one.most, one.owner) == ("卫生厕所改造户数", 500, "县农业农村局")


@pytest.mark.parametrize(
    ("values", "value"),
    [
        ({"kind": "count"}, 12),
        ({"kind": "amount"}, Decimal("12.50")),
        ({"kind": "yes-no", "unit": ""}, False),
    ],
)
def test_what_lands_is_read_and_taken_back(values: Any, value: Any) -> None:
    monthly(**values)

    INDICATORS.land(landing({village(): {TOILETS: value}}))

    assert says(INDICATORS, village()) == {TOILETS: value}
    assert INDICATORS.last([village().pk], Month(2026, 11)) == {village().pk: {TOILETS: value}}
    row = IndicatorValue.objects.get()
    assert (row.period, row.month) == ("2026-10", 202610)

    INDICATORS.lift(landing({village(): {}}))

    assert not IndicatorValue.objects.exists()


def test_taking_back_restores_what_stood() -> None:
    said(monthly(), village().code, "2026-10", Decimal(7))
    before = rows_of(IndicatorValue)
    INDICATORS.land(landing({village(): {TOILETS: 7}}))
    assert rows_of(IndicatorValue) == before
    INDICATORS.land(landing({village(): {TOILETS: 9}}))
    assert says(INDICATORS, village()) == {TOILETS: 9}

    INDICATORS.lift(landing({village(): {}}))

    assert rows_of(IndicatorValue) == before


@pytest.mark.parametrize(("value", "words"), [(4, "不能小于"), (5, ""), (50, ""), (51, "不能大于")])
def test_the_definition_gives_the_range(value: int, words: str) -> None:
    monthly(low=Decimal(5), high=Decimal(50))

    faults = INDICATORS.check({village().pk: {TOILETS: value}}, MONTH)

    assert bool(faults) == bool(words)
    assert words in "".join(faults.values())


def test_statements_do_not_grow_with_villages() -> None:
    monthly()
    few, crowd = many(5, village()), many(40, village("999901101200"))
    told = landing({one: {TOILETS: 3} for one in few})
    more = landing({one: {TOILETS: 3} for one in crowd})
    small = [statements(lambda: INDICATORS.land(told)), statements(lambda: INDICATORS.lift(told))]

    assert statements(lambda: INDICATORS.land(more)) == small[0]
    assert statements(lambda: INDICATORS.lift(more)) == small[1]
