"""The page of one row."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from villages.common import clock
from villages.ledgers import hubs
from villages.ledgers.declaring import Ledger
from villages.ledgers.finding import address
from villages.ledgers.history import history
from villages.ledgers.parts import part_tables
from villages.ledgers.showing import extra_values, sections
from villages.ledgers.views.place import get_row, opens


def make(ledger: Ledger) -> Any:
    """The view that shows a row of this ledger."""

    def row(request: HttpRequest, uid: str) -> HttpResponse:
        one, user = get_row(ledger, request, uid), request.user
        annotated = ledger.annotate(ledger.model.objects.visible_to(user), clock.today())
        context = {
            "ledger": ledger,
            "row": one,
            "title": ledger.names(one),
            "sections": sections(ledger, one, user, extra_values(ledger, annotated, one)),
            "verbs": _verbs(ledger, one, user),
            "parts": list(part_tables(ledger, one, user, clock.today())),
            "history": history(ledger, one, user),
            "breadcrumbs": [*hubs.crumbs(ledger), (ledger.names(one), "")],
            **_links(ledger, one, user),
        }
        return render(request, "ledgers/row.html", context)

    return require_safe(opens(ledger, ledger.may_read, row))


def _verbs(ledger: Ledger, row: Any, user: Any) -> list[tuple[Any, str, bool]]:
    """Label, address and whether it is weighty, of what this person can do to this row now."""
    return [
        (one.label, address(ledger, f"do_{one.key}", row.uid), one.danger)
        for one in ledger.verbs
        if one.may(user) and one.offered(user, row)
    ]


def _links(ledger: Ledger, row: Any, user: Any) -> dict[str, str]:
    may = ledger.writable and ledger.may_write(user)
    return {
        "edit_url": address(ledger, "edit", row.uid) if may else "",
        "remove_url": address(ledger, "remove", row.uid) if may and ledger.removable else "",
    }
