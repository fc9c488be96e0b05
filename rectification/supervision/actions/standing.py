"""Who may take a step of this very order: the right of the person, and the side it stands on."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision import perms
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.sides import is_house, is_unit
from rectification.supervision.states import Side, Step
from villages.common.errors import DomainError

_PERMS: dict[Side, Callable[[Any], bool]] = {
    Side.AUTHOR: perms.may_draft_orders,
    Side.CHECKER: perms.may_check_orders,
    Side.ISSUER: perms.may_settle_orders,
    Side.UNIT: perms.may_answer_orders,
}


def may_take(step: Step) -> Callable[[Any], bool]:
    """The right that a step asks for, whichever the order is."""
    return _PERMS[step.side]


def stands(by: Any, side: Side, order: SupervisionOrder, part: OrderUnit | None = None) -> bool:
    """Whether the person stands on this side of the order. A query for departments and authors."""
    if not _PERMS[side](by):
        return False
    if side == Side.UNIT:
        return part is not None and is_unit(by, part)
    if not is_house(by, order):
        return False
    if side == Side.CHECKER:
        return not is_own(by, order)
    return side != Side.AUTHOR or is_own(by, order) or _is_orphan(order)


def is_own(by: Any, order: SupervisionOrder) -> bool:
    """Whether the person wrote the order, or stands in for whoever wrote it."""
    deputised = getattr(by, "acting_for", None)
    keys = {getattr(by, "pk", None), getattr(deputised, "pk", None)} - {None}
    return order.author_id in keys


def require_side(
    by: Any, side: Side, order: SupervisionOrder, part: OrderUnit | None = None
) -> None:
    """Raises `order_own_draft` for authors who would check themselves, else `order_side`."""
    if stands(by, side, order, part):
        return
    if side == Side.CHECKER and is_own(by, order):
        words = _("这张单子是您起草的,审核、签发和撤销应由另一人办理。")
        raise DomainError("order_own_draft", words, _("请本单位其他有权限的同志办理。"))
    words = _("这一步由%s办理。") % _who(side, order, part)
    raise DomainError("order_side", words, _("如需办理,请与对方联系。"))


def require_house(by: Any, order: SupervisionOrder) -> None:
    """Only the house writes its drafts. Raises `order_side`."""
    if not (perms.may_draft_orders(by) and is_house(by, order)):
        words = _("这张单子由%s起草。") % order.from_name
        raise DomainError("order_side", words, _("如需办理,请与对方联系。"))


def _is_orphan(order: SupervisionOrder) -> bool:
    """Drafted by the system, or by somebody who left: the whole house answers for it."""
    return order.author is None or not order.author.is_active


def _who(side: Side, order: SupervisionOrder, part: OrderUnit | None) -> str:
    if side == Side.UNIT and part is not None:
        return str(part.unit_name)
    return f"{order.from_name}({side.label})"
