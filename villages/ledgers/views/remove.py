"""Taking a row away, with a reason."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.ledgers import hubs
from villages.ledgers.actions import remove_row
from villages.ledgers.declaring import Ledger
from villages.ledgers.finding import address
from villages.ledgers.forms.building import VERSION
from villages.ledgers.views.place import get_row, opens, takes_forms

LONGEST_REASON = 300


def make(ledger: Ledger) -> Any:
    """The view that asks why and removes a row of this ledger."""

    def remove(request: HttpRequest, uid: str) -> HttpResponse:
        row, said = get_row(ledger, request, uid), ""
        if request.method == "POST":
            said = _remove(ledger, row, request)
            if not said:
                messages.success(request, _("已删除“%s”。") % ledger.names(row))
                return redirect(address(ledger))
        return _page(request, ledger, row, said)

    return takes_forms(opens(ledger, ledger.may_write, remove))


def _remove(ledger: Ledger, row: Any, request: HttpRequest) -> str:
    """Removes; else why not."""
    reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
    if not reason:
        return _("请填写删除的原因。")
    version = request.POST.get(VERSION, "")
    try:
        remove_row(
            ledger, row=row, version=int(version) if version.isdecimal() else None,
            reason=reason, by=request.user,
        )  # fmt: skip
    except DomainError as error:
        return str(error)
    return ""


def _page(request: HttpRequest, ledger: Ledger, row: Any, said: str) -> HttpResponse:
    name = ledger.names(row)
    context = {
        "ledger": ledger,
        "row": row,
        "name": name,
        "said": said,
        "hidden": [(VERSION, row.version)],
        "items": [_("这一条将从台账、统计和导出中消失。"), _("删除前的内容保留在操作留痕中。")],
        "back_url": address(ledger, "row", row.uid),
        "breadcrumbs": [
            *hubs.crumbs(ledger), (name, address(ledger, "row", row.uid)), (_("删除"), ""),
        ],
    }  # fmt: skip
    return render(request, "ledgers/remove.html", context)
