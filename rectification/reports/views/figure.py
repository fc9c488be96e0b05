"""A number of a report: what it is, how it was computed, the rows as they were frozen."""

import tempfile
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.models import Report
from rectification.reports.perms import may_see_reports
from rectification.reports.tracing import Part, Traced, trace
from rectification.reports.views.at_hand import address, get_report, of_report
from rectification.reports.views.cells import heads, lines
from rectification.reports.views.figure_sheet import sheets_of
from rectification.reports.views.live import live_url
from rectification.reports.views.missing import gap_words, units_named
from villages.accounts.access import requires
from villages.common import clock
from villages.common.scope import Scope
from villages.lists.cells import instant_text
from villages.lists.downloads import download
from villages.lists.sheets import write_xlsx
from villages.trace.record import record

PAGE = 200
_TYPED = 40


@require_safe
@requires(may_see_reports)
def figure(request: HttpRequest, uid: str, code: str) -> HttpResponseBase:
    """One number; `?part=` and `?page=` move in its rows, `?format=xlsx` takes them along."""
    report = get_report(request, uid)
    found = traced(report, code, request.user.territory)  # type: ignore[union-attr]
    if request.GET.get("format") == "xlsx":
        return _workbook(request, report, found)
    part = _chosen(found, request)
    context = {
        "report": report,
        "content": report.composed,
        "found": found,
        "item": found.item,
        "gap_words": gap_words(found.item),
        "missing": units_named(report.composed, found.item.missing),
        "parts": _parts(report, found, part),
        "siblings": [(one, report.composed.numbers[one.code]) for one in found.siblings],
        "live_url": live_url(request.user, report, part),
        **_rows(part, request),
        "breadcrumbs": of_report(
            report, (_("全部数字"), address("figures", report)), (found.short, "")
        ),
    }  # fmt: skip
    return render(request, "reports/figure.html", context)


def traced(report: Report, code: str, scope: Scope) -> Traced:
    """The number in the report as it is printed, with its rows inside a territory; 404 where it
    has none of this code."""
    try:
        return trace(report.said, code, report.code, scope)
    except KeyError as error:
        raise Http404(_("这份报告里没有这个数字。")) from error


def _chosen(found: Traced, request: HttpRequest) -> Part | None:
    if not found.parts:
        return None
    place = whole(request.GET.get("part", ""), 1)
    return found.parts[min(place, len(found.parts)) - 1]


def _parts(report: Report, found: Traced, chosen: Part | None) -> list[tuple[Part, str, bool]]:
    here = address("figure", report, str(found.number))
    return [(one, f"{here}?part={place}", one is chosen)
            for place, one in enumerate(found.parts, 1)]  # fmt: skip


def _rows(part: Part | None, request: HttpRequest) -> dict[str, Any]:
    """One page of the rows of a part."""
    if part is None:
        return {"part": None}
    page = whole(request.GET.get("page", ""), 1)
    query = request.GET.copy()
    rows = part.rows[PAGE * (page - 1) : PAGE * page]

    def url(number: int) -> str:
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return {
        "part": part,
        "heads": heads(part),
        "rows": list(lines(part, rows)),
        "previous_url": url(page - 1) if page > 1 else "",
        "next_url": url(page + 1) if len(part.rows) > PAGE * page else "",
    }


def whole(text: str, otherwise: int) -> int:
    """A positive number that came in an address, else the other one."""
    right = text.isdecimal() and len(text) < 6 and int(text) > 0
    return int(text) if right else otherwise


def _workbook(request: HttpRequest, report: Report, found: Traced) -> HttpResponseBase:
    mark = _("导出人:%(reader)s  导出时间:%(at)s") % {
        "reader": getattr(request.user, "name", ""), "at": instant_text(clock.now()),
    }  # fmt: skip
    stream: Any = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when sent
    write_xlsx(stream, sheets_of(report, found, mark))
    rows = [[found.short, found.item.label, part.name, len(part.rows)] for part in found.parts]
    name = f"{found.short} {found.item.label}"
    record(
        "list.exported", by=request.user, county=report.county_code, name=name[:_TYPED],
        count=sum(len(part.rows) for part in found.parts), after={"format": "xlsx"}, rows=rows,
    )  # fmt: skip
    return download(stream, f"{name[:_TYPED]}.xlsx")
