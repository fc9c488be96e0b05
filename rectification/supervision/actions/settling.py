"""What the issuing house makes of a reply: returned, verified, closed; or opened again."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rectification.actions.reasons import return_reason
from rectification.supervision import states
from rectification.supervision.actions.extending import drop_requests
from rectification.supervision.actions.issuing import require_words
from rectification.supervision.actions.new_days import again_by, said_with
from rectification.supervision.actions.stepping import (
    name_of,
    put_on_record,
    ready_part,
    require_day,
    take_part,
)
from rectification.supervision.choices import ReplyAnswer, Satisfaction
from rectification.supervision.figures.goals import goals_of
from rectification.supervision.models import OrderReply, OrderUnit, SupervisionOrder
from rectification.supervision.states import DONE, OrderStatus
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed


@transaction.atomic
def return_(
    part: OrderUnit, *, by: Any, on: date, reason: str, text: str = "", due_on: date | None = None,
) -> OrderUnit:  # fmt: skip
    """The reply is not enough: back to the unit, for one of the county's reasons, by a new day.

    Raises `return_reason`, `order_again_short`, `order_step`, `order_side` and others.
    """
    row = ready_part(part, states.RETURN, by=by, on=on)
    said = return_reason(row.county_code, reason, on)
    day = again_by(row, on, due_on or None)
    _answer(row, ReplyAnswer.RETURNED, by=by, on=on, text=text, reason=said)
    _drop_outdated(row, day, by=by, on=on)
    values = {"return_count": row.return_count + 1, "due_on": day}
    words = said_with(text, row, day)
    return take_part(row, states.RETURN, by=by, on=on, reason=said, text=words, values=values)


@transaction.atomic
def verify(part: OrderUnit, *, by: Any, on: date, text: str = "") -> OrderUnit:
    """The house has looked and finds it done (核查).

    Raises `order_not_done` where the unit itself says that it is not, `order_item_unmet` while
    the figure on which an item hangs is not reached, `order_step`, `order_side` and others.
    """
    row = ready_part(part, states.VERIFY, by=by, on=on)
    reply = _waiting(row)
    _require_done(reply)
    _require_goals(row, on)
    _answer(row, ReplyAnswer.ACCEPTED, by=by, on=on, text=text)
    drop_requests(row, by=by, on=on, text=_("已核查通过,不再需要延期。"))
    values = {"verified_on": on, "verified_by": name_of(by), "verified_text": text[:500]}
    return take_part(row, states.VERIFY, by=by, on=on, text=text, values=values)


@transaction.atomic
def close(part: OrderUnit, *, by: Any, on: date, satisfaction: Satisfaction | str) -> OrderUnit:
    """The part is off the list (销号); the last one closes the order."""
    row = ready_part(part, states.CLOSE, by=by, on=on)
    _require_goals(row, on)
    values = {"closed_on": on, "satisfaction": satisfaction}
    done = take_part(row, states.CLOSE, by=by, on=on, values=values)
    _close_order(done.order, by=by)
    return done


@transaction.atomic
def reopen(
    part: OrderUnit, *, by: Any, on: date, text: str, due_on: date | None = None
) -> OrderUnit:
    """It turned out not to be done after all: back to the unit by a new day, and the order is out
    again."""
    require_words(text, _("请写明重新交办的原因。"))
    row = ready_part(part, states.REOPEN, by=by, on=on)
    day = again_by(row, on, due_on or None)
    if row.order.status == OrderStatus.CLOSED:
        require_day(on, row.order.closed_on)
        _turn(row.order, OrderStatus.ISSUED, states.REOPEN.key, by=by, on=on)
    values = {
        "verified_on": None, "verified_by": "", "verified_text": "", "closed_on": None,
        "satisfaction": "", "due_on": day,
    }  # fmt: skip
    words = said_with(text, row, day)
    return take_part(row, states.REOPEN, by=by, on=on, text=words, values=values)


def _drop_outdated(part: OrderUnit, day: date, *, by: Any, on: date) -> None:
    """A request for more time was about the day before."""
    if part.due_on != day:
        drop_requests(part, by=by, on=on, text=_("退回时已定新的时限,还不够的请重新申请。"))


def _close_order(order: SupervisionOrder, *, by: Any) -> None:
    """An order is over when no part of it is open any more, on the latest day of its parts."""
    parts = OrderUnit.objects.filter(order=order)
    if parts.exclude(status__in=DONE).exists():
        return
    last = parts.aggregate(last=Max("closed_on"))["last"]
    _turn(order, OrderStatus.CLOSED, states.CLOSE.key, by=by, on=last)


def _turn(order: SupervisionOrder, status: OrderStatus, key: str, *, by: Any, on: date) -> None:
    """The order follows its parts. All units read that: why one part opens is not for others."""
    before = order.status
    closed_on = on if status == OrderStatus.CLOSED else None
    changed(order, status=status, closed_on=closed_on)
    put_on_record(order, None, key, by=by, on=on, before=before)


def _waiting(part: OrderUnit) -> OrderReply:
    """The reply that waits, held."""
    rows = OrderReply.objects.select_for_update()
    found: OrderReply = rows.get(unit=part, answer=ReplyAnswer.WAITING)
    return found


def _answer(
    part: OrderUnit, answer: ReplyAnswer, *, by: Any, on: date, text: str, reason: str = ""
) -> None:
    changed(
        _waiting(part), answer=answer, answered_on=on, answered_by=name_of(by), reason=reason,
        answer_text=text[:500],
    )  # fmt: skip


def _require_done(reply: OrderReply) -> None:
    if not reply.is_done:
        words = _("反馈写明没有办结(%s),不能核查通过。") % reply.undone_reason
        raise DomainError("order_not_done", words, _("请退回重办,需要时批准延期。"))


def _require_goals(part: OrderUnit, on: date) -> None:
    unmet = [one for one in goals_of(part, on) if not one.is_met]
    if unmet:
        words = _("办结指标没有达到:%s。") % "；".join(one.words for one in unmet)
        raise DomainError("order_item_unmet", words, _("请等指标达到以后再办,或者退回重办。"))
