"""The reports centre: is this month's dispatch ready, what is due, every period with versions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.forms.making import MakeForm
from rectification.reports.kinds import KINDS
from rectification.reports.models import ReportRun
from rectification.reports.perms import (
    may_issue_reports,
    may_keep_report_settings,
    may_make_reports,
    may_see_assessment,
    may_see_reports,
)
from rectification.reports.views.at_hand import crumbs
from rectification.reports.views.centre_parts import Versions, versions_of
from rectification.reports.views.due import Due, due_now
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.navigation import resolved

PAGE = 50


@require_safe
@requires(may_see_reports)
def centre(request: HttpRequest) -> HttpResponse:
    """Reports of the county at hand; whoever covers it also sees what is due. Three queries."""
    user: Any = request.user
    county, today = county_code(request), clock.today()
    covers = user.territory.covers(county)
    known = versions_of(user, county)
    runs = list(ReportRun.objects.visible_to(user).in_county(county))
    due = due_now(county, today, known, runs) if covers else []
    makes = may_make_reports(user) and covers
    context = {
        "covers": covers,
        "answer": _answer(due),
        "due": due,
        "today": today,
        "form": MakeForm(on=today) if makes else None,
        "tabs": _tabs(known, request.GET.get("kind", "")),
        "ways": _ways(user),
        "breadcrumbs": crumbs(),
        **_paged(known, request),
    }
    return render(request, "reports/centre.html", context)


def _answer(due: list[Due]) -> Due | None:
    """The monthly dispatch that people ask for: the one of the last complete month."""
    monthly = [one for one in due if one.wanted.kind == "monthly"]
    complete = [one for one in monthly if one.wanted.period.end < one.on]
    return complete[-1] if complete else None


def _tabs(known: list[Versions], chosen: str) -> list[tuple[Any, str, bool, int]]:
    here = reverse("reports:centre")
    counts = {one.code: sum(row.report.kind == one.code for row in known) for one in KINDS}
    every = (_("全部"), here, chosen not in counts, len(known))
    return [every, *((one.label, f"{here}?kind={one.code}", chosen == one.code, counts[one.code])
                     for one in KINDS)]  # fmt: skip


def _paged(known: list[Versions], request: HttpRequest) -> dict[str, Any]:
    """One page of the list, and where the next and the one before are."""
    kinds = {one.code for one in KINDS}
    kind = request.GET.get("kind", "")
    rows = [one for one in known if kind not in kinds or one.report.kind == kind]
    typed = request.GET.get("page", "1")
    page = int(typed) if typed.isdecimal() and len(typed) < 6 and int(typed) else 1
    more = f"kind={kind}&" if kind in kinds else ""
    return {
        "rows": rows[PAGE * (page - 1) : PAGE * page],
        "previous_url": f"?{more}page={page - 1}" if page > 1 else "",
        "next_url": f"?{more}page={page + 1}" if len(rows) > PAGE * page else "",
    }  # fmt: skip


def _ways(user: Any) -> list[tuple[Any, str]]:
    """Further pages that this person may open."""
    settings, issues = may_keep_report_settings(user), may_issue_reports(user)
    pages = (
        (_("查一个数字的来源"), "reports:code", True),
        (_("年终考核"), "reports:assessment", may_see_assessment(user)),
        (_("生成记录"), "reports:runs", issues),
        (_("下载记录和水印"), "reports:downloads", issues),
        (_("打印模板"), "reports:templates", settings),
        (_("报告抬头"), "ledgers:report-heads", settings),
    )
    found = [(label, resolved(name)) for label, name, may in pages if may]
    return [(label, url) for label, url in found if url]
