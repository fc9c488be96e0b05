"""Who received an issued version and confirmed it; the township's own button."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.models import ReportRecipient
from rectification.reports.perms import may_see_reports
from rectification.reports.views.at_hand import get_report, of_report
from villages.accounts.access import requires


@require_safe
@requires(may_see_reports)
def receipts(request: HttpRequest, uid: str) -> HttpResponse:
    """Units of the version, as far as the person sees them. Two queries."""
    report, user = get_report(request, uid), request.user
    rows = ReportRecipient.objects.visible_to(user).filter(report=report)
    listed = list(rows.select_related("confirmed_by").order_by("unit_code"))
    title = _("签收情况")
    context: dict[str, Any] = {
        "title": title,
        "report": report,
        "rows": listed,
        "confirmed": sum(one.confirmed_at is not None for one in listed),
        "waiting": [one.unit_name for one in listed if one.confirmed_at is None],
        "breadcrumbs": of_report(report, (title, "")),
    }
    return render(request, "reports/receipts.html", context)
