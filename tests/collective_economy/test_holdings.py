"""Moves, projects, contracts, debts: figures over stored rows."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from collective_economy.choices import Tier
from collective_economy.figures.board import board
from collective_economy.figures.contracts import contracts
from collective_economy.figures.debts import debts
from collective_economy.figures.projects import projects
from collective_economy.models import (
    ContractPayment,
    DebtRepayment,
    ProjectFund,
    ProjectIncome,
    ProjectVillage,
)
from tests.collective_economy.factories import WAN, let, owed, place, running, stated
from villages.common.periods import Month
from villages.common.scope import Scope

pytestmark = pytest.mark.django_db
COUNTY, SCOPE, OCTOBER = "999901", Scope.of(["999901"]), Month(2026, 10)
DAY = OCTOBER.end


def _part(model: Any, village: Any, **more: Any) -> Any:
    return model.objects.create(village=village, county_code=COUNTY, **more)


def test_moves_name_amounts_and_what_changed_most(county: Any) -> None:
    up, down = place("999901001200"), place("999901001201")
    stated(up, 202510, 4 * WAN)
    stated(up, 202610, 12 * WAN)
    stated(down, 202510, 60 * WAN)
    stated(down, 202610, 9 * WAN)
    stated(place("999901001202"), 202610, 9 * WAN)

    moves = board(SCOPE, COUNTY, OCTOBER).moves

    assert [(one.village[-3:], one.before, one.now, one.is_up) for one in moves] == [
        ("200", Tier.WEAK, Tier.MID, True), ("201", Tier.GOOD, Tier.LOW, False),
    ]  # fmt: skip
    assert moves[0].by_category == (("operating", 8 * WAN),)


def test_a_project_in_money_and_yield(county: Any) -> None:
    project = running(place(), date(2024, 6, 1))
    for level, fen, spent in (("province", 40 * WAN, 30 * WAN), ("self", 10 * WAN, 10 * WAN)):
        _part(ProjectFund, place(), project=project, level=level, amount_fen=fen,
              arrived_on=date(2024, 1, 1), spent_fen=spent)  # fmt: skip
    for year, fen in ((2025, 2 * WAN), (2026, WAN)):
        _part(ProjectIncome, place(), project=project, year=year, income_fen=fen)

    one = projects(SCOPE, COUNTY, DAY)[0]

    assert (one.funds_fen, one.support_fen) == (50 * WAN, 40 * WAN)
    assert one.spend_rate == Decimal("80.00")
    assert [one.return_after(years) for years in (1, 2, 3)] == [
        Decimal("500.00"), Decimal("250.00"), None,
    ]  # fmt: skip
    assert one.yield_level(yellow=5, red=2) == "yellow"
    assert one.yield_level(yellow=5, red=3) == "red"
    assert one.part_of(place().pk, 101) == 101


def test_a_joint_project_is_split_to_the_fen(county: Any) -> None:
    project = running(place(), date(2024, 6, 1))
    villages = [place(code) for code in ("999901001200", "999901001201", "999901001202")]
    for village, share in zip(villages, (3333, 3333, 3334), strict=True):
        _part(ProjectVillage, village, project=project, share=share)

    one = projects(SCOPE, COUNTY, DAY)[0]

    assert one.is_divided
    assert [one.part_of(village.pk, 1000) for village in villages] == [333, 333, 334]


@pytest.mark.parametrize(
    ("on", "planned"),
    [(date(2026, 3, 31), "0.00"), (date(2026, 4, 5), "50.00"), (date(2026, 5, 1), "100.00")],
)
def test_planned_progress_runs_with_the_days(county: Any, on: date, planned: str) -> None:
    running(place(), date(2026, 1, 1), planned_start_on=date(2026, 4, 1),
            planned_finish_on=date(2026, 4, 10))  # fmt: skip

    assert projects(SCOPE, COUNTY, on)[0].planned_progress(on) == Decimal(planned)


def test_rent_due_against_rent_received(county: Any) -> None:
    contract = let(place())
    _part(ContractPayment, place(), contract=contract, paid_on=date(2024, 1, 3),
          amount_fen=2_400_000)  # fmt: skip
    let(place("999901001201"), number="HT-2", ends_on=date(2026, 12, 1), yearly_fen=0)

    found = contracts(SCOPE, COUNTY, DAY)
    figures = board(SCOPE, COUNTY, OCTOBER)

    assert (found[0].rent.due_fen, found[0].rent.arrears_fen) == (3_600_000, 1_200_000)
    assert found[0].rent.arrears_days == (DAY - date(2026, 1, 1)).days
    assert [one.expires_soon for one in found] == [False, True]
    assert str(figures.figure("rent_arrears").value) == "12000.00"
    assert figures.figure("expiring_contracts").value == 1


def test_a_contract_that_ended_early_owes_nothing_later(county: Any) -> None:
    let(place(), ended_on=date(2025, 12, 31), end_reason="退出")

    assert contracts(SCOPE, COUNTY, DAY)[0].rent.due_fen == 2_400_000


def test_debts_less_repayments_with_their_weight(county: Any) -> None:
    stated(place(), 202512, 20 * WAN)
    debt = owed(place(), 10 * WAN, due_on=date(2026, 6, 30))
    owed(place("999901001201"), 5 * WAN)
    owed(place("999901001202"), 5 * WAN, written_off_on=date(2026, 1, 1))
    _part(DebtRepayment, place(), debt=debt, paid_on=date(2026, 5, 1), principal_fen=4 * WAN)

    found = {one.debt.village.code[-3:]: one for one in debts(SCOPE, COUNTY, DAY)}
    figures = board(SCOPE, COUNTY, OCTOBER)

    assert {code: one.left_fen for code, one in found.items()} == {"200": 6 * WAN, "201": 5 * WAN}
    assert [one.is_overdue for one in found.values()] == [True, False]
    assert str(figures.figure("debt").value) == "110000.00"
    assert str(figures.figure("debt_overdue").value) == "60000.00"
    # Only the village whose income is known weighs: 60,000 of 200,000.
    assert str(figures.figure("debt_ratio").value) == "30.00"
