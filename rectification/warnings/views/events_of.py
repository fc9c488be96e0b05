"""Warning events behind an order or a case, loaded into its page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rectification.models import RectificationCase
from rectification.supervision.models import SupervisionOrder
from rectification.warnings.ledgers.rule_names import title_of
from rectification.warnings.models import Alert
from rectification.warnings.perms import may_see_warnings
from villages.accounts.access import requires
from villages.lists.getting import get_visible_or_404

MOST = 100


@require_safe
@requires(may_see_warnings)
def of_order(request: HttpRequest, uid: str) -> HttpResponse:
    """Events that lead to an order."""
    order: Any = get_visible_or_404(SupervisionOrder, request.user, uid=uid)
    return _panel(request, order, Alert.objects.visible_to(request.user).filter(order=order))


@require_safe
@requires(may_see_warnings)
def of_case(request: HttpRequest, uid: str) -> HttpResponse:
    """Events that led to a case, and live ones of its village."""
    case: Any = get_visible_or_404(RectificationCase, request.user, uid=uid)
    seen = Alert.objects.visible_to(request.user)
    return _panel(request, case, seen.filter(case=case) | seen.live().filter(village=case.village))


def _panel(request: HttpRequest, row: Any, alerts: Any) -> HttpResponse:
    found = alerts.select_related("village").order_by("village__code")
    lines = [(one, title_of(one.rule)) for one in found[:MOST]]
    return render(request, "warnings/events/panel.html", {"row": row, "lines": lines})
