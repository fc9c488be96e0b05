"""Each unit's part on the page of an order: light, who is waited for, matters, replies, buttons."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rectification.supervision.actions.standing import may_take
from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.figures.goals import Goal
from rectification.supervision.figures.goals_many import goals_among
from rectification.supervision.figures.lights import Light, lights_of
from rectification.supervision.figures.waiting import Waiting, waiting_of
from rectification.supervision.ledgers.steps import runs
from rectification.supervision.models import (
    OrderExtension,
    OrderItem,
    OrderReply,
    OrderUnit,
    SupervisionOrder,
)
from rectification.supervision.perms import may_answer_orders, may_draft_orders, may_settle_orders
from rectification.supervision.states import (
    CLOSE,
    OWING,
    RECEIVE,
    REPLY,
    UNIT_STEPS,
    VERIFY,
    OrderStatus,
    Side,
    allowed,
)
from rectification.supervision.waiting.whose import answered_by
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address

Button = tuple[Any, str, bool]
# Steps for which somebody waits; others may be taken, and need not.
AWAITED = frozenset({RECEIVE.key, REPLY.key, VERIFY.key, CLOSE.key})


@dataclass(frozen=True)
class ItemLine:
    """One matter, with the figure it hangs on and how far that is."""

    item: OrderItem
    goal: Goal | None


@dataclass
class PartView:
    """One part as the page shows it; `opened` where something waits for who looks."""

    part: OrderUnit
    light: Light
    waiting: tuple[Waiting, ...]
    items: list[ItemLine] = field(default_factory=list)
    replies: list[OrderReply] = field(default_factory=list)
    extensions: list[OrderExtension] = field(default_factory=list)
    later: list[SupervisionOrder] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    answers: list[Button] = field(default_factory=list)
    opened: bool = False

    @property
    def last(self) -> OrderReply | None:
        """The newest reply."""
        return self.replies[-1] if self.replies else None


def part_views(parts: list[OrderUnit], user: Any, on: date, *, house: bool) -> list[PartView]:
    """As many queries whatever the number of parts."""
    lights, waiting = lights_of(parts, on), waiting_of(parts, on)
    views = {one.pk: PartView(one, lights[one.pk], waiting.get(one.pk, ())) for one in parts}
    _fill(views, user, on)
    for later in SupervisionOrder.objects.visible_to(user).filter(previous__in=parts):
        views[later.previous_id].later.append(later)
    mine = _mine(parts, user)
    for view in views.values():
        _offer(view, user, on, house=house, mine=view.part.pk in mine)
        view.opened = view.opened or bool(view.answers) or len(parts) == 1
    return list(views.values())


def _fill(views: dict[int, PartView], user: Any, on: date) -> None:
    items = OrderItem.objects.visible_to(user).filter(unit__in=views)
    found = list(items.select_related("village", "indicator", "case").order_by("id"))
    goals = goals_among(found, on)
    for item in found:
        views[item.unit_id].items.append(ItemLine(item, goals.get(item.pk)))
    for reply in OrderReply.objects.visible_to(user).filter(unit__in=views).order_by("seq"):
        views[reply.unit_id].replies.append(reply)
    asked = OrderExtension.objects.visible_to(user).filter(unit__in=views)
    for one in asked.order_by("ordinal"):
        views[one.unit_id].extensions.append(one)


def _mine(parts: list[OrderUnit], user: Any) -> set[int]:
    """Parts for which the person answers."""
    if not may_answer_orders(user):
        return set()
    keys = [one.pk for one in parts]
    rows = OrderUnit.objects.visible_to(user).filter(answered_by(user), pk__in=keys)
    return set(rows.values_list("pk", flat=True))


def _offer(view: PartView, user: Any, on: date, *, house: bool, mine: bool) -> None:
    """The buttons of the step table for this person, then more time and the next rung."""
    part = view.part
    sides = {Side.UNIT: mine, Side.ISSUER: house}
    keys = [
        step.key
        for step in UNIT_STEPS
        if allowed(step, part.status) and runs(step, part.order) and sides[step.side]
        and may_take(step)(user)
    ]  # fmt: skip
    if mine and part.status in OWING and part.order.status == OrderStatus.ISSUED:
        keys += [] if _asks(view) else ["ask-time"]
    if house and may_draft_orders(user) and part.is_overdue(on):
        keys += [] if _climbed(view) else ["escalate"]
    view.buttons = [_button("order-units", key, part.uid) for key in keys]
    view.opened = bool(AWAITED & set(keys))
    if house and may_settle_orders(user):
        asked = [one for one in view.extensions if one.answer == ExtensionAnswer.WAITING]
        view.answers = [
            _button("order-extensions", key, one.uid)
            for one in asked
            for key in ("grant", "refuse")
        ]


def _asks(view: PartView) -> bool:
    return any(one.answer == ExtensionAnswer.WAITING for one in view.extensions)


def _climbed(view: PartView) -> bool:
    return any(one.status != OrderStatus.DROPPED for one in view.later)


def _button(ledger: str, key: str, uid: str) -> Button:
    verb = ledgers()[ledger].verb(key)
    return verb.label, address(ledgers()[ledger], f"do_{key}", uid), verb.danger
