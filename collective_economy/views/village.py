"""Income of one village: every statement, its corrections, the form to correct one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from collective_economy.actions.correcting import correct_income
from collective_economy.actions.stating import Entry
from collective_economy.choices import OPERATING_TYPE, Category
from collective_economy.figures.board import board
from collective_economy.figures.latest import latest_month
from collective_economy.figures.months import monthly, operating_months
from collective_economy.figures.projects import projects
from collective_economy.forms.correcting import CorrectionForm
from collective_economy.models import IncomeEntry
from collective_economy.perms import may_state_income
from collective_economy.presenting import month_bars, tiles
from collective_economy.views.lists import crumbs
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.periods import Month
from villages.common.refusals import refusals_in
from villages.common.scope import Scope
from villages.lists.getting import get_visible_or_404
from villages.models import Village

MONTHS, STATEMENTS = 24, 200
TILES = (
    "total_income", "operating_type_income", "usable_income", "plan_income", "rent_arrears",
    "debt",
)  # fmt: skip


@require_safe
@requires(works_in_territory)
def village(request: HttpRequest, code: str) -> HttpResponse:
    """All statements of one village, the latest first, each correction beside what it replaced."""
    one = get_visible_or_404(Village, request.user, code=code)
    rows = IncomeEntry.objects.visible_to(request.user).filter(village=one)
    rows = rows.select_related("replaces").order_by("-to_month", "category", "-pk")
    current = [row for row in rows[:STATEMENTS] if row.superseded_on is None]
    context = {
        "village": one,
        **_picture(one),
        "lines": [(row, Month.from_number(row.from_month).code,
                   Month.from_number(row.to_month).code) for row in current],
        "may_state": may_state_income(request.user),
        "breadcrumbs": crumbs(one.name),
    }  # fmt: skip
    return render(request, "collective_economy/village.html", context)


@require_safe
@requires(works_in_territory)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """The economy of one village on its page; a page of its own without scripts."""
    one = get_visible_or_404(Village, request.user, code=code)
    context = {
        "village": one,
        **_picture(one),
        "projects": projects(Scope.of([code]), one.county_code, clock.today()),
        "breadcrumbs": [(one.name, one.get_absolute_url()), (_("集体经济"), "")],
    }
    return render(request, "collective_economy/panel.html", context)


def _picture(one: Village) -> dict[str, Any]:
    """Figures, tier and the last two years of one village."""
    scope = Scope.of([one.code])
    month = latest_month(scope, one.county_code, clock.today())
    known = board(scope, one.county_code, month)
    first = month.shift(1 - MONTHS)
    points = operating_months(
        monthly(scope, one.county_code, first, month, OPERATING_TYPE), first, month
    )
    tier = known.income.tier(one.code)
    return {
        "month": month,
        "tiles": tiles(known, TILES),
        "tier": tier.label if tier else "",
        "months": month_bars(points),
        "contracts": known.contracts,
        "pace": known.paces.get(one.pk),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_state_income)
def correct(request: HttpRequest, uid: str) -> HttpResponse:
    """What was stated, the new amount, the reason."""
    rows = IncomeEntry.objects.select_related("village")
    row = get_visible_or_404(rows, request.user, uid=uid)
    if row.superseded_on:
        raise Http404(_("这条记录已经更正过,请更正现在的记录。"))
    form = CorrectionForm(request.POST or None, category=Category(row.category))
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            correct_income(_entry(row, form.cleaned_data), on=clock.today(), by=request.user)
            messages.success(request, _("已更正,原数保留在旁边。"))
            return redirect("collective_economy:village", code=row.village.code)
    context = {
        "row": row,
        "form": form,
        "back": reverse("collective_economy:village", args=[row.village.code]),
        "month": Month.from_number(row.to_month),
        "breadcrumbs": crumbs(_("更正收入")),
    }
    return render(request, "collective_economy/correct.html", context)


def _entry(row: IncomeEntry, data: dict[str, Any]) -> Entry:
    return Entry(
        row.village, row.category, row.from_month, row.to_month, data["amount"],
        data.get("operating_part"), data.get("regular_part"), reason=data["reason"],
        source=_("更正"),
    )  # fmt: skip
