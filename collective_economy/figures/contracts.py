"""Contracts: rent due against rent received."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from collective_economy.definitions import define
from collective_economy.dues import Due, Standing, Terms, standing
from collective_economy.kinds import RentPeriod
from collective_economy.models import Contract, ContractPayment
from collective_economy.parameters import number
from villages.common.figures import Figure
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class ContractStanding:
    """One contract and how its rent stands on a day."""

    contract: Contract
    rent: Standing
    expires_soon: bool


def terms_of(contract: Contract) -> Terms:
    """What a contract says about rent; ended early, it owes nothing for later days."""
    return Terms(
        contract.starts_on, contract.ended_on or contract.ends_on, contract.yearly_fen,
        RentPeriod(contract.period),
    )  # fmt: skip


def contracts(scope: Scope, county: str, on: date) -> list[ContractStanding]:
    """All contracts of the scope as they stand on a day. Two queries."""
    rows = Contract.objects.in_scope(scope).in_county(county).select_related("village")
    received: dict[int, list[Due]] = defaultdict(list)
    for contract, day, fen in ContractPayment.objects.filter(
        contract__in=rows.values("pk")
    ).values_list("contract_id", "paid_on", "amount_fen"):
        received[contract].append(Due(day, fen))
    days = number("expiring_days", county=county, on=on)
    return [
        ContractStanding(
            one, standing(terms_of(one), received[one.pk], on), _expires(one, on, days)
        )
        for one in rows.order_by("village__code", "number")
    ]


def contract_figures(known: Iterable[ContractStanding], month: Month) -> tuple[Figure, ...]:
    """Rent in arrears and contracts that end soon; the base is all contracts."""
    all_of_them = list(known)
    owing = [one for one in all_of_them if one.rent.arrears_fen]
    soon = sum(one.expires_soon for one in all_of_them)
    fen = sum(one.rent.arrears_fen for one in owing)
    return (
        define(
            "rent_arrears", month, Figure.of_fen("", "", fen).value, numerator=len(owing),
            denominator=len(all_of_them),
        ),
        define("expiring_contracts", month, soon, numerator=soon, denominator=len(all_of_them)),
    )  # fmt: skip


def _expires(one: Contract, on: date, days: int) -> bool:
    return one.ended_on is None and on <= one.ends_on <= on + timedelta(days=days)
