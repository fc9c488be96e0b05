"""Registering a row."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from villages.common.refusals import refusals_in
from villages.ledgers import hubs
from villages.ledgers.actions import write_row
from villages.ledgers.columns import VILLAGE
from villages.ledgers.declaring import Ledger
from villages.ledgers.finding import address
from villages.ledgers.forms.building import Asker, asked, row_form
from villages.ledgers.views.form_page import form_page
from villages.ledgers.views.place import asker, opens, takes_forms
from villages.models import Village


def make(ledger: Ledger) -> Any:
    """The view that registers a row of this ledger; the address may fill fields in."""

    def new(request: HttpRequest) -> HttpResponse:
        who = asker(request, village=_village(ledger, request))
        form = row_form(ledger, who, request.POST or None, _given(ledger, who, request))
        if request.method == "POST" and form.is_valid():
            with refusals_in(form):
                made = write_row(ledger, values=form.values, by=request.user)
                messages.success(request, _("已登记“%s”。") % ledger.names(made))
                return redirect(address(ledger, "row", made.uid))
        crumb = (_("登记%s") % ledger.one, "")
        return form_page(request, ledger, form, [*hubs.crumbs(ledger), crumb])

    return takes_forms(opens(ledger, ledger.may_write, new))


def _given(ledger: Ledger, who: Asker, request: HttpRequest) -> dict[str, str]:
    names = (one.name for one in asked(ledger, who))
    return {name: request.GET[name] for name in names if name in request.GET}


def _village(ledger: Ledger, request: HttpRequest) -> Any:
    """The village that a link or the form names: rows to choose from are then its own."""
    code = request.POST.get(VILLAGE) or request.GET.get(VILLAGE)
    if not (code and ledger.about_village):
        return None
    return Village.objects.visible_to(request.user).filter(code=code).first()
