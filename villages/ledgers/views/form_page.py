"""The page around the form of a row."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from villages.ledgers.conflicts import Conflict
from villages.ledgers.declaring import Ledger
from villages.ledgers.finding import address
from villages.ledgers.forms.building import RowForm
from villages.ledgers.forms.lines import groups
from villages.ledgers.showing import fixed_terms


def form_page(
    request: HttpRequest, ledger: Ledger, form: RowForm, crumbs: list[Any],
    row: Any = None, conflict: Conflict | None = None,
) -> HttpResponse:  # fmt: skip
    """The form with what stands beside it; 409 where somebody else saved in between."""
    context = {
        "ledger": ledger,
        "heading": crumbs[-1][0] if row is None else _("更正“%s”") % ledger.names(row),
        "form": form,
        "groups": groups(ledger, form, conflict.theirs if conflict else {}),
        "conflict": conflict,
        "row": row,
        "fixed": fixed_terms(ledger, row, request.user) if row is not None else [],
        "back_url": address(ledger, "row", row.uid) if row is not None else address(ledger),
        "breadcrumbs": crumbs,
    }
    return render(request, "ledgers/edit.html", context, status=409 if conflict else 200)
