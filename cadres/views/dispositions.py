"""Dispositions and appraisals of a county at a glance."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cadres.figures.appraisals import appraisals
from cadres.figures.dispositions import disposition_figures, dispositions, sanctioned
from cadres.figures.places import places
from cadres.models import Disposition
from cadres.perms import may_see_judgements
from cadres.views.structure import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock


@require_safe
@requires(may_see_judgements)
def conduct(request: HttpRequest) -> HttpResponse:
    """Dispositions of the year, what is not filed in time, grades of the last appraised year."""
    user: Any = request.user
    county, on, title = county_code(request), clock.today(), _("不胜任处置与考核")
    found = dispositions(user.territory, county, on.replace(month=1, day=1), on)
    graded = appraisals(user.territory, county, on.year - 1, on)
    hit = sanctioned(user.territory, county, on)
    context = {
        "title": title,
        "on": on,
        "figures": disposition_figures(found),
        "kinds": [(name, count, None) for name, count in found.by_kind],
        "categories": [(name, count, None) for name, count in found.by_category],
        "unfiled": _named(request.user, found.unfiled),
        "sanctioned": [
            (one, hit[one.pk]) for one in places(user.territory, county, on) if one.pk in hit
        ],
        "year": on.year - 1,
        "graded": graded,
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/conduct.html", context)


def _named(user: Any, uids: tuple[str, ...]) -> Any:
    rows = (
        Disposition.objects.visible_to(user)
        .filter(uid__in=uids)
        .select_related("person", "village", "kind")
    )
    return rows.order_by("decided_on", "pk")
