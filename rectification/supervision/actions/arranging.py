"""A draft as its pages write it: all its units at once, one matter to several units, a case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from rectification.supervision.actions.drafting import (
    add_item,
    add_units,
    change_unit,
    draft_order,
    remove_unit,
    require_draft,
)
from rectification.supervision.choices import Origin, UnitRole
from rectification.supervision.figures.owed import key_of
from rectification.supervision.models import Department, OrderItem, OrderUnit, SupervisionOrder
from rectification.supervision.sides import house_of
from villages.common.errors import DomainError
from villages.common.scope import COUNTY
from villages.models import Township


@dataclass(frozen=True)
class Wanted:
    """One unit that a draft is to address, and how."""

    unit: Township | Department
    role: str = UnitRole.LEAD
    due_on: date | None = None
    person: str = ""

    @property
    def key(self) -> str:
        """As `figures.owed.key_of` names the unit of a part."""
        return self.unit.code if isinstance(self.unit, Township) else str(self.unit.uid)


@transaction.atomic
def set_units(order: SupervisionOrder, *, by: Any, wanted: Iterable[Wanted]) -> SupervisionOrder:
    """The draft addresses just these units; what was asked of the others goes with them.

    Raises what adding, changing and removing raise.
    """
    row, want = require_draft(order, by), {one.key: one for one in wanted}
    parts = OrderUnit.objects.filter(order=row).select_related("order", "department")
    have = {key_of(one): one for one in parts}
    for key in have.keys() - want.keys():
        remove_unit(have[key], by=by)
    for key, one in want.items():
        part = have.get(key) or _added(row, one, by)
        if (part.role, part.due_on, part.person) != (one.role, one.due_on, one.person):
            change_unit(part, by=by, role=one.role, due_on=one.due_on, person=one.person)
    return row


@transaction.atomic
def add_to_units(
    order: SupervisionOrder, *, by: Any, parts: Iterable[OrderUnit], **said: Any
) -> list[OrderItem]:
    """The same matter for several units. Raises `order_item_nobody` and what adding raises."""
    made = [add_item(part, by=by, **said) for part in parts]
    if not made:
        words = _("请选择由哪些单位办。")
        raise DomainError("order_item_nobody", words, units=words)
    return made


@transaction.atomic
def draft_for_case(
    case: RectificationCase, *, by: Any, on: date, said: Mapping[str, Any]
) -> SupervisionOrder:
    """A draft about a case; the county's is addressed to the township, with the village's matter.

    A township asks departments, which it chooses afterwards.
    """
    order = draft_order(by=by, on=on, origin=Origin.CASE, origin_uid=case.uid, **said)
    if len(house_of(by)) == COUNTY:
        (part,) = add_units(order, by=by, townships=[case.village.township])
        add_item(part, by=by, text=order.subject, village=case.village, case=case,
                 data=case_data(case))  # fmt: skip
    return order


def case_data(case: RectificationCase) -> str:
    """Where the case stands, for whoever has to act on it."""
    told = {"number": case.number_shown, "status": case.get_status_display()}
    words = _("整顿 %(number)s,现在“%(status)s”") % told
    return words + (_(",整顿时限 %s") % case.deadline.isoformat() if case.deadline else "")


def _added(order: SupervisionOrder, one: Wanted, by: Any) -> OrderUnit:
    unit = one.unit
    townships = [unit] if isinstance(unit, Township) else []
    departments = [unit] if isinstance(unit, Department) else []
    (part,) = add_units(
        order, by=by, townships=townships, departments=departments, role=one.role,
        due_on=one.due_on,
    )  # fmt: skip
    part.order = order
    return part
