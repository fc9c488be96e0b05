"""The county's acceptance schemes on one page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rectification.actions.schemes import install_defaults
from rectification.figures.schemes import FULL, used_among
from rectification.models import AcceptanceScheme
from rectification.perms import may_keep_schemes, may_see_cases
from rectification.views.acceptance import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.models import County


@require_safe
@requires(may_see_cases)
def schemes(request: HttpRequest) -> HttpResponse:
    """Every scheme with its aspects, vetoes and numbers; which one is in force, which frozen."""
    county, today, title = county_code(request), clock.today(), _("验收办法")
    rows = AcceptanceScheme.objects.visible_to(request.user).in_county(county)
    found = list(rows.prefetch_related("aspects", "vetoes").order_by("-valid_from", "-pk"))
    used = used_among(found)
    context = {
        "title": title,
        "schemes": [_shown(one, used, today) for one in found],
        "may_keep": may_keep_schemes(request.user),
        "full": FULL,
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "rectification/schemes.html", context)


@require_POST
@requires(may_keep_schemes)
def install(request: HttpRequest) -> HttpResponse:
    """The default scheme for a county without any."""
    county = get_object_or_404(County.objects.visible_to(request.user), code=county_code(request))
    if install_defaults(county, by=request.user, on=clock.today()):
        messages.success(request, _("已采用默认验收办法,请核对后使用。"))
    else:
        messages.info(request, _("本县已有验收办法,没有改动。"))
    return redirect("cases:schemes")


def _shown(one: AcceptanceScheme, used: set[int], today: Any) -> dict[str, Any]:
    ended = one.valid_to is not None and one.valid_to < today
    total = sum(aspect.points for aspect in one.aspects.all())
    return {
        "row": one,
        "total": total,
        "whole": total == FULL,
        "frozen": one.pk in used,
        "ended": ended,
        "coming": one.valid_from > today,
    }
