"""Batch chase (一键催办): overdue parts are ticked, one draft comes of it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.supervision.actions import chasing
from rectification.supervision.figures.lights import Light, lights_of
from rectification.supervision.figures.owed import Owed, key_of, owed
from rectification.supervision.forms.chase import ChaseForm
from rectification.supervision.models import OrderUnit
from rectification.supervision.perms import may_draft_orders
from rectification.supervision.states import OrderStatus
from rectification.supervision.views.crumbs import crumbs
from rectification.supervision.waiting.whose import issued_by
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in


@dataclass(frozen=True)
class Chased:
    """A unit that would be disturbed: what it carries, and its overdue parts with their lights."""

    name: str
    owed: Owed
    lines: list[tuple[OrderUnit, Light, bool]]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_draft_orders)
def chase(request: HttpRequest) -> HttpResponse:
    """Overdue parts of the orders of one's own house."""
    rows, on, title = _overdue(request), clock.today(), _("批量催办")
    form = ChaseForm(request.POST if request.method == "POST" else None, rows=rows)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            made = chasing.chase(by=request.user, on=on, **form.answers)
            messages.success(request, _("已起草一张催办单,请核对后交他人审核、签发。"))
            return redirect("supervision:order", made.uid)
    context = {
        "title": title,
        "today": on,
        "form": form,
        "units": _units(rows, form, county_code(request)),
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "supervision/chase.html", context)


def _overdue(request: HttpRequest) -> list[OrderUnit]:
    rows = OrderUnit.objects.visible_to(request.user).overdue(clock.today())
    rows = rows.filter(issued_by(request.user, "order__"), order__status=OrderStatus.ISSUED)
    found = rows.select_related("order", "department").order_by("unit_code", "unit_name", "due_on")
    return list(found)


def _units(rows: list[OrderUnit], form: ChaseForm, county: str) -> list[Chased]:
    on, ticked = clock.today(), form.ticked
    carried, lights = owed(county, on), lights_of(rows, on)
    found: list[Chased] = []
    for _name, group in groupby(rows, key=lambda one: one.unit_name):
        parts: list[Any] = list(group)
        lines = [(one, lights[one.pk], one.uid in ticked) for one in parts]
        found.append(Chased(parts[0].unit_name, carried.get(key_of(parts[0]), Owed()), lines))
    return found
