"""What the pages of a year's assessment look at."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.reports.figures.assessment import Board, Judged, board
from rectification.reports.models import AssessmentSheet
from rectification.reports.views.at_hand import Crumb, crumbs
from villages.accounts.county_at_hand import county_code
from villages.common import clock


def covers(request: HttpRequest) -> bool:
    """Whether the person sees the whole county."""
    user: Any = request.user
    return bool(user.territory.covers(county_code(request)))


def board_of(request: HttpRequest, year: str) -> Board:
    """The year of the county at hand; 404 for years that have not begun."""
    if int(year) > clock.today().year:
        raise Http404
    return board(county_code(request), int(year), clock.today())


def judged_of(request: HttpRequest, year: str, township: str) -> tuple[Board, Judged]:
    """One township's sheet: any for the county, the own one for a township once it is published;
    404 otherwise."""
    if not covers(request):
        rows = AssessmentSheet.objects.visible_to(request.user)
        mine = rows.filter(assessment__year=year, township_code=township)
        if not mine.in_county(county_code(request)).exists():
            raise Http404
    found = board_of(request, year)
    judged = found.of(township)
    if judged is None:
        raise Http404
    return found, judged


def year_crumbs(year: int | str, *rest: Crumb) -> list[Crumb]:
    """The centre, the year, the page."""
    label = _("%s年年终考核") % year
    return crumbs((label, reverse("reports:assessment_year", args=[year]) if rest else ""), *rest)


def sheet_url(year: int | str, township: str, name: str = "assessment_sheet") -> str:
    """A page of one township's sheet."""
    return reverse(f"reports:{name}", args=[year, township])
