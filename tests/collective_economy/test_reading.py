"""Income from January to a month, against adding up month by month."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from collective_economy.choices import Category, Tier
from collective_economy.figures import income, income_figures, village_income, year_to_dates
from collective_economy.figures.months import monthly, operating_months
from tests.collective_economy.factories import place, stated
from villages.common.figures import Missing
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import Village

pytestmark = pytest.mark.django_db
COUNTY, SCOPE = "999901", Scope.of(["999901"])
OCTOBER = Month(2026, 10)


def _filed(rng: random.Random, village: Village, fens: list[int]) -> Iterator[tuple[int, int]]:
    """One village's way of filing ten months: cumulative, month by month, or mixed."""
    style = rng.choice(["cumulative", "single", "mixed"])
    for n, fen in enumerate(fens, start=1):
        last = 202600 + n
        if style == "cumulative" or (style == "mixed" and n <= 4):
            stated(village, last, sum(fens[:n]))
            yield 1, n
        else:
            stated(village, last, fen, from_month=last)
            yield n, n


@pytest.mark.parametrize("seed", range(4))
def test_every_way_of_filing_gives_the_same_sums(seed: int, county: Any) -> None:
    rng = random.Random(seed)
    truth: dict[int, list[int]] = {}
    for village in Village.objects.order_by("code"):
        truth[village.pk] = [rng.randrange(0, 10**7) for _month in range(10)]
        assert len(list(_filed(rng, village, truth[village.pk]))) == 10

    for n in (1, 4, 7, 10):
        found = village_income(SCOPE, COUNTY, Month(2026, n))
        assert {pk: one.operating_fen for pk, one in found.items()} == {
            pk: sum(fens[:n]) for pk, fens in truth.items()
        }
    first = Month(2026, 1)
    points = operating_months(monthly(SCOPE, COUNTY, first, OCTOBER), first, OCTOBER)
    assert [one.fen for one in points] == [
        sum(fens[n] for fens in truth.values()) for n in range(10)
    ]


def test_a_first_cumulative_value_says_nothing_about_its_months(county: Any) -> None:
    stated(place(), 202610, 500)
    stated(place(), 202611, 700)

    first = Month(2026, 9)
    points = operating_months(
        monthly(SCOPE, COUNTY, first, Month(2026, 11)), first, Month(2026, 11)
    )

    assert [one.fen for one in points] == [None, None, 200]


def test_a_gap_in_single_months_leaves_the_sum_unknown(county: Any) -> None:
    stated(place(), 202601, 5, from_month=202601)
    stated(place(), 202603, 5, from_month=202603)

    assert village_income(SCOPE, COUNTY, Month(2026, 3)) == {}


def test_cumulative_filing_is_read_in_one_query(
    county: Any, django_assert_num_queries: Any
) -> None:
    stated(place(), 202610, 500)

    with django_assert_num_queries(1):
        village_income(SCOPE, COUNTY, OCTOBER)
    with django_assert_num_queries(1):
        year_to_dates(SCOPE, COUNTY, [OCTOBER, Month(2025, 10), Month(2025, 12)])


def test_flagged_other_income_counts_as_operating_type(county: Any) -> None:
    stated(place(), 202610, 500)
    stated(place(), 202610, 90, category=Category.OTHER, operating_part_fen=40)

    one = village_income(SCOPE, COUNTY, OCTOBER)[place().pk]

    assert (one.total_fen, one.operating_fen) == (590, 540)


@pytest.mark.parametrize(
    ("subsidy", "regular", "recurring"), [(0, None, 500), (90, None, None), (90, 60, 560)]
)
def test_recurring_income_needs_the_regular_part(
    county: Any, subsidy: int, regular: int | None, recurring: int | None
) -> None:
    stated(place(), 202610, 500)
    stated(place(), 202610, subsidy, category=Category.SUBSIDY, regular_part_fen=regular)

    assert village_income(SCOPE, COUNTY, OCTOBER)[place().pk].recurring_fen == recurring


def test_a_subsidy_is_never_operating_and_gaps_are_in_no_denominator(county: Any) -> None:
    stated(place("999901001200"), 202610, 10_000_000)
    stated(place("999901001201"), 202610, 90_000_000, category=Category.SUBSIDY)
    stated(place("999901001202"), 202610, 0)

    found = income(SCOPE, COUNTY, OCTOBER)
    figures = {one.code: one for one in income_figures(found)}

    assert found.known == {"999901001200": 10_000_000, "999901001202": 0}
    assert found.tier("999901001200") is Tier.MID
    share = figures["share_mid"]
    assert (str(share.value), share.numerator, share.denominator) == ("50.00", 1, 2)
    assert set(share.missing) == {"999901001201", "999901101200", "999901101201"}
    assert str(figures["median_income"].value) == "50000.00"
    assert figures["total_income"].missing == ("999901101200", "999901101201")
    assert figures["operating_type_income"].definition_version == "2024"


def test_nothing_filed_is_no_zero(county: Any) -> None:
    figures = {one.code: one for one in income_figures(income(SCOPE, COUNTY, OCTOBER))}

    assert figures["total_income"].value is Missing.NOT_FILED
    assert figures["median_income"].value is Missing.NOT_FILED
    assert figures["share_low"].value is Missing.NO_BASE
    assert len(figures["operating_type_income"].missing) == 5


def test_a_superseded_statement_counts_nowhere(county: Any) -> None:
    stated(place(), 202610, 900, superseded_on="2026-11-01")
    stated(place(), 202610, 500)

    assert village_income(SCOPE, COUNTY, OCTOBER)[place().pk].total_fen == 500
