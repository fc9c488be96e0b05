"""What is done from the board: chasing and accepting several townships."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.periods import Month
from villages.filings.actions.accepting_many import accept_townships
from villages.filings.figures.to_review import Waiting, waiting
from villages.filings.views.choosing import chosen_month, county_code
from villages.models import Township


def act_on_board(request: HttpRequest) -> HttpResponse:
    """What to do with the townships that were ticked, for the month that was chosen."""
    month = chosen_month(request, clock.today())
    codes = request.POST.getlist("township")
    if request.POST.get("do") == "chase":
        asked = [("month", month.code), *(("township", code) for code in codes)]
        return redirect(f"{reverse('filings:chase')}?{urlencode(asked)}")
    rows = Township.objects.visible_to(request.user).in_county(county_code(request))
    townships = list(rows.filter(code__in=codes).order_by("code"))
    if not townships:
        messages.error(request, _("请先勾选乡镇。"))
        return redirect(f"{reverse('filings:board')}?year={month.year}")
    if request.POST.get("do") != "accept":
        return _confirm(request, month, townships)
    return _accept(request, month, townships)


def _confirm(request: HttpRequest, month: Month, townships: list[Township]) -> HttpResponse:
    """What would be accepted, before it is."""
    user: Any = request.user
    found = waiting(user.territory, county_code(request), month)
    lines = [(one, found.get(one.code, Waiting())) for one in townships]
    context = {
        "month": month,
        "lines": lines,
        "count": sum(one.on_time for _town, one in lines),
        "breadcrumbs": [
            (_("填报进度"), reverse("filings:board")), (_("批量通过"), ""),
        ],
    }  # fmt: skip
    return render(request, "filings/board_accept.html", context)


def _accept(request: HttpRequest, month: Month, townships: list[Township]) -> HttpResponse:
    done = accept_townships(month=month, townships=townships, by=request.user, at=clock.now())
    words = _("%(month)s已通过 %(count)d 个村。") % {"month": month.label, "count": done.count}
    (messages.success if done.count else messages.info)(request, words)
    for name, why in done.left_out:
        messages.warning(request, f"{name}:{why}")
    return redirect(f"{reverse('filings:board')}?year={month.year}")
