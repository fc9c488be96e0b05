"""Pages of counties."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_change_map, may_run_system, works_in_territory
from villages.common import clock
from villages.figures.changes import map_events
from villages.figures.counts import UnitCounts, counts_by_township, total_of
from villages.lists.getting import get_visible_or_404
from villages.lists.page import list_page
from villages.models import County, Succession, Township, Village
from villages.tables import COUNTIES

RECENT = 5


@require_safe
@requires(works_in_territory, may_run_system)
def counties(request: HttpRequest) -> HttpResponseBase:
    """The counties in which a person works."""
    rows = County.objects.visible_to(request.user).on(clock.today())
    return list_page(request, COUNTIES, rows, context={"breadcrumbs": [(_("县列表"), "")]})


@require_safe
@requires(works_in_territory, may_run_system)
def county(request: HttpRequest, code: str) -> HttpResponse:
    """One county: counts, townships, the latest changes of its map."""
    one = get_visible_or_404(County, request.user, code=code)
    today = clock.today()
    counts = counts_by_township(Village.objects.visible_to(request.user).in_county(code), today)
    townships = Township.objects.visible_to(request.user).in_county(code).on(today)
    context = {
        "county": one,
        "total": total_of(counts.values()),
        "townships": [(unit, counts.get(unit.code, UnitCounts())) for unit in townships],
        "events": map_events(Succession.objects.visible_to(request.user).in_county(code), RECENT),
        "may_change_map": may_change_map(request.user),
        "today": today,
        "breadcrumbs": [(one.name, "")],
    }
    return render(request, "villages/county.html", context)
