"""Sending a sheet: which one, its template, the file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from villages.accounts.access import requires
from villages.accounts.forms.refusals import refusals_on
from villages.common import clock
from villages.common.periods import Month
from villages.imports.actions.receiving import check_import, unit_of
from villages.imports.declaring import Context, SheetKind
from villages.imports.forms.upload import UploadForm
from villages.imports.perms import kinds_for, may_import
from villages.imports.stepping import steps
from villages.imports.templating import template
from villages.imports.views.months import county_of
from villages.lists.downloads import download
from villages.trace.record import record


@require_safe
@requires(may_import)
def choose(request: HttpRequest) -> HttpResponse:
    """The sheets this person may bring in, each with its template."""
    county_of(request)
    page = {
        "kinds": kinds_for(request.user),
        "steps": steps("choose"),
        "breadcrumbs": [(_("导入记录"), reverse("imports:batches")), (_("导入"), "")],
    }
    return render(request, "imports/choose.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_import)
def upload(request: HttpRequest, key: str) -> HttpResponse:
    """The file; it is kept and checked in the background."""
    kind, county = _kind(request, key), county_of(request)
    form = UploadForm(request.POST or None, request.FILES or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with refusals_on(form):
            batch = check_import(
                by=request.user, kind=kind, chunks=given["file"].chunks(),
                file_name=given["file"].name, county=county.code,
                month=given.get("month"), on=given.get("on"),
            )  # fmt: skip
            return redirect("imports:batch", uid=batch.uid)
    return render(request, "imports/upload.html", _page(kind, form))


@require_safe
@requires(may_import)
def blank(request: HttpRequest, key: str) -> HttpResponseBase:
    """The template made for this person, with what is known already in it."""
    kind, county = _kind(request, key), county_of(request)
    today = clock.today()
    month = Month.of(today) if kind.needs_month else None
    context = Context(request.user, county.code, today, month)
    content = template(kind, context, unit_of(request.user, county.code))
    record("import.template", county, by=request.user, after={"kind": kind.key}, name=kind.title)
    label = month.label if month else f"{today:%Y-%m-%d}"
    return download(content, f"{county.name}{kind.title}模板-{label}.xlsx")


def _kind(request: HttpRequest, key: str) -> SheetKind:
    found = next((one for one in kinds_for(request.user) if one.key == key), None)
    if found is None:
        raise Http404
    return found


def _page(kind: SheetKind, form: UploadForm) -> dict[str, Any]:
    crumbs = [(_("导入记录"), reverse("imports:batches")), (_("导入"), reverse("imports:new"))]
    return {
        "kind": kind,
        "form": form,
        "steps": steps("upload"),
        "breadcrumbs": [*crumbs, (kind.title, "")],
    }
