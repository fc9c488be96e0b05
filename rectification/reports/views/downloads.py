"""Copies of documents: taken with a mark of their own, and found again by it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.actions.bundling import bundle as bundled
from rectification.reports.actions.downloading import copy_of, take_copy
from rectification.reports.models import ReportDownload
from rectification.reports.perms import may_issue_reports, may_see_reports
from rectification.reports.views.at_hand import crumbs, get_report, name_of
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.lists.downloads import download

SHOWN = 200
_TYPED = 20


@require_safe
@requires(may_see_reports)
def file(request: HttpRequest, uid: str, name: str) -> HttpResponseBase:
    """A copy of a document; who took it stands in the log."""
    copy, content = take_copy(by=request.user, report=get_report(request, uid), name=name)
    return download(content, copy)


@require_safe
@requires(may_issue_reports)
def bundle(request: HttpRequest, uid: str) -> HttpResponseBase:
    """Everything that a meeting needs, in one file."""
    name, content = bundled(by=request.user, report=get_report(request, uid))
    return download(content, name)


@require_safe
@requires(may_issue_reports)
def downloads(request: HttpRequest) -> HttpResponse:
    """The last 200 copies of the county at hand; `?mark=` says whose copy bears it."""
    user: Any = request.user
    mark = request.GET.get("mark", "").strip()[:_TYPED]
    rows = ReportDownload.objects.visible_to(user).in_county(county_code(request))
    listed = rows.select_related("report", "by").defer("report__content", "report__edits")
    title = _("下载记录和水印")
    context = {
        "title": title,
        "mark": mark,
        "found": _told(copy_of(mark, by=user)) if mark else None,
        "rows": [_told(one) for one in listed[:SHOWN]],
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "reports/downloads.html", context)


def _told(copy: ReportDownload | None) -> dict[str, Any] | None:
    if copy is None:
        return None
    return {"copy": copy, "report": copy.report, "name": name_of(copy.report)}
