"""Whom a draft addresses: every unit with what it already owes."""

from itertools import chain
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.supervision.actions.arranging import set_units
from rectification.supervision.figures.owed import key_of, owed
from rectification.supervision.forms.units import UnitLine, unit_lines
from rectification.supervision.models import Department, SupervisionOrder
from rectification.supervision.perms import may_draft_orders
from rectification.supervision.states import OPEN_DRAFTS
from rectification.supervision.views.crumbs import get_order, order_crumbs, parts_of
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.common.scope import COUNTY
from villages.models import Township


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_draft_orders)
def units(request: HttpRequest, uid: str) -> HttpResponse:
    """All townships and departments of the county to choose from."""
    order = get_order(request, uid)
    townships, departments = _lines(request, order)
    whole = forms.Form(_sent(request))
    if request.method == "POST" and whole.is_valid() and _valid(townships, departments):
        with refusals_in(whole):
            wanted = [one.chosen for one in chain(townships, departments)]
            set_units(order, by=request.user, wanted=[one for one in wanted if one])
            messages.success(request, _("已确定承办单位。下一步填写各单位的事项。"))
            return redirect("supervision:items", uid)
    title = _("选择承办单位")
    context = {
        "title": title,
        "order": order,
        "whole": whole,
        "groups": [one for one in ((_("乡镇"), townships), (_("县直部门"), departments)) if one[1]],
        "faulty": [one for one in chain(townships, departments) if one.form.errors],
        "may_write": order.status in OPEN_DRAFTS,
        "back": reverse("supervision:order", args=[uid]),
        "breadcrumbs": order_crumbs(order, title),
    }
    return render(request, "supervision/units.html", context)


def _lines(request: HttpRequest, order: SupervisionOrder) -> tuple[list[UnitLine], list[UnitLine]]:
    """Townships, for the county's orders, and departments in force."""
    county, on = order.county_code, clock.today()
    parts = {key_of(one): one for one in parts_of(order, request.user)}
    given = (parts, owed(county, on), _sent(request))
    rows: Any = Township.objects.visible_to(request.user).in_county(county).on(on).order_by("code")
    townships = rows if len(order.from_code) == COUNTY else rows.none()
    departments = (
        Department.objects.visible_to(request.user)
        .in_county(county)
        .on(on)
        .order_by("position", "id")
    )
    return unit_lines(townships, *given), unit_lines(departments, *given)


def _sent(request: HttpRequest) -> Any:
    """What was sent; a form without a tick is one too."""
    return request.POST if request.method == "POST" else None


def _valid(*groups: list[UnitLine]) -> bool:
    """Every line is looked at, so that all faults are told at once."""
    checked = [one.form.is_valid() for one in chain(*groups)]
    return all(checked)
