"""The run ledger: what the calendar wanted, and what became of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.figures.runs import overdue
from rectification.reports.kinds.naming import report_name
from rectification.reports.models import ReportRun
from rectification.reports.perms import may_make_reports
from rectification.reports.states import RunState
from rectification.reports.views.at_hand import KIND_NAMES, crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.periods import parse_period
from villages.jobs.models import Job

SHOWN = 200
_TONES = {RunState.WAITING: "waiting", RunState.MADE: "done", RunState.FAILED: "bad"}


@require_safe
@requires(may_make_reports)
def runs(request: HttpRequest) -> HttpResponse:
    """The last 200 runs of the county at hand, what is late first. Three queries."""
    user: Any = request.user
    rows = ReportRun.objects.visible_to(user).in_county(county_code(request))
    late = overdue(rows, clock.today())
    listed = list(rows.select_related("report").defer("report__content")[:SHOWN])
    jobs = Job.objects.visible_to(user).filter(uid__in=[one.job for one in listed if one.job])
    mine = set(jobs.values_list("uid", flat=True))
    title = _("生成记录")
    context = {
        "title": title,
        "late": [_told(one, mine) for one in late],
        "runs": [_told(one, mine) for one in listed],
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "reports/runs.html", context)


def _told(run: ReportRun, mine: set[str]) -> dict[str, Any]:
    name = report_name(parse_period(run.period).label, KIND_NAMES.get(run.kind, run.kind))
    return {
        "run": run, "name": name, "tone": _TONES[RunState(run.state)],
        "choice": f"{run.kind}:{run.period}", "job": run.job if run.job in mine else "",
    }  # fmt: skip
