"""What a collective owns and owes goes along when its village merges, splits or gets a new code.

Income, costs, plans, rewards and answers stay: they are the history of the village that had
them. Holdings go to the main successor; where both have a number, the old village's name is
added to it.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from collective_economy.models import (
    Asset,
    Contract,
    ContractPayment,
    Debt,
    DebtRepayment,
    Project,
    ProjectFund,
    ProjectIncome,
    ResourcePlot,
    SubsidisedLoan,
)
from villages.common.registries import MapFollower
from villages.divisions.heirs import hand_over, with_origin
from villages.models import Village

# What may stand under one number or name in both villages.
NUMBERED = {
    Asset: "number", Contract: "number", Debt: "number", ResourcePlot: "number",
    SubsidisedLoan: "number", Project: "name",
}  # fmt: skip
PARTS = (ContractPayment, DebtRepayment, ProjectFund, ProjectIncome)


def count(codes: Iterable[str]) -> int:
    """Holdings of these villages. One query."""
    wanted = list(codes)
    parts = [
        model.objects.filter(village__code__in=wanted).order_by().values("uid")
        for model in NUMBERED
    ]
    return int(parts[0].union(*parts[1:], all=True).count())


def move(change: Any, by: Any) -> int:
    """Moves the holdings of every village that a single main one follows."""
    return hand_over(change, _inherit)


def _inherit(old: Village, new: Village) -> int:
    moved = 0
    for model, name in NUMBERED.items():
        taken = set(model.objects.filter(village=new).values_list(name, flat=True))
        _rename(model, name, old, taken)
        moved += model.objects.filter(village=old).update(village=new, county_code=new.county_code)
    for part in PARTS:
        part.objects.filter(village=old).update(village=new, county_code=new.county_code)
    return moved


def _rename(model: Any, name: str, old: Village, taken: set[str]) -> None:
    """Adds the old village's name to what the heir has already."""
    rows = list(model.objects.filter(village=old, **{f"{name}__in": taken}))
    longest = model._meta.get_field(name).max_length
    for row in rows:
        setattr(row, name, with_origin(getattr(row, name), old.name, longest))
    model.objects.bulk_update(rows, [name])


FOLLOWERS = (MapFollower("economy", _("集体资产、合同、债务和项目"), count, move),)
