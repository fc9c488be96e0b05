"""The first page of village facts."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_change_map, works_in_territory
from villages.affairs.actions.lists import empty_lists, install_default_lists
from villages.affairs.figures import roll
from villages.affairs.figures.overview import Overview, overview
from villages.affairs.views.gaps import gaps, names_of
from villages.common import clock
from villages.common.figures import Figure
from villages.common.periods import Month
from villages.ledgers.hubs import cards
from villages.ledgers.views.place import county_of
from villages.models import Township


@require_safe
@requires(works_in_territory)
def hub(request: HttpRequest) -> HttpResponse:
    """Figures of every subject, township by township, with their gaps; the ledgers."""
    user: Any = request.user
    county, today = county_of(request), clock.today()
    found = overview(roll(user.territory, county, today), Month.of(today).previous())
    figures = found.figures()
    context = {
        "today": today,
        "month": found.month,
        "figures": figures,
        "townships": _townships(user, county, found),
        "gaps": gaps(figures, names_of(found.roll)),
        "cards": cards("affairs", user, county),
        "may_install": bool(county) and may_change_map(user) and bool(empty_lists(county)),
        "breadcrumbs": [(_("村情村务"), "")],
    }
    return render(request, "affairs/hub.html", context)


@require_POST
@requires(may_change_map)
def install_lists(request: HttpRequest) -> HttpResponse:
    """The usual lists, for a county that has none."""
    county = request.county  # type: ignore[attr-defined]
    if not county:
        raise Http404
    count = install_default_lists(county=county, on=clock.today(), by=request.user)
    messages.success(request, _("已建立常用清单,共 %d 条,可以逐条修改。") % count)
    return redirect("affairs:hub")


def _townships(
    user: Any, county: str, found: Overview
) -> list[tuple[Township, tuple[Figure, ...]]]:
    rows = Township.objects.visible_to(user).in_county(county).on(found.roll.on).order_by("code")
    here = set(found.roll.townships.values())
    return [(one, found.figures(one.code)) for one in rows if one.code in here]
