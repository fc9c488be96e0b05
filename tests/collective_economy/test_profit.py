"""Usable income, profit and net by the formulas of the accounting systems."""

from datetime import date
from typing import Any

import pytest

from collective_economy.choices import Category
from collective_economy.figures.board import board
from collective_economy.figures.profit import VillageProfit, profits
from collective_economy.figures.reading import VillageIncome, village_income
from collective_economy.figures.sharing import ceiling, rewards
from collective_economy.kinds import Verdict
from collective_economy.models import PassThrough, Reward
from tests.collective_economy.factories import WAN, place, planned, spent, stated
from villages.common.figures import Missing
from villages.common.periods import Month
from villages.common.scope import Scope

COUNTY, SCOPE, OCTOBER = "999901", Scope.of(["999901"]), Month(2026, 10)
INCOME = VillageIncome({"operating": 100, "investment": 20, "subsidy": 50, "other": 7})
COSTS = {
    "operating_cost_fen": 30, "taxes_fen": 2, "admin_expense_fen": 9,
    "public_welfare_expense_fen": 11, "other_expense_fen": 5, "income_tax_fen": 1,
}  # fmt: skip


def test_the_formulas_of_the_new_system() -> None:
    one = VillageProfit(INCOME, COSTS, pass_through_fen=15)

    assert one.usable_fen == 120 - 15 - 30
    assert one.operating_profit_fen(OCTOBER) == 120 - 30 - 2 - 9
    assert one.net_fen(OCTOBER) == 79 + 50 + 7 - 11 - 5 - 1


def test_the_old_system_knows_no_taxes_welfare_and_income_tax() -> None:
    one = VillageProfit(INCOME, COSTS)

    assert one.operating_profit_fen(Month(2023, 12)) == 120 - 30 - 9
    assert one.net_fen(Month(2023, 12)) == 81 + 57 - 5


@pytest.mark.parametrize("item", COSTS)
def test_one_unknown_item_makes_what_needs_it_unknown(item: str) -> None:
    one = VillageProfit(INCOME, {key: fen for key, fen in COSTS.items() if key != item})
    in_profit = item in ("operating_cost_fen", "taxes_fen", "admin_expense_fen")

    assert (one.usable_fen is None) == (item == "operating_cost_fen")
    assert (one.operating_profit_fen(OCTOBER) is None) == in_profit
    assert one.net_fen(OCTOBER) is None


@pytest.mark.django_db
def test_only_confirmed_pass_through_of_the_year_is_taken_off(county: Any) -> None:
    stated(place(), 202610, 1000)
    spent(place(), 202610, operating_cost_fen=100)
    for number, (verdict, day) in enumerate([
        (Verdict.PASS_THROUGH, date(2026, 5, 1)), (Verdict.LEGIT, date(2026, 5, 1)),
        (Verdict.OPEN, date(2026, 5, 1)), (Verdict.PASS_THROUGH, date(2025, 5, 1)),
        (Verdict.PASS_THROUGH, date(2026, 11, 1)),
    ]):  # fmt: skip
        PassThrough.objects.create(
            village=place(), county_code=COUNTY, party=f"甲{number}", received_on=day,
            returned_on=day, received_fen=200, returned_fen=200, amount_fen=200,
            verdict=verdict, decided_on=None if verdict == Verdict.OPEN else date(2026, 12, 1),
            reason="" if verdict == Verdict.OPEN else "核实",
        )  # fmt: skip

    found = profits(SCOPE, COUNTY, OCTOBER, village_income(SCOPE, COUNTY, OCTOBER))

    assert found[place().pk].usable_fen == 1000 - 200 - 100


@pytest.mark.django_db
def test_villages_without_costs_are_named_and_in_no_sum(county: Any) -> None:
    stated(place("999901001200"), 202610, 1000)
    stated(place("999901001201"), 202610, 5000)
    spent(place("999901001200"), 202610, operating_cost_fen=100)

    figure = board(SCOPE, COUNTY, OCTOBER).figure("usable_income")

    assert str(figure.value) == "9.00"
    assert figure.missing == ("999901001201", "999901001202", "999901101200", "999901101201")


@pytest.mark.parametrize(
    ("profit", "expected"), [(None, None), (-5, 0), (0, 0), (1004, 200), (1005, 201)]
)
def test_the_reward_ceiling(profit: int | None, expected: int | None) -> None:
    assert ceiling(profit, 20) == expected


@pytest.mark.django_db
def test_rewards_of_the_year_together_are_held_against_the_ceiling(county: Any) -> None:
    stated(place(), 202612, 10 * WAN)
    stated(place(), 202612, 0, category=Category.INVESTMENT)
    spent(place(), 202612)
    for day in (date(2026, 12, 1), date(2026, 12, 20)):
        Reward.objects.create(
            village=place(), county_code=COUNTY, year=2026, paid_fen=WAN + 1, persons=5,
            decided_on=day, basis="决议",
        )  # fmt: skip
    month = Month(2026, 12)

    known = profits(SCOPE, COUNTY, month, village_income(SCOPE, COUNTY, month))
    found = rewards(SCOPE, COUNTY, month, known)[place().pk]

    assert (found.paid_fen, found.ceiling_fen, found.is_above) == (2 * WAN + 2, 2 * WAN, True)


@pytest.mark.django_db
def test_an_empty_county_has_gaps_not_zeroes(county: Any) -> None:
    known = board(SCOPE, COUNTY, OCTOBER)

    assert known.figure("usable_income").value is Missing.NOT_FILED
    assert known.figure("plan_income").value is Missing.NOT_FILED
    assert known.figure("behind_pace").value is Missing.NO_BASE
    assert known.figure("debt_ratio").value is Missing.NO_BASE
    assert known.figure("spend_rate").value is Missing.NO_BASE


@pytest.mark.django_db
def test_pace_follows_the_villages_own_years(county: Any) -> None:
    one, other = place("999901001200"), place("999901001201")
    for village in (one, other):
        planned(village, 2026, 100 * WAN)
        stated(village, 202610, 50 * WAN)
    stated(one, 202510, 30 * WAN)
    stated(one, 202512, 100 * WAN)

    known = board(SCOPE, COUNTY, OCTOBER)
    pace, following = known.paces[one.pk].pace, known.paces[other.pk].pace

    assert pace is not None
    assert following is not None
    assert (pace.curve, pace.behind) == ("own", -20)
    assert (following.curve, following.behind) == ("county", -20)
    assert known.figure("behind_pace").value == 0
    assert str(known.figure("plan_income").value) == "2000000.00"


@pytest.mark.django_db
def test_a_board_costs_the_same_for_one_and_five_villages(
    county: Any, django_assert_num_queries: Any
) -> None:
    stated(place(), 202610, 1000)
    board(SCOPE, COUNTY, OCTOBER)

    with django_assert_num_queries(20):
        board(Scope.of(["999901001200"]), COUNTY, OCTOBER)
    with django_assert_num_queries(20):
        board(SCOPE, COUNTY, OCTOBER)
