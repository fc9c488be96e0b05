"""The first page of orders: what waits for whom, what is overdue on both sides, the ways on."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.figures.overdue import overdue
from rectification.supervision.models import OrderRule, OrderUnit
from rectification.supervision.perms import (
    may_draft_orders,
    may_keep_order_lists,
    may_see_orders,
)
from rectification.supervision.views.crumbs import here
from rectification.supervision.views.hub_tiles import late_tiles, waiting_tiles
from rectification.supervision.views.inspection_ways import inspection_ways
from rectification.supervision.waiting import orders as waiting
from villages.accounts.access import requires
from villages.common import clock
from villages.common.registries import TodoItem
from villages.ledgers.hubs import cards
from villages.ledgers.views.place import county_of

SHOWN = 20


@require_safe
@requires(may_see_orders)
def hub(request: HttpRequest) -> HttpResponse:
    """Where this person's orders stand today."""
    user: Any = request.user
    county, on = county_of(request), clock.today()
    late = overdue(here(OrderUnit.objects.visible_to(user), request), on)
    todos = list(_todos(user))
    context = {
        "today": on,
        "tiles": [*waiting_tiles(request), *late_tiles(late)],
        "todos": todos[:SHOWN],
        "more": max(0, len(todos) - SHOWN),
        "late": (*late.townships, *late.departments)[: 2 * SHOWN],
        "own": late.of_county[: 2 * SHOWN],
        "ways": list(_ways(user)),
        "may_draft": may_draft_orders(user),
        "may_install": _may_install(user, county),
        "cards": cards("orders", user, county),
        "breadcrumbs": [(_("督办"), "")],
    }
    return render(request, "supervision/hub.html", context)


def _todos(user: Any) -> Iterator[TodoItem]:
    for source in waiting.TODOS:
        if source.allowed(user):
            yield from source.items(user)


def _ways(user: Any) -> Iterator[tuple[str, str]]:
    if may_draft_orders(user):
        yield _("批量催办"), reverse("supervision:chase")
    yield _("督办统计"), reverse("supervision:figures")
    yield _("为什么被退回"), reverse("supervision:returned")
    yield _("任务清单完成情况"), reverse("supervision:tasks")
    yield from inspection_ways(user)
    if may_keep_order_lists(user):
        yield _("部门经办人"), reverse("supervision:seats")
        yield _("文种规则"), reverse("ledgers:order-rules")


def _may_install(user: Any, county: str) -> bool:
    rules = OrderRule.objects.visible_to(user).in_county(county)
    return bool(county) and may_keep_order_lists(user) and not rules.exists()
