"""Doing one of a ledger's verbs to a row."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from villages.common.refusals import refusals_in
from villages.ledgers import hubs
from villages.ledgers.actions import perform
from villages.ledgers.declaring import Ledger, Verb
from villages.ledgers.finding import address
from villages.ledgers.forms.asking import AskForm, ask_form
from villages.ledgers.forms.building import VERSION
from villages.ledgers.views.place import get_row, opens, takes_forms


def make(ledger: Ledger, verb: Verb) -> Any:
    """The view that asks what this verb needs and does it."""

    def do(request: HttpRequest, uid: str) -> HttpResponse:
        row = get_row(ledger, request, uid)
        form = ask_form(verb, row, request.POST or None)
        if request.method == "POST" and form.is_valid():
            with refusals_in(form):
                return _perform(request, ledger, verb, row, form)
            # The page now shows the row as it is: that version is meant from here on.
            form.data = {**form.data.dict(), VERSION: row.version}
        context = {
            "ledger": ledger,
            "verb": verb,
            "row": row,
            "name": ledger.names(row),
            "form": form,
            "back_url": address(ledger, "row", uid),
            "breadcrumbs": [
                *hubs.crumbs(ledger), (ledger.names(row), address(ledger, "row", uid)),
                (verb.label, ""),
            ],
        }  # fmt: skip
        return render(request, "ledgers/verb.html", context)

    return takes_forms(opens(ledger, verb.may, do))


def _perform(
    request: HttpRequest, ledger: Ledger, verb: Verb, row: Any, form: AskForm
) -> HttpResponse:
    """Done: back to the row, or to the list where the row is no more."""
    name, version = ledger.names(row), form.cleaned_data[VERSION]
    perform(ledger, verb, row=row, version=version, by=request.user, **form.answers)
    messages.success(request, _("“%(name)s”:已%(verb)s。") % {"name": name, "verb": verb.label})
    still = ledger.model.objects.visible_to(request.user).filter(uid=row.uid).exists()
    return redirect(address(ledger, "row", row.uid) if still else address(ledger))
