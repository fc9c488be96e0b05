"""A workbook to learn the import by: the person's own villages with five deliberate errors.

All other cells hold what is stored already, so that importing its good rows changes nothing.
"""

from io import BytesIO
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.imports.declaring import Context, SheetColumn, SheetKind, Values
from villages.lists.sheets import Sheet, write_xlsx
from villages.lists.sheets import SheetColumn as PaperColumn

SAMPLE_KIND = "villages"
ERRORS = 5
_ROWS = 8
_COLUMNS = ("township", "village", "households", "population", "members", "women_members")
# Which cells are wrong, and how. The fifth error is the first village once more at the end.
_WRONG: tuple[tuple[str, Any], ...] = (
    ("households", "约三百户"),
    ("population", -12),
    ("members", 40.5),
)


def sample_workbook(kind: SheetKind, context: Context) -> bytes:
    """A roster as a county would send it. Raises `sample_too_few` with fewer than five villages."""
    known = list(islice(kind.template_rows(context), _ROWS))
    if len(known) < ERRORS:
        raise DomainError(
            "sample_too_few", "您的辖区里还没有足够的村,做不出练习表。", "请先导入行政村名册。"
        )
    columns = [kind.column(key) for key in _COLUMNS]
    rows = [[row.get(one.key) for one in columns] for row in _spoilt(known)]
    stream = BytesIO()
    write_xlsx(stream, [_page(kind, context, columns, rows)])
    return stream.getvalue()


def _spoilt(known: list[Values]) -> list[Values]:
    """One error a row, beginning with the second row; the first row returns at the end."""
    rows = [dict(row) for row in known]
    for row, (key, wrong) in zip(rows[1:], _WRONG, strict=False):
        row[key] = wrong
    misspelt = rows[1 + len(_WRONG)]
    misspelt["village"] = f"{str(misspelt['village'])[:-1]}{_('错')}{str(misspelt['village'])[-1]}"
    return [*rows, dict(known[0])]


def _page(
    kind: SheetKind, context: Context, columns: list[SheetColumn], rows: list[list[Any]]
) -> Sheet:
    title = _("%(county)s%(kind)s(练习)") % {"county": context.county_name, "kind": kind.title}
    advice = _("说明:这张表故意写错了 %d 处,上传后看平台怎样指出,再在页面上改正。") % ERRORS
    paper = [PaperColumn(one.header, width=one.width, unit=one.unit) for one in columns]
    return Sheet(kind.title, paper, rows, preamble=[[title], [advice]], freeze=2)
