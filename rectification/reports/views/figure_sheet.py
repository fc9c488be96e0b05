"""The rows behind a number as a workbook: what it is on the first sheet, then each part."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rectification.reports.content import Cell
from rectification.reports.models import Report
from rectification.reports.tracing import Part, Traced
from rectification.reports.views.cells import heads, shown
from villages.common.columns import Kind
from villages.common.money import yuan
from villages.lists.sheets import Sheet, SheetColumn
from villages.lists.sheets.shape import Value

_FEN = "_fen"


def sheets_of(report: Report, found: Traced, mark: str) -> list[Sheet]:
    """The figure, then the frozen rows of each part of its formula."""
    return [_about(report, found, mark), *(_of_part(found, one) for one in found.parts)]


def _about(report: Report, found: Traced, mark: str) -> Sheet:
    item = found.item
    value = "—" if item.value is None else f"{item.value}{item.unit}"
    rows = [
        (_("编号"), found.short), (_("名称"), item.label), (_("数值"), value),
        (_("口径"), found.definition), (_("怎样算"), found.formula_words),
        (_("来源"), item.source), (_("报告"), report.title),
        (_("数据截至"), report.composed.as_of),
        *((_("所在句子"), one.text) for one in found.sentences),
    ]  # fmt: skip
    columns = [SheetColumn(_("项目"), width=14), SheetColumn(_("内容"), width=90)]
    return Sheet(_("数字"), columns, rows, [(found.short,), (mark,)])


def _of_part(found: Traced, part: Part) -> Sheet:
    columns = [
        SheetColumn(one.text, _kind(key, one.number), 16)
        for key, one in zip(part.keys, heads(part), strict=True)
    ]
    title = f"{part.name} {part.title}"[:28]
    numbers = [column.kind is not Kind.TEXT for column in columns]
    return Sheet(title, columns, _rows(part, numbers), [(f"{found.short} {part.words}",)])


def _kind(key: str, number: bool) -> Kind:
    if not number:
        return Kind.TEXT
    return Kind.YUAN if key.endswith(_FEN) else Kind.INTEGER


def _rows(part: Part, numbers: list[bool]) -> Iterator[list[Value]]:
    for row in part.rows:
        yield [_value(part, place, cell, numbers[place]) for place, cell in enumerate(row)]


def _value(part: Part, place: int, cell: Cell, number: bool) -> Value:
    if cell is None:
        return None
    if number and isinstance(cell, int):
        return yuan(cell) if part.keys[place].endswith(_FEN) else cell
    return shown(part, place, cell).text
