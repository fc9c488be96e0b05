"""The working-day calendar: a year at a glance, its days edited."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_run_system, works_in_territory
from villages.actions.calendar import remove_day, set_day
from villages.common import clock
from villages.common.periods import Month
from villages.common.refusals import refusals_in
from villages.forms.calendar import DayForm, SettledDayForm
from villages.imports import months
from villages.imports.models import FilingMonth
from villages.models import CalendarDay
from villages.year_grid import year_grid

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
FIRST_YEAR, LAST_YEAR = 2000, 2098


@require_safe
@requires(works_in_territory, may_run_system)
def calendar(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """Twelve months with working days, holidays, worked weekends and the rhythm of the county."""
    today = clock.today()
    year = today.year if year is None else year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    rows = list(CalendarDay.objects.filter(day__year=year))
    named = {row.day: (row.is_workday, row.name) for row in rows}
    page = {
        "year": year,
        "months": year_grid(year, named, _marks(request, year), today),
        "days": rows,
        "may_edit": may_run_system(request.user),
        "breadcrumbs": [(_("工作日历"), "")],
    }
    return render(request, "villages/calendar/year.html", page)


@GET_POST
@requires(may_run_system)
def new_day(request: HttpRequest) -> HttpResponse:
    """A day that does not follow its weekday."""
    form = DayForm(request.POST or None)
    return _form_page(request, form, _("登记节假日或调休"))


@GET_POST
@requires(may_run_system)
def day(request: HttpRequest, day: date) -> HttpResponse:
    """One day of the calendar, corrected."""
    row = _row_or_404(day)
    kind = "work" if row.is_workday else "rest"
    initial = {"day": row.day, "kind": kind, "name": row.name, "basis": row.basis}
    form = SettledDayForm(request.POST or None, initial=initial)
    return _form_page(request, form, _("修改 %s") % row.day.isoformat(), row)


@GET_POST
@requires(may_run_system)
def delete_day(request: HttpRequest, day: date) -> HttpResponse:
    """Takes a day out of the calendar: it follows its weekday again."""
    row = _row_or_404(day)
    if request.method == "POST":
        remove_day(by=request.user, day=day)
        messages.success(request, _("%s已删除,恢复按星期计算。") % day.isoformat())
        return redirect("villages:calendar", day.year)
    page = {"row": row, "breadcrumbs": _crumbs(day.year, _("删除 %s") % day.isoformat())}
    return render(request, "villages/calendar/delete.html", page)


def _form_page(
    request: HttpRequest, form: DayForm, title: str, row: CalendarDay | None = None
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            saved = set_day(by=request.user, **form.wanted())
            messages.success(request, _("%s已登记。") % saved.day.isoformat())
            return redirect("villages:calendar", saved.day.year)
    year = row.day.year if row else clock.today().year
    page = {"form": form, "title": title, "row": row, "year": year}
    return render(
        request, "villages/calendar/day.html", page | {"breadcrumbs": _crumbs(year, title)}
    )


def _crumbs(year: int, here: str) -> list[tuple[str, str]]:
    return [(_("工作日历"), reverse("villages:calendar", args=[year])), (here, "")]


def _row_or_404(day: date) -> CalendarDay:
    row = CalendarDay.objects.filter(day=day).first()
    if row is None:
        raise Http404
    return row


def _marks(request: HttpRequest, year: int) -> dict[date, list[str]]:
    """What falls on the days of this year in the county at hand. One query."""
    county: Any = getattr(request, "county", None)
    found: dict[date, list[str]] = defaultdict(list)
    if not county:
        return found
    all_months = Month(year - 1, 12).until(Month(year, 12))
    rows = FilingMonth.objects.in_county(county.code).values_list("month", "due_on")
    moved = dict(rows.filter(month__in=[month.number for month in all_months]))
    for month in all_months:
        due_on = moved.get(month.number) or months.due_date(month, county.code)
        found[due_on].append(_("%s月填报截止") % month.month)
        found[months.closing_date(month, county.code)].append(_("%s月封账") % month.month)
        found[months.dispatch_date(month, county.code)].append(_("%s月调度通报") % month.month)
    return found
