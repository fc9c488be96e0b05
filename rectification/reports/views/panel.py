"""The first page's line on this month's dispatch."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rectification.reports.models import Report
from rectification.reports.perms import may_see_reports
from rectification.reports.states import STANDING
from rectification.reports.views.at_hand import TONES, name_of
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.periods import Month


@require_safe
@requires(may_see_reports)
def panel(request: HttpRequest) -> HttpResponse:
    """Last month's dispatch as it stands, and the last reports that were issued. One query."""
    user: Any = request.user
    last = Month.of(clock.today()).previous()
    rows = Report.objects.visible_to(user).filter(
        county_code=county_code(request), kind="monthly", status__in=STANDING,
        period__in=[last.code, last.previous().code],
    )  # fmt: skip
    found = list(
        rows.only("uid", "kind", "period", "status", "stamp").order_by("-period", "status")
    )
    context = {
        "last": last,
        "is_there": any(one.period == last.code for one in found),
        "reports": [(one, name_of(one), TONES[one.status]) for one in found],
    }
    return render(request, "reports/panel.html", context)
