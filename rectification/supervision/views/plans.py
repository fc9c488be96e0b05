"""The year's register of inspections, what overlaps in it, and what should go together."""

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rectification.supervision.actions.trips import take_over
from rectification.supervision.figures.plan_overlap import Register, register
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_plans
from rectification.supervision.views.crumbs import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address

FIRST_YEAR, LAST_YEAR = 2000, 2099


@require_safe
@requires(may_see_plans)
def plans_now(_request: HttpRequest) -> HttpResponse:
    """This year's register."""
    return redirect("supervision:plans", clock.today().year)


@require_safe
@requires(may_see_plans)
def plans(request: HttpRequest, year: int) -> HttpResponse:
    """Who visits which township in which month; townships visited twice are marked."""
    require_year(year)
    user: Any = request.user
    found = register(county_code(request), year, clock.today())
    keeps, ledger = may_keep_inspections(user), ledgers()["inspection-plans"]
    context = {
        "title": _("%d 年检查计划") % year, "year": year, "years": year_tabs("plans", year),
        "register": found, "months": range(1, 13), "lines": _lines(found),
        "rows_url": f"{address(ledgers()['inspection-trips'])}?year={year}",
        "may_keep": keeps, "new_url": address(ledger, "new") if keeps else "",
        "list_url": f"{address(ledger)}?year={year}",
        "breadcrumbs": crumbs((_("检查计划"), "")),
    }  # fmt: skip
    return render(request, "supervision/inspections/plans.html", context)


@require_POST
@requires(may_keep_inspections)
def join(request: HttpRequest, year: int) -> HttpResponse:
    """Takes over the proposal: one party (`host`), or everything."""
    require_year(year)
    host = request.POST.get("host", "")
    saved = take_over(
        county_code(request), year, by=request.user, on=clock.today(),
        hosts={host} if host else None,
    )  # fmt: skip
    if saved:
        messages.success(request, _("已合并,减少 %d 次出行。") % saved)
    else:
        messages.info(request, _("没有可以合并的行程,请刷新页面后再看。"))
    return redirect("supervision:plans", year)


def require_year(year: int) -> None:
    """Years of the register; 404 else."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404


def year_tabs(name: str, chosen: int) -> list[tuple[str, str, bool, None]]:
    """The year with its neighbours."""
    return [
        (_("%d 年") % one, reverse(f"supervision:{name}", args=[one]), one == chosen, None)
        for one in (chosen - 1, chosen, chosen + 1)
        if FIRST_YEAR <= one <= LAST_YEAR
    ]


def _lines(found: Register) -> list[tuple[str, list[list[dict[str, Any]]]]]:
    """A line a township, a cell a month, each with its journeys."""
    cells: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in found.journeys:
        names[one.unit_code] = one.unit_name
        cells[one.unit_code, one.month % 100].append(
            {
                "url": one.get_absolute_url(), "title": one.plan.title,
                "with": [str(guest.plan.title) for guest in found.joined.get(one.pk, ())],
                "crowded": one.pk in found.crowded,
            }
        )  # fmt: skip
    return [
        (name, [cells.get((code, month), []) for month in range(1, 13)])
        for code, name in sorted(names.items())
    ]
