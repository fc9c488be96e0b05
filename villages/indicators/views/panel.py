"""A village's newest values, on the village's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.indicators.figures.latest import latest
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_safe
@requires(works_in_territory)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """Every indicator that is asked, with what this village said last."""
    village: Any = get_visible_or_404(Village, request.user, code=code)
    context = {
        "village": village,
        "lines": latest(village, clock.today()),
        "breadcrumbs": [(village.name, village.get_absolute_url()), (_("一表通指标"), "")],
    }
    return render(request, "indicators/panel.html", context)
