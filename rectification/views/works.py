"""Works done: sums by kind and place, and the rows behind each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.figures.works import (
    DEFINITION,
    TOWNSHIP,
    VILLAGE,
    WorkSum,
    by_kind,
    by_place,
    works_of,
)
from rectification.filters import WorkFilter
from rectification.ledgers.helpers import WORKS
from rectification.models import WorkDone
from rectification.perms import may_log_visits, may_see_cases
from rectification.views.batch_choice import Chosen, chosen_batch, crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.ledgers.tables import list_spec
from villages.lists.page import list_page


@dataclass(frozen=True)
class PlaceLine:
    """One township or village: its sums in the order of the columns, each with its rows."""

    code: str
    name: str
    cells: list[tuple[str, str]]


@require_safe
@requires(may_see_cases)
def works(request: HttpRequest) -> HttpResponseBase:
    """What was done for the villages of a batch."""
    user: Any = request.user
    chosen, title = chosen_batch(request), _("办实事汇总")
    rows = works_of(user.territory, chosen.county, chosen.year)
    rows = rows.filter(village__township__code=chosen.township) if chosen.township else rows
    kinds = by_kind(rows)
    place, argument = (VILLAGE, "village") if chosen.township else (TOWNSHIP, "township")
    context = {
        "title": title, "chosen": chosen, "today": clock.today(), "definition": DEFINITION,
        "kinds": [(one, rows_url(chosen, kind=one.key)) for one in kinds],
        "lines": _lines(chosen, kinds, by_place(rows, place), argument),
        "place_label": _("村") if chosen.township else _("乡镇"),
        "by_village": not chosen.township,
        "may_log": may_log_visits(user), "breadcrumbs": crumbs(title),
    }  # fmt: skip
    return render(request, "rectification/works/page.html", context)


def rows_url(chosen: Chosen, **more: str) -> str:
    """The rows behind a sum."""
    township = {"township": chosen.township} if chosen.township else {}
    return (
        f"{reverse('cases:work_rows')}?{urlencode({'year': str(chosen.year), **township, **more})}"
    )


def _lines(
    chosen: Chosen, kinds: Iterable[WorkSum], sums: Iterable[WorkSum], argument: str
) -> list[PlaceLine]:
    found: dict[tuple[str, str], dict[str, WorkSum]] = {}
    for one in sums:
        found.setdefault((one.code, one.name), {})[one.key] = one
    return [
        PlaceLine(
            code, name,
            [
                (own[kind.key].text, rows_url(chosen, kind=kind.key, **{argument: code}))
                if kind.key in own else ("", "")
                for kind in kinds
            ],
        )
        for (code, name), own in found.items()
    ]  # fmt: skip


@require_safe
@requires(may_see_cases)
def work_rows(request: HttpRequest) -> HttpResponseBase:
    """The works behind a sum: of a batch, a kind, a township, a village, a span of days."""
    title = _("办实事明细")
    spec = replace(list_spec(WORKS), key="works-of-batch", title=title)
    rows = WorkDone.objects.visible_to(request.user).in_county(county_code(request))
    rows = WORKS.annotate(rows.counted(), clock.today())
    here = [*crumbs(title)[:1], (_("办实事汇总"), reverse("cases:works")), (title, "")]
    return list_page(request, spec, rows, filterset=WorkFilter, context={"breadcrumbs": here})
