"""Debts: what is owed, what is overdue, and how heavy it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from collective_economy.definitions import define
from collective_economy.figures.reading import VillageIncome
from collective_economy.models import Debt, DebtRepayment
from villages.common.figures import Figure, Missing
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import percent


@dataclass(frozen=True)
class DebtStanding:
    """One debt: what of it is still owed on a day, in fen."""

    debt: Debt
    left_fen: int
    on: date

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been paid back."""
        due = self.debt.due_on
        return self.left_fen > 0 and due is not None and due < self.on


def debts(scope: Scope, county: str, on: date) -> list[DebtStanding]:
    """All debts of the scope that were made by the day and not written off. Two queries."""
    rows = Debt.objects.in_scope(scope).in_county(county).filter(borrowed_on__lte=on)
    rows = rows.filter(Q(written_off_on=None) | Q(written_off_on__gt=on))
    paid: dict[int, int] = defaultdict(int)
    for debt, fen in DebtRepayment.objects.filter(
        debt__in=rows.values("pk"), paid_on__lte=on
    ).values_list("debt_id", "principal_fen"):
        paid[debt] += fen
    return [
        DebtStanding(one, max(0, one.principal_fen - paid[one.pk]), on)
        for one in rows.select_related("village").order_by("village__code", "number")
    ]


def owed(known: Iterable[DebtStanding]) -> dict[int, int]:
    """What each village owes, by primary key, in fen."""
    found: dict[int, int] = defaultdict(int)
    for one in known:
        found[one.debt.village_id] += one.left_fen
    return dict(found)


def debt_figures(
    known: Iterable[DebtStanding], last_year: Mapping[int, VillageIncome], month: Month
) -> tuple[Figure, ...]:
    """What is owed and overdue, and its ratio to last year's operating-type income of those
    villages that owe and whose income is known."""
    all_of_them = list(known)
    left = owed(all_of_them)
    income = {pk: last_year[pk].operating_fen for pk in left if pk in last_year}
    base = {pk: fen for pk, fen in income.items() if fen is not None}
    part, whole = sum(left[pk] for pk in base), sum(base.values())
    ratio = percent(part, whole)
    late = [one for one in all_of_them if one.is_overdue]
    return (
        define("debt", month, Figure.of_fen("", "", sum(left.values())).value,
               numerator=sum(fen > 0 for fen in left.values())),
        define("debt_overdue", month,
               Figure.of_fen("", "", sum(one.left_fen for one in late)).value,
               numerator=len(late), denominator=len(all_of_them)),
        define("debt_ratio", month, Missing.NO_BASE if ratio is None else ratio,
               numerator=part, denominator=whole),
    )  # fmt: skip
