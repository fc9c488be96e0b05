"""The first page of cases."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from rectification.figures.acceptance import Fate, batch_fate
from rectification.figures.batches import Picture, picture, revisits_due, years_of
from rectification.perms import may_see_cases
from rectification.states import UNDER_WORK, CaseStatus
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.ledgers.hubs import cards

FIRST_YEAR, LAST_YEAR = 2000, 2099
# Further pages of the area, where they are installed: label, address, whether it takes the year.
_WAYS = (
    (gettext_lazy("排查和倒排"), "cases:screening", True),
    (gettext_lazy("看板"), "cases:board", True),
    (gettext_lazy("整顿成效"), "cases:batch", True),
    (gettext_lazy("批量验收"), "cases:acceptance_batch", True),
    (gettext_lazy("回访日历"), "cases:revisits", False),
    (gettext_lazy("反弹情况"), "cases:rebound", False),
    (gettext_lazy("三张清单和台账"), "cases:paper_list", "ledger"),
    (gettext_lazy("帮扶力量缺口和负担"), "cases:load", False),
    (gettext_lazy("责任书"), "cases:letters", False),
    (gettext_lazy("办实事"), "cases:works", False),
    (gettext_lazy("管用的做法"), "cases:measures", False),
    (gettext_lazy("典型"), "cases:models", False),
    (gettext_lazy("验收办法"), "cases:schemes", False),
    (gettext_lazy("迎检包"), "cases:packs", False),
)


@require_safe
@requires(may_see_cases)
def hub(request: HttpRequest) -> HttpResponse:
    """Where the year's batch stands, what is late, and the ways on."""
    user: Any = request.user
    county, on = county_code(request), clock.today()
    year = _year(request, user, county)
    found = picture(user.territory, county, year, on)
    fate = batch_fate(user.territory, county, year)
    context = {
        "today": on,
        "year": year,
        "years": year_links(user, county, year, "cases:hub"),
        "tiles": list(_tiles(found, fate, revisits_due(user.territory, county, on))),
        "stages": list(_stages(found)),
        "sentence": fate.sentence if fate.rows else "",
        "ways": list(_ways(year)),
        "cards": cards("cases", user, county),
        "breadcrumbs": [(_("整顿"), "")],
    }
    return render(request, "rectification/hub.html", context)


def year_links(user: Any, county: str, chosen: int, name: str) -> list[tuple[str, str, bool, None]]:
    """Years with cases, and the chosen one, as tabs."""
    years = sorted({*years_of(user.territory, county), chosen}, reverse=True)
    return [(_("%d 年") % one, _at(name, one), one == chosen, None) for one in years]


def _at(name: str, year: int) -> str:
    return f"{reverse(name)}?year={year}" if name == "cases:hub" else reverse(name, args=[year])


def _year(request: HttpRequest, user: Any, county: str) -> int:
    """The year asked for, else the newest with cases, else this one."""
    asked = request.GET.get("year", "")
    if not asked:
        return next(iter(years_of(user.territory, county)), clock.today().year)
    if not asked.isascii() or not asked.isdigit() or not FIRST_YEAR <= int(asked) <= LAST_YEAR:
        raise Http404
    return int(asked)


# Numbers that open the board with just these cases: trait, label, note.
_TRAITS = (
    ("finding", gettext_lazy("排查中"), ""),
    ("work", gettext_lazy("在办"), gettext_lazy("已认定、还没有销号")),
    ("overdue", gettext_lazy("超过整顿时限"), ""),
    ("month", gettext_lazy("整顿时限在本月"), ""),
    ("late", gettext_lazy("下一步已逾期"), gettext_lazy("按各步的办理期限")),
    ("closed", gettext_lazy("已销号"), ""),
)
_FATES = ((Fate.PASSED, gettext_lazy("验收合格")), (Fate.FAILED, gettext_lazy("验收不合格")))


def _tiles(found: Picture, fate: Any, revisits: int) -> Iterator[dict[str, Any]]:
    unit, board = _("个"), reverse("cases:board", args=[found.year])
    for key, label, note in _TRAITS:
        value = found.count(key)
        level = "red" if key == "overdue" and value else ""
        yield {"label": label, "value": value, "unit": unit, "href": f"{board}?only={key}",
               "note": note, "level": level}  # fmt: skip
    for which, label in _FATES:
        yield {"label": label, "value": fate.count(which), "unit": unit,
               "href": reverse("cases:acceptance_batch", args=[found.year])}  # fmt: skip
    yield {"label": _("到期没有回访"), "value": revisits, "unit": unit,
           "href": reverse("cases:revisits"), "note": _("各批次合计")}  # fmt: skip


def _stages(found: Picture) -> Iterator[tuple[Any, int, None, str]]:
    states, base = found.states, reverse("ledgers:cases")
    for one in CaseStatus:
        if one in UNDER_WORK:
            query = urlencode({"listed_year": str(found.year), "status": one.value})
            yield one.label, states[one], None, f"{base}?{query}"


def _ways(year: int) -> Iterator[tuple[Any, str]]:
    for label, name, wants in _WAYS:
        given = [] if wants is False else [year] if wants is True else [wants]
        if url := _found(name, *given):
            yield label, url


def _found(name: str, *given: Any) -> str:
    try:
        return reverse(name, args=given)
    except NoReverseMatch:
        return ""
