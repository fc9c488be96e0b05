"""The last months of one village, on the village's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.common import clock
from villages.common.periods import Month
from villages.filings.models import Filing
from villages.filings.perms import may_see_filings
from villages.lists.getting import get_visible_or_404
from villages.models import Village

MONTHS = 6


@require_safe
@requires(may_see_filings)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """The state of each of the last months; a month that nobody began says so."""
    village: Any = get_visible_or_404(Village, request.user, code=code)
    now = Month.of(clock.today())
    months = [now.shift(-back) for back in range(MONTHS)]
    rows = Filing.objects.of_villages([village.pk]).filter(month__gte=months[-1].number)
    by_month = {row.month: row for row in rows}
    context = {
        "village": village,
        "lines": [(one, by_month.get(one.number)) for one in months],
        "is_open": village.valid_to is None,
        "breadcrumbs": [(village.name, village.get_absolute_url()), (_("月度填报"), "")],
    }
    return render(request, "filings/panel.html", context)
