"""The numbers of the first page of orders; every one of them opens its rows."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.supervision.figures.overdue import Overdue
from rectification.supervision.ledgers.waits import REPLY, SETTLE, SIGN, waiting_rows
from rectification.supervision.perms import (
    may_answer_orders,
    may_check_orders,
    may_settle_orders,
)
from rectification.supervision.sides import house_of
from rectification.supervision.views.crumbs import here
from rectification.supervision.waiting import orders as waiting

Tile = dict[str, Any]
_PARTS = (
    (SIGN, gettext_lazy("待签收"), may_answer_orders),
    (REPLY, gettext_lazy("待反馈"), may_answer_orders),
    (SETTLE, gettext_lazy("待核查和办结"), may_settle_orders),
)


def waiting_tiles(request: HttpRequest) -> Iterator[Tile]:
    """What waits for this person. A query each."""
    user: Any = request.user
    if may_check_orders(user):
        yield _tile(_("待审核签发"), _count(waiting.to_check(user), request), "#todo", _("张"))
    for which, label, may in _PARTS:
        if may(user):
            count = _count(waiting_rows(user, which), request)
            yield _tile(label, count, _rows("order-units", waits=which), _("件"))
    if may_settle_orders(user):
        count = _count(waiting.to_extend(user), request)
        url = _rows("order-extensions", answer="waiting", from_code=house_of(user))
        yield _tile(_("延期待批"), count, url, _("件"))


def late_tiles(late: Overdue) -> Iterator[Tile]:
    """What is late on either side."""
    units = len(late.townships) + len(late.departments)
    yield _late(_("承办单位逾期"), units, _rows("order-units", overdue="true"))
    note = _("县直部门,和县里没有按时核查的")
    yield {**_late(_("县里自己逾期"), len(late.of_county), "#own"), "note": note}


def _count(rows: Any, request: HttpRequest) -> int:
    return int(here(rows, request).count())


def _tile(label: Any, value: int, href: str, unit: str) -> Tile:
    return {"label": label, "value": value, "href": href, "unit": unit}


def _late(label: str, value: int, href: str) -> Tile:
    return {**_tile(label, value, href, _("件")), "level": "red" if value else ""}


def _rows(ledger: str, **query: str) -> str:
    return f"{reverse(f'ledgers:{ledger}')}?{urlencode(query)}"
