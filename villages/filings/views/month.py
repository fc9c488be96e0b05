"""A month of a township: its villages, what is done, what came back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.common import clock
from villages.common.periods import Month
from villages.filings.figures.corrected import corrected_villages
from villages.filings.figures.progress import progress
from villages.filings.figures.roster import roster
from villages.filings.models import FilingReceipt
from villages.filings.perms import may_review, may_see_filings
from villages.filings.views.place import Place, ask_url, place_of
from villages.imports.asked import asked
from villages.imports.models import ReopeningRequest
from villages.imports.perms import may_control_months
from villages.imports.views.months import county_of


@require_safe
@requires(may_see_filings)
def month(request: HttpRequest, month: Month) -> HttpResponse:
    """My township's month; whoever has several townships chooses one."""
    user: Any = request.user
    lines = progress(user.territory, county_of(request).code, [month], clock.today())
    if len(lines) == 1:
        return redirect("filings:township", month=month.code, township=lines[0].township)
    context = {
        "month": month,
        "townships": lines,
        "breadcrumbs": [(_("填报"), reverse("filings:tasks")), (month.label, "")],
    }
    return render(request, "filings/choose.html", context)


@require_safe
@requires(may_see_filings)
def township(request: HttpRequest, month: Month, township: str) -> HttpResponse:
    """The villages with the state of each; what was sent back stands first."""
    place = place_of(request, month, township)
    lines = roster(place.villages, place.county, month)
    receipts = FilingReceipt.objects.visible_to(request.user).filter(month=month.number)
    context = {
        "place": place,
        "lines": lines,
        "returned": [line for line in lines if line.returns],
        "done": sum(not line.is_open for line in lines),
        "open": sum(line.is_open for line in lines),
        "receipts": receipts.filter(township_code=township).select_related("submitted_by"),
        **_after_closing(request, place),
        "may_reopen": place.is_closed and may_control_months(request.user),
        "may_review": may_review(request.user),
        **{f"{name}_url": place.url(name) for name in ("check", "grid", "sealed", "review")},
        "breadcrumbs": place.crumbs(),
    }
    return render(request, "filings/month.html", context)


def _after_closing(request: HttpRequest, place: Place) -> dict[str, Any]:
    """What a month that is over may have: requests, a part open again, late corrections."""
    if place.month >= Month.of(place.today):
        return {}
    rows = ReopeningRequest.objects.visible_to(request.user).filter(
        filing_month__month=place.month.number, township_code=place.township.code
    )
    is_partly = not place.is_closed and len(place.at_hand) < len(place.villages)
    return {
        "requests": asked(rows.select_related("filing_month", "asked_by")),
        "corrected": corrected_villages([one.pk for one in place.villages], place.month),
        "partly": "、".join(one.name for one in place.at_hand) if is_partly else "",
        "ask_url": ask_url(request.user, place.month),
    }
