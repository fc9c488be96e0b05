"""Print templates of a county: what is in force, bringing one in, taking one out of use."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.reports.actions.templates import keep_template, preview, withdraw_template
from rectification.reports.forms.templates import TemplateForm, WithdrawTemplateForm
from rectification.reports.kinds import KINDS, kind_of
from rectification.reports.models import TemplateEdition
from rectification.reports.paper_parameters import TEMPLATE_MB
from rectification.reports.perms import may_keep_report_settings
from rectification.reports.render.dictionary import WORDS
from rectification.reports.views.at_hand import crumbs
from rectification.reports.views.template_files import get_edition
from villages import parameters
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.downloads import download

_FORMS = require_http_methods(["GET", "HEAD", "POST"])


@_FORMS
@requires(may_keep_report_settings)
def templates(request: HttpRequest) -> HttpResponseBase:
    """Editions by kind, the dictionary, and the form for a further one; without anything kept,
    a preview comes back as a file."""
    in_menu(request)
    county = county_code(request)
    form = TemplateForm(
        request.POST or None, request.FILES or None,
        most=parameters.value(TEMPLATE_MB.key, on=clock.today(), county=county),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            return _taken(request, form.cleaned_data)
    page = {"form": form, "kinds": _kinds(request, county), "words": WORDS, "breadcrumbs": _way()}
    return render(request, "reports/templates/list.html", page)


def _taken(request: HttpRequest, given: dict[str, Any]) -> HttpResponseBase:
    county, content = request.county, given["file"]  # type: ignore[attr-defined]
    if given["act"] == "preview":
        name, document = preview(
            by=request.user, county=county, kind=given["kind"], content=content
        )
        return download(document, name)
    keep_template(
        by=request.user, county=county, kind=given["kind"], content=content, note=given["note"]
    )
    messages.success(request, _("模板已启用,下一份报告起使用;已有的报告不变。"))
    return redirect("reports:templates")


def _kinds(request: HttpRequest, county: str) -> list[dict[str, Any]]:
    """Each kind with its editions, the latest first; the first one not withdrawn is in force."""
    rows = TemplateEdition.objects.visible_to(request.user).filter(county_code=county)
    editions = list(rows.select_related("template", "made_by").defer("template__content"))
    found = []
    for kind in KINDS:
        own = [one for one in editions if one.kind == kind.code]
        current = next((one for one in own if not one.withdrawn), None)
        found.append({"kind": kind, "editions": own, "current": current})
    return found


@_FORMS
@requires(may_keep_report_settings)
def template_withdraw(request: HttpRequest, uid: str) -> HttpResponse:
    """Asks why, then takes an edition out of use."""
    in_menu(request)
    edition = get_edition(request, uid)
    form = WithdrawTemplateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            withdraw_template(by=request.user, edition=edition, reason=form.cleaned_data["reason"])
            messages.success(request, _("模板已停用。"))
            return redirect("reports:templates")
    title = _("停用模板")
    page = {"edition": edition, "form": form, "kind": kind_of(edition.kind), "title": title,
            "breadcrumbs": _way((title, ""))}  # fmt: skip
    return render(request, "reports/templates/withdraw.html", page)


def _way(*rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    return crumbs((_("打印模板"), reverse("reports:templates") if rest else ""), *rest)


def in_menu(request: HttpRequest) -> None:
    """The area is the current entry of the menu."""
    request.menu_key = "reports"  # type: ignore[attr-defined]
