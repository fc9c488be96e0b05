"""The period control: which months are open, close them, prolong them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from villages.accounts.access import requires
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month, parse_month
from villages.imports import board
from villages.imports.actions.months import close_month, prolong
from villages.imports.asked import asked
from villages.imports.closing import consequences
from villages.imports.forms.months import CloseForm, ProlongForm
from villages.imports.models import Reopening, ReopeningRequest
from villages.imports.perms import may_ask_reopening, may_control_months
from villages.imports.reopened import named

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
FIRST_YEAR, LAST_YEAR = 2000, 2098


@require_safe
@requires(works_in_territory)
def months(request: HttpRequest) -> HttpResponse:
    """The months of one year, and every reopening of them."""
    county, today = county_of(request), clock.today()
    year = _year(request, today.year)
    found = (
        Reopening.objects.visible_to(request.user)
        .in_county(county.code)
        .filter(filing_month__month__range=(year * 100 + 1, year * 100 + 12))
    )
    page = {
        "lines": board.latest_first(board.months_of(county.code, year, today)),
        "reopenings": named(found.select_related("filing_month", "granted_by")),
        "requests": asked(
            ReopeningRequest.objects.visible_to(request.user)
            .in_county(county.code)
            .filter(filing_month__month__range=(year * 100 + 1, year * 100 + 12))
            .select_related("filing_month", "asked_by")
        ),
        "may_ask": may_ask_reopening(request.user),
        "may_control": may_control_months(request.user),
        "today": today,
        "year": year,
        "breadcrumbs": [(_("月份与封账"), "")],
    }
    return render(request, "months/list.html", page)


@GET_POST
@requires(may_control_months)
def close(request: HttpRequest, code: str) -> HttpResponse:
    """What closing means for this month, and the typed word that does it."""
    county, line = line_at(request, code)
    form = CloseForm(request.POST or None, month=line.period)
    refused = ""
    if request.method == "POST" and form.is_valid():
        try:
            close_month(by=request.user, county=county.code, month=line.period)
            messages.success(request, _("%s已封账,不能再修改。") % line.period.label)
            return back(line.period)
        except DomainError as error:
            refused = str(error)
    page = {"line": line, "form": form, "refused": refused, **crumbs(line.period, _("封账"))}
    page["items"] = consequences(county, line)
    return render(request, "months/close.html", page)


@GET_POST
@requires(may_control_months)
def extend(request: HttpRequest, code: str) -> HttpResponse:
    """Another last day for filing."""
    county, line = line_at(request, code)
    form = ProlongForm(request.POST or None, initial={"due_on": line.due_on})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            prolong(by=request.user, county=county.code, month=line.period, **form.cleaned_data)
            messages.success(request, _("%s的填报截止日已改。") % line.period.label)
            return back(line.period)
    page = {"line": line, "form": form, **crumbs(line.period, _("延期"))}
    return render(request, "months/extend.html", page)


def county_of(request: HttpRequest) -> Any:
    """The county at hand; 404 for people without one."""
    county = getattr(request, "county", None)
    if not county:
        raise Http404
    return county


def line_at(request: HttpRequest, code: str) -> tuple[Any, board.MonthLine]:
    """The county at hand and its month of this code; 404 where there is no such month."""
    county = county_of(request)
    try:
        month = parse_month(code)
    except DomainError as error:
        raise Http404 from error
    if not FIRST_YEAR <= month.year <= LAST_YEAR:
        raise Http404
    return county, board.line_of(county.code, month, clock.today())


def back(month: Month) -> HttpResponse:
    """To the year of this month."""
    return redirect(reverse("imports:months") + f"?year={month.year}")


def crumbs(month: Month, here: str) -> dict[str, Any]:
    """The way back to the list, then the month and what is done to it."""
    above = (_("月份与封账"), reverse("imports:months") + f"?year={month.year}")
    return {"breadcrumbs": [above, (f"{month.label} {here}", "")]}


def _year(request: HttpRequest, default: int) -> int:
    given = request.GET.get("year", "")
    year = int(given) if given.isascii() and given.isdigit() and len(given) == 4 else default
    return min(max(year, FIRST_YEAR), LAST_YEAR)
