"""Complete teams, empty posts, reserve cadres, supervision: the villages behind the counts."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from branches.figures.recruitment import Recruits, recruits
from cadres.choices import HowFilled
from cadres.figures.completeness import completeness
from cadres.figures.filling import filling
from cadres.figures.reserves import reserves
from cadres.figures.supervision import supervision
from cadres.figures.vacancies import vacancies
from cadres.tables import VACANCIES, cells
from cadres.views.days import chosen_day
from cadres.views.sheets import table_as_xlsx
from cadres.views.structure import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import works_in_territory


@require_safe
@requires(works_in_territory)
def vacancy_list(request: HttpRequest) -> HttpResponseBase:
    """Empty posts and seats, the longest first."""
    user: Any = request.user
    county, (form, on), title = county_code(request), chosen_day(request), _("空缺职务")
    found = vacancies(user.territory, county, on)
    if request.GET.get("format") == "xlsx":
        return table_as_xlsx(
            request, title=title, columns=VACANCIES, rows=found, county=county,
            filters=_("截至 %s") % on,
        )  # fmt: skip
    context = {
        "title": title, "form": form, "on": on, "columns": VACANCIES,
        "lines": cells(VACANCIES, found), "breadcrumbs": crumbs(title),
    }  # fmt: skip
    return render(request, "cadres/vacancies.html", context)


@require_safe
@requires(works_in_territory)
def team_list(request: HttpRequest) -> HttpResponseBase:
    """Which teams are complete, why the others are not, and how posts were filled this year."""
    user: Any = request.user
    county, (form, on), title = county_code(request), chosen_day(request), _("班子健全情况")
    found = completeness(user.territory, county, on)
    filled = filling(user.territory, county, on.replace(month=1, day=1), on)
    context = {
        "title": title,
        "form": form,
        "on": on,
        "found": found,
        "incomplete": [one for one in found.states if one.both is not True],
        "filled": filled,
        "channels": [
            (label, filled.by_channel.get(value, 0), None)
            for value, label in [*HowFilled.choices, ("", _("没有填写"))]
        ],
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/teams.html", context)


@require_safe
@requires(works_in_territory)
def reserve_list(request: HttpRequest) -> HttpResponseBase:
    """Reserve cadres village by village, those that lack some first."""
    user: Any = request.user
    county, (form, on), title = county_code(request), chosen_day(request), _("后备干部")
    found = reserves(user.territory, county, on)
    recruited = recruits(user.territory, county, on)
    ordered = sorted(found, key=lambda one: (-one.missing, one.place.code))
    context = {
        "title": title,
        "form": form,
        "on": on,
        "rows": [(one, *_recruited(recruited.get(one.place.pk))) for one in ordered],
        "activists": _told(recruited.values(), _activists),
        "accepted": _told(recruited.values(), _accepted),
        "people": sum(one.people or 0 for one in found),
        "ready": sum(one.ready for one in found),
        "short": sum(one.missing > 0 for one in found),
        "unknown": sum(one.people is None for one in found),
        "villages": len(found),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/reserves.html", context)


def _activists(one: Recruits) -> int | None:
    return one.stocks["activists"]


def _accepted(one: Recruits) -> int | None:
    return one.flows["accepted"]


def _recruited(one: Recruits | None) -> tuple[int | None, int | None]:
    return (_activists(one), _accepted(one)) if one else (None, None)


def _told(found: Iterable[Recruits], asked: Callable[[Recruits], int | None]) -> int | None:
    """The sum of what villages filed; None where none did."""
    told = [number for one in found if (number := asked(one)) is not None]
    return sum(told) if told else None


@require_safe
@requires(works_in_territory)
def supervision_list(request: HttpRequest) -> HttpResponseBase:
    """Supervision committees, and how many villages each discipline cadre is linked to."""
    user: Any = request.user
    county, (form, on), title = county_code(request), chosen_day(request), _("村务监督委员会")
    found = supervision(user.territory, county, on)
    context = {
        "title": title,
        "form": form,
        "on": on,
        "found": found,
        "unsound": [one for one in found.committees if not one.is_sound or not one.officer],
        "sound": sum(one.is_sound for one in found.committees),
        "off_ratio": sum(one.too_few or one.too_many for one in found.officers),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/supervision.html", context)
