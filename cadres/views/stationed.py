"""First secretaries, teams and helpers: who is where, who is due, how the month went."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cadres.figures.assessments import assessments
from cadres.figures.handover import handover
from cadres.figures.pools import pool_figures, pools
from cadres.figures.postings import away, rotations, team_figures, team_strength
from cadres.figures.residents import resident_figures, residents
from cadres.perms import may_keep_lists, may_see_judgements
from cadres.stationed_tables import BANDS, RESIDENTS, ROTATIONS, SHORT_TEAMS, carded
from cadres.views.sheets import table_as_xlsx
from cadres.views.structure import crumbs
from villages import registries
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.periods import Month, Quarter
from villages.lists.getting import get_visible_or_404
from villages.models import Village

OWN_PANEL = "stationed"  # the dossier says the same and more


@require_safe
@requires(works_in_territory)
def stationed(request: HttpRequest) -> HttpResponseBase:
    """Strength, rotation, the last whole month, bands of the assessment, helper pools."""
    user: Any = request.user
    county, on, title = county_code(request), clock.today(), _("驻村工作队与帮扶")
    month = Month.of(on).previous()
    people = residents(user.territory, county, month)
    if request.GET.get("format") == "xlsx":
        return table_as_xlsx(
            request, title=_("驻村天数"), columns=RESIDENTS, rows=people, county=county,
            filters=month.label,
        )  # fmt: skip
    teams, helped = team_strength(user.territory, county, on), pools(user.territory, county, on)
    turns = rotations(user.territory, county, on)
    figures = (*team_figures(teams), *resident_figures(people), *pool_figures(helped))
    context = {
        "title": title,
        "on": on,
        "month": month,
        "figures": figures,
        "teams": teams,
        "short_columns": SHORT_TEAMS,
        "short_lines": carded(SHORT_TEAMS, teams.incomplete),
        "rotation_columns": ROTATIONS,
        "rotation_lines": carded(ROTATIONS, turns),
        "resident_columns": RESIDENTS,
        "resident_lines": carded(RESIDENTS, people),
        "away": away(user.territory, county, on),
        "helpers": [(one.name, one.helpers, None) for one in helped.kinds],
        "breadcrumbs": crumbs(title),
        **_assessed(user, county, on),
    }
    return render(request, "cadres/stationed.html", context)


def _assessed(user: Any, county: str, on: Any) -> dict[str, Any]:
    """The bands of the last whole quarter, for those who may read what is judged."""
    if not may_see_judgements(user):
        return {}
    period = Quarter.of(on).previous()
    found = assessments(user.territory, county, period.code, on)
    return {
        "period": period,
        "band_columns": BANDS,
        "band_lines": carded(BANDS, found),
        "waiting": [(code, name) for one in found for code, name in one.waiting],
        "may_score": may_keep_lists(user),
    }


@require_safe
@requires(works_in_territory)
def handover_dossier(request: HttpRequest, code: str) -> HttpResponseBase:
    """What a successor takes over, for the folder: made from the ledgers, nothing typed."""
    village: Any = get_visible_or_404(
        Village.objects.select_related("township"), request.user, code=code
    )
    user, on = request.user, clock.today()
    title = _("%s驻村交接清单") % village.full_name
    context = {
        "title": title,
        "village": village,
        "on": on,
        "open": handover(village, on),
        "judgements": may_see_judgements(user),
        "panels": [
            one for one in registries.panels() if one.key != OWN_PANEL and one.allowed(user)
        ],
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/handover.html", context)
