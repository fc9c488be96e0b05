"""The tables of a report as a workbook: figures, tables, the rows behind them."""

import io
from decimal import Decimal

from collective_economy.choices import Tier
from rectification.reports.content import Cell, Item, ReportContent, Table
from rectification.warnings.choices import Colour
from villages.common.columns import Kind
from villages.common.money import yuan
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx
from villages.lists.sheets.shape import Value

_FEN, _FEN_HEADER = "_fen", "(分)"
_TEXT = frozenset(
    {"code", "township", "village", "reasons", "tier", "colour", "secretary",
     "reserve_enough"}
)  # fmt: skip
_YES_NO: dict[Cell, str] = {1: "是", 0: "否"}
_WORDS: dict[str, dict[Cell, str]] = {
    "tier": {str(tier): str(tier.label) for tier in Tier},
    "colour": {str(colour): str(colour.label) for colour in Colour},
    "secretary": _YES_NO,
    "reserve_enough": _YES_NO,
}
_WIDTHS = {"reasons": 96, "township": 14, "village": 16, "code": 15}


def xlsx_bytes(content: ReportContent) -> bytes:
    """The workbook. Money in yuan, unknown cells empty."""
    stream = io.BytesIO()
    sheets = [_figures(content), *(_sheet(content, one) for one in content.tables)]
    write_xlsx(stream, [*sheets, _sheet(content, content.villages)], compressed=False)
    return stream.getvalue()


def _figures(content: ReportContent) -> Sheet:
    """Counts, money and shares stand in columns of their own: each keeps its decimals."""
    columns = [
        SheetColumn("序号", Kind.INTEGER, 6),
        SheetColumn("指标", width=26),
        SheetColumn("数值", Kind.INTEGER, 12),
        SheetColumn("单位", width=6),
        SheetColumn("金额", Kind.YUAN, 18, unit="元"),
        SheetColumn("占比", Kind.DECIMAL, 10, unit="%"),
        SheetColumn("口径", width=44),
        SheetColumn("来源", width=24),
        SheetColumn("未计入的村", Kind.INTEGER, 12),
    ]
    rows = [
        (place, one.label, *_numbers(one), one.definition, one.source, len(one.missing))
        for place, one in enumerate(content.figures, 1)
    ]
    return Sheet("指标", columns, rows, _preamble(content, "主要指标"), notes=_notes(content))


def _numbers(item: Item) -> tuple[Value, Value, Value, Value]:
    if isinstance(item.value, int):
        return item.value, item.unit, None, None
    number = None if item.value is None else Decimal(item.value)
    if item.unit == "%":
        return None, "", None, number
    return None, "", number, None


def _sheet(content: ReportContent, table: Table) -> Sheet:
    columns = [_column(*pair) for pair in zip(table.keys, table.headers, strict=True)]
    rows = ([_value(*pair) for pair in zip(table.keys, row, strict=True)] for row in table.rows)
    return Sheet(table.title, columns, rows, _preamble(content, table.title), notes=_notes(content))


def _column(key: str, header: str) -> SheetColumn:
    if key.endswith(_FEN):
        return SheetColumn(header.removesuffix(_FEN_HEADER), Kind.YUAN, 16, unit="元")
    if key == "operating":
        return SheetColumn(header, Kind.DECIMAL, 18)
    kind = Kind.TEXT if key in _TEXT else Kind.INTEGER
    return SheetColumn(header, Kind.CODE if key == "code" else kind, _WIDTHS.get(key, 11))


def _value(key: str, cell: Cell) -> Cell | Decimal:
    """Yuan for fen, words for codes."""
    if cell is None:
        return None
    if key.endswith(_FEN) and isinstance(cell, int):
        return yuan(cell)
    if key == "operating":
        return _decimal(cell)
    words = _WORDS.get(key)
    return words.get(cell, cell) if words else cell


def _decimal(cell: Cell) -> Cell | Decimal:
    """Ten thousand yuan as the document writes them; a dash stays a dash."""
    text = str(cell)
    return Decimal(text) if text.replace(".", "").isdigit() else text


def _preamble(content: ReportContent, title: str) -> list[list[str]]:
    return [[f"{content.county_name}{title}"], [f"数据截止 {content.as_of}"]]


def _notes(content: ReportContent) -> list[str]:
    return [content.note] if content.note else []
