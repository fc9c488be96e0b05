"""Channels are set up, rotated, switched off and on; all of it by those to whom they belong."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.outbox import page_url, put
from rectification.supervision.actions.sealed_secrets import make_secret
from rectification.supervision.actions.storing import store
from rectification.supervision.models import Channel, Delivery, Department
from rectification.supervision.notice_states import ChannelKind, DeliveryStatus
from rectification.supervision.parameters.notices import OVERLAP
from rectification.supervision.sending import mail, webhook
from rectification.supervision.sending.addresses import sealed_address, shown_address
from villages import parameters
from villages.common.clock import day_of
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record

SYSTEM = "系统"


@dataclass(frozen=True)
class Owner:
    """To whom a channel belongs: a person, a department, or a unit by its code."""

    name: str
    user: Any = None
    code: str = ""
    department: Department | None = None


@dataclass(frozen=True)
class Made:
    """A channel and its secret, which nobody can look up later; "" for mail."""

    channel: Channel
    secret: str


@transaction.atomic
def add_channel(
    *, by: Any, county: str, owner: Owner, kind: ChannelKind | str, address: str,
    digest: bool = False,
) -> Made:  # fmt: skip
    """A new way out. Raises `mail_off`, `mail_address`, `webhook_address`, `webhook_private`, and
    the words of what the columns refuse."""
    address = address.strip()
    _refuse_address(kind, address)
    secret, columns = _of_webhook(address) if kind == ChannelKind.WEBHOOK else ("", {})
    given = {"address": address, **columns, "kind": kind, "digest": digest}
    row = store(
        Channel(
            county_code=county, user=owner.user, unit_code=owner.code, owner=owner.name,
            department=owner.department, **given,
        )
    )  # fmt: skip
    record("channel.added", row, by=by, after={"kind": kind, "digest": digest})
    return Made(row, secret)


@transaction.atomic
def rotate(channel: Channel, *, by: Any, at: datetime) -> Made:
    """Another secret; the one before signs along for the county's hours. Raises `channel_mail`."""
    row = locked(channel)
    if row.kind != ChannelKind.WEBHOOK:
        raise DomainError("channel_mail", _("电子邮件没有密钥。"), _("只有接口推送需要密钥。"))
    secret, sealed = make_secret()
    hours = int(parameters.value(OVERLAP.key, on=day_of(at), county=row.county_code))
    until = at + timedelta(hours=hours)
    changed(row, old_sealed=row.secret_sealed, old_until=until, secret_sealed=sealed)
    record("channel.rotated", row, by=by)
    return Made(row, secret)


@transaction.atomic
def switch(channel: Channel, *, by: Any, on: bool) -> Channel:
    """Switches a channel on or off; what waits for it goes on waiting."""
    row = locked(channel)
    changed(row, active=on, stopped_why="" if on else _("人工停用"))
    record("channel.switched_on" if on else "channel.switched_off", row, by=by)
    return row


def stop_channel(channel: Channel, *, why: str) -> Channel:
    """The receiver wants nothing more: off until somebody switches it on again."""
    row = locked(channel)
    if row.active:
        changed(row, active=False, stopped_why=why[:120])
        record("channel.stopped", row, by=SYSTEM, reason=why)
    return row


@transaction.atomic
def send_test(channel: Channel, *, by: Any, at: datetime) -> Delivery:
    """A message to try the channel out, at once. Raises `channel_off`."""
    row = locked(channel)
    if not row.active:
        raise DomainError("channel_off", _("渠道已停用。"), _("请先启用。"))
    key, title = f"test:{at.isoformat()}", _("试发:这是一条测试消息")
    data = {"url": page_url("supervision:inbox")}
    record("channel.tested", row, by=by)
    return put(row, key=key, title=title, data=data, at=at, urgent=True)


@transaction.atomic
def resend(delivery: Delivery, *, by: Any, at: datetime) -> Delivery:
    """Tries a message anew from the beginning, with its old id. Raises `delivery_done`."""
    row = locked(delivery)
    if row.status == DeliveryStatus.DONE:
        words = _("这条消息已经送达,不再重发。")
        raise DomainError("delivery_done", words, _("请在对方系统中查看。"))
    changed(row, status=DeliveryStatus.WAITING, attempts=0, due_at=at)
    record("delivery.resent", row, by=by)
    return row


def _of_webhook(url: str) -> tuple[str, dict[str, str]]:
    """A fresh secret, and the columns in which it and the address lie sealed."""
    secret, sealed = make_secret()
    return secret, {
        "address": shown_address(url), "address_sealed": sealed_address(url),
        "secret_sealed": sealed,
    }  # fmt: skip


def _refuse_address(kind: ChannelKind | str, address: str) -> None:
    if kind == ChannelKind.WEBHOOK:
        _refuse_url(address)
        return
    if not mail.is_set_up():
        words = _("本系统没有设置邮件服务器,暂时不能用电子邮件接收。")
        raise DomainError("mail_off", words, _("请联系系统管理员。"), kind=words)
    try:
        validate_email(address)
    except ValidationError as error:
        words = _("邮箱地址不正确。")
        raise DomainError("mail_address", words, address=words) from error


def _refuse_url(address: str) -> None:
    """What it may not call is refused at once; whether it answers, the test shows."""
    try:
        webhook.resolve(address)
    except OSError as error:
        words = _("找不到这个网址的服务器。")
        raise DomainError("webhook_unknown", words, _("请核对地址。"), address=words) from error
    except ValueError as error:
        words = _("推送地址不正确。")
        raise DomainError("webhook_address", words, address=words) from error
