"""Papers of one case: the list, bringing one in, reading its file."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rectification.actions.annexes import add_annex, attach_file, read_file
from rectification.forms.annexes import AnnexForm, FileForm
from rectification.models import CaseAnnex, RectificationCase
from rectification.perms import may_keep_cases, may_see_cases
from villages import parameters
from villages.accounts.access import requires, sentence
from villages.accounts.forms.refusals import refusals_on
from villages.common import clock
from villages.ledgers.finding import row_url
from villages.lists.downloads import download
from villages.lists.getting import get_visible_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_see_cases)
def annexes(request: HttpRequest, uid: str) -> HttpResponse:
    """The papers of a case; whoever keeps the case brings another one in."""
    user, may_keep = request.user, may_keep_cases(request.user)
    if request.method == "POST" and not may_keep:
        raise PermissionDenied(sentence(may_keep_cases))
    case = _case(request, uid)
    form = AnnexForm(
        request.POST or None, request.FILES or None, case=case, user=user, most=_most(case)
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            row = add_annex(case, by=user, on=clock.today(), upload=form.upload, **form.said)
            messages.success(request, _("已登记“%s”。") % row.title)
            return redirect("cases:annexes", uid)
    page = {
        "case": case,
        "form": form if may_keep else None,
        "rows": CaseAnnex.objects.visible_to(user).filter(case=case).order_by("dated_on", "id"),
        "breadcrumbs": _crumbs(case, _("卷内材料")),
    }
    return render(request, "rectification/annexes.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_cases)
def annex_attach(request: HttpRequest, uid: str) -> HttpResponse:
    """A file for a paper that was registered by its number alone."""
    annex = _annex(request, uid)
    form = FileForm(
        request.POST or None, request.FILES or None, most=_most(annex),
        initial={"version": annex.version},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            attach_file(
                annex, by=request.user, on=clock.today(), upload=form.upload,
                version=form.cleaned_data["version"],
            )  # fmt: skip
            messages.success(request, _("文件已保存。"))
            return redirect("cases:annexes", annex.case.uid)
    page = {"annex": annex, "form": form, "breadcrumbs": _crumbs(annex.case, annex.title)}
    return render(request, "rectification/annex_attach.html", page)


@require_safe
@requires(may_see_cases)
def annex_file(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The file as it came, as a download and never inside the page."""
    annex = _annex(request, uid)
    response = download(read_file(annex, by=request.user), annex.file_name)
    response["Content-Security-Policy"] = "sandbox"
    return response


def _case(request: HttpRequest, uid: str) -> RectificationCase:
    rows = RectificationCase.objects.select_related("village__township__county")
    found: RectificationCase = get_visible_or_404(rows, request.user, uid=uid)
    return found


def _annex(request: HttpRequest, uid: str) -> CaseAnnex:
    rows = CaseAnnex.objects.select_related("case__village__township", "village__township")
    found: CaseAnnex = get_visible_or_404(rows, request.user, uid=uid)
    return found


def _most(row: Any) -> int:
    found: int = parameters.value(
        "rectification.annex_mb", on=clock.today(), county=row.county_code
    )
    return found


def _crumbs(case: RectificationCase, last: str) -> list[tuple[Any, str]]:
    return [
        (_("整顿"), reverse("cases:hub")),
        (str(case), row_url(case)),
        (last, ""),
    ]
