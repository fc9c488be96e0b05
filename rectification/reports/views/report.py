"""A report as it is printed, with everything that a reader may ask about it beside it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.perms import may_see_reports
from rectification.reports.render.html import paper_context
from rectification.reports.snapshot import snapshot_of
from rectification.reports.states import UNISSUED, ReportStatus
from rectification.reports.views import report_facts as told
from rectification.reports.views import report_parts as parts
from rectification.reports.views.at_hand import TONES, address, get_report, may_handle, of_report
from villages.accounts.access import requires


@require_safe
@requires(may_see_reports)
def report(request: HttpRequest, uid: str) -> HttpResponse:
    """One version. `?print` leads to the same on A4."""
    row, user = get_report(request, uid), request.user
    handles = may_handle(user, row)
    context = {
        "report": row,
        "tone": TONES[row.status],
        "subtitle": parts.subtitle(row),
        "handles": handles,
        "verbs": parts.verbs(row) if handles else [],
        "steps": parts.steps(row),
        "banners": parts.banners(row, user),
        "own": parts.own_receipt(row, user),
        "receipts": parts.receipts(row, user),
        "versions": parts.versions(row, user),
        "files": told.files(row, user),
        "facts": told.facts(row),
        "box": told.box(row) if handles else None,
        "gaps": told.gaps(row),
        "extracts": (extracts := told.extracts(row, user)),
        "extracts_open": len(extracts) == 1,
        "secondary": _secondary(row),
        "may_refresh": handles and row.status in UNISSUED,
        "is_issued": row.status == ReportStatus.ISSUED,
        "breadcrumbs": of_report(row),
        **paper_context(snapshot_of(row), row),
    }
    return render(request, "reports/report.html", context)


@require_safe
@requires(may_see_reports)
def printed(request: HttpRequest, uid: str) -> HttpResponse:
    """The same on A4, without the pages around it."""
    row = get_report(request, uid)
    context: dict[str, Any] = {
        "report": row,
        "subtitle": parts.subtitle(row),
        **paper_context(snapshot_of(row), row),
    }
    return render(request, "reports/print.html", context)


def _secondary(row: Any) -> list[tuple[Any, str, str]]:
    return [
        (_("全部数字"), address("figures", row), "table"),
        (_("对比"), address("compare", row), "columns"),
        (_("打印"), address("print", row), "printer"),
    ]
