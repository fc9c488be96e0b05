"""The page of an order: the paper, its units, what each was asked and answered, what happened."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.choices import UnitRole, Urgency
from rectification.supervision.ledgers.steps import order_verbs
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.perms import may_draft_orders, may_see_orders
from rectification.supervision.sides import is_house
from rectification.supervision.states import OPEN_DRAFTS
from rectification.supervision.views.crumbs import crumbs, get_order, parts_of
from rectification.supervision.views.order_events import timeline
from rectification.supervision.views.order_parts import part_views
from rectification.supervision.views.origins import origin_of
from villages.accounts.access import requires
from villages.common import clock
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address
from villages.lists.getting import get_visible_or_404


@require_safe
@requires(may_see_orders)
def order(request: HttpRequest, uid: str) -> HttpResponse:
    """One order, as far as this person may see it."""
    user, on = request.user, clock.today()
    found = get_order(request, uid)
    house = is_house(user, found)
    parts = parts_of(found, user)
    draft = found.status in OPEN_DRAFTS
    events, all_url = timeline(found, user)
    context = {
        "order": found,
        "today": on,
        "house": house,
        "draft": draft,
        "may_write": draft and house and may_draft_orders(user),
        "lacks_lead": draft and not any(one.role == UnitRole.LEAD for one in parts),
        "urgent": found.urgency != Urgency.PLAIN,
        "facts": _facts(found, user),
        "verbs": _buttons(found, user),
        "papers": _papers(found, parts),
        "parts": part_views(parts, user, on, house=house),
        "events": events,
        "events_url": all_url,
        "breadcrumbs": crumbs((str(found), "")),
    }
    return render(request, "supervision/order.html", context)


@require_safe
@requires(may_see_orders)
def unit(request: HttpRequest, uid: str) -> HttpResponse:
    """One unit's part: it stands on the page of its order."""
    rows = OrderUnit.objects.select_related("order")
    part = get_visible_or_404(rows, request.user, uid=uid)
    url = reverse("supervision:order", args=[part.order.uid])
    return redirect(f"{url}#unit-{part.uid}")


def _buttons(found: SupervisionOrder, user: Any) -> list[tuple[Any, str, bool]]:
    """The steps of the table that this person may take now."""
    ledger = ledgers()["orders"]
    return [
        (one.label, address(ledger, f"do_{one.key}", found.uid), one.danger)
        for one in order_verbs()
        if one.may(user) and one.offered(user, found)
    ]


def _papers(found: SupervisionOrder, parts: list[OrderUnit]) -> list[tuple[Any, str, str]]:
    """Papers of the order: label, address, icon."""
    url = reverse("supervision:paper", args=[found.uid])
    papers = [(_("下载单子"), url, "download")]
    return [*papers, (_("每个单位一份"), f"{url}?each=1", "copy")] if len(parts) > 1 else papers


def _facts(found: SupervisionOrder, user: Any) -> list[tuple[Any, ...]]:
    """What stands under the paper; nothing is shown of what is not there."""
    rows: list[tuple[Any, ...]] = [
        (_("来源"), *origin_of(found, user)),
        (_("经办人"), found.author_name),
        (_("审核"), _by(found.checked_by, found.checked_on)),
        (_("签发"), _by(found.issued_by, found.issued_on)),
        (_("紧急事项批准人"), found.urgent_by),
        (_("办结日期"), _by("", found.closed_on)),
        (_("撤销"), _by(found.revoked_reason, found.revoked_on)),
    ]
    if found.previous:
        rows.append((_("升级自"), str(found.previous.order), found.previous.get_absolute_url()))
    return [row for row in rows if row[1]]


def _by(who: str, day: Any) -> str:
    return " ".join(filter(None, [day.isoformat() if day else "", who]))
