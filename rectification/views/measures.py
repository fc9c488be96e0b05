"""Measures that held, and cases worth telling."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.choices import WordUse
from rectification.figures.measures import memory
from rectification.models import CaseWord, RectificationCase
from rectification.perms import may_see_cases
from rectification.views.batch_choice import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock


@require_safe
@requires(may_see_cases)
def measures(request: HttpRequest) -> HttpResponse:
    """What held against which kind of problem, each suggestion with its cases."""
    user: Any = request.user
    county, today, title = county_code(request), clock.today(), _("管用的做法")
    words = CaseWord.objects.visible_to(user).in_county(county).filter(use=WordUse.PROBLEM)
    known = list(words.order_by("position", "pk"))
    kind = next((one for one in known if one.uid == request.GET.get("kind")), None)
    context = {
        "title": title,
        "today": today,
        "found": memory(user.territory, county, today, kind.uid if kind else ""),
        "kinds": known,
        "kind": kind,
        "breadcrumbs": crumbs(title),
    }
    return render(request, "rectification/measures/page.html", context)


@require_safe
@requires(may_see_cases)
def model_list(request: HttpRequest) -> HttpResponse:
    """Model cases with their stories, the newest first."""
    title = _("整顿典型")
    rows = RectificationCase.objects.visible_to(request.user).in_county(county_code(request))
    rows = rows.filter(is_model=True).select_related("village__township")
    context = {
        "title": title,
        "today": clock.today(),
        "cases": rows.order_by("-closed_on", "number"),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "rectification/measures/models.html", context)
