"""The three lists and the county ledger: on screen, on paper, as a workbook."""

import tempfile
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.lists import grids
from rectification.lists.columns import LISTS, PaperList
from rectification.lists.reading import Block, cases_of, with_rows
from rectification.perms import may_see_cases
from rectification.views.batch_choice import Chosen, chosen_batch, crumbs
from villages.accounts.access import requires
from villages.common import clock
from villages.lists.cells import instant_text
from villages.lists.downloads import download
from villages.lists.sheets import write_xlsx
from villages.trace.record import record


@require_safe
@requires(may_see_cases)
def paper_list(request: HttpRequest, kind: str) -> HttpResponseBase:
    """A list of a batch, of a township's part of it, or of one case (`?case=`)."""
    if kind not in LISTS:
        raise Http404
    listed, chosen, uid = LISTS[kind], chosen_batch(request), request.GET.get("case", "")
    cases = with_rows(_cases(request, chosen, uid))
    if uid and not cases:
        raise Http404
    blocks = listed.blocks(cases)
    title = _title(request, listed, chosen, cases if uid else ())
    if request.GET.get("format") == "xlsx":
        return _workbook(request, listed, blocks, title, chosen)
    paper = request.GET.get("format") == "print"
    context = {
        "title": title, "listed": listed, "lists": LISTS.values(), "chosen": chosen, "case": uid,
        "columns": listed.columns, "rows": list(grids.page_rows(listed, blocks, spanning=paper)),
        "count": len(blocks), "today": clock.today(), "breadcrumbs": crumbs(listed.title),
    }  # fmt: skip
    template = "rectification/lists/print.html" if paper else "rectification/lists/page.html"
    return render(request, template, context)


def _cases(request: HttpRequest, chosen: Chosen, uid: str) -> Any:
    """Of one case its own lists, whatever batch it belongs to."""
    if uid:
        return cases_of(request.user, chosen.county, uid=uid)
    return cases_of(request.user, chosen.county, year=chosen.year, township=chosen.township)


def _title(request: HttpRequest, listed: PaperList, chosen: Chosen, one: Sequence[Any]) -> str:
    """The county's name stands over its ledger, the village's over that of one case."""
    county: Any = getattr(request, "county", None)
    said = {
        "where": one[0].village.full_name if one else getattr(county, "name", ""),
        "year": chosen.year, "list": listed.title,
    }  # fmt: skip
    if listed.key == "ledger":
        whose = (
            _("%(where)s党组织%(list)s") if one else _("%(where)s软弱涣散(后进)村党组织%(list)s")
        )
        return whose % said
    if one:
        return _("%(where)s党组织整顿%(list)s") % said
    return _("%(where)s%(year)s年软弱涣散(后进)村党组织整顿%(list)s") % said


def _workbook(
    request: HttpRequest, listed: PaperList, blocks: Sequence[Block], title: str, chosen: Chosen
) -> HttpResponseBase:
    mark = _("导出人:%(reader)s  导出时间:%(at)s") % {
        "reader": getattr(request.user, "name", ""), "at": instant_text(clock.now()),
    }  # fmt: skip
    dated = _("填报时间:%s") % grids.dotted(clock.today())
    stream: Any = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when sent
    write_xlsx(stream, [grids.sheet_of(listed, blocks, title=title, dated=dated, notes=[mark])])
    rows = grids.exported_rows(listed, blocks)
    record(
        "list.exported", by=request.user, county=chosen.county, name=title, count=len(rows),
        after={"format": "xlsx", "filters": request.GET.urlencode() or _("全部")}, rows=rows,
    )  # fmt: skip
    return download(stream, f"{title}-{clock.today():%Y-%m-%d}.xlsx")
