"""Who is missing beside which case, and who carries how many."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.figures.load import standing
from rectification.perms import may_keep_cases, may_see_cases
from rectification.rules.plan import FOUR_KINDS
from rectification.views.batch_choice import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock


@require_safe
@requires(may_see_cases)
def load(request: HttpRequest) -> HttpResponse:
    """The four in one of all cases under work, as of today."""
    user: Any = request.user
    today, title = clock.today(), _("四个一帮扶力量")
    found = standing(user.territory, county_code(request), today)
    context = {
        "title": title,
        "today": today,
        "found": found,
        "four": [(kind, found.lacking(kind)) for kind in FOUR_KINDS],
        "may_keep": may_keep_cases(user),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "rectification/load/page.html", context)
