"""Changing a row, with a guard against lost changes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.refusals import refusals_in
from villages.ledgers import hubs
from villages.ledgers.actions import write_row
from villages.ledgers.conflicts import conflict_of, merged
from villages.ledgers.declaring import Ledger
from villages.ledgers.finding import address
from villages.ledgers.forms.building import NOTE, VERSION, RowForm, row_form
from villages.ledgers.views.form_page import form_page
from villages.ledgers.views.place import asker, get_row, opens, takes_forms


def make(ledger: Ledger) -> Any:
    """The view that changes a row of this ledger."""

    def edit(request: HttpRequest, uid: str) -> HttpResponse:
        row = get_row(ledger, request, uid)
        form, conflict = row_form(ledger, asker(request, row), request.POST or None), None
        if request.method == "POST" and form.is_valid():
            try:
                with refusals_in(form):
                    return _save(request, ledger, row, form)
            except _Changed:
                row = get_row(ledger, request, uid)
                fresh = row_form(ledger, asker(request, row))
                conflict = conflict_of(ledger, row, form, fresh)
                form = _again(request, ledger, row, merged(request.POST, form, fresh))
        crumbs = [*hubs.crumbs(ledger), (ledger.names(row), address(ledger, "row", uid))]
        return form_page(request, ledger, form, [*crumbs, (_("更正"), "")], row, conflict)

    return takes_forms(opens(ledger, ledger.may_write, edit))


class _Changed(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Somebody else saved in between."""


def _save(request: HttpRequest, ledger: Ledger, row: Any, form: RowForm) -> HttpResponse:
    given = form.cleaned_data
    try:
        write_row(
            ledger, values=form.values, by=request.user, row=row,
            version=given[VERSION], reason=given[NOTE],
        )  # fmt: skip
    except DomainError as error:
        if error.code == "version_changed":
            raise _Changed from error
        raise
    messages.success(request, _("已保存对“%s”的更正。") % ledger.names(row))
    return redirect(address(ledger, "row", row.uid))


def _again(request: HttpRequest, ledger: Ledger, row: Any, data: QueryDict) -> RowForm:
    """What was typed, now against the version that the person is shown beside it."""
    data[VERSION] = str(row.version)
    return row_form(ledger, asker(request, row), data)
