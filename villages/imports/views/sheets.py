"""Sending a sheet: which one, its template, the file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from villages.accounts.access import requires
from villages.accounts.forms.refusals import refusals_on
from villages.common import clock
from villages.common.errors import DomainError
from villages.imports.actions.receiving import check_import
from villages.imports.blanks import blank_for
from villages.imports.choosing import areas
from villages.imports.declaring import Context, SheetKind
from villages.imports.forms.upload import TemplateForm, UploadForm
from villages.imports.perms import kinds_for, may_import
from villages.imports.samples import SAMPLE_KIND, sample_workbook
from villages.imports.stepping import steps
from villages.imports.views.months import county_of
from villages.lists.downloads import download

_LONGEST_WORDS = 60


@require_safe
@requires(may_import)
def choose(request: HttpRequest) -> HttpResponse:
    """The sheets this person may bring in by area, each with its template; `q` narrows them."""
    county_of(request)
    kinds, words = kinds_for(request.user), request.GET.get("q", "")[:_LONGEST_WORDS].strip()
    page = {
        "areas": areas(kinds, words),
        "words": words,
        "kinds": kinds,
        "has_sample": any(one.key == SAMPLE_KIND for one in kinds),
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
    asked = TemplateForm(request.GET)
    month = asked.cleaned_data["month"] if asked.is_valid() else None
    return download(*blank_for(by=request.user, kind=kind, county=county, month=month))


@require_safe
@requires(may_import)
def sample(request: HttpRequest) -> HttpResponseBase:
    """A roster of one's own villages with five deliberate errors, to learn the import by."""
    kind, county = _kind(request, SAMPLE_KIND), county_of(request)
    context = Context(request.user, county.code, clock.today(), county_name=county.name)
    try:
        content = sample_workbook(kind, context)
    except DomainError as error:
        messages.warning(request, str(error))
        return redirect("imports:new")
    return download(content, _("练习表-有五处错误.xlsx"))


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
        "template_form": TemplateForm(auto_id="template_%s") if kind.needs_month else None,
        "has_sample": kind.key == SAMPLE_KIND,
        "steps": steps("upload"),
        "breadcrumbs": [*crumbs, (kind.title, "")],
    }
