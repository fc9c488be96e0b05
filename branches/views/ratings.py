"""Pages of ratings: a period at a glance, a township's branches, the sheet of one branch."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from branches.actions.ratings import confirm_proposed
from branches.figures.moves import moves
from branches.figures.schemes import grades
from branches.models import PartyBranch, Scheme, SchemeRating
from branches.schemes.periods import holds_for, period_of
from branches.views.schemes import crumbs, get_scheme
from villages.accounts.access import requires
from villages.accounts.perms import may_change_map, may_keep_ledgers, works_in_territory
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Period
from villages.lists.getting import get_visible_or_404
from villages.models import Township


def scheme_and_period(request: HttpRequest, uid: str, code: str) -> tuple[Scheme, Period]:
    """The version and a period that it judges; 404 for other periods."""
    one = get_scheme(request, uid)
    try:
        span = period_of(one.cycle, code)
    except DomainError as error:
        raise Http404 from error
    if not holds_for(one, span) or span.start > clock.today():
        raise Http404
    return one, span


@require_safe
@requires(works_in_territory)
def period(request: HttpRequest, uid: str, code: str) -> HttpResponse:
    """Grades by township with gaps, and which branches moved and why."""
    one, span = scheme_and_period(request, uid, code)
    territory, county = request.user.territory, one.county_code  # type: ignore[union-attr]
    *townships, whole = grades(territory, county, one.kind, span, clock.today())
    context = {
        "scheme": one,
        "period": span,
        "grade_names": [row.name for row in one.grades.order_by("-least")],
        "townships": townships,
        "whole": whole,
        "moves": moves(territory, county, one.kind, span),
        "breadcrumbs": rating_crumbs(one, (span.label, "")),
    }
    return render(request, "branches/schemes/period.html", context)


@require_safe
@requires(works_in_territory)
def township(request: HttpRequest, uid: str, code: str, unit: str) -> HttpResponse:
    """The branches of one township with their ratings."""
    one, span = scheme_and_period(request, uid, code)
    place, rows = _township_rows(request, one, span, unit)
    context = {
        "scheme": one,
        "period": span,
        "township": place,
        "lines": _lines(request, place, span, rows),
        "waiting": sum(row.state == "proposed" for row in rows),
        "may_propose": may_keep_ledgers(request.user),
        "may_confirm": may_change_map(request.user),
        "breadcrumbs": rating_crumbs(one, (span.label, period_url(one, span)), (place.name, "")),
    }
    return render(request, "branches/schemes/township.html", context)


def _lines(request: HttpRequest, place: Township, span: Period, rows: Any) -> list[Any]:
    """Every branch with its rating, if any. Two queries."""
    day = min(clock.today(), span.end)
    branches = PartyBranch.objects.visible_to(request.user).on(day)
    inside = branches.filter(village__township=place).select_related("village")
    rated = {row.branch_id: row for row in rows.select_related("grade")}
    ordered = inside.order_by("village__code", "name")
    return [(branch, rated.get(branch.pk)) for branch in ordered]


@require_POST
@requires(may_change_map)
def township_confirm(request: HttpRequest, uid: str, code: str, unit: str) -> HttpResponse:
    """The county confirms all that wait in one township, as proposed."""
    one, span = scheme_and_period(request, uid, code)
    place, rows = _township_rows(request, one, span, unit)
    count = confirm_proposed(ratings=rows, on=clock.today(), by=request.user)
    messages.success(request, _("已确认 %s 份评定。") % count)
    return redirect("branches:scheme_township", one.uid, span.code, place.code)


def _township_rows(request: HttpRequest, one: Scheme, span: Period, unit: str) -> tuple[Any, Any]:
    """The township, 404 outside the territory, and its ratings of the period."""
    place = get_visible_or_404(Township.objects.in_county(one.county_code), request.user, code=unit)
    rows = SchemeRating.objects.visible_to(request.user)
    return place, rows.filter(kind=one.kind, period=span.code, village__township=place)


def rating_crumbs(one: Scheme, *rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The way to a page about ratings by this version."""
    return crumbs((one.title, one.get_absolute_url()), *rest)


def period_url(one: Scheme, span: Period) -> str:
    """The page of a period."""
    return reverse("branches:scheme_period", args=[one.uid, span.code])
