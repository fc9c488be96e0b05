"""One paper for all that is overdue (一键催办): each unit is asked for its own matters alone."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.carrying import carry_items, carry_unit
from rectification.supervision.actions.making import make_draft
from rectification.supervision.actions.standing import require_house
from rectification.supervision.choices import OrderKind, Origin
from rectification.supervision.models import OrderUnit, SupervisionOrder
from villages import workdays
from villages.common.errors import DomainError


@transaction.atomic
def chase(
    parts: Iterable[OrderUnit], *, by: Any, on: date, requirement: str = "",
    due_on: date | None = None,
) -> SupervisionOrder:  # fmt: skip
    """A draft 催办单 to the units of overdue parts of one house, with what each of them owes.

    Raises `chase_nothing`, `chase_not_overdue`, `chase_two_houses`, `order_side`.
    """
    keys = [one.pk for one in parts]
    rows = OrderUnit.objects.filter(pk__in=keys).select_related("order", "department")
    owing = list(rows.order_by("unit_code", "department", "due_on", "pk"))
    house = _house(owing, by, on)
    made = make_draft(
        house, by=by, on=on, kind=OrderKind.URGE, origin=Origin.CHASE, due_on=due_on,
        subject=_("%s 项逾期未反馈事项") % len(owing),
        requirement=requirement or _("请尽快办结并反馈;确有困难的,请说明原因并申请延期。"),
    )  # fmt: skip
    for group in _by_unit(owing):
        to = carry_unit(made, group[0])
        for part in group:
            carry_items(to, part, part.orderitems.all(), on, workdays.adjusted())
    return made


def _by_unit(parts: Iterable[OrderUnit]) -> list[list[OrderUnit]]:
    found: dict[tuple[str, int | None], list[OrderUnit]] = defaultdict(list)
    for one in parts:
        found[one.unit_code, one.department_id].append(one)
    return list(found.values())


def _house(parts: list[OrderUnit], by: Any, on: date) -> str:
    """The one house that issued them all, for somebody of it."""
    if not parts:
        raise DomainError("chase_nothing", _("没有选择要催办的事项。"), _("请勾选逾期的单子。"))
    for one in parts:
        require_house(by, one.order)
        _require_overdue(one, on)
    houses = {one.order.from_code for one in parts}
    if len(houses) > 1:
        words = _("选择的单子不是同一个单位签发的。")
        raise DomainError("chase_two_houses", words, _("请分别催办。"))
    return str(houses.pop())


def _require_overdue(part: OrderUnit, on: date) -> None:
    if not part.is_overdue(on):
        told = {"unit": part.unit_name, "order": part.order.number_shown}
        words = _("%(unit)s的 %(order)s没有逾期,不用催办。") % told
        raise DomainError("chase_not_overdue", words, _("请只勾选逾期的单子。"))
