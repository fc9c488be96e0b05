"""Why are we returned: filings and orders by month, township and reason, on screen and paper."""

from io import BytesIO
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.figures import why_returned as figures
from rectification.supervision.figures.why_returned import FILING, ORDER, Why
from rectification.supervision.forms.span import span_of
from rectification.supervision.models import OrderUnit
from rectification.supervision.papers.why_sheet import WHATS, why_sheet
from rectification.supervision.perms import may_see_orders
from rectification.supervision.views.crumbs import crumbs, here
from villages.accounts.access import requires
from villages.common import clock
from villages.filings.models import FilingReturn
from villages.lists.downloads import download
from villages.lists.sheets import write_xlsx

_TEMPLATES = {"print": "supervision/returned_print.html"}


@require_safe
@requires(may_see_orders)
def returned(request: HttpRequest) -> HttpResponseBase:
    """Of what the person sees, between two days; `?format=` gives the sheet or the paper."""
    user, on, asked = request.user, clock.today(), request.GET.get("format", "")
    form, first, last = span_of(request.GET, on)
    rows = figures.why_returned(
        here(FilingReturn.objects.visible_to(user), request),
        here(OrderUnit.objects.visible_to(user), request), first=first, last=last,
    )  # fmt: skip
    title, days = _("为什么被退回"), f"{first.isoformat()}—{last.isoformat()}"
    if asked == "xlsx":
        return _file(rows, f"{title} {days}")
    context = {
        "title": title,
        "days": days,
        "today": on,
        "form": form,
        "rows": [(one, WHATS[one.what]) for one in rows],
        "filings": _bars(figures.by_reason(rows, FILING)),
        "orders": _bars(figures.by_reason(rows, ORDER)),
        "months": [(one.label, count, None) for one, count in figures.by_month(rows).items()],
        "secondary": _files(first.isoformat(), last.isoformat()),
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, _TEMPLATES.get(asked, "supervision/returned.html"), context)


def _bars(counts: dict[str, int]) -> list[tuple[str, int, None]]:
    return [(name, count, None) for name, count in counts.items()]


def _file(rows: list[Why], title: str) -> HttpResponseBase:
    stream = BytesIO()
    write_xlsx(stream, [why_sheet(rows, title)])
    return download(stream.getvalue(), f"{title}.xlsx")


def _files(first: str, last: str) -> list[tuple[Any, str, str]]:
    asked = {"first": first, "last": last}
    return [
        (_("导出 Excel"), f"?{urlencode({**asked, 'format': 'xlsx'})}", "download"),
        (_("打印"), f"?{urlencode({**asked, 'format': 'print'})}", "printer"),
    ]
