"""What the village page shows of ratings and joint bodies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from branches.figures.standing import standing
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.ledgers.finding import row_url
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_safe
@requires(works_in_territory)
def standing_panel(request: HttpRequest, code: str) -> HttpResponse:
    """Newest ratings and joint bodies of one village; a page of its own without scripts."""
    village = get_visible_or_404(Village, request.user, code=code)
    known = standing(village, clock.today())
    context = {
        "village": village,
        "ratings": known.ratings,
        "joint": [(row.body, row.share_percent, row_url(row.body)) for row in known.joint],
        "breadcrumbs": [(village.name, village.get_absolute_url()), (_("评定与联建"), "")],
    }
    return render(request, "branches/standing.html", context)
