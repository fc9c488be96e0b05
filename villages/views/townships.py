"""Pages of townships."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_change_map, may_run_system, works_in_territory
from villages.common import clock
from villages.divisions.display import shown_name, with_twins
from villages.figures.counts import counts_by_township, total_of
from villages.figures.profiles import with_latest_profile
from villages.lists.getting import get_visible_or_404
from villages.models import Succession, Township, Village


@require_safe
@requires(works_in_territory, may_run_system)
def townships(request: HttpRequest) -> HttpResponse:
    """The townships of the county at hand; whoever has one township goes straight to it."""
    county = request.county  # type: ignore[attr-defined]
    if not county:
        raise Http404
    own = Township.objects.visible_to(request.user).in_county(county.code).on(clock.today())
    if len(some := list(own[:2])) == 1:
        return redirect(some[0])
    return redirect("villages:county", code=county.code)


@require_safe
@requires(works_in_territory, may_run_system)
def township(request: HttpRequest, code: str) -> HttpResponse:
    """One township: counts and its villages with their latest figures."""
    rows = Township.objects.select_related("county")
    one = get_visible_or_404(rows, request.user, code=code)
    today = clock.today()
    inside = Village.objects.visible_to(request.user).filter(township=one)
    villages = with_twins(with_latest_profile(inside.on(today), today)).order_by("code")
    context = {
        "township": one,
        "total": total_of(counts_by_township(inside, today).values()),
        "villages": [(row, shown_name(row.name, one.name, row.has_twin)) for row in villages],
        "successors": _successors(request.user, code),
        "predecessors": _predecessors(request.user, code),
        "may_change_map": may_change_map(request.user) and one.valid_to is None,
        "today": today,
        "breadcrumbs": [
            (one.county.name, reverse("villages:county", args=[one.county.code])),
            (one.name, ""),
        ],
    }
    return render(request, "villages/township.html", context)


def _successors(user: Any, code: str) -> list[Township]:
    edges = Succession.objects.filter(unit_code=code)
    return list(Township.objects.visible_to(user).filter(code__in=edges.values("successor_code")))


def _predecessors(user: Any, code: str) -> list[Township]:
    edges = Succession.objects.filter(successor_code=code)
    return list(Township.objects.visible_to(user).filter(code__in=edges.values("unit_code")))
