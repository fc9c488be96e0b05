"""One indicator: its definition, a period township by township, its trend."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_keep_ledgers, works_in_territory
from villages.common import clock
from villages.common.figures import Figure
from villages.indicators.burden import burden
from villages.indicators.figures import Indicator, trend
from villages.indicators.figures import indicator as figures_of
from villages.indicators.models import IndicatorDefinition
from villages.indicators.views.place import asked_span, crumbs, get_definition, newest_span
from villages.ledgers.finding import row_url
from villages.models import Township, Village


@require_safe
@requires(works_in_territory)
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """Totals and means with their gaps; `?period=` chooses another period."""
    user: Any = request.user
    one = get_definition(request, slug)
    asked = request.GET.get("period", "")
    span = asked_span(one, asked) if asked else newest_span(one)
    found = figures_of(user.territory, one.county_code, one, span)
    townships = _townships(user, one, found)
    points = trend(user.territory, one.county_code, one)
    context = {
        "definition": one,
        "span": span,
        "total": found.total(),
        "mean": found.mean(),
        "townships": townships,
        "bars": [(unit.name, _number(total), total.value_text) for unit, total, _mean in townships],
        "points": [_bar(one, point) for point in points],
        "missing": _named(request.user, found),
        "burden": burden(one, len(found.townships), clock.today()),
        "fill_url": _fill_url(user, one, span.code),
        "row_url": row_url(one),
        "rows_url": _rows_url(one, span.code),
        "breadcrumbs": crumbs(one),
    }
    return render(request, "indicators/indicator.html", context)


Line = tuple[Township, Figure, Figure]


def _townships(user: Any, one: IndicatorDefinition, found: Indicator) -> list[Line]:
    here = set(found.townships.values())
    rows = Township.objects.visible_to(user).in_county(one.county_code).filter(code__in=here)
    return [(unit, found.total(unit.code), found.mean(unit.code)) for unit in rows.order_by("code")]


def _number(figure: Figure) -> Any:
    return None if figure.is_missing else figure.value


def _bar(one: IndicatorDefinition, point: Any) -> tuple[str, Any, str, str]:
    words = {
        "value": point.total.value_text,
        "answered": point.answered,
        "villages": point.villages,
    }
    text = _("%(value)s(%(answered)d/%(villages)d 个村)") % words
    url = f"{one.get_absolute_url()}?period={point.span.code}"
    return point.span.label, _number(point.total), text, url


def _named(user: Any, found: Indicator) -> list[tuple[str, str]]:
    rows = Village.objects.visible_to(user).filter(code__in=found.missing())
    rows = rows.select_related("township")
    return [(one.code, one.full_name) for one in rows.order_by("code")]


def _rows_url(one: IndicatorDefinition, period: str) -> str:
    """The rows behind the figures; the list takes the filter and gives Excel, CSV, paper."""
    query = urlencode({"definition": one.uid, "period": period})
    return f"{reverse('ledgers:indicator-values')}?{query}"


def _fill_url(user: Any, one: IndicatorDefinition, period: str) -> str:
    if not (one.is_open and may_keep_ledgers(user)):
        return ""
    return reverse("indicators:fill", args=[one.slug, period])
