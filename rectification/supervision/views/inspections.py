"""The page of an inspection."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.actions.inspection_stepping import RECORDED
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_inspections
from rectification.supervision.inspection_states import TO_CASE, TO_ORDER, FindingStatus
from rectification.supervision.ledgers.findings import FINDINGS
from rectification.supervision.models import (
    Finding,
    Inspection,
    InspectionSite,
)
from rectification.supervision.views.crumbs import crumbs
from villages.accounts.access import requires
from villages.common import clock
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address
from villages.lists.getting import get_visible_or_404

_ONE_CLICK = (TO_ORDER, TO_CASE)


@require_safe
@requires(may_see_inspections)
def inspection(request: HttpRequest, uid: str) -> HttpResponse:
    """One inspection: its steps, its villages and findings as far as the person may see them."""
    user: Any = request.user
    found: Any = get_visible_or_404(Inspection.objects.select_related("plan"), user, uid=uid)
    sites, findings = _sites(found, user), _findings(found, user)
    counted: dict[int, int] = {}
    for one in findings:
        counted[one.site_id] = counted.get(one.site_id, 0) + 1
    keeps = may_keep_inspections(user)
    context = {
        "inspection": found,
        "facts": _facts(found, user),
        "verbs": _buttons(found, user),
        "sites": [(one, counted.get(one.pk, 0)) for one in sites],
        "findings": [(one, _ways(one) if keeps else []) for one in findings],
        "may_record": keeps and found.status in RECORDED,
        "new_site_url": _new_site(found) if keeps and found.status in RECORDED else "",
        "breadcrumbs": crumbs((_("督导检查"), reverse("ledgers:inspections")), (str(found), "")),
    }
    return render(request, "supervision/inspections/page.html", context)


def _sites(found: Inspection, user: Any) -> Sequence[InspectionSite]:
    rows = InspectionSite.objects.visible_to(user).filter(inspection=found)
    return list(rows.select_related("village__township").order_by("village__code"))


def _findings(found: Inspection, user: Any) -> Sequence[Any]:
    rows = Finding.objects.visible_to(user).filter(site__inspection=found)
    rows = FINDINGS.annotate(rows, clock.today()).select_related("village__township")
    return list(rows.order_by("village__code", "seq"))


def _ways(one: Finding) -> list[tuple[Any, str]]:
    """What one click makes of an open finding."""
    if one.status != FindingStatus.OPEN or one.restricted:
        return []
    return [(step.label, address(FINDINGS, f"do_{step.key}", one.uid)) for step in _ONE_CLICK]


def _buttons(found: Inspection, user: Any) -> list[tuple[Any, str, bool]]:
    ledger = ledgers()["inspections"]
    verbs = [one for one in ledger.verbs if one.may(user) and one.offered(user, found)]
    buttons = [
        (one.label, address(ledger, f"do_{one.key}", found.uid), one.danger) for one in verbs
    ]
    if ledger.may_write(user) and found.status in RECORDED:
        buttons.append((_("修改"), address(ledger, "edit", found.uid), False))
    return buttons


def _new_site(found: Inspection) -> str:
    new = address(ledgers()["inspection-sites"], "new")
    return f"{new}?{urlencode({'inspection': found.uid})}"


def _facts(found: Inspection, user: Any) -> list[tuple[Any, ...]]:
    """Terms of the head; how the sample was drawn is for those who could draw it."""
    days = f"{found.from_on.isoformat()} — {found.to_on.isoformat()}"
    rows: list[tuple[Any, ...]] = [
        (_("方式"), found.get_kind_display()),
        (_("状态"), found.get_status_display()),
        (_("日期"), days),
        (_("组长"), found.leader),
        (_("成员"), found.team),
        (_("公布日期"), found.published_on.isoformat() if found.published_on else ""),
    ]
    if may_keep_inspections(user) and found.drawn_on:
        drawn = _("%(day)s 由%(who)s抽取 %(size)d 个村") % {
            "day": found.drawn_on.isoformat(), "who": found.drawn_by, "size": found.sample_size,
        }  # fmt: skip
        rows += [(_("抽取"), drawn), (_("随机种子"), found.seed)]
    if may_keep_inspections(user) and found.plan:
        rows.append((_("检查计划"), str(found.plan)))
    return [row for row in rows if row[1]]
