"""What waits for a person in orders: to check and issue, to sign for and answer, to settle."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.supervision.choices import ExtensionAnswer, UnitRole
from rectification.supervision.models import OrderExtension, OrderUnit, SupervisionOrder
from rectification.supervision.perms import (
    may_answer_orders,
    may_check_orders,
    may_settle_orders,
)
from rectification.supervision.states import ANSWERED, OWING, OrderStatus, UnitStatus
from rectification.supervision.waiting.whose import answered_by, issued_by
from villages import parameters, workdays
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource
from villages.common.workdays import add_workdays

SHOWN = 20
_PAPERS = {
    OrderStatus.DRAFT: (gettext_lazy("审核:%s"), "check"),
    OrderStatus.REVIEWED: (gettext_lazy("签发:%s"), "issue"),
}
_OWED = {
    UnitStatus.ISSUED: (gettext_lazy("签收:%s"), "receive"),
    UnitStatus.RECEIVED: (gettext_lazy("反馈:%s"), "reply"),
    UnitStatus.RETURNED: (gettext_lazy("按退回意见重新反馈:%s"), "reply"),
}
_SETTLED = {
    UnitStatus.REPLIED: (gettext_lazy("核查反馈:%s"), "verify"),
    UnitStatus.VERIFIED: (gettext_lazy("办结销号:%s"), "close"),
}


def to_check(user: Any) -> Any:
    """Papers of the person's house that somebody else wrote and that can go on."""
    lead = OrderUnit.objects.filter(order=OuterRef("pk"), role=UnitRole.LEAD)
    rows = SupervisionOrder.objects.visible_to(user).filter(
        issued_by(user), Exists(lead), status__in=list(_PAPERS)
    )
    own = Q(author=user) | Q(author=getattr(user, "acting_for", None), author__isnull=False)
    return rows.exclude(own)


def to_answer(user: Any) -> Any:
    """Parts that wait for the person's own unit."""
    return OrderUnit.objects.visible_to(user).filter(
        answered_by(user), status__in=OWING, order__status=OrderStatus.ISSUED
    )


def to_settle(user: Any) -> Any:
    """Parts of the house's orders whose reply waits for it."""
    return OrderUnit.objects.visible_to(user).filter(
        issued_by(user, "order__"), status__in=ANSWERED, order__status=OrderStatus.ISSUED
    )


def to_extend(user: Any) -> Any:
    """Requests for more time that wait for the house."""
    return OrderExtension.objects.visible_to(user).filter(
        issued_by(user, "unit__order__"), answer=ExtensionAnswer.WAITING
    )


def _papers(user: Any) -> Iterable[TodoItem]:
    """Papers to check and to issue, the oldest first. One query."""
    for one in to_check(user).order_by("pk")[:SHOWN]:
        words, _key = _PAPERS[OrderStatus(one.status)]
        yield TodoItem(
            title=str(words) % one, url=reverse("supervision:order", args=[one.uid]),
            detail=_("起草人 %s") % one.author_name, due_on=one.due_on, minutes=5,
        )  # fmt: skip


def _answers(user: Any) -> Iterable[TodoItem]:
    """Parts to sign for and to answer, the nearest day first. One query."""
    today = clock.today()
    rows = to_answer(user).select_related("order").order_by("due_on", "pk")
    for one in rows[:SHOWN]:
        words, key = _OWED[UnitStatus(one.status)]
        late = one.is_overdue(today) or one.status == UnitStatus.RETURNED
        yield TodoItem(
            title=str(words) % one.order,
            url=reverse(f"ledgers:order-units_do_{key}", args=[one.uid]),
            detail=f"{one.order.from_name} → {one.unit_name}", due_on=_answer_by(one), minutes=10,
            severity="urgent" if late else "normal",
        )  # fmt: skip


def _settling(user: Any) -> Iterable[TodoItem]:
    """Replies to look at: the house has its days too. One query."""
    rows = to_settle(user).select_related("order").order_by("status_since", "pk")
    for one in rows[:SHOWN]:
        words, _key = _SETTLED[UnitStatus(one.status)]
        yield TodoItem(
            title=str(words) % one.order, url=_at_part(one), detail=one.unit_name,
            due_on=_days(one, "verify_days"), minutes=10,
        )  # fmt: skip


def _extensions(user: Any) -> Iterable[TodoItem]:
    """Requests for more time. One query."""
    rows = to_extend(user).select_related("unit__order").order_by("asked_on", "pk")
    for one in rows[:SHOWN]:
        yield TodoItem(
            title=_("审批延期:%(unit)s 申请延至 %(day)s")
            % {"unit": one.unit.unit_name, "day": one.new_due_on},
            url=_at_part(one.unit), detail=str(one.unit.order), due_on=one.old_due_on, minutes=3,
        )  # fmt: skip


def _at_part(part: OrderUnit) -> str:
    return f"{reverse('supervision:order', args=[part.order.uid])}#unit-{part.uid}"


def _answer_by(part: OrderUnit) -> Any:
    """A paper is signed for within its own few days."""
    return _days(part, "sign_days") if part.status == UnitStatus.ISSUED else part.due_on


def _days(part: OrderUnit, key: str) -> Any:
    since = part.status_since
    if since is None:
        return None
    days = parameters.value(f"supervision.{key}", on=since, county=part.county_code)
    return add_workdays(since, int(days), workdays.adjusted())


TODOS: tuple[TodoSource, ...] = (
    TodoSource("orders_check", may_check_orders, _papers),
    TodoSource("orders_answer", may_answer_orders, _answers),
    TodoSource("orders_settle", may_settle_orders, _settling),
    TodoSource("orders_extend", may_settle_orders, _extensions),
)
