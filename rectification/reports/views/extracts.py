"""What a report says about one township."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.extract import extract
from rectification.reports.perms import may_see_reports
from rectification.reports.render.html import paper_context
from rectification.reports.snapshot import snapshot_of
from rectification.reports.views import report_parts as parts
from rectification.reports.views.at_hand import get_report, of_report
from villages.accounts.access import requires


@require_safe
@requires(may_see_reports)
def township(request: HttpRequest, uid: str, code: str) -> HttpResponse:
    """The extract of a township that the person covers; 404 for others."""
    row, user = get_report(request, uid), request.user
    scope: Any = getattr(user, "territory", None)
    if not scope.covers(code):
        raise Http404
    shown = snapshot_of(row)
    try:
        content = extract(shown.content, code)
    except KeyError as error:
        raise Http404(_("这份报告里没有这个乡镇。")) from error
    # It is read by one township, whoever the whole was addressed to.
    stamp = {key: told for key, told in shown.stamp.items() if key != "recipients"}
    title = _("乡镇摘编")
    context = {
        "report": row,
        "title": title,
        "subtitle": parts.subtitle(row),
        "breadcrumbs": of_report(row, (title, "")),
        **paper_context(replace(shown, content=content, stamp=stamp), row),
    }
    return render(request, "reports/extract.html", context)
