"""Channels out of the portal and the log of what was sent over them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions import channels
from rectification.supervision.models import Channel, Delivery
from rectification.supervision.notice_perms import may_keep_channels
from rectification.supervision.notice_states import DeliveryStatus
from villages.common import clock
from villages.ledgers.declaring import Item, Ledger, Part, Verb


def _switch_on(row: Channel, *, by: Any) -> Channel:
    return channels.switch(row, by=by, on=True)


def _switch_off(row: Channel, *, by: Any) -> Channel:
    return channels.switch(row, by=by, on=False)


def _test(row: Channel, *, by: Any) -> Channel:
    channels.send_test(row, by=by, at=clock.instant())
    return row


def _resend(row: Delivery, *, by: Any) -> Delivery:
    return channels.resend(row, by=by, at=clock.instant())


CHANNELS = Ledger(
    key="notice-channels",
    hub="notices",
    model=Channel,
    title=_("接收渠道"),
    one=_("接收渠道"),
    title_en="channels out of the portal",
    one_en="channel",
    page="supervision:channel",
    items=(
        Item("owner", width=20),
        Item("kind", chosen=True, width=10),
        Item("address", wide=True, width=40),
        Item("digest", chosen=True, width=8),
        Item("active", chosen=True, width=6),
        Item("stopped_why", wide=True),
    ),
    natural_key=("owner", "kind", "address"),
    order=("id",),
    may_read=may_keep_channels,
    may_write=may_keep_channels,
    writable=False,
    removable=False,
    imported=False,
    verbs=(
        Verb("test", _("试发"), "send a test", act=_test, may=may_keep_channels,
             offered=lambda _user, row: row.active,
             explains=_("一分钟内发出一条测试消息,结果在发送记录里。")),
        Verb("switch-off", _("停用"), "switch off", act=_switch_off, may=may_keep_channels,
             danger=True, offered=lambda _user, row: row.active,
             explains=_("待送达的消息留着,启用后继续发送。")),
        Verb("switch-on", _("启用"), "switch on", act=_switch_on, may=may_keep_channels,
             offered=lambda _user, row: not row.active,
             explains=_("停用期间留下的消息随后发出。")),
    ),
    parts=(Part("deliveries", "channel"),),
    search=("owner", "address"),
    empty=_("还没有接收渠道。不设置也能办理一切业务,通知都在收件箱里。"),
)  # fmt: skip
DELIVERIES = Ledger(
    key="deliveries",
    hub="notices",
    model=Delivery,
    title=_("发送记录"),
    one=_("消息"),
    title_en="log of messages",
    one_en="message",
    items=(
        Item("title", wide=True, width=40),
        Item("channel", by="owner", width=24),
        Item("status", chosen=True, width=8),
        Item("made_at", width=16),
        Item("attempts", width=6),
        Item("tried_at", width=16),
        Item("result", wide=True, width=24),
        Item("due_at", shown=False, width=16),
        Item("urgent", chosen=True, shown=False, width=6),
    ),
    natural_key=("channel", "made_at"),
    order=("-made_at", "-id"),
    may_read=may_keep_channels,
    writable=False,
    removable=False,
    imported=False,
    verbs=(
        Verb("resend", _("重发"), "resend", act=_resend, may=may_keep_channels,
             offered=lambda _user, row: row.status != DeliveryStatus.DONE,
             explains=_("从头再试三天,消息编号不变,对方不会收到两次。")),
    ),
    search=("title",),
    empty=_("还没有发送过消息。"),
)  # fmt: skip
LEDGERS = (CHANNELS, DELIVERIES)
