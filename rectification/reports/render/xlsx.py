"""The annex of a report as a workbook: figures, printed tables, the rows behind them."""

import io
from collections.abc import Iterator
from decimal import Decimal

from rectification.reports.content import Item, ReportContent
from rectification.reports.render.cells import base_sheet, printed_sheet
from rectification.reports.render.seal import seal
from rectification.reports.snapshot import Snapshot
from villages.common.columns import Kind
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx
from villages.lists.sheets.shape import Value

_COLUMNS = (
    SheetColumn("序号", Kind.INTEGER, 6),
    SheetColumn("短码", Kind.CODE, 12),
    SheetColumn("指标", width=28),
    SheetColumn("数值", Kind.INTEGER, 12),
    SheetColumn("小数值", Kind.DECIMAL, 16),
    SheetColumn("单位", width=6),
    SheetColumn("分子", Kind.INTEGER, 14),
    SheetColumn("分母", Kind.INTEGER, 14),
    SheetColumn("口径", width=40),
    SheetColumn("来源", width=22),
    SheetColumn("未计入的单位", width=26),
    SheetColumn("缺数原因", width=14),
    SheetColumn("代码", width=22),
)


def xlsx_bytes(snapshot: Snapshot) -> bytes:
    """The workbook. Money of rows in yuan, unknown cells empty."""
    stream = io.BytesIO()
    write_xlsx(stream, list(_sheets(snapshot)), compressed=False)
    return stream.getvalue()


def _sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """Words above and below are the same on each: what it is, as of when, what is missing."""
    content = snapshot.content
    yield Sheet(
        "指标", _COLUMNS, list(_figures(snapshot)), preamble(snapshot, "指标"), notes=notes(content)
    )
    for table in content.tables:
        yield printed_sheet(snapshot, table, preamble(snapshot, table.title))
    for table in content.bases:
        yield base_sheet(content, table, preamble(snapshot, f"{table.title}（数据行）"))


def _figures(snapshot: Snapshot) -> Iterator[tuple[Value, ...]]:
    content = snapshot.content
    for number, one in enumerate(content.figures, 1):
        yield (
            number, snapshot.mark(number), one.label, *_value(one), one.unit, one.numerator,
            one.denominator, one.definition, one.source, _missing(content, one), one.gap or "",
            one.code,
        )  # fmt: skip


def _value(item: Item) -> tuple[Value, Value]:
    """Whole numbers and decimals stand in columns of their own: each keeps its decimals."""
    if item.value is None:
        return None, None
    return (item.value, None) if isinstance(item.value, int) else (None, Decimal(item.value))


def _missing(content: ReportContent, item: Item) -> str:
    """The first units by name, and how many there are."""
    table = content.villages
    names = dict(zip(table.column("code"), table.column("village"), strict=True))
    shown = "、".join(str(names.get(code, code)) for code in item.missing[:5])
    more = len(item.missing) - 5
    return f"{shown}等{len(item.missing)}个" if more > 0 else shown


def preamble(snapshot: Snapshot, title: str) -> list[list[Value]]:
    """Title, as of when, and how to find the same figures again."""
    content = snapshot.content
    number = snapshot.stamp.get("number") or "草稿"
    told = f"{number}　数据截止{content.as_of}　报告码{snapshot.code}　校验码{seal(snapshot)}"
    return [[f"{content.county_name}{content.title}　{title}"], [told]]


def notes(content: ReportContent) -> list[str]:
    """What is not final."""
    return [content.note] if content.note else []
