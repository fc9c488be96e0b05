"""What every field of every ledger means (口径): pages made from the one dictionary."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.common.columns import Column
from villages.ledgers import hubs
from villages.ledgers.columns import unit_of
from villages.ledgers.declaring import Item, Ledger, ledgers
from villages.ledgers.dictionary import Words, words_of
from villages.ledgers.finding import address
from villages.ledgers.kinds import may_be_empty


@dataclass(frozen=True)
class Line:
    """One field by name and in words, and where it is asked."""

    name: str
    words: Words
    unit: Any
    asked: list[Any]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All ledgers by area."""
    groups = [
        (label, [one for one in ledgers().values() if one.hub == hub])
        for hub, label in hubs.HUBS.items()
    ]
    crumbs = [(_("帮助"), reverse("help:index")), (_("字段说明"), "")]
    return render(request, "help/fields.html", {"groups": groups, "breadcrumbs": crumbs})


@require_safe
def ledger(request: HttpRequest, key: str) -> HttpResponse:
    """All fields of one ledger. Definitions are no secret: every signed-in person reads them."""
    one = ledgers().get(key)
    if one is None:
        raise Http404
    crumbs = [
        (_("帮助"), reverse("help:index")),
        (_("字段说明"), reverse("help:fields")),
        (one.title, ""),
    ]
    context = {
        "ledger": one,
        "lines": [_line(one, item) for item in one.items],
        "computed": [_computed(column) for column in one.columns],
        "list_url": address(one) if one.may_read(request.user) else "",
        "breadcrumbs": crumbs,
    }
    return render(request, "help/fields_of.html", context)


def _line(ledger: Ledger, item: Item) -> Line:
    words = words_of(ledger.key, item.name)
    return Line(item.name, words, unit_of(ledger, item), _asked(ledger, item))


def _asked(ledger: Ledger, item: Item) -> list[Any]:
    """Where the field is met: form and sheet, list, API; whether it must be filled in."""
    if not item.asked:
        return [_("系统自动填写")]
    required = [_("选填") if may_be_empty(ledger, item) else _("必填")]
    sheet = [_("导入表格")] if ledger.imported and not item.seen_by else []
    return [*required, _("登记表单"), *sheet, *([_("限阅")] if item.seen_by else [])]


def _computed(column: Column) -> tuple[Any, Any, Any]:
    return column.header, column.shown_unit, column.help
