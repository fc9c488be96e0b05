"""What the month costs: the meter that townships and the county see alike."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages import parameters
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.figures.meter import MonthCost, askers, each_township, meter
from villages.filings.parameters import MOST_INPUTS
from villages.filings.perms import may_review, may_see_filings
from villages.models import Township

_MONTHS = 12
# The first page looks no further back for a month that was measured.
_RECENT = 3


@require_safe
@requires(may_see_filings)
def burden(request: HttpRequest) -> HttpResponse:
    """This month's minutes, the twelve months before it, the prefilled share, who asks most."""
    user: Any = request.user
    county, today = county_code(request), clock.today()
    scope: Scope = user.territory
    now = Month.of(today)
    months = meter(scope, county, [now.shift(back - _MONTHS + 1) for back in range(_MONTHS)])
    latest = months[-1]
    townships = Township.objects.visible_to(user).in_county(county).on(today).count()
    context = {
        "latest": latest,
        "each": each_township(latest.minutes, townships),
        "townships": townships,
        "most": parameters.value(MOST_INPUTS.key, on=today, county=county),
        "filed": next((one for one in reversed(months) if one.prefilled.answers), None),
        "months": months,
        "bars": [_bar(one) for one in months],
        "askers": askers(county, latest.villages, today),
        "may_keep": may_review(user),
        "breadcrumbs": [(_("填报"), reverse("filings:tasks")), (_("填报负担"), "")],
    }
    return render(request, "filings/burden.html", context)


@require_safe
@requires(may_see_filings)
def panel(request: HttpRequest) -> HttpResponse:
    """Minutes of a township-month, inputs asked, prefilled share: for the first page."""
    user: Any = request.user
    county, today = county_code(request), clock.today()
    now = Month.of(today)
    months = meter(user.territory, county, [now.shift(-back) for back in range(_RECENT)])
    townships = Township.objects.visible_to(user).in_county(county).on(today).count()
    shown = next((one for one in months if one.is_measured), months[0])
    context = {
        "shown": shown,
        "each": each_township(shown.minutes, townships),
        "filed": next((one for one in months if one.prefilled.answers), None),
        "most": parameters.value(MOST_INPUTS.key, on=today, county=county),
        "breadcrumbs": [(_("填报"), reverse("filings:tasks")), (_("填报负担"), "")],
    }
    return render(request, "filings/burden_panel.html", context)


def _bar(one: MonthCost) -> tuple[str, int, str]:
    words = _("%s 分钟(实测)") if one.is_measured else _("%s 分钟(估算)")
    return one.month.label, int(one.minutes), words % one.minutes
