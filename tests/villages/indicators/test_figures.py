"""Totals, means, shares and trends of indicators, with gaps, against naive sums."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.villages.indicators import factories as made
from villages.common.figures import Missing
from villages.common.scope import Scope
from villages.common.shares import round_half_up
from villages.indicators.burden import burden
from villages.indicators.figures import Answer, Indicator, indicator, trend
from villages.indicators.figures.latest import latest
from villages.indicators.models import IndicatorDefinition
from villages.indicators.periods import read_span
from villages.models import County

NEAR, BESIDE, FAR = "999901001200", "999901001201", "999901101200"
SCOPE = Scope.of(["999901"])
CODES = [f"{index:012d}" for index in range(8)]
TOWNSHIPS = {code: "ab"[place % 2] for place, code in enumerate(CODES)}
NUMBERS = st.decimals(0, 10**6, places=4)


def found(one: IndicatorDefinition, period: str, scope: Scope = SCOPE) -> Indicator:
    return indicator(scope, "999901", one, read_span(one.rhythm, period))


def on_paper(kind: str, answers: dict[str, Answer]) -> Indicator:
    one = IndicatorDefinition(**made.WORDS | {"kind": kind})
    return Indicator(one, read_span("quarter", "2026Q3"), TOWNSHIPS, answers)


def test_a_village_that_said_nothing_is_a_gap(county: County) -> None:
    one = made.in_force()
    made.said(one, NEAR, "2026Q3", 12)
    made.said(one, BESIDE, "2026Q3", 0)
    made.said(one, FAR, "2026Q2", 99)

    total, mean = found(one, "2026Q3").total(), found(one, "2026Q3").mean()

    assert (total.value, total.denominator, len(total.missing)) == (12, 2, 3)
    assert mean.value == Decimal("6.00")
    assert FAR in total.missing


def test_nobody_said_anything(county: County) -> None:
    total = found(made.in_force(), "2026Q3").total()

    assert (total.value, len(total.missing)) == (Missing.NOT_FILED, 5)


def test_a_share_is_over_all_bases(county: County) -> None:
    one = made.share_in_force()
    made.said(one, NEAR, "2026-10", 1, 3)
    made.said(one, BESIDE, "2026-10", 99, 100)

    total = found(one, "2026-10").total()

    assert (total.value, total.numerator, total.denominator) == (Decimal("97.09"), 100, 103)


def test_yes_and_no_are_counted_among_the_answers(county: County) -> None:
    one = made.yes_no_in_force()
    made.said(one, NEAR, "2026", is_yes=True)
    made.said(one, FAR, "2026", is_yes=False)

    assert (found(one, "2026").total().value, found(one, "2026").total().denominator) == (1, 2)
    assert found(one, "2026").mean().value == Decimal("50.00")


def test_a_township_has_its_own_sum_and_gaps(county: County) -> None:
    one = made.in_force()
    made.said(one, NEAR, "2026Q3", 12)
    made.said(one, FAR, "2026Q3", 30)

    east = found(one, "2026Q3").total("999901001")

    assert (east.value, len(east.missing)) == (12, 2)


@given(st.dictionaries(st.sampled_from(CODES), NUMBERS))
def test_sums_and_means_equal_naive(values: dict[str, Decimal]) -> None:
    whole = on_paper("amount", {code: Answer(value, None, None) for code, value in values.items()})
    exact = sum((Fraction(value) for value in values.values()), Fraction(0))

    total, mean = whole.total(), whole.mean()

    if not values:
        assert total.value is mean.value is Missing.NOT_FILED
        return
    assert Fraction(total.value) == exact
    assert mean.value == round_half_up(exact / len(values), 2)


@given(
    st.dictionaries(st.sampled_from(CODES), st.tuples(st.integers(0, 500), st.integers(500, 900)))
)
def test_shares_equal_naive_and_townships_add_up(said: dict[str, tuple[int, int]]) -> None:
    answers = {code: Answer(Decimal(a), Decimal(b), None) for code, (a, b) in said.items()}
    whole = on_paper("share", answers)

    part, base = sum(a for a, _b in said.values()), sum(b for _a, b in said.values())
    wanted = round_half_up(Fraction(part * 100, base), 2) if base else Missing.NOT_FILED
    assert whole.total().value == wanted
    assert len(whole.missing()) == len(whole.missing("a")) + len(whole.missing("b"))
    assert part == sum(whole.total(one).numerator or 0 for one in "ab")


def test_a_trend_has_no_point_where_nobody_spoke(county: County) -> None:
    one = made.in_force()
    made.said(one, NEAR, "2026Q1", 5)
    made.said(one, NEAR, "2026Q3", 7)
    made.said(one, FAR, "2026Q3", 1)

    points = trend(SCOPE, "999901", one)

    assert [(p.span.code, p.total.value, p.answered, p.villages) for p in points] == [
        ("2026Q1", 5, 1, 5), ("2026Q3", 8, 2, 5),
    ]  # fmt: skip


def test_figures_cost_the_same_for_any_number(
    county: County, django_assert_num_queries: Any
) -> None:
    one = made.in_force()
    for code in (NEAR, BESIDE, FAR):
        made.said(one, code, "2026Q3", 1)

    with django_assert_num_queries(2):
        found(one, "2026Q3")
    with django_assert_num_queries(3):
        trend(SCOPE, "999901", one)


def test_the_newest_value_stands_on_the_village(county: County) -> None:
    one, cover = made.in_force(), made.share_in_force()
    made.said(one, NEAR, "2026Q2", 5)
    made.said(one, NEAR, "2026Q3", 7)
    made.said(cover, NEAR, "2026-10", 1, 3)
    made.yes_no_in_force()

    said = {line.definition.slug: (line.period, line.text) for line in
            latest(made.village(), date(2026, 11, 3))}  # fmt: skip

    assert said == {
        "flush-toilets": ("2026年三季度", "7 户"),
        "cover": ("2026年10月", "33.33%(1/3)"),
        "square": (None, None),
    }


@pytest.mark.parametrize(
    ("rhythm", "values", "minutes"),
    [("quarter", 500, 167), ("year", 200, 67), ("as-of", 100, 33)],
)
def test_what_an_indicator_costs(db: None, rhythm: str, values: int, minutes: int) -> None:
    """100 villages, 20 seconds each: 2026Q4 to 2027Q4 are five quarters."""
    one = IndicatorDefinition(county_code="999901", **made.WORDS | {"rhythm": rhythm})

    cost = burden(one, 100, date(2026, 11, 3))

    assert (cost.values, cost.minutes) == (values, minutes)
    assert str(minutes) in cost.sentence
