"""The team of one village, on the village's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cadres.figures.cards import team_card
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_safe
@requires(works_in_territory)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """Who is who today, what is lacking, and since when."""
    village: Any = get_visible_or_404(Village, request.user, code=code)
    card = team_card(village, clock.today())
    return render(request, "cadres/panel.html", {"card": card, "village": village})
