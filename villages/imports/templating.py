"""The blank sheet made for one person, kind and month: what is known already stands in it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.imports import cells
from villages.imports.declaring import Context, SheetColumn, SheetKind
from villages.imports.row_reading import PLACE_COLUMNS
from villages.imports.stamps import SHEET as STAMP_SHEET
from villages.imports.stamps import Stamp
from villages.lists.sheets import Sheet, write_xlsx
from villages.lists.sheets import SheetColumn as PaperColumn
from villages.models import County, Township

_LAST = "上次"


def template(kind: SheetKind, context: Context, unit: str) -> bytes:
    """An A4 workbook: villages prefilled, last values in grey beside each column to fill,
    drop-downs, hints, and a hidden stamp by which it is known when it comes back."""
    known = list(kind.template_rows(context))
    filled = [one for one in kind.asked if one.key not in PLACE_COLUMNS]
    last = [one for one in filled if any(row.get(one.key) is not None for row in known)]
    stream = BytesIO()
    write_xlsx(
        stream, [_page(kind, context, known, last), _stamp(kind, context, unit)], locked=True
    )
    return stream.getvalue()


def _page(
    kind: SheetKind, context: Context, known: list[dict[str, Any]], last: list[SheetColumn]
) -> Sheet:
    keys = {one.key for one in last}
    columns = []
    for one in kind.asked:
        columns.append(_paper(one, context))
        if one.key in keys:
            columns.append(_grey(one))
    return Sheet(
        title=kind.title,
        columns=columns,
        rows=_rows(kind, known, keys),
        preamble=[[_title(kind, context)], [_advice(context)]],
        freeze=sum(one.key in PLACE_COLUMNS for one in kind.asked),
    )


def _title(kind: SheetKind, context: Context) -> str:
    county = County.objects.filter(code=context.county).values_list("name", flat=True).first()
    period = f"({context.month.label})" if context.month else ""
    return f"{county or ''}{kind.title}{period}"


def _advice(context: Context) -> str:
    return _("★ 为必填列;灰色“上次”列是系统里已有的数,只供对照,不用填写。没有变化的格可以留空。")


def _paper(column: SheetColumn, context: Context) -> PaperColumn:
    words = "。".join(one for one in (column.help.rstrip("。"), _sample(column)) if one)
    options = column.options or (_townships(context) if column.key == "township" else ())
    return PaperColumn(
        column.header, kind=_kind_of(column), width=column.width, unit=column.unit,
        options=options, required=column.required, note=words,
    )  # fmt: skip


def _sample(column: SheetColumn) -> str:
    return _("例:%s") % column.sample if column.sample else ""


def _grey(column: SheetColumn) -> PaperColumn:
    return PaperColumn(
        f"{_LAST}{column.header}", kind=_kind_of(column), width=column.width, tint=True,
        note=_("系统里已有的数,不用填写"),
    )  # fmt: skip


def _kind_of(column: SheetColumn) -> Kind:
    if column.unit:
        whole = column.read is cells.count
        return Kind.INTEGER if whole else Kind.DECIMAL
    return Kind.CODE if column.key in {"code", "phone", "id_number"} else Kind.TEXT


def _townships(context: Context) -> tuple[str, ...]:
    rows = Township.objects.visible_to(context.by).filter(county_code=context.county, valid_to=None)
    return tuple(rows.order_by("code").values_list("name", flat=True))


def _rows(kind: SheetKind, known: list[dict[str, Any]], last: set[str]) -> Iterator[list[Any]]:
    for row in known:
        line: list[Any] = []
        for one in kind.asked:
            line.append(row.get(one.key) if one.key in PLACE_COLUMNS else None)
            if one.key in last:
                line.append(_shown(one, row.get(one.key)))
        yield line


def _shown(column: SheetColumn, value: Any) -> Any:
    """Money in the unit of its column."""
    if column.key.endswith("_fen") and isinstance(value, int):
        return Decimal(value) / (1_000_000 if column.unit == "万元" else 100)
    return value if isinstance(value, int | Decimal | date | str) else None


def _stamp(kind: SheetKind, context: Context, unit: str) -> Sheet:
    stamp = Stamp(kind.key, kind.version, context.county, unit, context.month)
    [first, *others] = stamp.rows()
    columns = [PaperColumn(first[0], width=12), PaperColumn(first[1], width=40)]
    return Sheet(STAMP_SHEET, columns, others, hidden=True)
