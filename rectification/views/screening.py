"""The candidate list of a year's screening, with decisions in bulk."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from branches.marking import marked
from rectification.actions.standards import install_standard, install_words
from rectification.figures.candidates import Screening
from rectification.perms import (
    may_keep_schemes,
    may_see_cases,
    may_see_restricted,
)
from rectification.screening_filters import ScreeningFilter
from rectification.screening_tables import screening_spec
from rectification.views.screening_at import day_of, screening_at
from rectification.views.screening_many import deciding, listing
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.shares import share_text
from villages.lists.getting import get_visible_or_404
from villages.lists.page import list_page
from villages.models import County, Village


@require_safe
@requires(may_see_cases)
def screening_now(_request: HttpRequest) -> HttpResponse:
    """The screening of the running year."""
    return redirect("cases:screening", year=clock.today().year)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_see_cases)
def screening_list(request: HttpRequest, year: int) -> HttpResponseBase:
    """All villages that one may see, the weakest first, each with what fits and what is unknown."""
    on, found = day_of(year), screening_at(request, year)
    if found is None:
        context = {"year": year, "breadcrumbs": crumbs(year), "may_keep": _keeps(request)}
        return render(request, "rectification/screening/none.html", context)
    request.screening = found  # type: ignore[attr-defined]
    rows = Village.objects.visible_to(request.user).in_county(county_code(request)).on(on)
    return list_page(
        request,
        screening_spec(found, ranked=may_see_restricted(request.user)),
        _ranked(rows, found),
        filterset=ScreeningFilter,
        context=_around(request, found),
        template="rectification/screening/list.html",
        bulk=(deciding(found), listing(found)),
    )


@require_POST
@requires(may_keep_schemes)
def screening_install(request: HttpRequest, year: int) -> HttpResponse:
    """Takes over the default standard of the year, and the default words, where there are none."""
    county = get_visible_or_404(County, request.user, code=county_code(request))
    day_of(year)
    made = install_standard(county=county, year=year, by=request.user)
    made += install_words(county=county, by=request.user)
    messages.success(request, _("已登记默认标准和词表 %d 行,可以按本县规定修改。") % made)
    return redirect("cases:screening", year=year)


def crumbs(year: int, *rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The way from the page of cases to the candidate list."""
    here = (_("%d 年排查") % year, reverse("cases:screening", args=[year]) if rest else "")
    return [(_("整顿"), reverse("cases:hub")), here, *rest]


def _keeps(request: HttpRequest) -> bool:
    return bool(may_keep_schemes(request.user))


def _ranked(rows: Any, found: Screening) -> Any:
    """What the list sorts by; everything else is written from the figures."""
    order = [(one.village, place) for place, one in enumerate(found.candidates)]
    rows = marked(rows, "rank", order, int)
    rows = marked(rows, "place", [(one.village, one.place) for one in found.candidates], int)
    rows = marked(rows, "points", [(one.village, one.points) for one in found.candidates], int)
    times = [(one.village, one.times_listed) for one in found.candidates]
    return marked(rows, "times_listed", times, int)


def _around(request: HttpRequest, found: Screening) -> dict[str, Any]:
    year, total = found.standard.year, len(found.candidates)
    links = [(_("排查标准"), found.standard.get_absolute_url(), "list")]
    return {
        "found": found,
        "year": year,
        "share": share_text(found.listed, total),
        "undecided": sum(bool(one.matched) and not one.case and not one.decision
                         for one in found.candidates),
        "whole": may_see_restricted(request.user),
        "as_of": found.on.isoformat(),
        "may_keep": _keeps(request),
        "secondary": links,
        "breadcrumbs": crumbs(year),
    }  # fmt: skip
