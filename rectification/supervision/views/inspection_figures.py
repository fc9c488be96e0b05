"""Findings by group and township, accuracy of filings, and the checklist."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rectification.supervision.actions.checklists import install_checklist
from rectification.supervision.choices import Weight
from rectification.supervision.figures import accuracy, findings
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_inspections
from rectification.supervision.models import ChecklistPoint, SiteAnswer
from rectification.supervision.views.crumbs import crumbs
from rectification.supervision.views.plans import require_year, year_tabs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address
from villages.models import County


@require_safe
@requires(may_see_inspections)
def figures_now(_request: HttpRequest) -> HttpResponse:
    """This year's figures."""
    return redirect("supervision:inspection_figures", clock.today().year)


@require_safe
@requires(may_see_inspections)
def figures(request: HttpRequest, year: int) -> HttpResponse:
    """What was found where, and how often filings agree; every number opens its rows."""
    require_year(year)
    user: Any = request.user
    county = county_code(request)
    found = findings.picture(user, county, year)
    answers = SiteAnswer.objects.visible_to(user).in_county(county)
    lines = accuracy.accuracy(answers.filter(site__inspection__from_on__year=year))
    context = {
        "title": _("%d 年检查情况") % year, "year": year,
        "years": year_tabs("inspection_figures", year), "today": clock.today(),
        "heads": [(name, _cell(year, found.of_township(code), township=code))
                  for code, name in found.townships],
        "lines": [_line(found, year, group) for group in found.groups],
        "total": _cell(year, found.total),
        "clues": [_clue(user, year, code, found.clues.get(code, 0))
                  for code, _name in found.townships],
        "all_clues": _clue(user, year, "", sum(found.clues.values())),
        "accuracy": [(one, _compared(year, one.code)) for one in lines],
        "altogether": accuracy.altogether(lines), "compared_urls": _compared(year, ""),
        "definition": findings.DEFINITION, "accuracy_definition": accuracy.DEFINITION,
        "breadcrumbs": crumbs((_("检查情况"), "")),
    }  # fmt: skip
    return render(request, "supervision/inspections/figures.html", context)


@require_safe
@requires(may_see_inspections)
def checklist(request: HttpRequest) -> HttpResponse:
    """The points in force, by group, for the screen and for paper."""
    county, today = county_code(request), clock.today()
    listed = ChecklistPoint.objects.visible_to(request.user).in_county(county)
    rows = list(listed.on(today).order_by("position", "id"))
    groups = [(group, list(own)) for group, own in groupby(rows, key=lambda one: one.group)]
    keeps = may_keep_inspections(request.user)
    context = {
        "title": _("检查表"), "groups": groups, "may_keep": keeps, "today": today,
        "list_url": address(ledgers()["inspection-points"]),
        "may_install": keeps and not listed.exists(),
        "breadcrumbs": crumbs((_("检查表"), "")),
    }  # fmt: skip
    return render(request, "supervision/inspections/checklist.html", context)


@require_POST
@requires(may_keep_inspections)
def install(request: HttpRequest) -> HttpResponse:
    """A usual checklist for a county without any."""
    county = get_object_or_404(County.objects.visible_to(request.user), code=county_code(request))
    if count := install_checklist(county, by=request.user, on=clock.today()):
        messages.success(request, _("已采用 %d 个检查要点,请核对后使用。") % count)
    else:
        messages.info(request, _("本县已有检查要点,没有改动。"))
    return redirect("supervision:checklist")


def _line(found: findings.Picture, year: int, group: str) -> dict[str, Any]:
    return {
        "group": group,
        "cells": [
            _cell(year, found.cell(group, code), group=group, township=code)
            for code, _name in found.townships
        ],
        "total": _cell(year, found.of_group(group), group=group),
    }


def _cell(year: int, tally: findings.Tally, **query: str) -> dict[str, Any]:
    """Two numbers with the rows behind each."""
    asked = {"year": str(year), "restricted": "false", **query}
    base = address(ledgers()["findings"])
    return {
        "count": tally.count, "serious": tally.serious, "url": f"{base}?{urlencode(asked)}",
        "serious_url": f"{base}?{urlencode({**asked, 'severity': Weight.SERIOUS})}",
    }  # fmt: skip


def _clue(user: Any, year: int, township: str, count: int) -> tuple[int, str]:
    """The number; the rows open for those who may read them."""
    asked = {"year": str(year), "restricted": "true"}
    asked |= {"township": township} if township else {}
    url = f"{address(ledgers()['findings'])}?{urlencode(asked)}"
    return count, url if may_keep_inspections(user) else ""


def _compared(year: int, township: str) -> dict[str, str]:
    """The comparisons behind a line: all, agreeing, differing."""
    base = address(ledgers()["inspection-answers"])
    asked = {"year": str(year), **({"township": township} if township else {})}
    ways = {"all": {"compared": "true"}, "yes": {"agrees": "true"}, "no": {"agrees": "false"}}
    return {name: f"{base}?{urlencode({**asked, **more})}" for name, more in ways.items()}
