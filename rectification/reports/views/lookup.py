"""A code typed from paper leads to its number."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.models import Report
from rectification.reports.perms import may_see_reports
from rectification.reports.typed_codes import TypedCode, read_typed_code
from rectification.reports.views.at_hand import address, crumbs
from villages.accounts.access import requires

_TYPED = 40


@require_safe
@requires(may_see_reports)
def lookup(request: HttpRequest) -> HttpResponse:
    """The field, and in a moment the number; what to check where there is none. Two queries."""
    typed = request.GET.get("code", "").strip()[:_TYPED]
    meant = read_typed_code(typed)
    if meant is not None and (url := _place(request.user, meant)):
        return redirect(url)
    title = _("查一个数字的来源")
    context = {
        "title": title,
        "typed": typed,
        "meant": meant,
        "problem": _problem(meant) if typed else "",
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "reports/lookup.html", context)


def _place(user: Any, meant: TypedCode) -> str:
    """The address of the figure or report; empty where the person sees none of this code."""
    rows = Report.objects.visible_to(user).filter(code=meant.report)
    report = rows.only("pk", "uid").first()
    if report is None:
        return ""
    if meant.number is None:
        return address("report", report)
    known = report.figures.filter(place=meant.number).exists()
    return address("figure", report, str(meant.number)) if known else ""


def _problem(meant: TypedCode | None) -> str:
    if meant is None:
        return _("这不像一个编号。编号是 6 位字母数字,加短横线和一个数,例如 7K2M9Q-12。")
    words = _("没有找到 %s。请核对报告码和数字后面的编号;没有签发的报告,乡镇查不到。")
    return words % meant.short
