"""Notices that a unit has not confirmed yet."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.supervision.figures.receipts import unconfirmed
from rectification.supervision.notice_perms import may_confirm_notices
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource

SHOWN = 20


def _waiting(user: Any) -> Iterable[TodoItem]:
    """The oldest first, one line a notice. One query."""
    found: dict[int, TodoItem] = {}
    rows = _open(user).select_related("notice").order_by("notice__published_on", "pk")
    for one in rows[:SHOWN]:
        found.setdefault(one.notice_id, _item(one))
    return found.values()


def _open(user: Any) -> Any:
    """What is over need not be confirmed any more."""
    holds = Q(notice__valid_to=None) | Q(notice__valid_to__gte=clock.today())
    return unconfirmed(user).filter(holds)


def _item(one: Any) -> TodoItem:
    return TodoItem(
        title=_("确认通知:%s") % one.notice, detail=one.notice.from_name, minutes=2,
        url=reverse("supervision:notice", args=[one.notice.uid]),
        severity="high" if one.notice.urgent_by else "normal",
    )  # fmt: skip


TODOS = (TodoSource("notices", may_confirm_notices, _waiting, _open),)
