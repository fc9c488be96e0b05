"""Who is stationed in one village and who helps it, on the village's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cadres.figures.residents import residents
from cadres.models import HelperPosting, Posting
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_safe
@requires(works_in_territory)
def stationed_panel(request: HttpRequest, code: str) -> HttpResponse:
    """First secretary, team and helpers of today, days of the last whole month."""
    village: Any = get_visible_or_404(Village, request.user, code=code)
    on = clock.today()
    month = Month.of(on).previous()
    told = residents(Scope.of([code]), village.county_code, month)
    helpers = HelperPosting.objects.visible_to(request.user).filter(village=village).on(on)
    postings = Posting.objects.visible_to(request.user).filter(village=village).on(on)
    context = {
        "village": village,
        "month": month,
        "postings": postings,
        "residents": told,
        "helpers": helpers.select_related("helper__kind"),
    }
    return render(request, "cadres/stationed_panel.html", context)
