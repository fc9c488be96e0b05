"""What every page of a report looks at."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.reports.kinds import KINDS
from rectification.reports.kinds.naming import report_name
from rectification.reports.models import Report
from rectification.reports.perms import may_issue_reports
from villages.common.periods import parse_period
from villages.lists.getting import get_visible_or_404

KIND_NAMES = {one.code: one.label for one in KINDS}
TONES = {"draft": "waiting", "reviewed": "info", "issued": "done", "superseded": "plain"}
# Names of states without a report, as the centre tells them.
Crumb = tuple[Any, str]


def get_report(request: HttpRequest, uid: str) -> Report:
    """The version of a report; 404 where this person does not see it. One query."""
    people = ("made_by", "reviewed_by", "issued_by", "corrects")
    rows = Report.objects.visible_to(request.user).select_related(*people)
    found: Report = get_visible_or_404(rows, request.user, uid=uid)
    return found


def may_handle(user: Any, report: Report) -> bool:
    """Whether this person works on the words and steps of this report."""
    return bool(may_issue_reports(user) and user.territory.covers(report.county_code))


def crumbs(*rest: Crumb) -> list[Crumb]:
    """The way from the reports centre."""
    here = (_("报告中心"), reverse("reports:centre") if rest else "")
    return [here, *rest]


def of_report(report: Report, *rest: Crumb) -> list[Crumb]:
    """The way to a page of a report."""
    return crumbs((name_of(report), address("report", report) if rest else ""), *rest)


def address(name: str, report: Report, *more: str) -> str:
    """A page of a report."""
    return reverse(f"reports:{name}", args=[report.uid, *more])


def name_of(report: Report) -> str:
    """Kind and period as people call it: 2026年10月调度通报."""
    kind = KIND_NAMES.get(report.kind, report.kind)
    return report_name(parse_period(report.period).label, kind)
