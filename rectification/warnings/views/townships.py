"""Colours of townships, in bands, never in an order of merit."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.warnings.choices import Colour
from rectification.warnings.figures.township_month import townships_in
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.views.at import at, crumbs, newest_month
from rectification.warnings.wording import SEVERITY, colour_text
from villages.accounts.access import requires
from villages.common.periods import parse_month


@require_safe
@requires(may_see_warnings)
def newest(request: HttpRequest) -> HttpResponse:
    """The last month that was judged."""
    return _page(request, newest_month(request).code)


@require_safe
@requires(may_see_warnings)
def month(request: HttpRequest, code: str) -> HttpResponse:
    """One month: the townships of each colour, with their villages and two years."""
    return _page(request, code)


def _page(request: HttpRequest, code: str) -> HttpResponse:
    here = at(request, parse_month(code))
    found = townships_in(here.rows, here.county, here.month)
    bands = [
        (one.value, colour_text(one), [each for each in found.townships if each.colour == one])
        for one in SEVERITY
    ]
    context: dict[str, Any] = {
        **here.around,
        "found": found,
        "bands": [band for band in bands if band[2]],
        "picker": here.picker("warnings:townships_month"),
        "colours": Colour.choices,
        "breadcrumbs": crumbs((_("乡镇颜色"), "")),
    }
    return render(request, "warnings/townships.html", context)
