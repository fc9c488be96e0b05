"""A draft is written: the paper, the units it addresses, what is asked of each."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from rectification.supervision.actions import addressing
from rectification.supervision.actions.kept_items import refuse_found
from rectification.supervision.actions.making import make_draft
from rectification.supervision.actions.standing import require_house
from rectification.supervision.actions.storing import refuse_unfit, store
from rectification.supervision.choices import OrderKind, Origin, UnitRole, Urgency
from rectification.supervision.models import Department, OrderItem, OrderUnit, SupervisionOrder
from rectification.supervision.sides import house_of
from rectification.supervision.states import OPEN_DRAFTS
from villages.common.errors import DomainError
from villages.indicators.models import IndicatorDefinition
from villages.ledgers.keeping import changed, locked
from villages.models import Township, Village
from villages.trace.record import record


@transaction.atomic
def draft_order(
    *, by: Any, on: date, kind: OrderKind | str, subject: str, requirement: str,
    urgency: Urgency | str = Urgency.PLAIN, basis: str = "", problem: str = "",
    feedback: str = "", instruction: str = "", due_on: date | None = None, urgent_by: str = "",
    origin: Origin | str = Origin.HAND, origin_uid: str = "", previous: OrderUnit | None = None,
) -> SupervisionOrder:  # fmt: skip
    """A draft of the person's own house; nobody outside the house sees it.

    Raises `no_house`, `order_side`, `order_step_future` and what the columns refuse.
    """
    return make_draft(
        own_house(by), by=by, on=on, kind=kind, subject=subject, requirement=requirement,
        urgency=urgency, basis=basis, problem=problem, feedback=feedback, instruction=instruction,
        due_on=due_on, urgent_by=urgent_by, origin=origin, origin_uid=origin_uid,
        previous=previous,
    )  # fmt: skip


@transaction.atomic
def add_units(
    order: SupervisionOrder, *, by: Any, townships: Iterable[Township] = (),
    departments: Iterable[Department] = (), role: UnitRole | str = UnitRole.LEAD,
    due_on: date | None = None,
) -> list[OrderUnit]:  # fmt: skip
    """Addresses the draft to further units; a township addresses departments alone.

    Raises `order_not_draft`, `order_side`, `order_unit_foreign`, `order_departments_only`,
    `part_once`.
    """
    row = require_draft(order, by)
    whom = [
        *(addressing.township_part(row, one) for one in townships),
        *(addressing.department_part(row, one) for one in departments),
    ]
    made = [store(_with(part, role=role, due_on=due_on)) for part in whom]
    names = [one.unit_name for one in made]
    record("order.units-added", row, by=by, after={"units": names, "role": role}, count=len(made))
    return made


@transaction.atomic
def add_item(
    part: OrderUnit, *, by: Any, text: str, village: Village | None = None,
    case: RectificationCase | None = None, data: str = "",
    indicator: IndicatorDefinition | None = None, comparison: str = "",
    goal: Decimal | None = None,
) -> OrderItem:  # fmt: skip
    """One matter for one unit alone, with its data.

    Raises `order_not_draft`, `order_side`, `order_item_foreign`, `order_item_goal`.
    """
    order = require_draft(part.order, by)
    item = OrderItem(
        county_code=order.county_code, unit=part, text=text.strip(), data=data.strip(),
        village=village or (case.village if case else None), case=case, indicator=indicator,
        comparison=comparison, goal=goal,
    )  # fmt: skip
    addressing.refuse_foreign_item(order, part, item)
    store(item)
    after = {"unit": part.unit_name, "text": item.text, "village": village}
    record("order.item-added", order, by=by, after=after)
    return item


@transaction.atomic
def change_unit(
    part: OrderUnit, *, by: Any, role: UnitRole | str, due_on: date | None = None,
    person: str = "",
) -> OrderUnit:  # fmt: skip
    """Role, own day and person in charge of a unit, while nobody outside has seen the order.

    Raises `order_not_draft`, `order_side` and what the columns refuse.
    """
    order, row = require_draft(part.order, by), locked(part)
    refuse_unfit(_with(row, role=role, due_on=due_on, person=person.strip()))
    before = changed(locked(part), role=role, due_on=due_on, person=person.strip())
    after = {"unit": row.unit_name, "role": role, "due_on": due_on, "person": row.person}
    record("order.unit-changed", order, by=by, before=before, after=after)
    return row


@transaction.atomic
def remove_unit(part: OrderUnit, *, by: Any) -> None:
    """A unit that should not be on the draft is taken off, with its items."""
    order = require_draft(part.order, by)
    refuse_found(OrderItem.objects.filter(unit=part))
    record("order.unit-removed", order, by=by, before={"unit": part.unit_name})
    OrderItem.objects.filter(unit=part).delete()
    part.delete()


@transaction.atomic
def remove_item(item: OrderItem, *, by: Any) -> None:
    """A matter that should not be on the draft is taken off."""
    order = require_draft(item.unit.order, by)
    refuse_found([item])
    before = {"unit": item.unit.unit_name, "text": item.text}
    record("order.item-removed", order, by=by, before=before)
    item.delete()


def own_house(by: Any) -> str:
    """The code of the house for which a person drafts. Raises `no_house`."""
    if house := house_of(by):
        return house
    hint = _("县里由组织部、乡镇由本乡镇工作人员起草。")
    raise DomainError("no_house", _("您不代表任何可以发单子的单位。"), hint)


def require_draft(order: SupervisionOrder, by: Any) -> SupervisionOrder:
    """The draft as it is now, held, for somebody of its house. Raises `order_not_draft`."""
    row = locked(order)
    require_house(by, row)
    if row.status not in OPEN_DRAFTS:
        words = _("%(order)s现在是“%(status)s”,不能改动。") % {
            "order": row, "status": row.get_status_display(),
        }  # fmt: skip
        hint = _("审核过的单子请先退回修改;已签发的可以撤销后另发。")
        raise DomainError("order_not_draft", words, hint)
    return row


def _with(row: OrderUnit, **values: Any) -> OrderUnit:
    for name, value in values.items():
        setattr(row, name, value)
    return row
