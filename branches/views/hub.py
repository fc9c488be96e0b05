"""The page of the area: figures, structure by township, the calendar of elections, ledgers."""

from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from branches.figures.board import board
from branches.figures.structure import by_township
from branches.figures.told import told
from branches.presenting import BANDS, band_rows, figure_rows, share_rows, tiles
from branches.views.lists import needs_attention
from branches.views.place import place_of
from villages.accounts.access import requires
from villages.accounts.perms import may_keep_ledgers, works_in_territory
from villages.common import clock
from villages.common.columns import Kind
from villages.common.figures import Figure
from villages.ledgers.hubs import cards
from villages.lists.downloads import download
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx
from villages.models import Township

NEAREST = 10


@require_safe
@requires(works_in_territory)
def hub(request: HttpRequest) -> HttpResponse:
    """Party organizations of the territory today."""
    scope, county = place_of(request)
    today = clock.today()
    known = board(scope, county, today)
    townships = by_township(known.members)
    names = _township_names(request.user, county)
    context = {
        "today": today,
        "tiles": tiles(known),
        "bands": BANDS,
        "structure": band_rows(townships, names),
        "ages": share_rows(known),
        "formal": [(names.get(code, code), one.parts["formal"].count if one.parts["formal"].known
                    else None, None) for code, one in townships.items()],
        "terms": [one for one in known.terms if needs_attention(one)][:NEAREST],
        "cards": cards("branches", request.user, county),
        "may_file": may_keep_ledgers(request.user),
        "breadcrumbs": [(_("党支部"), "")],
    }  # fmt: skip
    return render(request, "branches/hub.html", context)


@require_safe
@requires(works_in_territory)
def figures_sheet(request: HttpRequest) -> FileResponse:
    """The same figures as a workbook, with their bases, definitions and gaps."""
    scope, county = place_of(request)
    today = clock.today()
    stream = BytesIO()
    figures = [*board(scope, county, today).figures, *told(scope, county, today)]
    write_xlsx(stream, [_sheet(figures, today)])
    name = _("党组织主要数据 %s.xlsx") % today.isoformat()
    return download(stream.getvalue(), name)


def _sheet(figures: list[Figure], today: Any) -> Sheet:
    heads = (
        (_("指标"), Kind.TEXT, 24), (_("数值"), Kind.TEXT, 12), (_("单位"), Kind.TEXT, 8),
        (_("分子"), Kind.INTEGER, 10), (_("分母"), Kind.INTEGER, 10),
        (_("缺报村数"), Kind.INTEGER, 10), (_("口径"), Kind.TEXT, 60), (_("来源"), Kind.TEXT, 24),
    )  # fmt: skip
    title = _("党组织主要数据")
    return Sheet(
        title=title,
        columns=[SheetColumn(header, kind, width) for header, kind, width in heads],
        rows=figure_rows(figures),
        preamble=[[_("%(title)s(%(day)s)") % {"title": title, "day": today.isoformat()}]],
    )


def _township_names(user: Any, county: str) -> dict[str, str]:
    rows = Township.objects.visible_to(user).in_county(county)
    return dict(rows.values_list("code", "name"))
