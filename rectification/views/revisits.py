"""The calendar of revisits, and how many villages came back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from rectification.figures.rebound import rebound
from rectification.figures.revisits import COMING, HELD, OVERDUE, calendar
from rectification.perms import may_see_cases, may_take_county_steps
from rectification.views.acceptance import crumbs, row_page
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock

SHOWN = {
    OVERDUE: gettext_lazy("逾期未回访"),
    COMING: gettext_lazy("待回访"),
    HELD: gettext_lazy("已回访"),
}


@require_safe
@requires(may_see_cases)
def revisits(request: HttpRequest) -> HttpResponse:
    """Overdue first, then what comes, then what was held."""
    user: Any = request.user
    on, title = clock.today(), _("回访日历")
    found = calendar(user.territory, county_code(request), on)
    show = request.GET.get("show", "")
    show = show if show in SHOWN else (OVERDUE if found[OVERDUE] else COMING)
    context = {
        "title": title,
        "on": on,
        "tabs": [
            (label, f"?show={key}", key == show, len(found[key])) for key, label in SHOWN.items()
        ],
        "label": SHOWN[show],
        "rows": found[show],
        "may_write": may_take_county_steps(user),
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "rectification/revisits.html", context)


@require_safe
@requires(may_see_cases)
def rebounds(request: HttpRequest) -> HttpResponse:
    """The share of closed villages that came back, whole, by kind of problem and line of work."""
    user: Any = request.user
    on, title = clock.today(), _("反弹情况")
    found = rebound(user.territory, county_code(request), on)
    chosen = found.group(request.GET.get("group", "")) or found.whole
    context = {
        "title": title,
        "on": on,
        "found": found,
        "chosen": chosen,
        "rows": [(one, row_page(one.uid)) for one in chosen.rows],
        "parts": [(_("按问题类型"), found.kinds), (_("按工作线"), found.lines)],
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "rectification/acceptance/rebound.html", context)
