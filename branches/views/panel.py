"""What the village page shows of its party organizations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from branches.figures.board import board
from branches.presenting import tile
from branches.tables import REASONS, STATES
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.scope import Scope
from villages.lists.getting import get_visible_or_404
from villages.models import Village

TILES = (
    "branches.all", "members.formal", "members.probationary", "recruits.activists",
    "recruits.accepted", "meetings.on_time", "meetings.attendance",
)  # fmt: skip


@require_safe
@requires(works_in_territory)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """Organizations of one village with members, term and what is wrong; a page of its own
    without scripts."""
    village = get_visible_or_404(Village, request.user, code=code)
    known = board(Scope.of([code]), village.county_code, clock.today())
    sizes = {one.branch: one for one in known.sizes}
    states = {str(state): label for state, label in STATES}
    lines = [
        (
            term.name, reverse("ledgers:branches_row", args=[term.uid]),
            sizes[term.branch].members if term.branch in sizes else None,
            states[term.state], term.due_on,
            [REASONS[reason] for reason in getattr(sizes.get(term.branch), "reasons", ())],
        )
        for term in known.terms
    ]  # fmt: skip
    context = {
        "village": village,
        "lines": lines,
        "tiles": [tile(known.figure(name)) for name in TILES],
        "breadcrumbs": [(village.name, village.get_absolute_url()), (_("党组织"), "")],
    }
    return render(request, "branches/panel.html", context)
