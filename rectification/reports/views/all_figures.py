"""All numbers of a report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.perms import may_see_reports
from rectification.reports.views.at_hand import get_report, of_report
from rectification.reports.views.figure import PAGE, whole
from villages.accounts.access import requires

_TYPED = 40


@require_safe
@requires(may_see_reports)
def figures(request: HttpRequest, uid: str) -> HttpResponse:
    """All numbers of a report; `?q=` narrows by name."""
    report = get_report(request, uid)
    asked = request.GET.get("q", "").strip()[:_TYPED]
    numbers = enumerate(report.composed.figures, 1)
    found = [(number, one) for number, one in numbers if asked in one.label]
    page = whole(request.GET.get("page", ""), 1)
    query = request.GET.copy()

    def url(number: int) -> str:
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    context = {
        "report": report,
        "asked": asked,
        "count": len(found),
        "rows": [(f"{report.code}-{number}", number, one)
                 for number, one in found[PAGE * (page - 1) : PAGE * page]],
        "previous_url": url(page - 1) if page > 1 else "",
        "next_url": url(page + 1) if len(found) > PAGE * page else "",
        "breadcrumbs": of_report(report, (_("全部数字"), "")),
    }  # fmt: skip
    return render(request, "reports/figures.html", context)
