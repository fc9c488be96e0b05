"""What a batch achieved, and the rows behind each of its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cadres.views.sheets import table_as_xlsx
from rectification.effect_tables import columns_of
from rectification.figures.effect_parts import Effect, EffectRow
from rectification.figures.effects import Effects, effects
from rectification.perms import may_see_cases
from rectification.views.acceptance import row_page
from rectification.views.hub import year_links
from rectification.wording.effects import paragraph
from villages import navigation
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock


@dataclass(frozen=True)
class Tile:
    """A number with what it is out of and the page of its rows; `missing` in place of a gap."""

    figure: Any
    note: str
    url: str
    missing: str


@dataclass(frozen=True)
class Line:
    """A row with the pages that it leads to."""

    row: EffectRow
    case_url: str
    source_url: str


@require_safe
@requires(may_see_cases)
def batch(request: HttpRequest, year: str) -> HttpResponse:
    """The figures of a batch by group, and the same in sentences."""
    user: Any = request.user
    found = _found(request, year)
    title = _title(found.year)
    context = {
        "title": title,
        "on": found.on,
        "year": found.year,
        "years": year_links(user, county_code(request), found.year, "cases:batch"),
        "groups": [(label, [_tile(found.year, one) for one in some])
                   for label, some in found.groups],
        "paragraph": paragraph(found),
        "board_url": reverse("cases:board", args=[found.year]),
        "breadcrumbs": [(_("整顿"), reverse("cases:hub")), (title, "")],
    }  # fmt: skip
    return render(request, "rectification/effects/batch.html", context)


@require_safe
@requires(may_see_cases)
def batch_figure(request: HttpRequest, year: str, figure: str) -> HttpResponseBase:
    """What one number counts, the rows that make it, and what was left out; also as a workbook."""
    found = _found(request, year)
    one = found.get(figure)
    if one is None:
        raise Http404
    behind, title = one.read(), f"{_title(found.year)}:{one.figure.label}"
    if request.GET.get("format") == "xlsx":
        return _workbook(request, one, behind.rows, title)
    context = {
        "title": title,
        "on": found.on,
        "figure": one.figure,
        "tile": _tile(found.year, one),
        "lines": [_line(row) for row in behind.rows],
        "left_out": [(each, row_page(each.place.case)) for each in behind.left_out],
        "breadcrumbs": _crumbs(found.year, str(one.figure.label)),
    }
    return render(request, "rectification/effects/figure.html", context)


def _found(request: HttpRequest, year: str) -> Effects:
    user: Any = request.user
    return effects(user.territory, county_code(request), int(year), clock.today())


def _title(year: int) -> str:
    return _("%d 年整顿成效") % year


def _crumbs(year: int, label: str) -> list[tuple[str, str]]:
    return [
        (_("整顿"), reverse("cases:hub")),
        (_title(year), reverse("cases:batch", args=[year])),
        (label, ""),
    ]


def _tile(year: int, one: Effect) -> Tile:
    url = reverse("cases:batch_figure", args=[year, one.key])
    return Tile(one.figure, _note(one), url, _("没有登记") if one.figure.is_missing else "")


def _note(one: Effect) -> str:
    """What the number is out of, and how many villages nobody knows of."""
    figure, said = one.figure, []
    if figure.numerator is not None:
        said.append(f"{figure.numerator}/{figure.denominator}")
    if figure.missing and not figure.is_missing:
        said.append(_("%d 个村没有登记") % len(figure.missing))
    return ",".join(said)


def _line(row: EffectRow) -> Line:
    """The source is the row itself, else the village's rows of the ledger."""
    if row.ledger == "cases":
        return Line(row, row_page(row.place.case), row_page(row.uid))
    if row.uid:
        source = navigation.resolved(f"ledgers:{row.ledger}_row", row.uid)
    else:
        query = urlencode({"village": row.place.code})
        source = f"{navigation.resolved(f'ledgers:{row.ledger}')}?{query}"
    return Line(row, row_page(row.place.case), source)


def _workbook(
    request: HttpRequest, one: Effect, rows: Sequence[EffectRow], title: str
) -> HttpResponseBase:
    return table_as_xlsx(
        request, title=title, columns=columns_of(one, rows), rows=rows,
        county=county_code(request), notes=[one.figure.definition],
    )  # fmt: skip
