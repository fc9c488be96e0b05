"""Figures of orders: kinds, lights, punctuality, more time, returns, short notice, lateness."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.figures.order_sums import OrderSums, order_sums
from rectification.supervision.figures.overdue import Late, Overdue
from rectification.supervision.figures.returns import Returned
from rectification.supervision.figures.urgent import Urgent
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

    def page(self, name: str) -> str:
        """Another page of figures about the same days."""
        ends = {"first": self.first.isoformat(), "last": self.last.isoformat()}
        return f"{reverse(name)}?{urlencode(ends)}"


@require_safe
@requires(may_see_orders)
def figures(request: HttpRequest) -> HttpResponse:
    """Of the orders that the person sees, between two days."""
    user, on = request.user, clock.today()
    form, first, last = span_of(request.GET, on)
    span, title = Span(first, last), _("督办统计")
    parts = here(OrderUnit.objects.visible_to(user), request)
    orders = here(SupervisionOrder.objects.visible_to(user), request)
    sums = order_sums(orders, parts, first=first, last=last, on=on)
    context = {
        "title": title,
        "today": on,
        "form": form,
        "sums": sums,
        "tiles": list(_tiles(sums)),
        "kinds": [(one, span.rows("orders", "issued_on", kind=one.kind)) for one in sums.kinds],
        "answers": _answers(sums),
        "reasons": [
            (name, count, None, span.rows("order-replies", "answered_on", reason=name))
            for name, count in sums.reasons.items()
        ],
        "returns": [_returned(one, span) for one in sums.returns],
        "why_url": span.page("supervision:returned"),
        "urgent": [_urgent(one, span) for one in sums.urgent],
        "sides": _sides(sums.late),
        "unverified": sums.late.unverified,
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "supervision/figures.html", context)


def _tiles(sums: OrderSums) -> Iterator[dict[str, Any]]:
    """Parts under way by light, then how punctual answers are."""
    url = reverse("ledgers:order-units")
    words = {"red": _("逾期"), "yellow": _("临期"), "green": _("正常")}
    for colour, count in sums.lights.items():
        if colour in words:
            yield {
                "label": words[colour], "value": count, "unit": _("件"),
                "href": f"{url}?light={colour}", "level": colour if count else "",
            }  # fmt: skip
    total = sums.punctual[0]
    yield {
        "label": _("按时反馈率"), "value": f"{total.share}%",
        "missing": "" if total.due else _("还没有到期的"),
        "note": _("%(count)d 件中 %(in_time)d 件按时") % {
            "count": total.due, "in_time": total.in_time,
        },
    }  # fmt: skip


def _answers(sums: OrderSums) -> list[tuple[Any, int, None, str]]:
    """Requests for more time by what became of them, each with its rows."""
    url = reverse("ledgers:order-extensions")
    return [
        (ExtensionAnswer(key).label, count, None, f"{url}?{urlencode({'answer': key})}")
        for key, count in sums.extensions.items()
        if count
    ]


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
