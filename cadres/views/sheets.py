"""A computed table as a workbook, with its mark and its entry in the trail."""

import tempfile
from collections.abc import Sequence
from typing import Any

from django.http import FileResponse, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cadres.tables import TableColumn, values
from villages.common import clock
from villages.lists.cells import instant_text
from villages.lists.downloads import download
from villages.lists.sheets import Sheet, write_xlsx
from villages.trace.record import record


def table_as_xlsx(
    request: HttpRequest, *, title: str, columns: Sequence[TableColumn], rows: Sequence[Any],
    county: str, notes: Sequence[str] = (), filters: str = "",
) -> FileResponse:  # fmt: skip
    """The rows as they stand on the page, in the same words and order."""
    found = values(columns, rows)
    reader = getattr(request.user, "name", "")
    mark = _("导出人:%(reader)s  导出时间:%(at)s") % {
        "reader": reader, "at": instant_text(clock.now()),
    }  # fmt: skip
    sheet = Sheet(
        title=title,
        columns=[one.sheet_column() for one in columns],
        rows=[[_plain(value) for value in line] for line in found],
        preamble=[[title], [mark]],
        notes=list(notes),
    )
    stream: Any = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when sent
    write_xlsx(stream, [sheet])
    record(
        "list.exported", by=request.user, county=county, name=title, count=len(found),
        after={"format": "xlsx", "filters": filters or _("全部")}, rows=found,
    )  # fmt: skip
    return download(stream, f"{title}-{clock.today():%Y-%m-%d}.xlsx")


def _plain(value: Any) -> Any:
    """Lazy words become text; numbers, days and gaps stay."""
    return str(value) if isinstance(value, Promise) else value
