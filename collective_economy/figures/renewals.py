"""Contracts near and past their end: who goes on without a new one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from collective_economy.figures.contracts import ContractStanding
from collective_economy.kinds import PlotUse
from collective_economy.models import Contract, ContractPayment, ResourcePlot
from villages.common.scope import Scope


@dataclass(frozen=True)
class VillageContracts:
    """One village's contracts on a day.

    `days_left` until the first of those in force ends that has no renewal, None where none does;
    `used_on` how many ended without renewal while the other side goes on: it paid rent for later
    days, or a plot is still let under their number. `arrears_days` of the oldest unpaid rent.
    """

    count: int
    days_left: int | None
    used_on: int
    arrears_days: int


def village_contracts(
    scope: Scope, county: str, on: date, known: Iterable[ContractStanding]
) -> dict[int, VillageContracts]:
    """By village (primary key); `known` are the contracts as they stand on the day. Two queries.

    A contract is renewed by another one of the village about the same thing that ends later.
    """
    by_village: dict[int, list[ContractStanding]] = defaultdict(list)
    for one in known:
        by_village[one.contract.village_id].append(one)
    let, paid = _still_let(scope, county), _paid_after(scope, county, on)
    return {pk: _told(rows, on, let.get(pk, set()), paid) for pk, rows in by_village.items()}


def _told(
    rows: list[ContractStanding], on: date, let: set[str], paid: set[int]
) -> VillageContracts:
    lasting = [one.contract for one in rows if one.contract.ended_on is None]
    alone = [one for one in lasting if not _is_renewed(one, lasting)]
    left = [(one.ends_on - on).days for one in alone if one.starts_on <= on <= one.ends_on]
    over = [one for one in alone if one.ends_on < on]
    return VillageContracts(
        count=len(rows),
        days_left=min(left, default=None),
        used_on=sum(one.number in let or one.pk in paid for one in over),
        arrears_days=max((one.rent.arrears_days for one in rows), default=0),
    )


def _is_renewed(one: Contract, others: Iterable[Contract]) -> bool:
    return any(other.name == one.name and other.ends_on > one.ends_on for other in others)


def _still_let(scope: Scope, county: str) -> dict[int, set[str]]:
    rows = ResourcePlot.objects.in_scope(scope).in_county(county).filter(use=PlotUse.CONTRACTED)
    found: dict[int, set[str]] = defaultdict(set)
    for village, number in rows.exclude(contract_no="").values_list("village_id", "contract_no"):
        found[village].add(number)
    return found


def _paid_after(scope: Scope, county: str, on: date) -> set[int]:
    rows = ContractPayment.objects.in_scope(scope).in_county(county).filter(paid_on__lte=on)
    return set(rows.filter(paid_on__gt=F("contract__ends_on")).values_list("contract", flat=True))
