"""Objections by rule: which rules are often wrong, and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.warnings.choices import DisputeCause
from rectification.warnings.figures.disputes import (
    DEFINITION,
    RuleDisputes,
    altogether,
    dispute_figures,
)
from rectification.warnings.ledgers.rule_names import title_of
from rectification.warnings.models import Dispute
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.views.at import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock


@require_safe
@requires(may_see_warnings)
def figures(request: HttpRequest) -> HttpResponse:
    """Of objections that this person may see; every number opens its rows."""
    rows = Dispute.objects.visible_to(request.user).in_county(county_code(request))
    lines, title = dispute_figures(rows), _("按规则统计异议")
    context = {
        "title": title,
        "today": clock.today(),
        "about": DEFINITION,
        "lines": [_line(one) for one in lines],
        "total": altogether(lines),
        "breadcrumbs": crumbs((_("预警异议"), reverse("ledgers:disputes")), (title, "")),
    }
    return render(request, "warnings/events/dispute_figures.html", context)


def _line(one: RuleDisputes) -> dict[str, object]:
    base = f"{reverse('ledgers:disputes')}?{urlencode({'rule': one.rule})}"
    causes = "、".join(f"{DisputeCause(key).label} {n}" for key, n in one.causes.items())
    return {"sum": one, "title": title_of(one.rule), "url": base, "causes": causes}
