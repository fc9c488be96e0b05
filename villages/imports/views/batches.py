"""One import and the list of all: what was found, what was done with it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_change_map
from villages.common.errors import DomainError
from villages.imports.actions.confirming import confirm_import
from villages.imports.actions.correcting import correct_cells
from villages.imports.actions.header_choices import remember_headers
from villages.imports.actions.receiving import drop_import
from villages.imports.actions.undoing import may_undo, undo_import
from villages.imports.filters import BatchFilter
from villages.imports.fixing import cells_of
from villages.imports.marked import marked_of
from villages.imports.models import ImportBatch
from villages.imports.perms import may_import
from villages.imports.showing import batch_page
from villages.imports.tables import BATCHES
from villages.imports.views.months import county_of
from villages.lists.downloads import download
from villages.lists.getting import get_visible_or_404
from villages.lists.page import list_page


@require_safe
@requires(may_import)
def batches(request: HttpRequest) -> HttpResponseBase:
    """Every file that came in, also the refused ones."""
    rows = ImportBatch.objects.visible_to(request.user).in_county(county_of(request).code)
    around = {
        "breadcrumbs": [(_("导入记录"), "")],
        "action_label": _("导入表格"),
        "action_url": reverse("imports:new"),
        "action_icon": "upload",
    }
    return list_page(request, BATCHES, rows, filterset=BatchFilter, context=around)


@require_safe
@requires(may_import)
def batch(request: HttpRequest, uid: str) -> HttpResponse:
    """How far it is, what was found, the receipt."""
    found = _found(request, uid)
    page = batch_page(found, request.GET)
    page["may_rename"] = may_change_map(request.user)
    page["may_undo"] = may_undo(request.user, found)
    page["breadcrumbs"] = [(_("导入记录"), reverse("imports:batches")), (found.file_name, "")]
    return render(request, "imports/batch.html", page)


@require_POST
@requires(may_import)
def confirm(request: HttpRequest, uid: str) -> HttpResponse:
    """Saves all rows, or the good ones where that was chosen."""
    found = _found(request, uid)
    good = request.POST.get("mode") == "good"

    def act() -> ImportBatch:
        return confirm_import(by=request.user, batch=found, good_rows_only=good)

    return _acted(request, found, act)


@require_POST
@requires(may_import)
def headers(request: HttpRequest, uid: str) -> HttpResponse:
    """What the unknown headers mean; the file is checked again."""
    found = _found(request, uid)
    answers = {
        one["words"]: said
        for place, one in enumerate(found.findings.get("unknown", []))
        if (said := request.POST.get(f"header-{place}", "?")) != "?"
    }
    known = {words: "" if column == "-" else column for words, column in answers.items()}
    return _acted(
        request, found, lambda: remember_headers(by=request.user, batch=found, answers=known)
    )


@require_POST
@requires(may_import)
def correct(request: HttpRequest, uid: str) -> HttpResponse:
    """Faulty cells as they should be; the file is checked again."""
    found, cells = _found(request, uid), cells_of(request.POST)
    return _acted(request, found, lambda: correct_cells(by=request.user, batch=found, cells=cells))


@require_POST
@requires(may_import)
def drop(request: HttpRequest, uid: str) -> HttpResponse:
    """Nothing of it is wanted."""
    found = _found(request, uid)
    return _acted(request, found, lambda: drop_import(by=request.user, batch=found))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_import)
def undo(request: HttpRequest, uid: str) -> HttpResponse:
    """Says what taking back means, then does it."""
    found = _found(request, uid)
    if request.method == "POST":
        reason = request.POST.get("reason", "").strip()
        return _acted(
            request, found, lambda: undo_import(by=request.user, batch=found, reason=reason)
        )
    page = {"batch": found, "breadcrumbs": [(found.file_name, _address(found)), (_("撤销"), "")]}
    return render(request, "imports/undo.html", page)


@require_safe
@requires(may_import)
def marked(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The sender's own workbook with the faulty cells in red."""
    found = _found(request, uid)
    return download(*marked_of(by=request.user, batch=found))


def _found(request: HttpRequest, uid: str) -> ImportBatch:
    rows = ImportBatch.objects.select_related("uploaded_by")
    found: ImportBatch = get_visible_or_404(rows, request.user, uid=uid)
    return found


def _acted(request: HttpRequest, found: ImportBatch, act: Any) -> HttpResponse:
    """Back to the page of the batch, or of the one that stands for it, with what went wrong."""
    try:
        found = act()
    except DomainError as error:
        messages.error(request, str(error))
    return redirect(_address(found))


def _address(found: ImportBatch) -> str:
    return reverse("imports:batch", args=[found.uid])
