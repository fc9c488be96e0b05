"""All villages of a township in one grid."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from villages.accounts.access import requires, sentence
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.desks import others_desk, taken
from villages.filings.actions.saving import Kept, Typed, keep
from villages.filings.figures.sheet import Sheet, sheet
from villages.filings.grid import Said, columns, rows
from villages.filings.parameters import limits
from villages.filings.perms import may_file, may_see_filings
from villages.filings.views.grid_calls import desk, save
from villages.filings.views.grid_posts import typed_in
from villages.filings.views.grid_words import facts
from villages.filings.views.place import Place, place_of
from villages.filings.weighing import weigh

__all__ = ["desk", "grid", "save"]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_see_filings)
def grid(request: HttpRequest, month: Month, township: str) -> HttpResponse:
    """The grid; without a script it is one form that saves, confirms or goes on to checking."""
    if request.method == "POST" and not may_file(request.user):
        raise PermissionDenied(sentence(may_file))
    place = place_of(request, month, township)
    if request.method == "POST":
        return _posted(request, place)
    return _page(request, place, _sheet(place), Said())


def _posted(request: HttpRequest, place: Place) -> HttpResponse:
    before = _sheet(place)
    typed = typed_in(request.POST, before)
    try:
        kept = keep(
            township=place.township.code, month=place.month, typed=typed, by=request.user,
            at=clock.now(),
        )  # fmt: skip
    except DomainError as error:
        return _page(request, place, before, Said(texts=typed.texts), error)
    if kept.refused:
        return _disputed(request, place, typed, kept)
    if request.POST.get("go") == "check":
        return _checked(request, place)
    if kept.versions:
        messages.success(request, _("草稿已保存,%d 个村。") % len(kept.versions))
    return redirect(request.path)


def _disputed(request: HttpRequest, place: Place, typed: Typed, kept: Kept) -> HttpResponse:
    """Mine stays in the cells, theirs stands below; saving again is the person's decision."""
    mine = {code: typed.texts.get(code, {}) for code in kept.refused}
    words = _("%d 个村没有保存:别人刚改过或已经提交。") % len(kept.refused)
    hint = _("您填的仍在格子里,对方填的写在下面;核对后再次保存。")
    error = DomainError("version_changed", words, hint)
    said = Said(texts=mine, stale=frozenset(kept.refused))
    return _page(request, place, _sheet(place), said, error)


def _checked(request: HttpRequest, place: Place) -> HttpResponse:
    """On to the check page, unless a cell cannot be read or asks for a sentence."""
    now = _sheet(place)
    weighed = weigh(now, {}, {}, limits(place.county, place.today))
    still_open = {line.code for line in now.lines if line.is_open}
    said = Said(
        faults={at: words for at, words in weighed.faults.items() if at[0] in still_open},
        doubts={at: words for at, words in weighed.doubts.items() if at[0] in still_open},
    )
    if said.faults or said.doubts:
        return _page(request, place, now, said)
    return redirect(place.url("check"))


def _sheet(place: Place) -> Sheet:
    return sheet(place.at_hand, place.county, place.month)


def _page(
    request: HttpRequest, place: Place, now: Sheet, said: Said, error: DomainError | None = None
) -> HttpResponse:
    context = {
        "place": place,
        "columns": columns(now),
        "rows": rows(now, said),
        "error": error,
        "is_checked": bool(said.faults or said.doubts),
        "breadcrumbs": place.crumbs((_("表格填报"), "")),
        **_desk(request.user, place, error),
        **facts(request.user, place),
    }
    return render(request, "filings/grid.html", context, status=409 if error else 200)


def _desk(user: Any, place: Place, error: DomainError | None) -> dict[str, Any]:
    """Whether this person may write now, and who is in the way."""
    desk = others_desk(place.township.code, place.month, by=user, at=clock.now())
    in_the_way = place.may_write and (desk or (error and error.code == "desk_taken"))
    return {
        "is_writable": place.may_write and not in_the_way,
        "desk": taken(desk) if in_the_way and desk else None,
        "is_in_the_way": bool(in_the_way),
    }
