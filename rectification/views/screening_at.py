"""Which screening a page is about: year, day, standard, and what the person may know of it."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest

from rectification.figures.candidates import Candidate, Screening, screening
from rectification.figures.standards import screening_day, standard_of
from rectification.perms import may_keep_schemes, may_see_restricted
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.ledgers.constraints import FIRST_YEAR, LAST_YEAR
from villages.lists.getting import get_visible_or_404
from villages.models import Village


def day_of(year: int) -> date:
    """The day as of which a screening is judged; 404 beyond time."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return screening_day(year, clock.today())


def screening_at(request: HttpRequest, year: int) -> Screening | None:
    """All candidates of the county at hand; None without a standard. Drafts are the county's."""
    user: Any = request.user
    on, county = day_of(year), county_code(request)
    standard = standard_of(county, year, drafts=may_keep_schemes(user))
    if standard is None:
        return None
    return screening(standard, on, restricted=may_see_restricted(user))


def village_at(request: HttpRequest, year: int, code: str) -> tuple[Village, Screening, Candidate]:
    """One village of the screening; 404 outside the territory and without a standard."""
    rows = Village.objects.select_related("township__county")
    village = get_visible_or_404(rows, request.user, code=code)
    found = screening_at(request, year)
    mine = found.of([village.code]) if found else ()
    if found is None or not mine:
        raise Http404
    return village, found, mine[0]
