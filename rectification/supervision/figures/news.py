"""What is new for the owner of a channel, in lines of words."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from rectification.supervision.figures.receipts import to_confirm
from rectification.supervision.models import Channel, Notice, NoticeUnit, OrderUnit
from rectification.supervision.news_sources import news_sources
from rectification.supervision.notice_sides import units_of
from rectification.supervision.notice_states import NoticeStatus
from rectification.supervision.states import OrderStatus, UnitStatus
from rectification.supervision.waiting.whose import answered_by

_BEFORE = timedelta(days=1)
MOST = 50


def news_of(channel: Channel, *, since: date | None, on: date) -> list[str]:
    """Notices since the last digest, receipts that are owed, orders to sign for, replies that came
    back, then what other apps tell. At most fifty lines; four queries and theirs."""
    whom = _of(channel, units_of(channel.user) if channel.user else None)
    parts = _of(channel, answered_by(channel.user) if channel.user else None)
    first = since or on - _BEFORE
    also = [line for one in news_sources() for line in one.lines(channel, first, on)]
    return [*_notices(whom, first, on), *_owed(whom, on), *_orders(parts), *also][:MOST]


def _of(channel: Channel, person: Q | None) -> Q:
    if person is not None:
        return person
    if channel.department_id:
        return Q(department=channel.department_id)
    return Q(unit_code=channel.unit_code)


def _notices(whom: Q, since: date, on: date) -> list[str]:
    units = NoticeUnit.objects.filter(whom, notice=OuterRef("pk"))
    rows = Notice.objects.filter(
        Exists(units), status=NoticeStatus.PUBLISHED, published_on__gte=since,
        published_on__lte=on,
    )  # fmt: skip
    return [_("通知:%s") % one for one in rows.order_by("published_on", "pk")[:MOST]]


def _owed(whom: Q, on: date) -> list[str]:
    holds = Q(notice__valid_to=None) | Q(notice__valid_to__gte=on)
    titles = to_confirm(whom).filter(holds).order_by("pk").values_list("title", flat=True)
    return [_("待确认:%s") % one for one in titles[:MOST]]


def _orders(whom: Q) -> list[str]:
    words = {UnitStatus.ISSUED: _("待签收:%s"), UnitStatus.RETURNED: _("退回重办:%s")}
    rows = OrderUnit.objects.filter(
        whom, status__in=list(words), order__status=OrderStatus.ISSUED
    ).select_related("order")
    lines = rows.order_by("due_on", "pk")[:MOST]
    return [words[UnitStatus(one.status)] % one.order for one in lines]
