"""Looking over a month before it is handed in: only what differs, and what must be explained."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings import posted
from villages.filings.actions.drafting import save_draft
from villages.filings.figures.differences import reviewed, totals
from villages.filings.figures.sheet import sheet
from villages.filings.parameters import limits
from villages.filings.perms import may_file
from villages.filings.views.place import Place, place_of
from villages.filings.weighing import weigh
from villages.imports.views.months import GET_POST


@GET_POST
@requires(may_file)
def check(request: HttpRequest, month: Month, township: str) -> HttpResponse:
    """Differences, doubts, faults. What a form without scripts sends here is kept first."""
    place = place_of(request, month, township)
    if request.method != "POST":
        return check_page(request, place)
    try:
        _keep(request, place)
    except DomainError as error:
        return check_page(request, place, error=error)
    messages.success(request, _("已保存,请核对。"))
    return redirect(place.url("check"))


def _keep(request: HttpRequest, place: Place) -> None:
    grid = sheet(place.at_hand, place.county, place.month)
    typed = posted.changed(posted.texts(request.POST, posted.VALUE), grid)
    given = {code: texts for code, texts in typed.items() if texts}
    seen = posted.versions(request.POST)
    if given:
        save_draft(
            month=place.month, typed=given, by=request.user, at=clock.now(),
            versions={code: seen[code] for code in given if code in seen},
        )  # fmt: skip


def check_page(
    request: HttpRequest, place: Place, *, error: DomainError | None = None
) -> HttpResponse:
    """The page, after a refusal with what was typed and what was wrong (409)."""
    grid = sheet(place.at_hand, place.county, place.month)
    notes = posted.texts(request.POST, posted.NOTE)
    weighed = weigh(grid, {}, notes, limits(place.county, place.today))
    rows = reviewed(grid, weighed)
    picked = set(request.POST.getlist("village")) or {one.code for one in rows}
    context = {
        "place": place,
        "rows": rows,
        "totals": totals(rows),
        "picked": picked,
        "key": request.POST.get("key") or uuid4().hex,
        "done": len(grid.lines) - len(rows),
        "error": error,
        **{f"{name}_url": place.url(name) for name in ("submit", "grid", "township")},
        "stale": _stale(error, place.villages),
        "breadcrumbs": place.crumbs((_("核对提交"), "")),
    }
    return render(request, "filings/check.html", context, status=409 if error else 200)


def _stale(error: DomainError | None, villages: Iterable[Any]) -> list[tuple[Any, str]]:
    """Villages that a refusal names as a whole, with the words about them."""
    fields = error.fields if error else {}
    return [(one, fields[one.code]) for one in villages if one.code in fields]
