"""The parts of the page of a notice, and the way to it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rectification.supervision.models import Notice, NoticeUnit, NoticeVersion
from villages.common.clock import day_of
from villages.help.markup import written
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address
from villages.lists.getting import get_visible_or_404


def crumbs(*rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The inbox, then the pages on the way."""
    return [(_("通知"), reverse("supervision:inbox")), *rest]


def in_menu(request: HttpRequest) -> None:
    """Marks the entry of the inbox: the address of the page begins with that of orders."""
    request.menu_key = "notices"  # type: ignore[attr-defined]


def get_notice(request: HttpRequest, uid: str) -> Notice:
    """A notice that the person may see; 404 else."""
    in_menu(request)
    found: Notice = get_visible_or_404(Notice, request.user, uid=uid)
    return found


def verbs_of(key: str, row: Any, user: Any, *, but: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
    """Label, address and danger of what this person may do now."""
    ledger = ledgers()[key]
    return [
        (one.label, address(ledger, f"do_{one.key}", row.uid), one.danger)
        for one in ledger.verbs
        if one.key not in but and one.may(user) and one.offered(user, row)
    ]


def facts(notice: Notice, user: Any) -> list[tuple[Any, ...]]:
    """Terms of the head; what is not there is left out. One query."""
    units = NoticeUnit.objects.visible_to(user).filter(notice=notice)
    names = list(units.order_by("pk").values_list("unit_name", flat=True))
    rows = [
        (_("类别"), notice.get_kind_display()),
        (_("发布单位"), notice.from_name),
        (_("发布日期"), notice.published_on.isoformat() if notice.published_on else ""),
        (_("版本"), _("第 %d 版") % notice.number if notice.number else ""),
        (_("有效期"), _days(notice)),
        (_("通知对象"), "、".join(names)),
        (_("读者"), notice.get_reach_display()),
        (_("需要确认"), _("是") if notice.needs_receipt else _("否")),
        (_("紧急发送批准人"), notice.urgent_by),
    ]
    return [row for row in rows if row[1]]


def way(versions: list[NoticeVersion]) -> list[dict[str, Any]]:
    """The published versions, the newest first."""
    return [
        {
            "when": day_of(one.published_at).isoformat(), "title": _("第 %d 版") % one.number,
            "detail": one.changes or one.published_by, "tone": "info",
        }
        for one in versions
        if one.published_at
    ]  # fmt: skip


def earlier(versions: list[NoticeVersion], number: int) -> list[tuple[str, SafeString]]:
    """Published wordings that no longer hold, the newest first: a heading and the words."""
    return [
        (_("第 %d 版正文") % one.number, written(one.text))
        for one in versions
        if one.published_at and one.number < number
    ]


def _days(notice: Notice) -> str:
    last = notice.valid_to.isoformat() if notice.valid_to else _("长期")
    return _("%(first)s 至 %(last)s") % {"first": notice.valid_from.isoformat(), "last": last}
