"""The warning centre: which villages are red, yellow, green or grey, and why."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.warnings.choices import Colour
from rectification.warnings.editions import in_force
from rectification.warnings.figures.bounds import colour_bounds
from rectification.warnings.figures.events import events_of
from rectification.warnings.figures.gaps import gaps as gaps_of
from rectification.warnings.figures.moves import Moves
from rectification.warnings.figures.moves import moves as moves_of
from rectification.warnings.filters import WarningFilter
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.rules import by_code
from rectification.warnings.tables import centre_spec
from rectification.warnings.views.at import At, at, crumbs, newest_month
from rectification.warnings.views.ways import ways
from rectification.warnings.wording import SEVERITY, colour_text
from villages.accounts.access import requires
from villages.common import clock
from villages.common.periods import parse_month
from villages.ledgers.hubs import cards
from villages.lists.page import list_page

_MOVES_SHOWN = 12


@require_safe
@requires(may_see_warnings)
def newest(request: HttpRequest) -> HttpResponseBase:
    """The last month that was judged."""
    return _page(request, at(request, newest_month(request)))


@require_safe
@requires(may_see_warnings)
def centre(request: HttpRequest, code: str) -> HttpResponseBase:
    """One month: counts, who moved, and every village with its reasons."""
    return _page(request, at(request, parse_month(code)))


@require_safe
@requires(may_see_warnings)
def moves(request: HttpRequest, code: str) -> HttpResponse:
    """Who moved since the month before."""
    here = at(request, parse_month(code))
    found = moves_of(here.rows, here.month)
    context = {
        **here.around,
        "moves": found,
        "worse": [one for one in found.moved if one.is_worse],
        "better": [one for one in found.moved if one.is_worse is False],
        "other": [one for one in found.moved if one.is_worse is None],
        "breadcrumbs": crumbs(_month_crumb(here), (_("颜色变化"), "")),
    }
    return render(request, "warnings/centre/moves.html", context)


@require_safe
@requires(may_see_warnings)
def gaps(request: HttpRequest, code: str) -> HttpResponse:
    """What is missing, and for whom nobody can say a colour because of it."""
    here = at(request, parse_month(code))
    found, rules = gaps_of(here.here), by_code()
    user: Any = request.user
    on = clock.today()
    context = {
        **here.around,
        "gaps": found,
        # Who does not see all colours yet would take hidden ones for missing.
        "bounds": None
        if here.hidden
        else colour_bounds(user.territory, here.county, here.month, on).whole,
        "by_rule": [(rules[one], count) for one, count in found.by_rule.items() if one in rules],
        "breadcrumbs": crumbs(_month_crumb(here), (_("缺数据的村"), "")),
    }
    return render(request, "warnings/centre/gaps.html", context)


def _page(request: HttpRequest, here: At) -> HttpResponseBase:
    if here.judgement is None:
        context = {**here.around, "breadcrumbs": crumbs(), "picker": _picker(here)}
        return render(request, "warnings/centre/none.html", context)
    found = moves_of(here.rows, here.month)
    sets = in_force(here.here.order_by().values_list("rule_set", flat=True).distinct())
    request.warning_rules = _rules(sets)  # type: ignore[attr-defined]
    request.warning_moves = found  # type: ignore[attr-defined]
    events = events_of(request.user, here.county, here.month)
    changed = {one.code: one.text for one in found.moved}
    return list_page(
        request,
        centre_spec(here.month, sets, events, changed),
        _sortable(here.here),
        filterset=WarningFilter,
        context=_around(here, found),
        template="warnings/centre/list.html",
    )


def _rules(sets: Any) -> dict[str, Any]:
    """The program's rules, and the county's own of the sets at hand."""
    found = dict(by_code())
    for one in sets.values():
        found |= one.rules.own
    return found


def _sortable(rows: Any) -> Any:
    """Red before yellow before grey before green."""
    whens = [When(colour=colour, then=Value(place)) for colour, place in SEVERITY.items()]
    return rows.annotate(severity=Case(*whens, output_field=IntegerField()))


def _around(here: At, found: Moves) -> dict[str, Any]:
    return {
        **here.around,
        "tiles": list(_tiles(here, found)),
        "moves": found,
        "moved": found.moved[:_MOVES_SHOWN],
        "hidden": here.hidden,
        "picker": _picker(here),
        "ways": list(ways(here.request.user, here.month)),
        "cards": cards("warnings", here.request.user, here.county),
        "as_of": here.judgement and here.judgement.data_day.isoformat(),
        "breadcrumbs": crumbs(),
    }


def _tiles(here: At, found: Moves) -> Iterator[dict[str, Any]]:
    """Counts with their change; each opens its villages."""
    page = reverse("warnings:month", args=[here.month.code])
    for colour in Colour:
        change = found.changes[colour]
        note = _("比上月 %+d") % change if found.had_before else _("上月没有评估")
        yield {
            "level": colour.value, "label": colour_text(colour), "value": found.after[colour],
            "note": note, "href": f"{page}?colour={colour.value}",
        }  # fmt: skip


def _picker(here: At) -> dict[str, Any]:
    return here.picker("warnings:month")


def _month_crumb(here: At) -> tuple[Any, str]:
    return here.month.label, reverse("warnings:month", args=[here.month.code])
