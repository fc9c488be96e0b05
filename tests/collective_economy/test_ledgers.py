"""Rules of the economy's ledgers beyond the tables' own, and holdings on a changing map."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from collective_economy import followers
from collective_economy.ledgers import LEDGERS
from collective_economy.models import Contract, ContractPayment, DebtRepayment
from tests.collective_economy.factories import let, owed, place, running
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 1)


@pytest.fixture
def staff(people: dict[str, User]) -> User:
    return people[Role.COUNTY_STAFF]


def _fields(of: Any) -> set[str]:
    with pytest.raises(DomainError) as refused:
        of()
    return set(refused.value.fields)


def test_the_area_has_its_ledgers() -> None:
    assert len(LEDGERS) == 18
    assert {one.hub for one in LEDGERS} == {"economy"}


def test_a_payment_belongs_to_the_village_of_its_contract(staff: User) -> None:
    contract = let(place())
    values = {"village": place("999901001201"), "contract": contract, "paid_on": DAY,
              "amount_fen": 5, "voucher_no": "1"}  # fmt: skip

    assert _fields(lambda: write_row(ledgers()["contract-payments"], values=values, by=staff)) == {
        "contract"
    }
    write_row(ledgers()["contract-payments"], values=values | {"village": place()}, by=staff)
    assert ContractPayment.objects.get().amount_fen == 5


def test_no_more_is_repaid_than_was_borrowed(staff: User) -> None:
    debt = owed(place(), 100)
    values = {"village": place(), "debt": debt, "principal_fen": 60, "interest_fen": 0}
    write_row(ledgers()["debt-repayments"], values=values | {"paid_on": DAY}, by=staff)

    later = values | {"paid_on": date(2026, 6, 1)}

    assert _fields(lambda: write_row(ledgers()["debt-repayments"], values=later, by=staff)) == {
        "principal_fen"
    }
    early = values | {"paid_on": date(2019, 1, 1), "principal_fen": 1}
    assert _fields(lambda: write_row(ledgers()["debt-repayments"], values=early, by=staff)) == {
        "paid_on"
    }


def test_shares_are_no_more_than_the_whole(staff: User) -> None:
    project = running(place(), DAY)
    values = {"village": place(), "project": project, "share": 6000}
    write_row(ledgers()["project-villages"], values=values, by=staff)

    more = values | {"village": place("999901001201"), "share": 4001}

    assert _fields(lambda: write_row(ledgers()["project-villages"], values=more, by=staff)) == {
        "share"
    }


def test_income_of_a_project_is_not_older_than_it(staff: User) -> None:
    project = running(place(), DAY)
    values = {"village": place(), "project": project, "year": 2025, "income_fen": 1}

    assert _fields(lambda: write_row(ledgers()["project-incomes"], values=values, by=staff)) == {
        "year"
    }


def test_the_township_does_not_list_supported_villages(people: dict[str, User]) -> None:
    values = {"village": place(), "batch": "一", "year": 2026, "listed_on": DAY}

    with pytest.raises(DomainError) as refused:
        write_row(ledgers()["support-villages"], values=values, by=people[Role.TOWNSHIP_CLERK])

    assert refused.value.code == "ledger_not_allowed"


def test_holdings_follow_a_merge_and_keep_their_numbers_apart(county: Any) -> None:
    old, new = place("999901001200"), place("999901001201")
    let(new)
    contract = let(old)
    debt = owed(old, 100)
    DebtRepayment.objects.create(
        village=old, county_code="999901", debt=debt, paid_on=DAY, principal_fen=1
    )
    change = SimpleNamespace(
        follows=(SimpleNamespace(old=old.code, new=new.code, is_main=True),
                 SimpleNamespace(old=new.code, new=new.code, is_main=True)),
    )  # fmt: skip

    assert followers.count([old.code]) == 2
    assert followers.move(change, COMMAND_LINE) == 2
    contract.refresh_from_db()
    assert (contract.village_id, contract.number) == (new.pk, "HT-1(李庄村)")
    assert set(Contract.objects.values_list("village_id", flat=True)) == {new.pk}
    assert DebtRepayment.objects.get().village_id == new.pk
