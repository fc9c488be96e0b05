"""The calendar of the year."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.common import clock
from villages.filings.ics import calendar_file
from villages.filings.perms import may_see_filings
from villages.filings.rhythm import Event, events, month_dates
from villages.filings.views.choosing import county_code, year_of
from villages.lists.downloads import download
from villages.models import CalendarDay
from villages.year_grid import year_grid


@require_safe
@requires(may_see_filings)
def year(request: HttpRequest) -> HttpResponseBase:
    """Due, closing and dispatch days of a year, with holidays and worked weekends."""
    county, today = county_code(request), clock.today()
    wanted = year_of(request, today)
    dates = month_dates(county, wanted)
    found = events(county, wanted, dates)
    if request.GET.get("as") == "ics":
        return _file(request, county, wanted, found)
    rows = list(CalendarDay.objects.filter(day__year=wanted))
    named = {row.day: (row.is_workday, row.name) for row in rows}
    context = {
        "year": wanted,
        "dates": [one for one in dates if one.month.year == wanted],
        "spans": [one for one in found if one.first != one.last],
        "next": [one for one in found if one.last >= today][:5] if wanted == today.year else [],
        "months": year_grid(wanted, named, _marks(found), today),
        "is_known": bool(rows),
        "today": today,
        "breadcrumbs": [(_("填报"), reverse("filings:tasks")), (_("工作年历"), "")],
    }
    return render(request, "filings/year.html", context)


def _file(request: HttpRequest, county: str, year: int, found: list[Event]) -> HttpResponseBase:
    place: Any = getattr(request, "county", None)
    name = _("%(county)s %(year)d 年工作年历") % {"county": place.name, "year": year}
    host = f"{county}.{request.get_host().partition(':')[0]}"
    return download(calendar_file(name, host, found, clock.instant()), f"{name}.ics")


def _marks(found: list[Event]) -> dict[date, list[str]]:
    """Single days as they are, long work at its first and last day."""
    marks: dict[date, list[str]] = defaultdict(list)
    for one in found:
        if one.first == one.last:
            marks[one.first].append(one.title)
        else:
            marks[one.first].append(_("%s开始") % one.title)
            marks[one.last].append(_("%s截止") % one.title)
    return marks
