"""The board of a batch: one column a stage, one card a case."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from rectification.figures.batches import TRAITS, Column, picture
from rectification.figures.stages import AFTER, ENDED
from rectification.perms import may_see_cases
from rectification.views.hub import year_links
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock

# Longer columns lead to the list; where nothing waits any more, a few cards tell enough.
MOST, MOST_AFTER = 40, 6
ONLY_WORDS = {
    "overdue": gettext_lazy("超过整顿时限的"),
    "late": gettext_lazy("下一步已逾期的"),
    "month": gettext_lazy("整顿时限在本月的"),
    "work": gettext_lazy("在办的"),
    "finding": gettext_lazy("排查中的"),
    "closed": gettext_lazy("已销号的"),
}


@require_safe
@requires(may_see_cases)
def board(request: HttpRequest, year: str) -> HttpResponse:
    """All cases of a year by stage, the most urgent first."""
    user: Any = request.user
    county, on, chosen = county_code(request), clock.today(), int(year)
    found = picture(user.territory, county, chosen, on)
    title, only = _("%(year)s 年整顿看板") % {"year": year}, request.GET.get("only", "")
    if only and only not in TRAITS:
        raise Http404
    found = found.only(only) if only else found
    list_url = reverse("ledgers:cases")
    context = {
        "title": title,
        "today": on,
        "only": ONLY_WORDS.get(only, ""),
        "all_url": reverse("cases:board", args=[chosen]),
        "columns": [
            {"stage": one.stage, "cards": one.cards[: _most(one)], "count": len(one.cards),
             "more": max(0, len(one.cards) - _most(one))}
            for one in found.columns
            if one.cards or one.stage is not ENDED
        ],
        "secondary": [(_("整顿成效"), reverse("cases:batch", args=[chosen]), "")],
        "list_url": f"{list_url}?{urlencode({'listed_year': chosen})}",
        "years": year_links(user, county, chosen, "cases:board"),
        "breadcrumbs": [(_("整顿"), reverse("cases:hub")), (title, "")],
    }  # fmt: skip
    return render(request, "rectification/board.html", context)


def _most(column: Column) -> int:
    return MOST_AFTER if column.stage in AFTER else MOST
