"""A month of organization life for all branches of a township: one sheet, one act."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from branches.actions.life_month import file_month
from branches.life_month import Sheet, sheet_of
from branches.life_reading import read
from branches.views.lists import crumbs
from branches.views.place import place_of
from villages.accounts.access import requires
from villages.accounts.perms import may_keep_ledgers
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month, parse_month
from villages.common.scope import Scope
from villages.imports.months import is_closed
from villages.models import Township


@require_safe
@requires(may_keep_ledgers)
def this_month(_request: HttpRequest) -> HttpResponse:
    """Leads to the sheet of the running month."""
    return redirect("branches:month", Month.of(clock.today()).code)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_ledgers)
def month(request: HttpRequest, code: str) -> HttpResponse:
    """The sheet of one township; whoever has several chooses one."""
    territory, county = place_of(request)
    of = _month(code)
    townships = _townships(request.user, county)
    chosen = _chosen(townships, request.GET.get("township", ""))
    scope = _within(territory, chosen.code)
    sheet, refused = sheet_of(scope, county, of), ""
    if request.method == "POST":
        read(sheet, request.POST, clock.today())
        refused = _save(request, sheet, scope, county, chosen.code)
        if not refused and not sheet.has_errors:
            return redirect(f"{request.path}?township={chosen.code}")
    context = {
        "sheet": sheet,
        "refused": refused,
        "stamp": sheet.stamp,
        "is_closed": is_closed(county=county, month=of, unit=chosen.code, on=clock.today()),
        "chosen": chosen,
        "townships": [_choice(one, chosen, request.path) for one in townships],
        **_neighbours(of, chosen.code),
        "breadcrumbs": crumbs(_("%s组织生活") % of.label),
    }
    return render(request, "branches/month.html", context, status=409 if refused else 200)


def _save(request: HttpRequest, sheet: Sheet, scope: Scope, county: str, unit: str) -> str:
    """Why the sheet was not saved; empty where it was, or where its cells say why."""
    if sheet.has_errors:
        return ""
    stamp = request.POST.get("stamp", "")
    try:
        changed = file_month(
            sheet=sheet, scope=scope, county=county, unit=unit, stamp=stamp, by=request.user
        )
    except DomainError as error:
        return str(error)
    words = _("%(month)s组织生活已保存,改动 %(count)s 条。")
    messages.success(request, words % {"month": sheet.month.label, "count": changed})
    return ""


def _month(code: str) -> Month:
    try:
        of = parse_month(code)
    except DomainError as error:
        raise Http404 from error
    if of > Month.of(clock.today()):
        raise Http404
    return of


def _townships(user: Any, county: str) -> list[Township]:
    rows = Township.objects.visible_to(user).in_county(county).on(clock.today()).order_by("code")
    if not (found := list(rows)):
        raise Http404
    return found


def _chosen(townships: list[Township], code: str) -> Township:
    if not code:
        return townships[0]
    found = next((one for one in townships if one.code == code), None)
    if found is None:
        raise Http404
    return found


def _within(territory: Scope, township: str) -> Scope:
    """The township, or the person's part of it."""
    if territory.covers(township):
        return Scope.of([township])
    return Scope.of(code for code in territory.codes if code.startswith(township))


def _choice(one: Township, chosen: Township, path: str) -> tuple[str, str, bool, None]:
    return one.name, f"{path}?township={one.code}", one.code == chosen.code, None


def _neighbours(of: Month, township: str) -> dict[str, str]:
    def link(month: Month) -> str:
        return f"{reverse('branches:month', args=[month.code])}?township={township}"

    later = of.next()
    return {
        "previous_url": link(of.previous()),
        "next_url": link(later) if later <= Month.of(clock.today()) else "",
    }
