"""The page of the area: figures, tiers, months, moves, townships, ledgers."""

from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from collective_economy.choices import OPERATING_TYPE, Tier
from collective_economy.figures.board import Board, board
from collective_economy.figures.months import monthly, operating_months
from collective_economy.figures.townships import by_township
from collective_economy.perms import may_state_income
from collective_economy.presenting import (
    category_bars,
    month_bars,
    reason_of,
    tier_bars,
    tiles,
)
from collective_economy.views.place import month_links, month_of, names_of, place_of
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.columns import Kind
from villages.ledgers.hubs import cards
from villages.lists.downloads import download
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx
from villages.models import Township

MONTHS, MOVES, GAPS = 12, 20, 30


@require_safe
@requires(works_in_territory)
def hub(request: HttpRequest) -> HttpResponse:
    """Collective economy of the territory, January to a month."""
    scope, county = place_of(request)
    month = month_of(request, scope, county)
    known = board(scope, county, month)
    first = month.shift(1 - MONTHS)
    points = operating_months(monthly(scope, county, first, month, OPERATING_TYPE), first, month)
    shown = [*known.income.missing[:GAPS], *(one.village for one in known.moves[:MOVES])]
    names = names_of(request.user, county, shown)
    context = {
        "month": month,
        **month_links(month),
        "as_of": min(month.end, clock.today()),
        "tiles": tiles(known),
        "tiers": tier_bars(known.income),
        "categories": category_bars(known.income),
        "months": month_bars(points),
        "moves": [(*names.get(one.village, (one.village, "")), one, reason_of(one))
                  for one in known.moves[:MOVES]],
        "moves_more": max(0, len(known.moves) - MOVES),
        "townships": _named(by_township(known, county), request.user, county),
        "tier_names": [tier.label for tier in Tier],
        "gaps": [(code, *names.get(code, (code, ""))) for code in known.income.missing[:GAPS]],
        "gaps_all": len(known.income.missing),
        "cards": cards("economy", request.user, county),
        "may_state": may_state_income(request.user),
        "breadcrumbs": [(_("集体经济"), "")],
    }  # fmt: skip
    return render(request, "collective_economy/hub.html", context)


@require_safe
@requires(works_in_territory)
def figures_sheet(request: HttpRequest) -> FileResponse:
    """The same figures as a workbook, with their bases, definitions, versions and gaps."""
    scope, county = place_of(request)
    month = month_of(request, scope, county)
    stream = BytesIO()
    write_xlsx(stream, [_sheet(board(scope, county, month), month)])
    return download(stream.getvalue(), _("集体经济主要数据 %s.xlsx") % month.code)


def _named(rows: list[Any], user: Any, county: str) -> list[tuple[str, Any]]:
    names = dict(Township.objects.visible_to(user).in_county(county).values_list("code", "name"))
    return [(names.get(row.code, row.code) if row.code else "", row) for row in rows]


def _sheet(known: Board, month: Any) -> Sheet:
    heads = (
        (_("指标"), Kind.TEXT, 24), (_("数值"), Kind.TEXT, 16), (_("单位"), Kind.TEXT, 8),
        (_("分子"), Kind.INTEGER, 14), (_("分母"), Kind.INTEGER, 14),
        (_("没有数的村"), Kind.INTEGER, 12), (_("口径"), Kind.TEXT, 60),
        (_("口径版本"), Kind.TEXT, 10), (_("来源"), Kind.TEXT, 24),
    )  # fmt: skip
    title = _("集体经济主要数据")
    return Sheet(
        title=title,
        columns=[SheetColumn(header, kind, width) for header, kind, width in heads],
        rows=[
            [one.label, one.value_text, one.unit, one.numerator, one.denominator,
             len(one.missing), one.definition, one.definition_version, one.source]
            for one in known.figures
        ],
        preamble=[[_("%(title)s(%(month)s)") % {"title": title, "month": month.label}]],
    )  # fmt: skip
