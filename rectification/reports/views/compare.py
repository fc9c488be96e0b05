"""What a version says otherwise: than the one before, than the period before, than the rows now."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.actions.making import compose
from rectification.reports.content import ReportContent
from rectification.reports.differences import differences, sentences
from rectification.reports.models import Report
from rectification.reports.perms import may_see_reports
from rectification.reports.views.at_hand import address, get_report, may_handle, of_report
from villages.accounts.access import requires
from villages.common.errors import DomainError
from villages.common.periods import parse_period
from villages.models import County

VERSION, BEFORE, NOW = "version", "before", "now"


@dataclass(frozen=True)
class Other:
    """What a report is compared with: content, how it is called in a heading, and whether it is
    the newer one of the two."""

    content: ReportContent
    name: str
    is_newer: bool = False
    whole_only: bool = False


@require_safe
@requires(may_see_reports)
def compare(request: HttpRequest, uid: str) -> HttpResponse:
    """Figures and sentences that differ; `?with=` version, before or now (composed anew)."""
    row, user = get_report(request, uid), request.user
    chosen = request.GET.get("with", "")
    chosen = chosen if chosen in (VERSION, BEFORE, NOW) else _first(row)
    if chosen == NOW and not may_handle(user, row):
        chosen = _first(row)
    try:
        other = _OTHERS[chosen](row, user)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("reports:report", uid)
    title = _("对比")
    context = {
        "title": title,
        "report": row,
        "chosen": chosen,
        "other": other,
        "why": row.why if chosen == VERSION else "",
        "tabs": _tabs(request, row, chosen),
        "breadcrumbs": of_report(row, (title, "")),
        **(_found(row, other) if other else {}),
    }
    return render(request, "reports/compare.html", context)


def _first(row: Report) -> str:
    return VERSION if row.version > 1 else BEFORE


def _tabs(request: HttpRequest, row: Report, chosen: str) -> list[tuple[Any, str, bool, None]]:
    here = address("compare", row)
    names = [(VERSION, _("和上一版")), (BEFORE, _("和上一期"))]
    if may_handle(request.user, row):
        names.append((NOW, _("和现在的数据")))
    return [(label, f"{here}?with={key}", key == chosen, None) for key, label in names]


def _found(row: Report, other: Other) -> dict[str, Any]:
    """Differences from the older to the newer."""
    pair = (row.said, other.content) if other.is_newer else (other.content, row.said)
    numbers = row.said.numbers
    figures = differences(*pair, whole_only=other.whole_only)
    return {
        "figures": [(one, numbers.get(one.code)) for one in figures],
        # From one period to the next nearly every sentence reads otherwise.
        "sentences": None if other.whole_only else sentences(*pair),
        "heads": (_("这一版"), other.name) if other.is_newer else (other.name, _("这一版")),
    }


def _version(row: Report, user: Any) -> Other | None:
    """The version that it corrects, else the one made before it."""
    rows = Report.objects.visible_to(user).about(
        row.county_code, row.kind, parse_period(row.period)
    )
    earlier = row.corrects or rows.filter(version__lt=row.version).first()
    return Other(earlier.said, _("第 %d 版") % earlier.version) if earlier else None


def _before(row: Report, user: Any) -> Other | None:
    """The same kind of the period before, as it stands."""
    period = parse_period(row.period).previous()
    earlier = Report.objects.visible_to(user).standing(row.county_code, row.kind, period)
    return Other(earlier.said, period.label, whole_only=True) if earlier else None


def _now(row: Report, user: Any) -> Other:
    """The same composed from the rows as they are now. Raises as composing does."""
    county = County.objects.visible_to(user).get(code=row.county_code)
    draft = compose(by=user, kind=row.kind, period=parse_period(row.period), county=county)
    return Other(draft.content, _("现在的数据"), is_newer=True)


_OTHERS = {VERSION: _version, BEFORE: _before, NOW: _now}
