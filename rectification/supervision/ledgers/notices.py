"""Notices and the receipts of units."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.ledgers.work_asks import day
from rectification.supervision.actions import notice_receipts, notices
from rectification.supervision.models import Notice, NoticeReceipt
from rectification.supervision.notice_perms import (
    may_confirm_notices,
    may_publish_notices,
    may_see_notices,
)
from rectification.supervision.notice_sides import is_publisher, units_here
from rectification.supervision.notice_states import PUBLISH, WITHDRAW, NoticeStatus
from rectification.supervision.states import allowed
from villages.common import clock
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Ask, Item, Ledger, Verb
from villages.rest.fields import Field


def _publish(row: Notice, *, by: Any, on: Any) -> Notice:
    return notices.publish(row, by=by, on=on, at=clock.instant())


def _withdraw(row: Notice, *, by: Any, on: Any, reason: str) -> Notice:
    return notices.withdraw(row, by=by, on=on, at=clock.instant(), reason=reason)


def _confirm(row: Notice, *, by: Any) -> Notice:
    notice_receipts.confirm(row, by=by, on=clock.today())
    return row


def asks_receipt(user: Any, row: Notice) -> bool:
    """Whether a receipt of the version in force is still wanted from this person's units."""
    if row.status != NoticeStatus.PUBLISHED or not row.needs_receipt:
        return False
    had = NoticeReceipt.objects.filter(version_read__notice=row, version_read__number=row.number)
    known = set(had.values_list("unit", flat=True))
    return any(one.pk not in known for one in units_here(user, row))


def _may_publish(user: Any, row: Notice) -> bool:
    fresh = row.versions.filter(published_at=None).exists()
    return allowed(PUBLISH, row.status) and is_publisher(user, row) and fresh


VERBS = (
    Verb(
        "confirm", _("确认已读"), "confirm", act=_confirm, may=may_confirm_notices,
        offered=asks_receipt,
        explains=_("代表本单位确认看过现在这一版;一个单位确认一次即可。"),
    ),
    Verb(
        PUBLISH.key, PUBLISH.label, PUBLISH.label_en, act=_publish, may=may_publish_notices,
        offered=_may_publish, asks=(day(_("发布日期"), "published on"),),
        explains=_("通知对象从这一刻起看到;需要确认的,新的一版要重新确认。"),
    ),
    Verb(
        WITHDRAW.key, WITHDRAW.label, WITHDRAW.label_en, act=_withdraw, danger=True,
        may=may_publish_notices,
        offered=lambda user, row: allowed(WITHDRAW, row.status) and is_publisher(user, row),
        asks=(
            day(_("撤回日期"), "withdrawn on"),
            Ask("reason", _("原因"), "reason", most=300, wide=True),
        ),
        explains=_("收到过的单位看得到已撤回和原因。"),
    ),
)  # fmt: skip
NOTICES = Ledger(
    key="notices",
    hub="notices",
    model=Notice,
    title=_("通知公告和便民服务"),
    one=_("通知"),
    title_en="notices and convenience services",
    one_en="notice",
    page="supervision:notice",
    items=(
        Item("title", wide=True, width=40),
        Item("kind", chosen=True, width=10),
        Item("from_name", width=18),
        Item("from_code", kind=Kind.CODE, chosen=True, shown=False),
        Item("reach", chosen=True, shown=False, width=14),
        Item("needs_receipt", chosen=True, width=8),
        Item("status", chosen=True, width=8),
        Item("number", width=6),
        Item("published_on", chosen=True),
        Item("valid_from", shown=False),
        Item("valid_to", chosen=True, shown=False),
        Item("urgent_by", shown=False),
        Item("withdrawn_on", shown=False),
        Item("withdrawn_why", wide=True, listed=False),
    ),
    natural_key=("from_code", "title", "valid_from"),
    order=("-published_on", "-id"),
    may_read=may_see_notices,
    may_write=may_publish_notices,
    writable=False,
    removable=False,
    imported=False,
    verbs=VERBS,
    search=("title", "from_name"),
    empty=_("还没有通知。县里发给乡镇和部门、乡镇发给村的通知和便民服务信息都在这里。"),
)


RECEIPTS = Ledger(
    key="notice-receipts",
    hub="notices",
    model=NoticeReceipt,
    title=_("通知确认"),
    one=_("确认"),
    title_en="receipts of notices",
    one_en="receipt of a notice",
    items=(
        Item("read_on", chosen=True),
        Item("read_by", width=12),
    ),
    natural_key=("read_on", "read_by"),
    order=("-read_on", "-id"),
    may_read=may_see_notices,
    writable=False,
    removable=False,
    imported=False,
    columns=(
        Column("notice", _("通知"), path="version_read__notice__title", width=40),
        Column("number", _("版本号"), path="version_read__number", width=6),
        Column("unit_name", _("单位"), path="unit__unit_name", width=18),
    ),
    answers=(
        Field("notice", "通知", "Key of the notice", source="version_read__notice__uid",
              filters=("exact",)),
        Field("number", "版本号", "Version that was read", Kind.INTEGER,
              source="version_read__number"),
        Field("unit_name", "单位", "Unit that confirmed", source="unit__unit_name"),
        Field("unit_code", "单位代码", "Code of the unit, empty for departments", Kind.CODE,
              source="unit__unit_code", filters=("exact",)),
    ),
    empty=_("还没有确认。收到通知的单位点“确认已读”后列在这里。"),
)  # fmt: skip
LEDGERS = (NOTICES, RECEIPTS)
