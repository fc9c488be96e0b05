"""Figures of orders: why replies come back, who asks at short notice, who is late."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.figures.overdue import Late, Overdue, overdue
from rectification.supervision.figures.returns import Returned, by_reason, returns
from rectification.supervision.figures.urgent import Urgent, urgent
from rectification.supervision.forms.span import span_of
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.perms import may_see_orders
from rectification.supervision.views.crumbs import crumbs, here
from villages.accounts.access import requires
from villages.common import clock


@dataclass(frozen=True)
class Span:
    """The days that the numbers are about; it makes the addresses of their rows."""

    first: date
    last: date

    def rows(self, ledger: str, day: str, **query: str) -> str:
        """Rows of a ledger whose `day` lies inside."""
        ends = {f"{day}_after": self.first.isoformat(), f"{day}_before": self.last.isoformat()}
        return f"{reverse(f'ledgers:{ledger}')}?{urlencode({**query, **ends})}"


@require_safe
@requires(may_see_orders)
def figures(request: HttpRequest) -> HttpResponse:
    """Of the orders that the person sees, between two days."""
    user, on = request.user, clock.today()
    form, first, last = span_of(request.GET, on)
    span, title = Span(first, last), _("退回原因、紧急下发和逾期")
    parts = here(OrderUnit.objects.visible_to(user), request)
    orders = here(SupervisionOrder.objects.visible_to(user), request)
    found = returns(parts, first=first, last=last)
    late = overdue(parts, on)
    context = {
        "title": title,
        "today": on,
        "form": form,
        "reasons": [
            (name, count, None, span.rows("order-replies", "answered_on", reason=name))
            for name, count in by_reason(found).items()
        ],
        "returns": [_returned(one, span) for one in found],
        "urgent": [_urgent(one, span) for one in urgent(orders, first=first, last=last)],
        "sides": _sides(late),
        "unverified": late.unverified,
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "supervision/figures.html", context)


def _returned(one: Returned, span: Span) -> tuple[Returned, str]:
    query = {"reason": one.reason, "unit_name": one.unit_name}
    return one, span.rows("order-replies", "answered_on", **query)


def _urgent(one: Urgent, span: Span) -> tuple[Urgent, str, str]:
    """The house, all that it issued, and what was urgent of it."""
    issued = span.rows("orders", "issued_on", from_code=one.from_code)
    return one, issued, f"{issued}&{urlencode({'short_notice': 'true'})}"


def _sides(late: Overdue) -> list[tuple[str, int, list[tuple[Any, int, None, str]]]]:
    """Overdue parts of townships and of departments, by unit, the most first."""
    sides = ((_("乡镇"), late.townships), (_("县直部门"), late.departments))
    return [(name, len(rows), _by_unit(rows)) for name, rows in sides]


def _by_unit(rows: Iterable[Late]) -> list[tuple[Any, int, None, str]]:
    counts = Counter(one.part.unit_name for one in rows)
    url = reverse("ledgers:order-units")
    return [
        (name, count, None, f"{url}?{urlencode({'overdue': 'true', 'unit_name': name})}")
        for name, count in counts.most_common()
    ]
