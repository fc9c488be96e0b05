"""Income of all villages in a month, rents of all contracts, yield of all projects."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from collective_economy.choices import Category
from collective_economy.figures.contracts import contracts
from collective_economy.figures.income import of_villages
from collective_economy.figures.pace import paces
from collective_economy.figures.profit import profits
from collective_economy.figures.projects import projects, thresholds
from collective_economy.figures.reading import village_income
from collective_economy.filters import IncomeFilter, RentFilter
from collective_economy.marking import FLAG, WORD, with_figure
from collective_economy.models import Contract
from collective_economy.tables import INCOME, RENTS
from collective_economy.views.place import month_of, place_of
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.lists.page import list_page
from villages.models import Village


def crumbs(here: Any) -> list[tuple[Any, str]]:
    """The way from the page of the area to this one."""
    return [(_("集体经济"), reverse("collective_economy:hub")), (here, "")]


@require_safe
@requires(works_in_territory)
def income_list(request: HttpRequest) -> HttpResponseBase:
    """Income of each village by category, January to the month that is chosen."""
    scope, county = place_of(request)
    month = month_of(request, scope, county)
    visible = Village.objects.visible_to(request.user).in_county(county).on(month.end)
    rows = with_income(visible, scope, county, month)
    title = _("村级集体收入(%s累计)") % month.label
    spec = replace(INCOME, title=title)
    return list_page(
        request, spec, rows, filterset=IncomeFilter, context={"breadcrumbs": crumbs(title)}
    )


def with_income(visible: Any, scope: Scope, county: str, month: Month) -> Any:
    """Villages with what they stated; unknown stays empty. Six queries beside the list's."""
    stated = village_income(scope, county, month)
    codes = dict(visible.values_list("pk", "code"))
    figures = of_villages(county, month, codes, stated)
    profit, plan = profits(scope, county, month, stated), paces(scope, county, month, stated)
    rows = visible
    for one in Category:
        fens = {pk: of.by_category.get(one) for pk, of in stated.items()}
        rows = with_figure(rows, f"{one}_fen", fens)
    rows = with_figure(rows, "total_fen", {pk: of.total_fen for pk, of in stated.items()})
    operating = {pk: of.operating_fen for pk, of in stated.items()}
    rows = with_figure(rows, "operating_type_fen", operating)
    rows = with_figure(rows, "usable_fen", {pk: of.usable_fen for pk, of in profit.items()})
    rows = with_figure(rows, "plan_fen", {pk: of.plan_fen for pk, of in plan.items()})
    tiers = {pk: figures.tier(code) for pk, code in codes.items()}
    named = {pk: str(tier) for pk, tier in tiers.items() if tier}
    return with_figure(rows, "tier_key", named, WORD)


@require_safe
@requires(works_in_territory)
def rents(request: HttpRequest) -> HttpResponseBase:
    """Rent due and received of each contract, as of today."""
    scope, county = place_of(request)
    found = contracts(scope, county, clock.today())
    rows = Contract.objects.visible_to(request.user).in_county(county)
    for name in ("due_fen", "received_fen", "arrears_fen", "arrears_days"):
        rows = with_figure(rows, name, {one.contract.pk: getattr(one.rent, name) for one in found})
    soon = {one.contract.pk: one.expires_soon for one in found}
    rows = with_figure(rows, "expires_soon", soon, FLAG)
    context = {"breadcrumbs": crumbs(RENTS.title)}
    return list_page(request, RENTS, rows, filterset=RentFilter, context=context)


@require_safe
@requires(works_in_territory)
def project_yields(request: HttpRequest) -> HttpResponse:
    """What each project brings: progress against plan, money spent, return of support."""
    scope, county = place_of(request)
    today = clock.today()
    limits = thresholds(county, today)
    lines = [
        (one, one.planned_progress(today), [one.return_after(years) for years in (1, 2, 3)],
         one.yield_level(**limits))
        for one in projects(scope, county, today)
    ]  # fmt: skip
    context = {
        "lines": lines,
        "limits": limits,
        "as_of": today,
        "breadcrumbs": crumbs(_("项目进度和收益")),
    }
    return render(request, "collective_economy/projects.html", context)
