"""The cases of one village, on the village's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rectification.figures.deadlines import next_step
from rectification.models import RectificationCase
from rectification.perms import may_see_cases
from villages.accounts.access import requires
from villages.common import clock
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_safe
@requires(may_see_cases)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """All cases of the village, the newest first, and what is next in the open one."""
    village: Any = get_visible_or_404(Village, request.user, code=code)
    rows = RectificationCase.objects.visible_to(request.user).filter(village=village)
    on = clock.today()
    cases = [
        {"case": one, "next": next_step(one, on), "is_overdue": one.is_overdue(on)}
        for one in rows.select_related("village").order_by("-listed_year", "-round", "-number")
    ]
    context = {"village": village, "cases": cases, "today": on}
    return render(request, "rectification/panel.html", context)
