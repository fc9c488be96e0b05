"""The first page of cadres."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cadres.figures.filings import open_filings
from cadres.figures.overview import overview
from cadres.figures.structure_rows import Structure
from cadres.perms import may_see_judgements
from cadres.tables import STRUCTURE, VACANCIES, cells
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.ledgers.hubs import cards

FIRST = 10


@require_safe
@requires(works_in_territory)
def hub(request: HttpRequest) -> HttpResponse:
    """What matters today, the ledgers, and the ways on."""
    user: Any = request.user
    county, today = county_code(request), clock.today()
    found = overview(user.territory, county, today)
    context = {
        "today": today,
        "figures": found.figures,
        "ages": _bars(found.rows[0].counts, _AGES),
        "educations": _bars(found.rows[0].counts, _EDUCATIONS),
        "columns": VACANCIES,
        "vacancies": cells(VACANCIES, found.vacancies[:FIRST]),
        "vacancy_count": len(found.vacancies),
        "filings": open_filings(user.territory, county, today)[:FIRST],
        "cards": cards("cadres", user, county),
        "may_see_judgements": may_see_judgements(user),
        "breadcrumbs": [(_("干部队伍"), "")],
    }
    return render(request, "cadres/hub.html", context)


_AGES = ("to_35", "from_36", "from_46", "from_56", "over_60", "age_unknown")
_EDUCATIONS = (
    "postgraduate", "bachelor", "college", "high_school", "below", "education_unknown",
)  # fmt: skip


def _bars(counts: Structure, keys: tuple[str, ...]) -> list[tuple[Any, int, None]]:
    return [(_label(key), getattr(counts, key), None) for key in keys]


def _label(key: str) -> Any:
    return next(one.header for one in STRUCTURE if one.key == key)
