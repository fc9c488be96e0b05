"""What a draft asks of each unit."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.supervision.actions.arranging import add_to_units
from rectification.supervision.actions.drafting import remove_item
from rectification.supervision.forms.items import ItemForm
from rectification.supervision.models import OrderItem, OrderUnit, SupervisionOrder
from rectification.supervision.papers.gathering import goal_of
from rectification.supervision.perms import may_draft_orders
from rectification.supervision.states import OPEN_DRAFTS
from rectification.supervision.views.crumbs import get_order, order_crumbs, parts_of
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_draft_orders)
def items(request: HttpRequest, uid: str) -> HttpResponse:
    """The matters of every unit, a form for another one, a button to take one off."""
    order = get_order(request, uid)
    parts, taking_off = parts_of(order, request.user), request.POST.get("remove", "")
    form = _form(request, order, parts, bound=request.method == "POST" and not taking_off)
    if request.method == "POST" and _done(request, order, form, taking_off):
        return redirect("supervision:items", uid)
    title = _("督办事项")
    context = {
        "title": title,
        "order": order,
        "groups": _groups(parts, request.user),
        "form": form if parts else None,
        "may_write": order.status in OPEN_DRAFTS,
        "units_url": reverse("supervision:units", args=[uid]),
        "back": reverse("supervision:order", args=[uid]),
        "breadcrumbs": order_crumbs(order, title),
    }
    return render(request, "supervision/items.html", context)


def _form(
    request: HttpRequest, order: SupervisionOrder, parts: list[OrderUnit], *, bound: bool
) -> ItemForm:
    only = {"units": [parts[0].uid]} if len(parts) == 1 else {}
    return ItemForm(
        request.POST if bound else None, parts=parts, user=request.user,
        county=order.county_code, on=clock.today(), initial=only,
    )  # fmt: skip


def _done(request: HttpRequest, order: SupervisionOrder, form: ItemForm, uid: str) -> bool:
    """Whether a matter was taken off or added; else the form says why not."""
    if uid:
        rows = OrderItem.objects.select_related("unit__order").filter(unit__order=order)
        remove_item(get_visible_or_404(rows, request.user, uid=uid), by=request.user)
        messages.success(request, _("事项已移出。"))
        return True
    if form.is_valid():
        with refusals_in(form):
            add_to_units(order, by=request.user, **form.answers)
            messages.success(request, _("事项已添加。"))
            return True
    return False


def _groups(parts: list[OrderUnit], user: Any) -> list[tuple[OrderUnit, list[tuple[Any, str]]]]:
    """The matters of each part with what settles them. One query."""
    found: dict[int, list[tuple[Any, str]]] = {one.pk: [] for one in parts}
    rows = (
        OrderItem.objects.visible_to(user)
        .filter(unit__in=parts)
        .select_related("village", "indicator")
    )
    for row in rows.order_by("id"):
        found[row.unit_id].append((row, goal_of(row)))
    return [(one, found[one.pk]) for one in parts]
