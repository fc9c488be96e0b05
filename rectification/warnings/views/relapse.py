"""Closed villages that may come back (反弹早期提示), and how good the pointer has been."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from rectification.warnings.figures.receipts import stored_months
from rectification.warnings.figures.relapse import relapse as watched
from rectification.warnings.figures.relapse import weights_in_force
from rectification.warnings.figures.relapse_test import BackTest, Verdict, back_test
from rectification.warnings.perms import may_see_relapse
from rectification.warnings.relapse import LABELS
from rectification.warnings.views.at import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock

VERDICTS = {
    Verdict.HIT: gettext_lazy("命中:提示过,后来反弹"),
    Verdict.MISS: gettext_lazy("漏报:没提示,后来反弹"),
    Verdict.FALSE_ALARM: gettext_lazy("误报:提示过,期满没有反弹"),
    Verdict.QUIET: gettext_lazy("没提示,至今没有反弹"),
    Verdict.WAITING: gettext_lazy("提示过,还没到期"),
    Verdict.UNTESTED: gettext_lazy("没有依据可回测"),
}
_STEP, _LINES = 10, 11
_SHOWN = 200


@require_safe
@requires(may_see_relapse)
def relapse(request: HttpRequest) -> HttpResponse:
    """Villages of the territory closed lately, the highest score first, each part told."""
    user: Any = request.user
    county, on, title = county_code(request), clock.today(), _("反弹早期提示")
    months = stored_months(user.territory, county)
    rows = watched(user.territory, county, months[0], on) if months else []
    context = {
        "title": title, "today": on, "month": months[0] if months else None,
        "rows": [(one, reverse("cases:case", args=[one.case.uid])) for one in rows[:_SHOWN]],
        "flagged": sum(one.score.is_flagged for one in rows), "total": len(rows),
        "labels": [str(one) for one in LABELS.values()],
        "weights": weights_in_force(county, on), "breadcrumbs": crumbs((title, "")),
    }  # fmt: skip
    return render(request, "warnings/relapse/page.html", context)


@require_safe
@requires(may_see_relapse)
def test(request: HttpRequest) -> HttpResponse:
    """What the score would have said in past months, at the line in force and at others."""
    user: Any = request.user
    county, on, title = county_code(request), clock.today(), _("反弹提示回测")
    line = weights_in_force(county, on).cut_off
    cut_offs = tuple(sorted({line, *(one * _STEP for one in range(1, _LINES))}))
    tests = back_test(user.territory, county, on, cut_offs=cut_offs)
    here = next(one for one in tests if one.cut_off == line)
    context = {
        "title": title, "today": on, "here": here, "tests": tests,
        "verdicts": [(label, here.counts[key]) for key, label in VERDICTS.items()],
        "rows": _rows(here),
        "breadcrumbs": crumbs((_("反弹早期提示"), reverse("warnings:relapse")), (title, "")),
    }  # fmt: skip
    return render(request, "warnings/relapse/test.html", context)


def _rows(here: BackTest) -> list[tuple[Any, Any, str]]:
    """What matters first: who came back, then false alarms."""
    order = list(VERDICTS)
    found = sorted(here.rows, key=lambda one: (order.index(one.verdict), one.case.village_code))
    return [
        (one, VERDICTS[one.verdict], reverse("cases:case", args=[one.case.uid]))
        for one in found[:_SHOWN]
    ]
