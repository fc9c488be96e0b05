"""Which months are open for me, how far each is, what I handed in lately."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages import workdays
from villages.accounts.access import requires
from villages.common import clock
from villages.common.workdays import workdays_between
from villages.filings.figures.months import OpenMonth, open_months
from villages.filings.figures.progress import Progress, progress
from villages.filings.models import FilingReceipt
from villages.filings.perms import may_file, may_review, may_see_filings
from villages.imports.views.months import county_of

RECENT = 5


@dataclass(frozen=True)
class Task:
    """An open month and its townships; `due_in` counts working days, negative when passed."""

    open_month: OpenMonth
    due_in: int
    townships: tuple[Progress, ...]

    @property
    def only(self) -> Progress | None:
        """The township, where there is but one."""
        return self.townships[0] if len(self.townships) == 1 else None


@require_safe
@requires(may_see_filings)
def tasks(request: HttpRequest) -> HttpResponse:
    """Open months with their due day, and the latest receipts."""
    user: Any = request.user
    county, receipts = county_of(request), FilingReceipt.objects.visible_to(user)
    context = {
        "tasks": _tasks(user, county.code),
        "receipts": receipts.in_county(county.code).select_related("submitted_by")[:RECENT],
        "may_file": may_file(user),
        "may_review": may_review(user),
        "burden_url": reverse("filings:burden"),
        "breadcrumbs": [(_("填报"), "")],
    }
    return render(request, "filings/tasks.html", context)


def _tasks(user: Any, county: str) -> list[Task]:
    today, calendar = clock.today(), workdays.adjusted()
    unit = max(user.territory.codes, key=len, default=county)
    found = open_months(county, unit, today)
    # The month that is due first stands first.
    lines = progress(user.territory, county, [one.month for one in found], today)
    return [
        Task(
            one,
            workdays_between(today, one.due_on, calendar),
            tuple(line for line in lines if line.month == one.month),
        )
        for one in reversed(found)
    ]
