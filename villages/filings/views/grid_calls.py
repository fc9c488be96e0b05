"""What the script of the grid calls: autosave, and which tab may write."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.desks import sit_down, stand_up
from villages.filings.actions.saving import Kept, keep
from villages.filings.perms import may_file
from villages.filings.views.grid_posts import tab_of, typed_json
from villages.filings.views.place import Place, place_of


@require_POST
@requires(may_file)
def save(request: HttpRequest, month: Month, township: str) -> HttpResponse:
    """Keeps what was typed: new versions and the time; 409 names the villages left out."""
    place, at = place_of(request, month, township), clock.now()
    typed = typed_json(request, {one.code for one in place.villages})
    try:
        kept = keep(township=township, month=month, typed=typed, by=request.user, at=at)
    except DomainError as error:
        return _refusal(error)
    answer = {
        "versions": kept.versions,
        "saved_at": f"{at.astimezone(clock.ZONE):%H:%M}",
        "conflicts": _conflicts(place, kept),
    }
    return JsonResponse(answer, status=409 if kept.refused else 200)


@require_POST
@requires(may_file)
def desk(request: HttpRequest, month: Month, township: str) -> HttpResponse:
    """This tab writes from now on; without `take_over` only if no other one does (409).

    With `leave` it gives the grid back to others.
    """
    place_of(request, month, township)
    sent, by = request.POST, request.user
    tab = tab_of(sent.get("tab"))
    if "leave" in sent:
        stand_up(township=township, month=month, tab=tab, by=by)
        return HttpResponse(status=204)
    take, at = "take_over" in sent, clock.now()
    try:
        sit_down(township=township, month=month, tab=tab, by=by, at=at, take_over=take)
    except DomainError as error:
        return _refusal(error)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"is_mine": True})
    return redirect("filings:grid", month.code, township)


def _conflicts(place: Place, kept: Kept) -> list[dict[str, str]]:
    return [
        {
            "code": one.code, "name": one.name, "why": kept.refused[one.code],
            "url": place.village_url(one.code),
        }
        for one in place.villages
        if one.code in kept.refused
    ]  # fmt: skip


def _refusal(error: DomainError) -> JsonResponse:
    answer = {"code": error.code, "message": error.message, "hint": error.hint}
    return JsonResponse(answer, status=409)
