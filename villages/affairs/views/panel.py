"""Village facts of one village, on the village's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_keep_ledgers, works_in_territory
from villages.affairs.dossier import dossier
from villages.affairs.figures import roll
from villages.affairs.figures.overview import overview
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_safe
@requires(works_in_territory)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """What is known about this village, subject by subject, and what nobody filed."""
    village: Any = get_visible_or_404(
        Village.objects.select_related("township"), request.user, code=code
    )
    today = clock.today()
    found = overview(roll(Scope.of([code]), village.county_code, today), Month.of(today).previous())
    may_check = may_keep_ledgers(request.user) and village.valid_to is None
    context = {
        "village": village,
        "lines": dossier(found, code),
        "check_url": reverse("affairs:site_check", args=[code]) if may_check else "",
        "breadcrumbs": [(village.name, village.get_absolute_url()), (_("村情村务"), "")],
    }
    return render(request, "affairs/panel.html", context)
