"""One village of a month: last value and now, one input after the other."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from villages.accounts.access import requires
from villages.accounts.pending import take
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings import posted
from villages.filings.actions.drafting import save_draft
from villages.filings.boxes import boxes
from villages.filings.choices import FilingState
from villages.filings.conflicts import chosen, merge
from villages.filings.figures.derived import derived
from villages.filings.figures.roster import NOT_BEGUN
from villages.filings.parameters import limits
from villages.filings.perms import may_see_filings
from villages.filings.views.place import ask_url
from villages.filings.views.spot import Spot, crumbs, spot_of
from villages.filings.weighing import weigh
from villages.imports.views.months import GET_POST

SAME, NEXT = "same", "next"


@GET_POST
@requires(may_see_filings)
def village(request: HttpRequest, month: Month, village: str) -> HttpResponse:
    """The form of one village, or its values where nothing may be changed."""
    spot = spot_of(request, month, village)
    if request.method == "POST":
        return _save(request, spot)
    kept = {name: values[0] for name, values in (take(request) or {}).items() if values}
    return _page(request, spot, posted.texts(kept, posted.VALUE).get(village, {}))


def _save(request: HttpRequest, spot: Spot) -> HttpResponse:
    code, typed = spot.village.code, _typed(request, spot)
    seen = posted.versions(request.POST).get(code, 0)
    try:
        save_draft(
            month=spot.place.month, typed=posted.changed({code: typed}, spot.sheet),
            notes=posted.texts(request.POST, posted.NOTE), versions={code: seen},
            by=request.user, at=clock.now(),
        )  # fmt: skip
    except DomainError as error:
        return _refused(request, spot, error)
    messages.success(request, _("%s已保存为草稿。") % spot.village.name)
    goes_on = request.POST.get("do") in {SAME, NEXT}
    return redirect(spot.next_url if goes_on else spot.url)


def _typed(request: HttpRequest, spot: Spot) -> dict[str, str]:
    if request.POST.get("do") == SAME:
        return posted.unchanged(spot.line)
    code = spot.village.code
    typed = posted.texts(request.POST, posted.VALUE).get(code, {})
    return chosen(spot.line, typed, posted.texts(request.POST, "pick").get(code, {}))


def _refused(request: HttpRequest, spot: Spot, error: DomainError) -> HttpResponse:
    """What was typed stays on the page, whatever the reason."""
    spot = spot_of(request, spot.place.month, spot.village.code)
    code, sent = spot.village.code, request.POST
    mine = posted.texts(sent, posted.VALUE).get(code, {})
    if error.code == "version_changed":
        kinds = (posted.SEEN, posted.NOTE)
        seen, notes = (posted.texts(sent, kind).get(code, {}) for kind in kinds)
        merged = merge(spot.line, mine, seen, notes)
        return _show(request, spot, "filings/conflict.html", {"merged": merged}, 409)
    lost = [box for box in boxes(spot.line, mine) if box.text != box.cell.text]
    extra = {"error": error, "lost": lost, "is_month": error.code == "month_closed"}
    return _show(request, spot, "filings/refused.html", extra, 409)


def _page(request: HttpRequest, spot: Spot, typed: Mapping[str, str]) -> HttpResponse:
    usual = limits(spot.place.county, spot.place.today)
    weighed = weigh(spot.sheet, {spot.village.code: typed}, {}, usual)
    extra = {
        "boxes": boxes(spot.line, typed, weighed),
        "derived": derived([spot.line.village], spot.place.month).get(spot.line.village, ()),
        "state": FilingState(spot.line.state).label if spot.line.state else NOT_BEGUN,
        "is_closed": not spot.place.takes(spot.village.code),
        "may_withdraw": spot.place.may_write and spot.line.state == FilingState.SUBMITTED,
        "withdraw_url": spot.place.url("withdraw"),
    }
    return _show(request, spot, "filings/village.html", extra)


def _show(
    request: HttpRequest, spot: Spot, template: str, extra: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {
        "spot": spot,
        "place": spot.place,
        "line": spot.line,
        "version_name": posted.name_of(posted.VERSION, spot.village.code),
        "ask_url": ask_url(request.user, spot.place.month, spot.village.code),
        "breadcrumbs": crumbs(spot),
        **extra,
    }
    return render(request, template, context, status=status)
